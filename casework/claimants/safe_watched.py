"""Hours that are offered for texts beside somebody who reads along: "only after 6 my ex goes thru my phone". Pure."""

import re
from collections.abc import Sequence

from casework.claimants.safe_words import plain, says, wording
from casework.reading import Weekly, read_weekly

LONGEST = 300


def says_read_along(said: str) -> bool:
    """Whether the plain words say that somebody reads the phone."""
    return says(said, wording().reads_along)


def without_readers(said: str) -> str:
    for pattern in wording().reads_along:
        said = re.sub(pattern, " , ", said)
    return said


def offered_times(text: str, *, asked: bool = False) -> str | None:
    """The part of the words that offers hours for texts, nothing of it ruled out; `asked`: we asked when, so they need not name texts."""
    found = [one for one in _parts(text) if _offers(one, asked)]
    return found[0] if len(found) == 1 else None


def beside_times(text: str) -> str:
    """What else is told."""
    return " ".join(one for one in _parts(text) if not _offers(one, asked=True))


def _offers(part: str, asked: bool) -> bool:
    words, read = wording(), read_weekly(part)
    if not _is_clear(read) or says(part, (*words.unwanted, *words.excepted, *words.others, *words.rung)):
        return False
    return asked or says(part, words.wished)


def _is_clear(read: Weekly | None) -> bool:
    return read is not None and read.offers and not read.several and not read.rules_out


def _parts(text: str) -> Sequence[str]:
    left = plain(text[:LONGEST])
    for pattern in (*wording().reads_along, *wording().apart):
        left = re.sub(pattern, " . ", left)
    return [said for one in re.split(r"[.!?;,\n]+", left) if (said := " ".join(one.split()))]
