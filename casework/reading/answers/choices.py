"""Numbered replies, where the question itself gives the numbers: "Reply 1 yes, 2 no, 3 not sure"."""

import re

NUMBERED = re.compile(
    r"\b(\d)\s*[=:.)-]?\s*(?:for\s+)?(yes|no|not sure|(?:i'?d )?rather not(?: say)?|prefer not(?: to say)?)\b", re.I
)
ALONE = re.compile(r"\W*(\d)\W*")
MEANS = {"yes": "yes", "no": "no", "not sure": "not_sure"}


def numbered_choice(text: str, question: str) -> str | None:
    """What a lone number stands for, or None."""
    alone = ALONE.fullmatch(text)
    given = {number: MEANS.get(said.lower(), "prefer_not_to_say") for number, said in NUMBERED.findall(question)}
    return given.get(alone[1]) if alone else None
