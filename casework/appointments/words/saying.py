"""What people plainly say of a meeting and its time: another, whichever, the same as before, for whom. Pure."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from casework.appointments.times.wishes import Edge
from casework.appointments.words.wording import first, has, wording
from casework.base.once import once
from casework.base.plain import folded
from casework.council import Area
from casework.reading import read_answer

LONGEST_WHOSE = 120
# A word of so many letters is known by what is much like it.
LONG, ALIKE = 6, 0.85


def again(text: str) -> str | None:
    """Earlier, later or other times than those shown."""
    return first(text, wording().again)


def at_any_hour(text: str) -> bool:
    """Whether any hour of the day will do."""
    return has(text, wording().any_hour)


def all_but(text: str) -> bool:
    """Whether it is all but what they name."""
    return has(text, wording().all_but)


def without_refused_place(text: str) -> str:
    """The rest of the words than that one of those shown is not it: "not the first one, the second"."""
    return re.sub(rf"\b{wording().not_place}", " ", folded(text))


def by_the_clock(text: str) -> str:
    """The same with "after 12 hour" as after 12, and "9 30" as 9:30."""
    text = re.sub(wording().spaced_clock, r"\g<hour>:\g<minutes>", text, flags=re.IGNORECASE)
    return re.sub(wording().clock_hour, r"\g<at>", text, flags=re.IGNORECASE)


def without_not_this(text: str) -> str:
    """The rest of the words than that it is not what they were shown."""
    return re.sub(wording().not_this, "", text, flags=re.IGNORECASE)


def of_day_one(text: str) -> str:
    """The same, less a "one" that is no hour: "the Friday one"."""
    return re.sub(rf"\b{wording().day_one}\b", r"\1", text, flags=re.IGNORECASE)


def would_rather(text: str) -> bool:
    """Whether they ask for something else than they said before."""
    return has(text, wording().rather)


def picked(text: str) -> int | None:
    """Which of the times shown the words name, from 0, -1 the last; there may be none at that place."""
    text = re.sub(wording().not_first, " ", folded(text))
    return next((place for name, place in wording().numbers.items() if has(text, [f"(?:{name})"])), None)


def numbered(text: str) -> tuple[int, bool] | None:
    """The number that the words are no more than, and whether it is said as in "the 2nd"."""
    found = _numbered().fullmatch(folded(text))
    return (int(found["number"]), found["nth"] is not None) if found else None


@once
def _numbered() -> re.Pattern[str]:
    before, after = ("|".join(one) for one in (wording().before_number, wording().after_number))
    return re.compile(rf"\W*(?:(?:{before})\b\W*)*(?P<number>\d{{1,2}})(?P<nth>st|nd|rd|th)?\W*(?:\b(?:{after})\b\W*)*")


def asks_for_more(text: str) -> bool:
    """Whether more of the same are to be shown: "any others?"."""
    return has(text, wording().more)


def only_again(text: str) -> bool:
    """Whether the words are no more than the wish for other times."""
    said = text.strip(" .!").casefold()
    return any(said in names for names in wording().again.values())


def somebody_in(text: str) -> bool:
    """Whether they would rather have one whom they name, be it a person or a day."""
    name = rf"(?!(?:{'|'.join(wording().nobody)})\b)[^\W\d]+"
    return has(text, (one.replace("{name}", name) for one in wording().somebody))


def venue_in(text: str, area: Area) -> str | None:
    """The one venue of the area that the words name, in part of its name too, or in a long word much like it."""
    said, common = _words(text), _words(area.name)
    named = [one.id for one in area.venues if _is_named(_words(one.name) - common, said)]
    return named[0] if len(named) == 1 else None


def _is_named(parts: set[str], said: set[str]) -> bool:
    if said & parts:
        return True
    return any(len(one) >= LONG and SequenceMatcher(None, one, other).ratio() >= ALIKE for one in parts for other in said)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", text.casefold())) - {"the", "work"}


def would_wait(text: str) -> bool:
    """Whether they wish to hear when a time comes free."""
    return has(text, wording().wait)


def would_change(text: str) -> bool:
    """Whether "it" is to be changed, and no more is said: what it is, and when to, is still to be asked."""
    said = folded(text).strip(" .!?")
    return len(said) <= LONGEST_WHOSE and any(re.fullmatch(one, said) for one in wording().changes)


def leaves_list(text: str) -> bool:
    """Whether they would wait no longer."""
    return has(text, wording().off_list)


def beside_list(text: str) -> str:
    """What else they say than that they would wait no longer."""
    for one in wording().off_list:
        text = re.sub(rf"\b(?:{one})", " ", text.replace("’", "'"), flags=re.IGNORECASE)
    return " ".join(text.split())


def would_be_rung(text: str) -> bool:
    return has(text, wording().ring)


def wants_to_keep(text: str) -> bool:
    return has(text, wording().keep)


def is_first_name(text: str) -> bool:
    """Whether it is nothing but a name that a month or a day has too."""
    return text.strip(" .!").casefold() in wording().first_names


def comes_alone(text: str) -> bool:
    """Whether nobody comes with them, which is all they say."""
    said = folded(text).strip(" .!")
    return len(said) <= LONGEST_WHOSE and any(re.fullmatch(one, said) for one in wording().alone)


def in_the_past(text: str) -> bool:
    return has(text, wording().past)


def edge_in(text: str) -> Edge | None:
    """Whether they wish for the earliest there is, or the latest."""
    return first(text, wording().edges)


def of_today(text: str) -> bool:
    """Whether they name a part of today."""
    return has(text, wording().today)


def whichever(text: str) -> bool:
    """Whether any of what is asked will do."""
    return has(text, wording().whichever) and not has(text, wording().not_any)


def says_no_matter_who(text: str) -> bool:
    """Whether anybody will do, or they have no worker of their own."""
    return whichever(text) or has(text, wording().no_matter_who)


def is_social(text: str) -> bool:
    """Whether any word of it is a hello, a goodbye or a thank you, however the whole of it was taken."""
    return not set(re.findall(r"[^\W\d_]+", folded(text))).isdisjoint(wording().social.split())


def had_enough(text: str) -> bool:
    """Whether they would rather not go on."""
    return has(text, wording().enough) or is_seen_to(text)


def is_seen_to(text: str) -> bool:
    """Whether what they came for is sorted without us: "nm sorted it"."""
    return has(text, wording().seen_to)


def all_of_them(text: str) -> bool:
    """Whether they mean every one."""
    return has(text, wording().all_of_them)


def would_see_someone(text: str) -> bool:
    return has(text, wording().see_someone)


def is_for_another(text: str) -> bool:
    """Whether the meeting is to be somebody else's."""
    return has(text, _of_others(wording().for_another))


