"""The plain words of a booking, listed in words.yml, found in what people say."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from casework.appointments.times.wishes import Edge
from casework.base.once import once
from casework.base.patterns import faults_in
from casework.base.plain import folded
from casework.base.yamlfile import DataModel, Known, Where, load_yaml

# Of words that are looked for: more than the data files hold, as some are made of names.
MOST_LISTS = 500
# What stands in the patterns for a name, a way to meet, a stretch of time, and whom they speak for.
PARTS = {"name": "x", "way": "x", "span": "x", "one": "x", "lead": "x", "tail": "x"}


class Wording(DataModel):
    formats: dict[str, tuple[str, ...]]
    met: tuple[str, ...]
    beside_way: str
    back_to_way: tuple[str, ...]
    asks_how: tuple[str, ...]
    not_by: tuple[str, ...]
    not_come: tuple[str, ...]
    but_not_so: str
    said_way: tuple[str, ...]
    no_visit: tuple[str, ...]
    not_out: tuple[str, ...]
    says_no: tuple[str, ...]
    in_person_only: tuple[str, ...]
    wants: tuple[str, ...]
    any_hour: tuple[str, ...]
    all_but: tuple[str, ...]
    not_place: str
    day_one: str
    nearer_on: dict[str, tuple[str, ...]]
    again: dict[str, tuple[str, ...]]
    of_that_day: tuple[str, ...]
    features: dict[str, tuple[str, ...]]
    adjustments: tuple[str, ...]
    needs: tuple[str, ...]
    no_calls: tuple[str, ...]
    how_to_ring: tuple[str, ...]
    interpreters: tuple[str, ...]
    languages: tuple[str, ...]
    interpreter_note: str
    one_visit: tuple[str, ...]
    wait: tuple[str, ...]
    off_list: tuple[str, ...]
    ring: tuple[str, ...]
    of_number: tuple[str, ...]
    what_for: tuple[str, ...]
    keep: tuple[str, ...]
    changes: tuple[str, ...]
    same: tuple[str, ...]
    day_beside: dict[str, tuple[str, ...]]
    same_but: tuple[str, ...]
    weeks: tuple[str, ...]
    some_week: tuple[str, ...]
    whichever: tuple[str, ...]
    not_any: tuple[str, ...]
    any_but: tuple[str, ...]
    enough: tuple[str, ...]
    seen_to: tuple[str, ...]
    more: tuple[str, ...]
    not_hour: str
    better_then: str
    how_about: str
    all_of_them: tuple[str, ...]
    moved_from: tuple[str, ...]
    join: tuple[str, ...]
    clubs: dict[str, tuple[str, ...]]
    unless: tuple[str, ...]
    elsewhere: tuple[str, ...]
    asks: tuple[str, ...]
    today: tuple[str, ...]
    past: tuple[str, ...]
    edges: dict[Edge, tuple[str, ...]]
    numbers: dict[str, int]
    not_first: str
    edge_of_shown: str
    before_number: tuple[str, ...]
    after_number: tuple[str, ...]
    only_says: tuple[str, ...]
    rather: tuple[str, ...]
    shifts: dict[str, tuple[str, ...]]
    amounts: dict[str, float]
    units: dict[str, int]
    about: dict[str, tuple[str, ...]]
    another: tuple[str, ...]
    along: tuple[str, ...]
    takes_children: str
    to_school: str
    not_to_us: str
    one_day: tuple[str, ...]
    there_too: tuple[str, ...]
    who_meets: tuple[str, ...]
    who_meets_beside: tuple[str, ...]
    apart: str
    apart_from_choice: str
    why_asked: str
    asks_to_have_it: tuple[str, ...]
    of_place: tuple[str, ...]
    hour_not_hour: str
    at_hour: str
    hour_free: str
    has_on: tuple[str, ...]
    has_on_until: tuple[str, ...]
    asks_other_time: tuple[str, ...]
    suits_better: tuple[str, ...]
    clock_hour: str
    spaced_clock: str
    not_this: str
    by_way: tuple[str, ...]
    stays: tuple[str, ...]
    keeps_time: str
    not_stays: tuple[str, ...]
    no_more: str
    no_name: tuple[str, ...]
    no_name_at_all: tuple[str, ...]
    skips: tuple[str, ...]
    yes_before: str
    says_how_too: tuple[str, ...]
    after_its: str
    says_who: str
    behind_name: str
    signed: str
    no_names_end: str
    hello: str
    number_is: tuple[str, ...]
    not_their_number: tuple[str, ...]
    said_already: tuple[str, ...]
    refers_back: tuple[str, ...]
    back_lead: str
    back_tail: str
    no_name_word: str
    number_note: str
    address_note: str
    address: tuple[str, ...]
    sitters: str
    nobody: tuple[str, ...]
    somebody: tuple[str, ...]
    kept_away: tuple[str, ...]
    home_note: str
    first_names: tuple[str, ...]
    asks_us: tuple[str, ...]
    plainly: dict[str, tuple[str, ...]]
    asks_cost: str
    asks_time_free: tuple[str, ...]
    see_someone: tuple[str, ...]
    late: tuple[str, ...]
    running_late: str
    late_then: str
    not_of_work: str
    there: tuple[str, ...]
    work: tuple[str, ...]
    surely_asks: tuple[str, ...]
    asks_for_times: tuple[str, ...]
    pets: tuple[str, ...]
    bare: dict[str, tuple[str, ...]]
    no_need: str
    social: str
    no_matter_who: tuple[str, ...]
    alone: tuple[str, ...]
    always: tuple[str, ...]
    others: str
    for_another: tuple[str, ...]
    theirs: tuple[str, ...]
    not_theirs: tuple[str, ...]
    not_ours: tuple[str, ...]
    whereabouts: tuple[str, ...]
    ours: tuple[str, ...]
    age: tuple[str, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever writes to us may write anything: no pattern may take for ever over it."""
        for name, held in self:
            groups = held.items() if isinstance(held, dict) else [(None, held)]
            for key, patterns in groups:
                where = (name,) if key is None else (name, key)
                if isinstance(patterns, tuple):
                    yield from faults_in(where, patterns, PARTS)
        for name in ("not_place", "day_one", "apart", "apart_from_choice", "why_asked", "clock_hour", "spaced_clock", "not_hour", "better_then", "not_this", "says_who", "behind_name", "signed", "no_names_end", "hello", "takes_children", "to_school", "not_to_us", "no_more", "hour_not_hour", "hour_free", "but_not_so", "not_of_work", "back_lead", "back_tail"):
            yield from faults_in((name,), [getattr(self, name)], PARTS)


@once
def wording() -> Wording:
    return load_yaml(Path(__file__).with_name("words.yml"), Wording)


def has(text: str, words: Iterable[str]) -> bool:
    said = folded(text)
    return any(one.search(said) for one in _whole(tuple(words)))


@lru_cache(maxsize=MOST_LISTS)
def _whole(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b{one}\b") for one in words)


def first[T: str](text: str, names: Mapping[T, Iterable[str]]) -> T | None:
    return next((name for name, words in names.items() if has(text, words)), None)
