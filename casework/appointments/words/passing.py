"""A yes to the time read back, and what stands beside it: that they may be late, may have to change it, or a question. Pure."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from casework.appointments.times.wishes import Wish
from casework.appointments.words.asking import asked_about, asks_something, plainly_asked
from casework.appointments.words.wishing import wish_in
from casework.appointments.words.wording import first, has, wording
from casework.base.once import once
from casework.base.patterns import faults_in, pattern_fault
from casework.base.plain import folded
from casework.base.yamlfile import DataModel, Known, Where, load_yaml

MOST_LETTERS = 200
# With a time beside it, these are a wish for that.
OF_NO_TIME = ("nearer", "no_point", "in_writing")
Kind = Literal["late", "change", "how", "question", ""]


class Passing(DataModel):
    agrees: tuple[str, ...]
    agreed: str
    after_all: tuple[str, ...]
    weakly: str
    before_yes: str
    after_yes: str
    of_late: str
    of_change: str
    of_how: str
    of_self: str
    parts: str
    reasons: tuple[str, ...]
    wishes: tuple[str, ...]
    refused: tuple[str, ...]
    is_day: str
    remarks: dict[str, tuple[str, ...]]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever writes to us may write anything: no pattern may take for ever over it."""
        for name in ("agrees", "after_all", "reasons", "wishes", "refused"):
            yield from faults_in((name,), getattr(self, name))
        for name, patterns in self.remarks.items():
            yield from faults_in(("remarks", name), patterns)
        for name in ("weakly", "before_yes", "after_yes", "of_late", "of_change", "of_how", "of_self", "parts", "is_day"):
            if fault := pattern_fault(getattr(self, name)):
                yield (name,), fault


class Beside(NamedTuple):
    """`answer`: as the booking reads it; `kind`: of what stands beside it."""

    answer: str
    rest: str
    kind: Kind


def agreed_beside(text: str) -> Beside | None:
    """ "Thats fine. Is there a toilet", "ok but i mite be 5 mins late": the yes, and what stands beside it.

    None where that would have it otherwise, or is not understood.
    """
    said = folded(text)
    found = _agrees().match(said) if len(said) <= MOST_LETTERS else None
    if found is None:
        return None
    rest = said[found.end() :].strip(" ,.!-")
    asks_how = re.fullmatch(passing().of_how, rest) is not None
    kind: Kind | None = "how" if asks_how else None if rest and has(rest, passing().after_all) else _kind(rest)
    if kind == "question" and re.search(passing().weakly, found[0].strip(" ,.!-")) and not (plainly_asked(rest) or asked_about(rest)):
        return None
    return None if kind is None else Beside(passing().agreed, rest, kind)


def _kind(rest: str) -> Kind | None:
    if not rest:
        return ""
    if re.fullmatch(passing().of_late, rest):
        return "late"
    if wish_in(rest) is not None:
        return None
    if re.fullmatch(passing().of_change, rest):
        return "change"
    asks = plainly_asked(rest) or (asks_something(rest) and not has(rest, wording().asks_to_have_it))
    return "question" if asks else None


def remark_in(text: str) -> str | None:
    """What they say in passing of the times shown: that they think it over ("no_hurry"), see "no_point", and more; no other time."""
    said = first(text, passing().remarks) if len(text) <= MOST_LETTERS else None
    timed = wish_in(text) is not None if said in OF_NO_TIME else False
    return None if timed else said


def day_asked(text: str) -> Wish | None:
    """ "Hang on is that tomorrow?": the day, of which they ask if the time read back is on it."""
    found = re.fullmatch(passing().is_day, folded(text)) if len(text) <= MOST_LETTERS else None
    wish = wish_in(found["day"]) if found else None
    return wish if wish and wish.is_of_a_day else None


def parts_of(text: str) -> list[str]:
    """What is said one after another: sentences, and what stands apart by a comma or a "because"."""
    found = re.split(passing().parts, folded(text)) if len(text) <= MOST_LETTERS else []
    return [one.strip(" ,.!;-") for one in found if one.strip(" ,.!;-")]


def is_reason(text: str) -> bool:
    """ "Got to get my lad at 3", "tuesdays i have my nan": what they do then, and no wish."""
    said = folded(text)
    return any(re.search(one, said) for one in passing().reasons) and not has(said, passing().wishes)


def is_late(text: str) -> bool:
    """ "But i might be 5 mins late off the bus"."""
    return re.fullmatch(passing().of_late, folded(text)) is not None


def is_of_self(text: str) -> bool:
    """ "But i walk slow": what they tell of themselves beside an answer."""
    return re.match(passing().of_self, folded(text)) is not None and not is_reason(text)


def is_refused(text: str) -> bool:
    """ "9.30 is a bit early for me"."""
    return has(text, passing().refused)


@once
def _agrees() -> re.Pattern[str]:
    return re.compile(f"{passing().before_yes}(?:{'|'.join(passing().agrees)}){passing().after_yes}")


@once
def passing() -> Passing:
    return load_yaml(Path(__file__).with_name("passing.yml"), Passing)
