"""What people say of a meeting they have, be it asked, called off, missed or waited for, in own words. Pure."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from casework.appointments.words.asking import is_of_work
from casework.appointments.words.meeting_ways import (
    WORD,
    any_way,
    asks_how_it_is,
    beside_way,
    names_a_way,
    only_how,
    speaks_of_ringing,
    ways_company,
    without_ruled_out,
)
from casework.appointments.words.needing import comes_along, keeps_theirs_away
from casework.appointments.words.saying import venue_in
from casework.appointments.words.wording import has
from casework.base.once import once
from casework.base.patterns import faults_in, pattern_fault
from casework.base.plain import folded
from casework.base.yamlfile import DataModel, Known, Where, load_yaml
from casework.council import Area

MOST_WORDS, MOST_LETTERS = 14, 120
AND = re.compile(r"[.?!]\s+|,?\s+and\s+", re.IGNORECASE)
BESIDE_REFUSAL = re.compile(r"\s*[,.;!?]+\s*|\s+(?=(?:can|could|may|cud) i\b)|\s+(?:and|so)\s+", re.IGNORECASE)
NAME = r"(?P<name>[^\W\d_]+)"


class Having(DataModel):
    before: str
    after: str
    asks: dict[str, tuple[str, ...]]
    time: str
    rings_on: tuple[str, ...]
    rings_not: tuple[str, ...]
    rung_then: tuple[str, ...]
    on_list: tuple[str, ...]
    back: tuple[str, ...]
    still: tuple[str, ...]
    again: tuple[str, ...]
    has_one: tuple[str, ...]
    other: tuple[str, ...]
    away: tuple[str, ...]
    nameless: str
    meets: tuple[str, ...]
    anybody: tuple[str, ...]
    may_bring: tuple[str, ...]
    of_change: str
    to_way: tuple[str, ...]
    beside_change: str
    sorry: str
    beside_sorry: str
    again_after: str
    waits_no_more: tuple[str, ...]
    not_late: tuple[str, ...]
    unsure_of_coming: tuple[str, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever writes to us may write anything: no pattern may take for ever over it."""
        for name in ("on_list", "rings_on", "rings_not", "back", "still", "again", "has_one", "other", "away", "meets", "anybody", "may_bring", "waits_no_more", "not_late", "unsure_of_coming"):
            yield from faults_in((name,), [one.replace("{name}", NAME) for one in getattr(self, name)])
        yield from faults_in(("to_way",), [one.replace("{way}", "x") for one in self.to_way])
        yield from faults_in(("rung_then",), [one.replace("{time}", self.time).replace("{name}", NAME) for one in self.rung_then])
        for name, patterns in self.asks.items():
            yield from faults_in(("asks", name), [one.replace("{time}", self.time) for one in patterns])
        for name in ("before", "after", "nameless", "time"):
            if fault := pattern_fault(getattr(self, name)):
                yield (name,), fault


def asks_of_theirs(text: str) -> str | None:
    """What they would know of it: "who" it is with, "where", how "long", on which "number" we ring, and no more."""
    return next((name for name, patterns in having().asks.items() if _is_all(text, patterns)), None)


def rung_then(text: str) -> str | None:
    """By whom they are to be rung at a day or an hour, and no more; "" where nobody is named. None: not said."""
    found = _found(text, having().rung_then)
    return None if found is None else found["name"] or ""


def asks_when_too(text: str) -> bool:
    """Whether they ask when it is, beside something else."""
    return any(asks_of_theirs(one) == "when" for one in AND.split(text)[:-1])


def asks_of_list(text: str) -> bool:
    """Whether they ask if they wait still."""
    return _is_all(text, having().on_list)


def wants_back(text: str) -> bool:
    """Whether what was called off is to stand after all, be it said beside that they can come."""
    return _is_all(text, having().back) or any(_is_all(one, having().back) for both in _halves_of_still(text) for one in both)


def wants_still(text: str) -> bool:
    """Whether it is to stand, said right after it was called off, when they cannot mean anything else."""
    return _is_still(text) or bool(_halves_of_still(text))


def _is_still(text: str) -> bool:
    return _is_all(text, (*having().back, *having().still))


def _halves_of_still(text: str) -> list[tuple[str, str]]:
    """It is said twice over: "i can make it, can i have it back"."""
    said = bare(text).split()
    if len(said) > MOST_WORDS:
        return []
    both = [(" ".join(said[:place]), " ".join(said[place:])) for place in range(1, len(said))]
    return [(one, other) for one, other in both if _is_still(one) and _is_still(other)]


def waits_no_more(text: str) -> bool:
    """Whether what they wait for is needed no more."""
    return _is_all(text, having().waits_no_more)


def is_not_late(text: str) -> bool:
    """Whether that they are late is taken back."""
    return _is_all(text, having().not_late)


def unsure_of_coming(text: str) -> bool:
    """Whether they do not know if they will come."""
    return _is_all(text, having().unsure_of_coming)


def would_again(text: str) -> bool:
    """Whether they would have another, and do not say when."""
    return _is_all(text, having().again)


