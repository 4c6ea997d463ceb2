"""A job that somebody tells of in Welsh, put into the English words that are known for it. Pure."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from casework.base.once import once
from casework.base.patterns import compiled, faults_in
from casework.base.plain import bare_words
from casework.base.yamlfile import DataModel, Known, Where, load_yaml
from casework.reading.welsh import in_english

FILE = Path(__file__).parent / "data" / "welsh_work.yml"
# Whoever writes more has more to tell.
LONGEST = 20


class Told(DataModel):
    means: str
    starts: str
    parts: dict[str, str]
    said: tuple[str, ...]
    hours: str
    hours_means: str
    when: dict[str, str]
    aside: str
    unless: tuple[str, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever texts us may write anything: no pattern may take for ever over it."""
        for name in ("said", "unless"):
            yield from faults_in((name,), getattr(self, name), self.parts)
        yield from faults_in(("hours",), (self.hours,))


def tells_of_a_job(text: str) -> str | None:
    """The English for it, with the first day where nothing else stands beside it; None where it is no job of theirs, or not yet."""
    words = bare_words(text)
    said = " ".join(re.sub(_told().hours, " ", " ".join(words)).split())
    if len(words) > LONGEST or text.rstrip().endswith("?") or _found(_told().unless, said):
        return None
    found = _found(_told().said, said)
    return _with_the_day(said[: found.start()], said[found.end() :]) if found else None


def tells_of_a_job_and_hours(text: str) -> str | None:
    """The same, with the hours in which they want our texts; None where none are said beside it."""
    hours, job = re.search(_told().hours, " ".join(bare_words(text))), tells_of_a_job(text)
    if hours is None or job is None:
        return None
    return f"{job}. {_told().hours_means.format(when=_told().when[hours['when']], hour=hours['hour'])}"


def _with_the_day(before: str, after: str) -> str:
    left = re.sub(_told().aside, " ", f"{before} {after}")
    day = in_english(left) if left.split() else None
    return _told().starts.format(means=_told().means, day=day) if day else _told().means


def _found(patterns: tuple[str, ...], said: str) -> re.Match[str] | None:
    return next((found for one in _compiled(patterns) if (found := one.search(said))), None)


@once
def _told() -> Told:
    return load_yaml(FILE, Told)


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return compiled(patterns, _told().parts)
