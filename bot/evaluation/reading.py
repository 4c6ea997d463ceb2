"""The held-out messages, and what a trained model makes of them."""

import json
import time
from pathlib import Path
from typing import List, Tuple

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from bot.evaluation.figures import FALLBACK, Reading
from bot.turn import for_understanding

ROOT = Path(__file__).resolve().parents[2]
HELD_OUT = ROOT / "tests" / "bot" / "heldout"


def held_out() -> List[Tuple[str, str]]:
    """Every text with the intent it means."""
    lines = [line for file in sorted(HELD_OUT.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    return [(row["text"], row["intent"]) for row in map(json.loads, lines)]


async def read(model: Path, cases: List[Tuple[str, str]]) -> Tuple[List[Reading], float]:
    """What the model makes of each, and how many messages it read in a second."""
    processor = Agent.load(model).processor
    await processor.parse_message(UserMessage("warm up"))
    began = time.monotonic()
    readings = [await _one(processor, text, meant) for text, meant in cases]
    return readings, len(cases) / (time.monotonic() - began)


async def _one(processor, text: str, meant: str) -> Reading:
    parsed = await processor.parse_message(UserMessage(for_understanding(text)))
    ranking = [one for one in parsed.get("intent_ranking", []) if one["name"] != FALLBACK]
    best = ranking[0] if ranking else parsed["intent"]
    return Reading(text, meant, parsed["intent"]["name"], best["confidence"], best["name"])
