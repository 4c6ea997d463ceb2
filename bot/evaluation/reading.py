"""Labelled messages, and what a trained model makes of them."""

import json
import time
from pathlib import Path
from typing import Any, Dict, List, Sequence, Tuple

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor

from bot.evaluation.figures import FALLBACK, Reading
from bot.turn import for_understanding

ROOT = Path(__file__).resolve().parents[2]
HELD_OUT = ROOT / "tests" / "bot" / "heldout"
DEVELOPMENT = Path(__file__).parent / "dev.jsonl"
Cases = List[Tuple[str, str]]


def held_out() -> Cases:
    """Every text with the intent it means: for the figures that are told."""
    return _cases(sorted(HELD_OUT.glob("*.jsonl")))


def with_more_beside() -> Cases:
    """The same by a writer who set down whole messages, most with something beside what is wanted: harder."""
    return _cases(sorted((HELD_OUT / "beside").glob("*.jsonl")))


def development() -> Cases:
    """The same of messages that limits are chosen on; no figure of theirs is told as a result."""
    return _cases([DEVELOPMENT])


async def read(model: Path, cases: Cases) -> Tuple[List[Reading], float]:
    """What the model makes of each, and how many messages it read in a second."""
    processor = Agent.load(model).processor
    await processor.parse_message(UserMessage("warm up"))
    began = time.monotonic()
    parsed = await read_by(processor, cases)
    took = time.monotonic() - began
    return readings(parsed, cases), len(cases) / took


async def read_by(processor: MessageProcessor, cases: Cases) -> List[Dict[str, Any]]:
    """Each text as the processor parses it."""
    return [await processor.parse_message(UserMessage(for_understanding(text))) for text, _ in cases]


def readings(parsed: Sequence[Dict[str, Any]], cases: Cases) -> List[Reading]:
    return [_reading(one, text, meant) for one, (text, meant) in zip(parsed, cases)]


def _reading(parsed: Dict[str, Any], text: str, meant: str) -> Reading:
    ranking = [one for one in parsed.get("intent_ranking", []) if one["name"] != FALLBACK]
    best = ranking[0] if ranking else parsed["intent"]
    return Reading(text, meant, parsed["intent"]["name"], best["confidence"], best["name"])


def _cases(files: Sequence[Path]) -> Cases:
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    return [(row["text"], row["intent"]) for row in rows]
