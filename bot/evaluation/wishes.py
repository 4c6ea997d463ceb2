"""`python -m bot.evaluation.wishes MODEL`: how well two wishes in one message are told from one, as one line of JSON."""

import asyncio
import json
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any, Dict, List

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor

from bot.quietly import output
from bot.turn import for_understanding
from bot.wishes import Wish, parts, wishes

CASES = Path(__file__).resolve().parents[2] / "tests" / "bot" / "two_wishes.jsonl"


async def found(processor: MessageProcessor, text: str) -> List[Wish]:
    pieces = parts(text)
    if len(pieces) < 2:
        return []
    read = [(piece, await processor.parse_message(UserMessage(for_understanding(piece)))) for piece in pieces]
    return wishes([Wish(piece, one["intent"]["name"], one["intent"]["confidence"]) for piece, one in read])


async def measure(processor: MessageProcessor) -> Dict[str, Any]:
    """`right` and `split` of the messages with two wishes, `wrong` of those with one; `ms` where something was cut."""
    counts: Dict[str, Any] = {"two": 0, "right": 0, "split": 0, "one": 0, "wrong": 0}
    took: List[float] = []
    await processor.parse_message(UserMessage("warm up"))
    for case in map(json.loads, CASES.read_text("utf-8").splitlines()):
        began = time.monotonic()
        said = await found(processor, case["text"])
        if len(parts(case["text"])) > 1:
            took.append((time.monotonic() - began) * 1000)
        counts["two" if case["wishes"] else "one"] += 1
        if case["wishes"]:
            counts["split"] += len(said) > 1
            counts["right"] += _right(said, case["wishes"])
        else:
            counts["wrong"] += len(said) > 1
    return {**counts, "ms": round(median(took), 1)}


def _right(said: List[Wish], meant: List[List[str]]) -> bool:
    """Each wish is read as one of what it may be read as, in either order."""
    names = [one.intent for one in said]
    return len(names) == len(meant) and any(
        all(name in may for name, may in zip(names, order)) for order in (meant, meant[::-1])
    )


def main() -> None:
    target = output()
    print(json.dumps(asyncio.run(measure(Agent.load(sys.argv[1]).processor))), file=target)


if __name__ == "__main__":
    main()