def is_with_others(text: str) -> bool:
    """Whether they tell of a meeting that is not with us, and ask nothing of us beside it."""
    return _is_elsewhere(text, (*wording().not_ours, *wording().whereabouts))


def changes_with_others(text: str) -> bool:
    """The same of what is moved or called off: that they are in hospital then is why, and is no meeting."""
    return _is_elsewhere(text, wording().not_ours)


def _is_elsewhere(text: str, named: Iterable[str]) -> bool:
    rest = said = folded(text)
    for one in _of_others(named):
        rest = re.sub(rf"\b{one}\b", " ", rest)
    return rest != said and not has(rest, wording().ours)


def says_whose(text: str) -> bool | None:
    """Asked whether the meeting is theirs: whether it is. None where neither is said."""
    said = " ".join(text.split())
    if len(said) > LONGEST_WHOSE:
        return None
    if has(said, _of_others(wording().not_theirs)) or is_for_another(said):
        return False
    if has(said, wording().theirs):
        return True
    return {"yes": True, "no": False}.get(read_answer("yes_no", said)["value"])


def tells_an_age(text: str) -> bool:
    """Whether it is nothing but how old somebody else is."""
    return has(text, _of_others(wording().age))


def _of_others(words: Iterable[str]) -> list[str]:
    return [one.replace("{one}", wording().others) for one in words]


def would_join(text: str) -> bool:
    """Whether they wish to come to something."""
    return has(text, wording().join) and not has(text, wording().unless)


def clubs_in(text: str) -> frozenset[str]:
    """The sorts of sessions that the words name."""
    return frozenset(name for name, words in wording().clubs.items() if has(text, words))


def speaks_of_another(text: str, title: str) -> bool:
    """Whether they speak of some place that has no part in the session: their own work, a garage."""
    return has(text, wording().elsewhere) and not has(title, wording().elsewhere)


def as_before(text: str) -> bool:
    """Whether they wish for a time like the one they had."""
    return has(text, wording().same)


def day_beside(text: str) -> str | None:
    """Whether the day "after" or "before" the one they have is meant."""
    return first(text, wording().day_beside)


def without_day_beside(text: str) -> str:
    words = [one for way in wording().day_beside.values() for one in way]
    return re.sub(rf"\b(?:{'|'.join(words)})", "", text, flags=re.IGNORECASE)


def plainly_same(text: str) -> str:
    """ "Same day but afternoon" is the same day, in the afternoon."""
    return re.sub(rf"\b(?:{'|'.join(wording().same_but)})\b", r"\1", text, flags=re.IGNORECASE)


def without_as_before(text: str) -> str:
    """The rest of the words: where there is nothing to count from, "the same time next week" is next week."""
    return re.sub(rf"\b(?:{'|'.join(wording().same)})\b", "", text, flags=re.IGNORECASE)


def without_way(text: str) -> str:
    """The rest of the words: "by phone on Tuesday" is no deadline."""
    ways = "|".join((*wording().formats["phone"], *wording().formats["video"]))
    return re.sub(rf"\bby (?:a |the )?(?:{ways})(?: call)?\b", "", text, flags=re.IGNORECASE)


def in_weeks(text: str) -> bool:
    return has(text, wording().weeks)


def in_some_week(text: str) -> bool:
    """Whether a date is named, or a day that counts from today."""
    return has(text, wording().some_week)
