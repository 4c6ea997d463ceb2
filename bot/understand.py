"""`python -m bot.understand MODEL`: JSON Lines in and out, what the trained model makes of each text."""

import asyncio
import json
import logging
import os
import sys
import warnings
from typing import Any, Dict, TextIO

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor
from rasa.utils.log_utils import configure_structlog

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
    logging.disable(logging.WARNING)
    configure_structlog(logging.ERROR)
    warnings.simplefilter("ignore")
    target = os.fdopen(os.dup(1), "w")
    sys.stdout = sys.stderr
    processor = Agent.load(sys.argv[1]).processor
    asyncio.run(answer(processor, sys.stdin, target))


if __name__ == "__main__":
    main()