def has_one_already(text: str) -> bool:
    """Whether they have a meeting and would have no other."""
    return _is_all(text, having().has_one)


def asks_to_bring(text: str) -> bool:
    """Whether they ask if somebody may come with them."""
    return _is_all(text, having().may_bring)


def brings_somebody(text: str) -> bool:
    """Whether somebody comes with them, told or asked, and it is of no job."""
    return (comes_along(text) or asks_to_bring(text)) and not is_of_work(text)


def refused_worker(text: str, names: Sequence[str] = (), *, spoken_of: bool = True) -> bool:
    """Whether they would rather meet somebody else, than one of these where a name is said. Other names are of others.

    `spoken_of`: whether a worker was named last, so that "not him" is of nobody else.
    """
    found = _refusal(text)
    if found is None:
        return False
    name = found.groupdict().get("name")
    if name is None or name in [one.casefold().split()[0] for one in names]:
        return True
    return re.fullmatch(having().nameless, name) is not None and (spoken_of or has(text, having().meets))


def would_not_see(text: str) -> bool:
    """Whether it is somebody whom they would not see or meet, by a name that may be one of ours, and not anybody at all."""
    found = _found(text, having().other)
    name = found.groupdict().get("name") if found else None
    return name is not None and has(text, having().meets) and not has(name, having().anybody)


def may_refuse(text: str) -> bool:
    """Whether they may do so, if it is one of us whom they name."""
    return _refusal(text) is not None


def _refusal(text: str) -> re.Match[str] | None:
    """Whom they would not have, be it said beside that it is to be somebody else: "dont want him now can i have someone else"."""
    refuses = (*having().away, *having().other)
    if found := _found(text, refuses):
        return found
    both = ((text[: one.start()], text[one.end() :]) for one in BESIDE_REFUSAL.finditer(text))
    halves = ((_found(first, refuses), _found(second, having().other)) for first, second in both)
    return next((first for first, second in halves if first and second), None)


def keeps_away(text: str) -> bool:
    """Whether somebody is not to be there, be it one of us or one of theirs."""
    return _is_all(text, having().away) or keeps_theirs_away(text)


def is_apology(text: str) -> bool:
    """Whether they say that they are sorry, or were ill, and no more: graver things the assistant reads."""
    said = _words_of(text)
    return bool(said & _listed("sorry")) and said <= _listed("sorry") | _listed("beside_sorry")


def would_another(text: str, beside: frozenset[str]) -> bool:
    """Whether another is asked for, with nothing else beside it than those words and that they are sorry."""
    said = _words_of(text)
    return bool(said & _listed("again_after")) and said <= beside | _listed("sorry") | _listed("beside_sorry") | _listed("again_after")


def changes_way(text: str, area: Area) -> bool:
    """Whether it is to be in another way or place, with little beside; whether it is not so already is seen later."""
    if plainly_changes_way(text):
        return True
    if len(text.split()) > MOST_WORDS or asks_how_it_is(text) or not (names_a_way(text) or venue_in(text, area)):
        return False
    if not (said := _words_of(text)) & _listed("of_change") or (speaks_of_ringing(text) and "instead" not in said):
        return False
    return beside_way(text) <= ways_company() | _listed("beside_change") | _places(area)


def plainly_changes_way(text: str) -> bool:
    """Whether it is to be that way in so many words, or that way and not another: what stands beside is no matter."""
    if len(text) > MOST_LETTERS or not names_a_way(text) or is_of_work(text):
        return False
    return any(one.search(without_ruled_out(text)) for one in _to_way()) or (only_how(text) and without_ruled_out(text) != folded(text))


@once
def _to_way() -> list[re.Pattern[str]]:
    return [re.compile(rf"\b{one.replace('{way}', f'(?:{any_way()})')}") for one in having().to_way]


def bare(text: str) -> str:
    """Folded, without the marks around it."""
    return folded(text).strip(" .!?,")


def _is_all(text: str, patterns: Sequence[str]) -> bool:
    return _found(text, patterns) is not None


def _found(text: str, patterns: Sequence[str]) -> re.Match[str] | None:
    said = bare(text)
    if len(said) > MOST_LETTERS or len(said.split()) > MOST_WORDS:
        return None
    return next((found for one in patterns if (found := _whole(one).fullmatch(said))), None)


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    name = rf"(?P<name>{having().nameless}|[^\W\d_]+)"
    said = pattern.replace("{name}", name).replace("{time}", having().time)
    return re.compile(f"{having().before}(?:{said}){having().after}")


def _words_of(text: str) -> set[str]:
    said = bare(text)
    return set(WORD.findall(said)) if len(said) <= MOST_LETTERS and len(said.split()) <= MOST_WORDS else {said}


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(getattr(having(), name).split())


def _places(area: Area) -> frozenset[str]:
    return frozenset(WORD.findall(" ".join(one.name for one in area.venues).casefold()))


@once
def having() -> Having:
    return load_yaml(Path(__file__).with_name("having.yml"), Having)
