"""The plain words of a booking, listed in words.yml, found in what people say."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from casework.base.yamlfile import DataModel, load_yaml
from casework.council import Area

MINUTES = re.compile(r"\b(\d{1,3})\b")
WHO_IS = re.compile(r"(?:\w+ )?who(?: is|'?s) (?!(?:it|this|that|he|she|there)\b)(\w+)\W*")
MOST_LATE = 180
AND = " and "


class Wording(DataModel):
    formats: dict[str, tuple[str, ...]]
    met: tuple[str, ...]
    not_by: tuple[str, ...]
    in_person_only: tuple[str, ...]
    wants: tuple[str, ...]
    again: dict[str, tuple[str, ...]]
    of_that_day: tuple[str, ...]
    features: dict[str, tuple[str, ...]]
    adjustments: tuple[str, ...]
    one_visit: tuple[str, ...]
    wait: tuple[str, ...]
    ring: tuple[str, ...]
    keep: tuple[str, ...]
    same: tuple[str, ...]
    weeks: tuple[str, ...]
    whichever: tuple[str, ...]
    enough: tuple[str, ...]
    cannot: tuple[str, ...]
    join: tuple[str, ...]
    clubs: dict[str, tuple[str, ...]]
    unless: tuple[str, ...]
    elsewhere: tuple[str, ...]
    asks: tuple[str, ...]
    today: tuple[str, ...]
    past: tuple[str, ...]
    numbers: dict[str, int]
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
    one_day: tuple[str, ...]
    nobody: tuple[str, ...]
    somebody: tuple[str, ...]
    home_note: str
    first_names: tuple[str, ...]
    asks_us: tuple[str, ...]
    plainly: dict[str, tuple[str, ...]]
    see_someone: tuple[str, ...]
    late: tuple[str, ...]
    there: tuple[str, ...]
    work: tuple[str, ...]
    pets: tuple[str, ...]
    bare: dict[str, tuple[str, ...]]
    always: tuple[str, ...]


@cache
def wording() -> Wording:
    return load_yaml(Path(__file__).with_name("words.yml"), Wording)


def format_of(text: str) -> str | None:
    """How they would meet; what comes after "not" is no wish."""
    said = _not_by().sub("not", text.casefold().replace("’", "'"))
    return _first(said, wording().formats) or ("in_person" if _has(said, wording().met) else None)


@cache
def _not_by() -> re.Pattern[str]:
    ways = "|".join(f"(?:{one})" for names in wording().formats.values() for one in names)
    return re.compile("|".join(rf"\b{one}\b".replace("{way}", f"(?:{ways})(?: (?:call|meeting))?") for one in wording().not_by))


def plainly_in_person(text: str) -> bool:
    """Whether they wish to meet face to face, in words that are no wish for any person to answer."""
    return _has(text, wording().in_person_only) and format_of(text) == "in_person"


def wishes_for_format(text: str) -> bool:
    """Whether they would meet in a way that they name, and do not ask about it."""
    return format_of(text) is not None and _has(text, wording().wants)


def asks_home_visit(text: str) -> bool:
    return format_of(text) == "home_visit"


def again(text: str) -> str | None:
    """Earlier, later or other times than those shown."""
    return _first(text, wording().again)


def would_rather(text: str) -> bool:
    """Whether they ask for something else than they said before."""
    return _has(text, wording().rather)


def speaks_of_ringing(text: str) -> bool:
    """Whether somebody is to ring somebody, be it how they would meet or not."""
    return _has(text, wording().only_says)


def asked_about(text: str) -> str | None:
    """What they would know of the times shown: "where", "who", how "long", what to "bring", what if "late"."""
    return _first(text, wording().about)


def of_their_meeting(text: str) -> bool:
    """Whether they ask what to bring or tell who comes along, which only a meeting they have can be about."""
    return asked_about(text) == "bring" or _has(text, wording().along)


def asks_who_is(text: str) -> str | None:
    """The one name they ask about: "who is joe?"."""
    found = WHO_IS.fullmatch(text.strip().casefold().replace("’", "'"))
    return found[1] if found else None


def means_another(text: str) -> bool:
    """Whether they speak of a meeting they have, and not of the one being found."""
    return _has(text, wording().another)


def picked(text: str) -> int | None:
    """Which of the times shown the words name, from 0, -1 the last; there may be none at that place."""
    return next((place for name, place in wording().numbers.items() if _has(text, [f"(?:{name})"])), None)


def numbered(text: str) -> tuple[int, bool] | None:
    """The number that the words are no more than, and whether it is said as in "the 2nd"."""
    found = _numbered().fullmatch(text.casefold().replace("’", "'"))
    return (int(found["number"]), found["nth"] is not None) if found else None


@cache
def _numbered() -> re.Pattern[str]:
    before, after = ("|".join(one) for one in (wording().before_number, wording().after_number))
    return re.compile(rf"\W*(?:(?:{before})\b\W*)*(?P<number>\d)(?P<nth>st|nd|rd|th)?\W*(?:\b(?:{after})\b\W*)*")


def only_again(text: str) -> bool:
    """Whether the words are no more than the wish for other times."""
    said = text.strip(" .!").casefold()
    return any(said in names for names in wording().again.values())


def features_in(text: str) -> frozenset[str]:
    """What a room must have for this person."""
    return frozenset(name for name, words in wording().features.items() if _has(text, words))


def somebody_in(text: str) -> bool:
    """Whether they would rather have one whom they name, be it a person or a day."""
    name = rf"(?!(?:{'|'.join(wording().nobody)})\b)[^\W\d]+"
    return _has(text, (one.replace("{name}", name) for one in wording().somebody))


def venue_in(text: str, area: Area) -> str | None:
    """The one venue of the area that the words name, in part of its name too."""
    said, common = _words(text), _words(area.name)
    named = [one.id for one in area.venues if said & (_words(one.name) - common)]
    return named[0] if len(named) == 1 else None


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", text.casefold())) - {"the", "work"}


def service_in(text: str, area: Area) -> str | None:
    """Another service that is to be seen in the same visit; where there are two, both names."""
    if not _has(text, wording().one_visit):
        return None
    sittings = (one for venue in area.venues for one in venue.also_here)
    named = dict.fromkeys(one.name for one in sittings if _has(text, (re.escape(one.name), *map(re.escape, one.words))))
    return AND.join(named) or None


def asks_one_visit(text: str, area: Area) -> bool:
    """Whether a meeting and another service are to be on one day, in so many words."""
    return _has(text, wording().one_day) and service_in(text, area) is not None


def would_wait(text: str) -> bool:
    """Whether they wish to hear when a time comes free."""
    return _has(text, wording().wait)


def would_be_rung(text: str) -> bool:
    return _has(text, wording().ring)


def asks_for_adjustments(text: str) -> bool:
    return _has(text, wording().adjustments) or bool(features_in(text))


def tells_of_adjustments(text: str) -> bool:
    """Whether it is something for the worker to know, and not asked of us."""
    asked = any(re.search(one, text.strip().casefold()) for one in wording().asks)
    return asks_for_adjustments(text) and not asked


def asks_us(text: str) -> bool:
    """Whether it is a question."""
    return text.rstrip().endswith("?") or any(re.search(one, text.strip().casefold()) for one in wording().asks_us)


def plainly_asked(text: str) -> str | None:
    """A question of meetings that needs no guess: are there "steps", "must" they come, what if they "miss" it, is it "free"."""
    return None if is_of_work(text) else _first(text, wording().plainly)


def comes_along(text: str) -> bool:
    """Whether they tell who comes with them."""
    return _has(text, wording().along) and not asks_us(text)


def only_a_format(text: str) -> str | None:
    """The way to meet, where the words are no more than that."""
    said = text.strip(" .!").casefold()
    return next((name for name, words in wording().bare.items() if said in words), None)


def asks_for_pet(text: str) -> bool:
    return _has(text, wording().pets) and not _has(text, wording().always)


def lasts(text: str) -> bool:
    """Whether what they need for a meeting holds for the next too; who comes along is for this one."""
    return not _has(text, wording().along) or _has(text, wording().always)


def wants_to_keep(text: str) -> bool:
    return _has(text, wording().keep)


def is_first_name(text: str) -> bool:
    """Whether it is nothing but a name that a month or a day has too."""
    return text.strip(" .!").casefold() in wording().first_names


def in_the_past(text: str) -> bool:
    return _has(text, wording().past)


def of_today(text: str) -> bool:
    """Whether they name a part of today."""
    return _has(text, wording().today)


def whichever(text: str) -> bool:
    """Whether any of what is asked will do."""
    return _has(text, wording().whichever)


def had_enough(text: str) -> bool:
    """Whether they would rather not go on."""
    return _has(text, wording().enough)


def cannot_come(text: str) -> bool:
    """Whether they say that they will not be there."""
    return _has(text, wording().cannot)


def would_see_someone(text: str) -> bool:
    return _has(text, wording().see_someone)


def says_late(text: str) -> bool:
    """Whether they say that they will be there after the time, or how late."""
    return _has(text, wording().late)


def says_there(text: str) -> bool:
    """Whether they say that they have come."""
    return _has(text, wording().there)


def is_of_work(text: str) -> bool:
    """Whether their own work is named."""
    return _has(text, wording().work)


def would_join(text: str) -> bool:
    """Whether they wish to come to something."""
    return _has(text, wording().join) and not _has(text, wording().unless)


def clubs_in(text: str) -> frozenset[str]:
    """The sorts of sessions that the words name."""
    return frozenset(name for name, words in wording().clubs.items() if _has(text, words))


def speaks_of_another(text: str, title: str) -> bool:
    """Whether they speak of some place that has no part in the session: their own work, a garage."""
    return _has(text, wording().elsewhere) and not _has(title, wording().elsewhere)


def as_before(text: str) -> bool:
    """Whether they wish for a time like the one they had."""
    return _has(text, wording().same)


def without_as_before(text: str) -> str:
    """The rest of the words: where there is nothing to count from, "the same time next week" is next week."""
    return re.sub(rf"\b(?:{'|'.join(wording().same)})\b", "", text, flags=re.IGNORECASE)


def in_weeks(text: str) -> bool:
    return _has(text, wording().weeks)


def minutes_in(text: str) -> int | None:
    """How late somebody says they will be."""
    said = MINUTES.search(text)
    return min(int(said[1]), MOST_LATE) if said else None


def _has(text: str, words: Iterable[str]) -> bool:
    said = text.casefold().replace("’", "'")
    return any(re.search(rf"\b{one}\b", said) for one in words)


def _first(text: str, names: Mapping[str, Iterable[str]]) -> str | None:
    return next((name for name, words in names.items() if _has(text, words)), None)
