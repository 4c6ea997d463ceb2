"""Both layers together: the patterns decide, and the classifier may add to what they found or raise it."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from casework.base.settings import settings
from casework.safeguarding.classes import Finding
from casework.safeguarding.learned import FILES, First, Guess, Learned
from casework.safeguarding.only_when import is_only_when, names_time
from casework.safeguarding.rules import LONGEST, Noticed, reader

log = logging.getLogger(__name__)
SURE = 0.5


def read(text: str, before: Sequence[str] = ()) -> Finding | None:
    """The gravest thing `text` says, or None. `before`: the person's own recent messages, oldest first.

    What stands beside mere business is read by itself as well.
    """
    second = learned()
    found, first = _read(text, second, before)
    other = second.beside_business(text[:LONGEST], first) if second and first else None
    beside, _ = _read(other, second, before) if other else (None, None)
    return min((one for one in (found, beside) if one), key=lambda one: one.priority, default=None)


def _read(text: str, second: Learned | None, before: Sequence[str]) -> tuple[Finding | None, First | None]:
    noticed, earlier = reader().notice(text), reader().marks(before)
    first = second.first(text[:LONGEST], noticed) if second else None
    guess = second.guess(first, noticed) if second and first else None
    guess = None if guess and second and _only_tells_when(second, text, noticed, before) else guess
    hints, likely = guess is not None or second is None, guess.class_ if guess else None
    found = reader().gravest(noticed, earlier, text, hints, likely)
    found = _together(found, guess) if guess else found
    return (reader().settled(found, noticed, earlier) if found else None), first


def read_by_patterns(text: str) -> Finding | None:
    """The same by the reviewed patterns alone, wide ones too."""
    return reader().read(text, ())


def _only_tells_when(second: Learned, text: str, noticed: Noticed, before: Sequence[str]) -> bool:
    """After nothing that was danger, a time and nothing else, or one in a message of which no part is dangerous.

    What was taught cannot tell what a time is of, and times beside each other read to it like a farewell.
    """
    plain = is_only_when(text) or (not noticed.hints and names_time(text) and not second.bears_out(text[:LONGEST], noticed))
    return plain and not any(read(one) for one in before)


@cache
def learned() -> Learned | None:
    """The second layer; without it the patterns still read every message."""
    home = settings().home
    missing = [str(home / one) for one in FILES if not (home / one).exists()]
    if missing:
        log.error("danger is read by patterns alone: missing is %s; run handrail prepare", ", ".join(missing))
        return None
    return Learned(home)


def _together(found: Finding | None, guess: Guess) -> Finding:
    """Never less grave than the patterns said; another class only where the classifier is sure of it."""
    added = _finding(guess)
    if found is None:
        return added
    if added.priority < found.priority and guess.share >= SURE:
        return replace(added, also=_others(added, found))
    first = reader().classes.now(found) if guess.now and found.priority == "P1" else found
    return replace(first, also=_others(first, added))


def _finding(guess: Guess) -> Finding:
    classes = reader().classes
    voice = classes.usual_voice(guess.class_)
    pack = classes.pack(guess.class_, voice)
    finding = Finding(guess.class_, classes.priority(guess.class_), voice, pack, guess.words)
    return classes.now(finding) if guess.now else finding


def _others(first: Finding, second: Finding) -> tuple[str, ...]:
    named = dict.fromkeys((*first.also, second.class_, *second.also))
    return tuple(name for name in named if name != first.class_)
