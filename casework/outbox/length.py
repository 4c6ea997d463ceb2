"""How long a text is as phones count it: GSM-7 where its letters allow that, else UCS-2."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
DOUBLE = frozenset("^{}\\[~]|€\f")
# Letters of one text alone, and of each part of a joined one.
ROOM = {"GSM-7": (160, 153), "UCS-2": (70, 67)}
PLAINER = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " ", "·": "-"}
)


@dataclass(frozen=True)
class Length:
    """`units` are septets or 16-bit letters; `parts` is what the text costs."""

    encoding: Literal["GSM-7", "UCS-2"]
    units: int
    parts: int


def length(text: str) -> Length:
    encoding: Literal["GSM-7", "UCS-2"] = "GSM-7" if set(text) <= BASIC | DOUBLE else "UCS-2"
    sizes = [_size(one, encoding) for one in text]
    alone, joined = ROOM[encoding]
    return Length(encoding, sum(sizes), 1 if sum(sizes) <= alone else _parts(sizes, joined))


def plainer(text: str) -> str:
    """Without the typographic marks that would cost more and say nothing more."""
    return text.translate(PLAINER)


def without_accents(text: str) -> str:
    """Plainer, and with every letter that would make the text dear without its accent."""
    return "".join(one if one in BASIC | DOUBLE else _bare(one) for one in plainer(text))


def cheapest(text: str) -> str:
    """Plainer; and a name's accents, which one text has no room for, are left out where that saves a part and nothing else is lost."""
    plain = plainer(text)
    if length(plain).parts == 1:
        return plain
    bare = without_accents(plain)
    return bare if length(bare).encoding == "GSM-7" and length(bare).parts < length(plain).parts else plain


def _bare(letter: str) -> str:
    bare = "".join(one for one in unicodedata.normalize("NFD", letter) if not unicodedata.combining(one))
    return bare or letter


def _size(letter: str, encoding: str) -> int:
    if encoding == "GSM-7":
        return 2 if letter in DOUBLE else 1
    return 2 if ord(letter) > 0xFFFF else 1


def _parts(sizes: Iterable[int], room: int) -> int:
    """No letter is cut in two between parts."""
    parts, used = 1, 0
    for size in sizes:
        if used + size > room:
            parts, used = parts + 1, 0
        used += size
    return parts
