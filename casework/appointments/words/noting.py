"""What the worker is to know before a meeting, or is to know no longer, told with nothing asked. Pure."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from casework.appointments.words.asking import asks_something, asks_us
from casework.appointments.words.having import bare
from casework.appointments.words.needing import LONGEST_NOTE, asks_for_adjustments, tells_worker
from casework.appointments.words.wording import has, wording
from casework.base.once import once
from casework.base.patterns import faults_in, pattern_fault
from casework.base.yamlfile import DataModel, Known, Where, load_yaml

MOST_LETTERS = 160
A_FEW = 3
PIECE = re.compile(r"\s*(?:[,.;]|\band\b)\s*", re.IGNORECASE)
KEPT = re.compile(r"\s*;\s*")


class Noting(DataModel):
    told: str
    told_idly: str
    hard: tuple[str, ...]
    body: tuple[str, ...]
    left_out: tuple[str, ...]
    things: tuple[str, ...]
    back: tuple[str, ...]
    back_aid: tuple[str, ...]
    aids: tuple[str, ...]
    asked_for: tuple[str, ...]
    not_there: str
    asks_if_noted: tuple[str, ...]
    asks_sure: tuple[str, ...]
    only_asks: tuple[str, ...]
    asks_if_known: tuple[str, ...]
    day_before: tuple[str, ...]
    not_texted: tuple[str, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever writes to us may write anything: no pattern may take for ever over it."""
        for name in ("hard", "body", "left_out", "things", "back", "back_aid", "aids", "asked_for", "asks_if_noted", "asks_sure", "only_asks", "asks_if_known", "day_before", "not_texted"):
            yield from faults_in((name,), getattr(self, name))
        for name in ("told", "told_idly", "not_there"):
            if fault := pattern_fault(getattr(self, name)):
                yield (name,), fault


def is_for_worker(text: str) -> bool:
    """Whether the worker is to be told what they need, or they tell what is hard for them there."""
    said = bare(text)
    if len(said) > MOST_LETTERS:
        return False
    told = re.search(noting().told, said)
    return has(said, (*noting().hard, *wording().how_to_ring)) or leaves_out(text) or bool(told and _is_of_them(told["note"]))


def to_be_told(text: str) -> str:
    """What the worker is to be told, of whatever kind, asked if there is anything; "" where it is nothing."""
    said = bare(text)
    found = re.search(noting().told, said) if len(said) <= MOST_LETTERS else None
    note = found["note"] if found else ""
    return "" if " " not in note or asks_us(text) or re.search(noting().told_idly, note) else note


def tells_of_themselves(text: str) -> bool:
    """Whether they tell, in a few words or more, and ask for nothing: what is not understood is still for the worker to read."""
    few = len(text.split()) >= A_FEW and len(text) <= LONGEST_NOTE
    return few and "?" not in text and not (asks_something(text) or has(text, noting().asked_for))


def would_be_reminded(text: str) -> bool:
    """Whether they would be texted the day before, and need nothing else."""
    said = bare(text)
    return len(said) <= MOST_LETTERS and has(said, noting().day_before) and not (has(said, noting().not_texted) or asks_for_adjustments(said))


def tells_beside_no(text: str) -> bool:
    """ "No dogs please, I'm terrified", "no step but my memory is bad": a no that is none, or has something for the worker beside it."""
    said = bare(text)
    return len(said) <= MOST_LETTERS and (has(said, noting().body) or re.match(noting().not_there, said) is not None)


def _is_of_them(note: str) -> bool:
    return asks_for_adjustments(note) or tells_worker(note) or has(note, noting().body)


def leaves_out(text: str) -> bool:
    """Whether somebody who was to be there too is not to be, and the meeting is not called off."""
    said = bare(text)
    return len(said) <= MOST_LETTERS and any(re.search(one, said) for one in noting().left_out)


def taken_back(text: str) -> str | None:
    """What they said of their needs that is so no longer; None where they take nothing back."""
    said = bare(text)
    if len(said) > MOST_LETTERS:
        return None
    if what := _what(said, noting().back):
        return what if asks_for_adjustments(what) or has(what, (*noting().hard, *noting().things)) else None
    aid = _what(said, noting().back_aid)
    return aid if has(aid, noting().aids) else None


def _what(said: str, patterns: Sequence[str]) -> str:
    found = next((one for back in patterns if (one := re.fullmatch(back, said))), None)
    return found["what"].strip() if found else ""


def without(note: str, what: str) -> str:
    """The note without what names it; what stands beside it is left."""
    kept = [_rest(one, what) for one in KEPT.split(note)]
    return "; ".join(filter(None, kept))


def _rest(said: str, what: str) -> str:
    if not _names(said, what):
        return said
    return ", ".join(one for one in PIECE.split(said) if one and not _names(one, what))


def _names(said: str, what: str) -> bool:
    return re.search(rf"\b{re.escape(what)}", said, re.IGNORECASE) is not None


@once
def noting() -> Noting:
    return load_yaml(Path(__file__).with_name("noting.yml"), Noting)
