"""What a meeting needs beside a time: a room that fits, another service, help, company. Pure."""

import re
from collections.abc import Sequence

from casework.appointments.words.asking import asks_us, is_of_work
from casework.appointments.words.quietly import keeps_quiet
from casework.appointments.words.school_run import is_school_run
from casework.appointments.words.wording import has, wording
from casework.base.once import once
from casework.base.plain import folded
from casework.council import Area

FEW, SOME = 4, 14
SEES = "(see|meet|speak|talk|visit|book|have|fit|add)"
CLAUSE = re.compile(r"[,.;!?]|\b(?=(?:im|i'm|i’m|i am|i use|i need|i have|can (?:i|we|you)|could (?:i|we|you))\b)", re.IGNORECASE)
PIECE = re.compile(r"[,.;!?]+| (?:and|but|also) (?=is |are |do |does |can |could |where |what |how )|\s(?=(?:is|are) there )", re.IGNORECASE)
LEADS = r"(?:i'?m|i am|i have|i use|i get|i need|i'?ve(?: got)?|got|am|have|need|needs|want|use|with|and|as|because|cos|coz|a|an|my|very|also)"
LONGEST_NOTE, LONGEST_WISH = 500, 160
# {language} is any we know by name; to learn one is another wish.
THEIRS = (
    r"(?:i|we|he|she|me|they)(?: (?:only|just|can|do|really|best))* (?:speak|talk|need|want|understand)s?(?: (?:only|just|in|a|an|the|some))* {language}(?! (?:lessons?|class\w*|courses?|food|visa|passport|teacher|tutor|gcse|a levels?))",
    r"{language},? (?:language|speaker|speaking|only|please|pls|plz)\b",
    r"(?:my )?(?:first |own )?language(?: is|:)? {language}",
)


def features_in(text: str) -> frozenset[str]:
    """What a room must have for this person."""
    return frozenset(name for name, words in wording().features.items() if has(text, words))


def services_in(text: str, area: Area) -> list[str]:
    """Names of other services that are to be seen in the same visit."""
    if not has(text, wording().one_visit):
        return []
    sittings = (one for venue in area.venues for one in venue.also_here)
    named = (one.name for one in sittings if has(text, (re.escape(one.name), _sitter(one.name), *map(re.escape, one.words))))
    return list(dict.fromkeys(named))


def _sitter(service: str) -> str:
    return f"{re.escape(service.split()[0])} {wording().sitters}"


def beside_it(text: str, area: Area) -> list[str]:
    """The services that they would see right before or after the meeting they have, and say little else."""
    sees = len(text.split()) <= SOME and has(text, (SEES,)) and has(text, wording().one_day)
    return services_in(text, area) if sees else []


def asks_one_visit(text: str, area: Area) -> bool:
    """Whether a meeting and another service are to be on one day, in so many words."""
    return has(text, wording().one_day) and bool(services_in(text, area))


def adds_service(text: str, area: Area, known: Sequence[str]) -> bool:
    """Whether the words ask for one more service in the visit that is being found, and for little else."""
    more = set(services_in(text, area)) - set(known)
    return bool(more) and (has(text, (*wording().one_day, *wording().there_too)) or len(text.split()) <= FEW)


def without_one_visit(text: str) -> str:
    """The rest of the words: "the same day" as another service is no day that they wish for."""
    return re.sub(rf"\b(?:{'|'.join(wording().one_visit)})\b", "", text, flags=re.IGNORECASE)


def asks_for_adjustments(text: str) -> bool:
    return has(text, (*wording().adjustments, *wording().needs, *wording().how_to_ring, *wording().along)) or bool(features_in(text))


def tells_need(text: str) -> bool:
    """Whether they say what they need at any meeting, whatever they were asked: beside a question too, "I am deaf, can I book"."""
    return any(_needs(one) and (not asks_us(one) or has(one, wording().wants)) for one in (text, *CLAUSE.split(text)))


def without_needs(text: str) -> str:
    """The rest of the words: with what they begin, such as "I use a", a need goes as well."""
    in_theirs = rf"(?:{'|'.join(wording().languages)}) (?:speaking )?(?:{'|'.join(wording().interpreters[:2])})"
    needs = (in_theirs, *_of_language(), *wording().needs, *wording().how_to_ring, *(one for words in wording().features.values() for one in words))
    return re.sub(rf"\b(?:{LEADS}\W++)*+(?:{'|'.join(needs)})\b", " ", folded(text))


def _needs(text: str) -> bool:
    return has(text, (*wording().needs, *wording().how_to_ring)) or bool(features_in(text)) or speaks_only(text)


def speaks_only(text: str) -> bool:
    """Whether they say which language they speak, or need."""
    return has(text, _of_language())


@once
def _of_language() -> tuple[str, ...]:
    return tuple(one.replace("{language}", f"(?:{'|'.join(wording().languages)})") for one in THEIRS)


def no_calls(text: str) -> bool:
    """Whether they cannot be rung: they do not hear, or cannot use a phone."""
    return has(text, wording().no_calls)


def tells_worker(text: str) -> bool:
    """Whether they say what they need, whom they would talk to or who comes with them, be it in the middle of something else."""
    return tells_need(text) or (no_calls(text) and not asks_us(text)) or prefers_who(text) or keeps_quiet(text) or keeps_theirs_away(text) or (comes_along(text) and not is_of_work(text))


def prefers_who(text: str) -> bool:
    """Whether they would be met by a woman, or by a man."""
    return plainly_prefers_who(text) or (len(text) <= LONGEST_WISH and has(text, wording().who_meets_beside))


def plainly_prefers_who(text: str) -> bool:
    """The same, with little beside it: of first words the rest may be graver."""
    return len(text) <= LONGEST_WISH and has(text, wording().who_meets)


def lacks_language(text: str) -> bool:
    """Whether an interpreter is wished for and not from which language."""
    return has(text, wording().interpreters) and not names_language(text)


def names_language(text: str) -> bool:
    return has(text, wording().languages)


def tells_of_adjustments(text: str) -> bool:
    """Whether it is something for the worker to know, and not asked of us."""
    asked = any(re.search(one, text.strip().casefold()) for one in wording().asks)
    return asks_for_adjustments(text) and not asked


def told_beside(text: str) -> str:
    """What they need, said beside a question; "" where nothing of that is said, or no question."""
    pieces = [one.strip() for one in PIECE.split(text) if one.strip()]
    told = [one for one in pieces if asks_for_adjustments(one) and not asks_us(one)]
    return ", ".join(told) if len(told) < len(pieces) else ""


def keeps_theirs_away(text: str) -> bool:
    """Whether somebody of theirs is not to be there."""
    return has(text, wording().kept_away)


def comes_along(text: str) -> bool:
    """Whether they tell who comes with them."""
    return has(text, wording().along) and not asks_us(text) and not is_school_run(text)


def asks_for_pet(text: str) -> bool:
    return has(text, wording().pets) and not has(text, wording().always)


def with_more(noted: str, said: str) -> str:
    """Both, as the worker reads them."""
    return "; ".join(filter(None, (noted, said)))[:LONGEST_NOTE]


def lasts(text: str) -> bool:
    """Whether what they need for a meeting holds for the next too; who comes along is for this one."""
    return not has(text, wording().along) or has(text, wording().always)
