"""Between two likely meanings the person is asked which, instead of being answered by a guess. Pure."""

from pathlib import Path
from typing import Any, Container, Dict

from rasa.shared.utils.io import read_yaml_file

# What others would have done: `python -m bot.evaluation.choosing MODEL`.
SURE, LIKELY = 0.5, 0.15
NOT_UNDERSTOOD = "nlu_fallback"
WORDS = "utter_meaning_"
NEVER_OFFERED = frozenset(read_yaml_file(Path(__file__).with_name("never_offered.yml"))["intents"])
PLAIN = 0.4


def settled(
    parsed: Dict[str, Any], responses: Container[str], sure: float = SURE, likely: float = LIKELY
) -> Dict[str, Any]:
    """The message as it is read, or as not understood where another meaning is likely beside an unsure first one.

    Of abuse at home nothing is said on a guess. `responses`: the names of all words there are; a meaning without its own cannot be asked about.
    """
    ranking = parsed.get("intent_ranking") or []
    two = ranking[:2]
    if len(two) < 2 or two[0]["name"] == NOT_UNDERSTOOD:
        return parsed
    if unguessed(parsed) is not parsed:
        return unguessed(parsed)
    if two[0]["confidence"] >= sure or two[1]["confidence"] < likely:
        return parsed
    if any(one["name"] in NEVER_OFFERED or f"{WORDS}{one['name']}" not in responses for one in two):
        return parsed
    return _not_understood(parsed, two[0]["confidence"])


def unguessed(parsed: Dict[str, Any]) -> Dict[str, Any]:
    """The same, in the middle of questions too: what would tell of abuse at home is not understood where it is a guess."""
    first = parsed["intent"]
    if first["name"] in NEVER_OFFERED and first["confidence"] < PLAIN:
        return _not_understood(parsed, first["confidence"])
    return parsed


def _not_understood(parsed: Dict[str, Any], confidence: float) -> Dict[str, Any]:
    return {**parsed, "intent": {"name": NOT_UNDERSTOOD, "confidence": confidence}}
