"""A reply as plain words: short forms opened, signs read, stretched and misspelt words put right."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from casework.base.once import once

DATA = Path(__file__).parents[1] / "data"
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
STOP = "|"
WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)*|[&+]|[.!?;,:()\n…-]+")
CURLY = str.maketrans("‘’ʼ`´“”", "'''''\"\"")
STRETCHED = re.compile(r"(.)\1{2,}")
SHORTEST_CORRECTED = 6


@cache
def load(name: str) -> Any:
    return yaml.load((DATA / name).read_text("utf-8"), LOADER)


@once
def fillers() -> frozenset[str]:
    return frozenset(load("words.yml")["fillers"])


def fold(text: str) -> str:
    """Lower case, plain quotes, signs as words, no accents."""
    for sign, meaning in load("words.yml")["signs"].items():
        text = text.replace(sign, f" {meaning}, ")
    plain = unicodedata.normalize("NFKD", text.translate(CURLY))
    return "".join(sign for sign in plain if unicodedata.category(sign) not in ("Mn", "Cf", "Sk")).lower()


def words(text: str) -> list[str]:
    """The words, with STOP where a clause ends."""
    raw = WORD.findall(fold(text))
    return list(_pairs(word for token in raw for word in _meant(token)))


def bare(tokens: Iterable[str]) -> list[str]:
    """Without stops and words that say nothing."""
    return [token for token in tokens if token != STOP and token not in fillers()]


def _meant(token: str) -> Iterator[str]:
    if not token[0].isalnum() and token not in "&+":
        yield STOP
        return
    short = load("words.yml")["short"]
    for form in (token, STRETCHED.sub(r"\1\1", token), STRETCHED.sub(r"\1", token), token.replace("'", "")):
        if form in short:
            yield from short[form].split()
            return
    yield STRETCHED.sub(r"\1", token) if token.isalpha() else token


def _pairs(tokens: Iterable[str]) -> Iterator[str]:
    """Two neighbours that mean something else together."""
    pairs = load("words.yml")["pairs"]
    held: str | None = None
    for token in tokens:
        if held is not None and (meant := pairs.get(f"{held} {token}")):
            yield from meant.split()
            held = None
            continue
        if held is not None:
            yield held
        held = token
    if held is not None:
        yield held


def near(word: str, known: Iterable[str]) -> str:
    """The word, or the one known word a single slip away from it."""
    if len(word) < SHORTEST_CORRECTED or not word.isalpha():
        return word
    close = [one for one in known if one[:1] == word[0] and abs(len(one) - len(word)) < 2 and _one_slip(word, one)]
    return close[0] if len(close) == 1 else word


def _one_slip(left: str, right: str) -> bool:
    """One letter added, dropped, changed, or swapped with its neighbour."""
    start = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    a, b = left[start:], right[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
