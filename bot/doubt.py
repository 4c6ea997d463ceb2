"""Between two likely meanings the person is asked which, instead of being answered by a guess. Pure."""

from typing import Any, Container, Dict

# What others would have done: `python -m bot.evaluation.choosing MODEL`.
SURE, LIKELY = 0.5, 0.15
NOT_UNDERSTOOD = "nlu_fallback"
WORDS = "utter_meaning_"
# Its words, offered as an answer, would tell whoever else reads the screen.
NEVER_OFFERED = ("need_domestic_abuse",)


def settled(
    parsed: Dict[str, Any], responses: Container[str], sure: float = SURE, likely: float = LIKELY
) -> Dict[str, Any]:
    """The message as it is read, or as not understood where another meaning is likely beside an unsure first one.

    `responses`: the names of all words there are; a meaning without its own cannot be asked about.
    """
    ranking = parsed.get("intent_ranking") or []
    two = ranking[:2]
    if len(two) < 2 or two[0]["name"] == NOT_UNDERSTOOD:
        return parsed
    if two[0]["confidence"] >= sure or two[1]["confidence"] < likely:
        return parsed
    if any(one["name"] in NEVER_OFFERED or f"{WORDS}{one['name']}" not in responses for one in two):
        return parsed
    return {**parsed, "intent": {"name": NOT_UNDERSTOOD, "confidence": two[0]["confidence"]}}
