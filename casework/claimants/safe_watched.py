"""Hours for texts that are offered, or ruled out, beside something else: "only after 6 my ex goes thru my phone". Pure."""

import re
from collections.abc import Sequence

from casework.claimants.safe_words import meant, plain, says, wording
from casework.reading import Weekly, read_weekly

LONGEST = 300


def says_read_along(said: str) -> bool:
    """Whether the plain words say that somebody reads the phone."""
    return says(said, wording().reads_along)


def says_unseen(text: str) -> bool:
    """Whether they write on a phone that whoever read the last one cannot see, and nothing makes that doubtful."""
    said = " ".join(re.split(r"\W+", plain(text[:LONGEST])))
    return says(said, wording().unseen) and not says(said, wording().seen_again) and not says_read_along(said)


def is_near(text: str) -> bool:
    """Whether somebody who reads along may be there as they write."""
    return says(plain(text), wording().near)


def has_it_back(text: str) -> bool:
    """Whether the phone that somebody else had is theirs again, and nothing makes that doubtful."""
    said = " ".join(re.split(r"\W+", plain(text[:LONGEST])))
    return says(said, wording().back_again) and not says(said, (*wording().seen_again, *wording().not_back))


def without_readers(said: str) -> str:
    for pattern in wording().reads_along:
        said = re.sub(pattern, " , ", said)
    return said


def offered_times(text: str, *, asked: bool = False) -> str | None:
    """The part of the words that offers hours for texts, or that says when none are to come; `asked`: we asked when, so they need not name texts."""
    found = _telling(text, asked)
    return found[0] if len(found) == 1 else None


def beside_times(text: str) -> str:
    """What else is told."""
    telling = _telling(text, asked=True)
    return " ".join(one for one in _parts(text) if one not in telling)


def _telling(text: str, asked: bool) -> Sequence[str]:
    """Where some name texts, the days of a new job beside them are none of these."""
    named = [one for one in _parts(text) if _tells(one, asked=False)]
    return named or ([one for one in _parts(text) if _tells(one, asked=True)] if asked else [])


def _tells(part: str, asked: bool) -> bool:
    return _offers(part, asked) or _rules_out(part)


def _offers(part: str, asked: bool) -> bool:
    words, read = wording(), read_weekly(part)
    if not _is_clear(read) or says(part, (*words.unwanted, *words.excepted, *words.others, *words.rung)):
        return False
    return asked or says(part, words.wished)


def _rules_out(part: str) -> bool:
    """Texts are named, for "not after 6" may be of anything; and nobody else is: of whoever is home then nothing is known."""
    words, read = wording(), read_weekly(meant(part))
    if read is None or read.offers or read.several or not read.rules_out:
        return False
    return says(part, words.texting) and says(meant(part), words.unwanted) and not says(part, (*words.others, *words.rung, *words.excepted))


def _is_clear(read: Weekly | None) -> bool:
    return read is not None and read.offers and not read.several and not read.rules_out


def _parts(text: str) -> Sequence[str]:
    left = plain(text[:LONGEST])
    for pattern in (*wording().reads_along, *wording().apart):
        left = re.sub(pattern, " . ", left)
    return [said for one in re.split(r"[.!?;,\n]+", left) if (said := " ".join(one.split()))]
