"""Short answers in Welsh, put into the English words that the other readers know. Pure."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from casework.base.plain import bare_words
from casework.base.yamlfile import DataModel, load_yaml
from casework.reading.language import is_welsh

FILE = Path(__file__).parent / "data" / "welsh.yml"
LONGEST, LONGEST_PIECE = 12, 5


class Welsh(DataModel):
    whole: dict[str, tuple[str, ...]]
    pieces: dict[str, str]
    numbers: dict[str, int]
    ten: tuple[str, ...]
    not_alone: tuple[str, ...]


@cache
def _welsh() -> Welsh:
    return load_yaml(FILE, Welsh)


@cache
def _whole() -> dict[tuple[str, ...], str]:
    return {_tokens(one): english for english, said in _welsh().whole.items() for one in said}


@cache
def _pieces() -> dict[tuple[str, ...], str]:
    return {_tokens(said): english for said, english in _welsh().pieces.items()}


def in_english(text: str) -> str | None:
    """The English for a short answer; None where any of it is not known, so that nothing is guessed."""
    said = _tokens(text)
    if not said or len(said) > LONGEST:
        return None
    return _whole().get(said) or _piece_by_piece(said)


def reads_as_welsh(text: str) -> str | None:
    """The English for short Welsh words in a talk that is not in Welsh; None where they may be English, or a name."""
    said = _tokens(text)
    if not said or all(one in _welsh().not_alone for one in said):
        return None
    return _whole().get(said) or (in_english(text) if is_welsh(text) else None)


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
            length = next((n for n in range(LONGEST_PIECE, 0, -1) if tuple(said[at : at + n]) in _pieces()), 0)
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
    numbers = _welsh().numbers
    first = numbers.get(said[0])
    if first is None or (first == 0 and len(said) > 1):
        return None, 0
    if first < 10 and len(said) > 1 and said[1] in _welsh().ten:
        last = numbers.get(said[2], 0) if len(said) > 2 else 0
        return (first * 10 + last, 3) if 0 < last < 10 else (first * 10, 2)
    return first, 1


def _tokens(text: str) -> tuple[str, ...]:
    return bare_words(text)
