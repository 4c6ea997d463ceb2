"""Pure decisions about a message's text."""

import re
import unicodedata

LIMIT = 5_000
UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")


def tidy(text: str) -> str:
    """What is kept of a message: its words and line breaks, without control characters.

    Direction marks stay, since right-to-left writing needs them.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs")).strip()


def says_something(text: str) -> bool:
    """Whether anything is left for a reader once spaces and unseen marks are gone."""
    return bool(UNSEEN.sub("", text).strip())
