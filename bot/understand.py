"""`python -m bot.understand MODEL`: JSON Lines in and out, what the trained model makes of each text."""

import asyncio
import json
import sys
from typing import Any, Dict, TextIO

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor

from bot.quietly import output
from bot.turn import for_understanding


async def understand(processor: MessageProcessor, text: str) -> Dict[str, Any]:
    parsed = await processor.parse_message(UserMessage(for_understanding(text)))
    return {
        "intent": parsed["intent"]["name"],
        "confidence": round(parsed["intent"]["confidence"], 4),
        "entities": [
            {"entity": e["entity"], "value": e["value"], "text": e.get("text", e["value"])} for e in parsed["entities"]
        ],
        "ranking": [[one["name"], round(one["confidence"], 4)] for one in parsed.get("intent_ranking", [])[:3]],
    }


async def answer(processor: MessageProcessor, source: TextIO, target: TextIO) -> None:
    for line in source:
        result = await understand(processor, json.loads(line)["text"])
        target.write(json.dumps(result) + "\n")
        target.flush()


def main() -> None:
    target = output()
    processor = Agent.load(sys.argv[1]).processor
    asyncio.run(answer(processor, sys.stdin, target))


if __name__ == "__main__":
    main()
