""" "Leave it till January", "exams till Thursday so after that", "my birthday tomorrow so not then": in plain words. Pure."""

import re
from collections.abc import Iterator
from pathlib import Path

from casework.base.once import once
from casework.base.patterns import pattern_fault
from casework.base.yamlfile import DataModel, Known, Where, load_yaml

MOST_LETTERS = 300
PATTERNS = ("put_off", "after_that", "not_then", "day_after")


class Roundabout(DataModel):
    put_off: str
    since: str
    after_that: str
    after: str
    not_then: str
    never: str
    day_after: str
    then_day_after: str

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever writes to us may write anything: no pattern may take for ever over it."""
        for name in PATTERNS:
            if fault := pattern_fault(getattr(self, name)):
                yield (name,), fault


def plain_bounds(text: str) -> str:
    """The same with "from", "after" or "not" before the day that is meant."""
    if len(text) > MOST_LETTERS:
        return text
    put_off, after_that, not_then = _patterns()
    text = after_that.sub(lambda found: roundabout().after.format(when=found["when"]), put_off.sub(roundabout().since, text))
    return not_then.sub(_not, text)


def _not(found: re.Match[str]) -> str:
    said = roundabout().never + (roundabout().then_day_after if found["next"] else "")
    return said.format(when=found["when"])


@once
def _patterns() -> tuple[re.Pattern[str], ...]:
    of = roundabout()
    return tuple(re.compile(one, re.IGNORECASE) for one in (of.put_off, of.after_that, f"{of.not_then}(?P<next>{of.day_after})?"))


@once
def roundabout() -> Roundabout:
    return load_yaml(Path(__file__).with_name("roundabout.yml"), Roundabout)
