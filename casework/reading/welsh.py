"""Short answers in Welsh, put into the English words that the other readers know. Pure."""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from casework.base.once import once
from casework.base.plain import bare_words
from casework.base.yamlfile import DataModel, load_yaml
from casework.reading.language import is_welsh

FILE = Path(__file__).parent / "data" / "welsh.yml"
LONGEST, ENOUGH = 16, 2
Said = tuple[str, ...]


class Wish(DataModel):
    """What is wished for, in English, with what is done to what; "" where that may be left out."""

    english: str
    verbs: tuple[str, ...]
    of: tuple[str, ...]


class Welsh(DataModel):
    whole: dict[str, tuple[str, ...]]
    pieces: dict[str, str]
    months: dict[str, str]
    before_months: dict[str, str]
    ordinal_ends: tuple[str, ...]
    articles: tuple[str, ...]
    days: dict[str, str]
    before_day: dict[str, str]
    which_day: dict[str, str]
    parts_of_day: dict[str, str]
    hello: tuple[str, ...]
    leads: tuple[str, ...]
    wishes: tuple[Wish, ...]
    numbers: dict[str, int]
    ten: tuple[str, ...]
    not_alone: tuple[str, ...]


@once
def _welsh() -> Welsh:
    return load_yaml(FILE, Welsh)


@once
def _whole() -> dict[Said, str]:
    return {_tokens(one): english for english, said in _welsh().whole.items() for one in said}


@once
def _pieces() -> dict[Said, str]:
    days = {
        _tokens(f"{part} {day}"): f"{english} {of_day}".strip()
        for day, english in _welsh().days.items()
        for part, of_day in _welsh().parts_of_day.items()
    }
    which = {
        _tokens(f"{part} {day} {which}"): words.format(day=english)
        for day, english in _welsh().days.items()
        for part, of_day in _welsh().parts_of_day.items()
        if not of_day
        for which, words in _welsh().which_day.items()
    }
    before = {
        _tokens(f"{word} dydd {day}"): f"{words} {english}"
        for day, english in _welsh().days.items()
        for word, words in _welsh().before_day.items()
    }
    months = {
        _tokens(f"{before} {month}"): f"{words} {english}".strip()
        for month, english in _welsh().months.items()
        for before, words in _welsh().before_months.items()
    }
    return days | which | before | months | {_tokens(said): english for said, english in _welsh().pieces.items()}


@once
def _wishes() -> dict[Said, str]:
    """What may stand at the beginning: "hoffwn i drefnu apwyntiad", and the same without how it begins."""
    return {
        _tokens(f"{lead} {verb} {of}"): wish.english
        for wish in _welsh().wishes
        for verb, of in product(wish.verbs, wish.of)
        for lead in ("", *_welsh().leads)
    }


@once
def _hellos() -> frozenset[Said]:
    return frozenset(map(_tokens, _welsh().hello))


@once
def _longest() -> int:
    return max(map(len, (*_pieces(), *_wishes())))


def in_english(text: str) -> str | None:
    """The English for a short answer; None where any of it is not known, so that nothing is guessed."""
    said = _tokens(text)
    if not said or len(said) > LONGEST:
        return None
    return _whole().get(said) or _wish(_without_hello(said)) or _piece_by_piece(said)


def reads_as_welsh(text: str) -> str | None:
    """The English for short Welsh words in a talk that is not in Welsh; None where they may be English, or a name."""
    said = _tokens(text)
    if not said or all(one in _welsh().not_alone for one in said):
        return None
    return _whole().get(said) or (in_english(text) if is_welsh(text) or _has_enough(said) else None)


def _has_enough(said: Said) -> bool:
    """Whether there are words enough that no English has, which all must be known then."""
    return len([one for one in said if one not in _welsh().not_alone and one not in _welsh().articles and not one[0].isdecimal()]) >= ENOUGH


def _without_hello(said: Said) -> Said:
    """A hello before something else is no more than polite."""
    length = next((n for n in range(3, 0, -1) if said[:n] in _hellos() and len(said) > n), 0)
    return said[length:]


def _wish(said: Said) -> str | None:
    """A wish at the beginning, and the rest piece by piece; None where it begins with none."""
    whole = _whole().get(said)
    length = next((n for n in range(min(_longest(), len(said)), 0, -1) if said[:n] in _wishes()), 0)
    if whole or not length:
        return whole
    rest = _piece_by_piece(said[length:]) if said[length:] else ""
    return None if rest is None else f"{_wishes()[said[:length]]} {rest}".strip()


def _piece_by_piece(said: Sequence[str]) -> str | None:
    found = list(_read(said))
    if None in found or all(one.isdecimal() for one in said):
        return None
    return " ".join(one for one in found if one) or None


def _read(said: Sequence[str]) -> Iterator[str | None]:
    """Each piece in English, the longest first; None where there is none."""
    at = 0
    while at < len(said):
        number, length = _number(said[at:])
        if number is None:
            length = next((n for n in range(_longest(), 0, -1) if tuple(said[at : at + n]) in _pieces()), 0)
            if not length:
                yield None
                return
            yield _pieces()[tuple(said[at : at + length])]
        else:
            yield str(number)
        at += length


def _number(said: Sequence[str]) -> tuple[int | None, int]:
    """The number these words begin with, and how many words it takes: "tri deg pedwar" is 34."""
    if said[0].isdecimal():
        return int(said[0]), 1
    for at, before in enumerate((said[:0], said[:1])):
        if len(said) > at and all(one in _welsh().articles for one in before) and (day := _ordinal(said[at])):
            return day, at + 1
    numbers = _welsh().numbers
    first = numbers.get(said[0])
    if first is None or (first == 0 and len(said) > 1):
        return None, 0
    if first < 10 and len(said) > 1 and said[1] in _welsh().ten:
        last = numbers.get(said[2], 0) if len(said) > 2 else 0
        return (first * 10 + last, 3) if 0 < last < 10 else (first * 10, 2)
    return first, 1


def _ordinal(word: str) -> int | None:
    """ "23ain", in figures; None where it is none."""
    found = re.fullmatch(rf"(\d{{1,2}})(?:{'|'.join(_welsh().ordinal_ends)})", word)
    return int(found[1]) if found else None


def _tokens(text: str) -> Said:
    return bare_words(text)
