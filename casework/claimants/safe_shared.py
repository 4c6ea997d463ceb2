"""Phones that others than a partner may read, said without being asked, and texts that are not to tell what they are about.

Where a partner reads it, or fear is spoken of, the phone is watched, which safety reads. Pure.
"""

import re
from functools import cache

from casework.base.patterns import compiled
from casework.base.plain import plain
from casework.claimants import safe_words
from casework.claimants.safe_watched import says_read_along
from casework.claimants.safe_words import wording

# Whoever writes more than this has more to tell.
LONGEST = 160


def is_shared(text: str) -> bool:
    """Whether that is said, and nothing else."""
    return says_shared(text) and not _left(plain(text))


def says_shared(text: str) -> bool:
    """Whether that is said, whatever stands beside it but a partner or fear."""
    said = plain(text)
    if len(said) > LONGEST or text.rstrip().endswith("?") or _finds("asked", said):
        return False
    if _finds("partner", said) or _finds("feared", said):
        return False
    return _finds("readers", said) or (_finds("discreet", said) and not _finds("somebody", said))


def names_readers(text: str) -> bool:
    """Whether others are named who read it, or texts are not to tell what they are about."""
    said = plain(text[:LONGEST])
    return _finds("readers", said) or _finds("discreet", said)


def is_discreet_wish(text: str) -> bool:
    """Whether texts are not to tell what they are about, which is no word against texts."""
    return _finds("discreet", plain(text[:LONGEST]))


def without_discreet(said: str) -> str:
    """What is left without the wish that texts do not tell what they are about."""
    for one in _patterns("discreet"):
        said = one.sub(" ", said)
    return said


def speaks_of_fear(text: str) -> bool:
    return _finds("feared", plain(text))


def is_watched_by(text: str) -> bool:
    """Whether somebody of whom no more is said reads along, or a partner."""
    return _finds("watched", plain(text)) or says_read_along(safe_words.plain(text))


def is_of_texts(text: str) -> bool:
    return _finds("texting", plain(text))


def _left(said: str) -> str:
    """The words without those that say it, and without what is beside it and tells nothing."""
    for kind in ("readers", "discreet", "all_said"):
        for one in _patterns(kind):
            said = " ".join(one.sub(" ", said).split())
    return said


def _finds(kind: str, said: str) -> bool:
    return any(one.search(said) for one in _patterns(kind))


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return compiled(getattr(wording(), kind), wording().parts)
