"""The notation that pattern files are written in, compiled to spaCy token patterns.

word         that word                     <group>   any entry of a named group
a|b          either word                   (a b|c)   either phrase
[really]     may be there or not           !a|b      one word, but none of these
..           up to two words, none of them "i" or "not"
...          up to five words of the same sentence
<number>     any number in figures
^  $         the sentence starts here, the clause ends here
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any

Sequence = tuple[str, ...]
Groups = Mapping[str, list[Sequence]]

BOUNDARY = "."
NUMBER = "<number>"
GAPS = {"..": (2, [BOUNDARY, "i", "not", "never"]), "...": (5, [BOUNDARY])}


def expand(text: str, groups: Groups) -> list[Sequence]:
    """Every way to say `text`, each a sequence of atoms; single words stay together as `a|b`.

    Raises ValueError where brackets do not close."""
    if any(text.count(left) != text.count(right) for left, right in ("()", "[]", "<>")):
        raise ValueError(f"brackets do not close: {text}")
    parts = [_ways(piece, groups) for piece in _split(text, " ")]
    return _together([tuple(atom for part in way for atom in part) for way in product(*parts)])


def token_pattern(atom: str) -> dict[str, Any]:
    if atom in GAPS:
        return {"ORTH": {"NOT_IN": GAPS[atom][1]}, "OP": f"{{0,{GAPS[atom][0]}}}"}
    if atom == NUMBER:
        return {"IS_DIGIT": True}
    if atom == "^":
        return {"ORTH": BOUNDARY}
    token: dict[str, Any] = {"OP": "?"} if atom.endswith("?") else {}
    if "$" in atom:
        token["TAG"] = "end"
    if atom.startswith("!"):
        return token | {"ORTH": {"NOT_IN": [BOUNDARY, *words(atom)]}}
    listed = words(atom)
    return token | {"ORTH": listed[0] if len(listed) == 1 else {"IN": list(listed)}}


@cache
def words(atom: str) -> tuple[str, ...]:
    return () if atom == NUMBER else tuple(filter(None, atom.strip("!?$^.").split("|")))


@cache
def required(atom: str) -> bool:
    return bool(words(atom)) and not atom.startswith("!") and not atom.endswith("?")


def _ways(piece: str, groups: Groups) -> list[Sequence]:
    close = {"(": ")", "[": "]"}.get(piece[0], "")
    if close and piece.rstrip("$").endswith(close):
        end = piece[len(piece.rstrip("$")) :]
        inner = [way for phrase in _split(piece.rstrip("$")[1:-1], "|") for way in expand(phrase + end, groups)]
        return _optional(_together(inner)) if close == "]" else _together(inner)
    if piece.startswith("<") and piece != NUMBER:
        name = piece.rstrip("$")
        return [_ending(way, piece[len(name) :]) for way in groups[name[1:-1]]]
    return [(_ending_word(piece),)]


def _ending(way: Sequence, end: str) -> Sequence:
    return (*way[:-1], way[-1] + end)


def _ending_word(piece: str) -> str:
    return piece.replace("$", "") + "$" if piece.endswith("$") else piece


def _optional(ways: list[Sequence]) -> list[Sequence]:
    if len(ways) == 1 and len(ways[0]) == 1 and required(ways[0][0]):
        return [(ways[0][0] + "?",)]
    return [(), *ways]


def _together(ways: list[Sequence]) -> list[Sequence]:
    """Fewer ways that say the same: those differing in one plain word become one, `(going|about) to`."""
    for at in range(max(map(len, ways), default=0)):
        if len(ways) == 1:
            break
        merged: dict[tuple[Sequence, Sequence], list[str]] = {}
        rest: list[Sequence] = []
        for way in ways:
            if at < len(way) and _plain(way[at]):
                merged.setdefault((way[:at], way[at + 1 :]), []).append(way[at])
            else:
                rest.append(way)
        ways = rest + [(*left, "|".join(atoms), *right) for (left, right), atoms in merged.items()]
    return ways


@cache
def _plain(atom: str) -> bool:
    return re.fullmatch(r"[\w|]+", atom) is not None


def _split(text: str, separator: str) -> Iterator[str]:
    """Splits outside brackets only."""
    depth, piece = 0, ""
    for letter in text + separator:
        depth += (letter in "([") - (letter in ")]")
        if letter == separator and depth == 0:
            if piece.strip():
                yield piece.strip()
            piece = ""
        else:
            piece += letter
