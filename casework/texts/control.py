"""Reads an order out of a text: STOP and its kin, in any wording. Pure."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from casework.base.yamlfile import DataModel, load_yaml

SENTENCE_END = re.compile(r"[.!?\n;]+")
SHORT = 300
LEFT = "texting"


class Order(DataModel):
    """`quiet`: obeyed only from a number that gets fewer texts, or none. `idle`: only while we ask them nothing."""

    words: tuple[str, ...] = ()
    sentence: bool = False
    said: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    quiet: bool = False
    idle: bool = False


class Patterns(NamedTuple):
    said: list[re.Pattern[str]]
    unless: list[re.Pattern[str]]
    apart: list[re.Pattern[str]]


class Told(DataModel):
    """News that the assistant is given in other words, which it knows."""

    means: str
    said: tuple[str, ...]
    unless: tuple[str, ...]


class Orders(DataModel):
    polite: tuple[str, ...]
    parts: dict[str, str]
    person: tuple[str, ...]
    unheard: tuple[str, ...]
    new_number: Told
    orders: dict[str, Order]


def order_of(text: str, *, quiet: bool, idle: bool = False) -> str | None:
    """The name of the order in a text; None where there is none. `idle`: nothing that we asked is open."""
    fits = (name for name, order in _orders().orders.items() if _fits(name, order, text, quiet, idle))
    return next(fits, None)


def is_not(name: str, text: str) -> bool:
    """Whether the words say that they mean something else than this order."""
    plain = _plain(text)[:SHORT]
    meant, apart = _patterns()[name], _without(name, plain)
    if any(one.search(plain) for one in meant.unless):
        return True
    return apart != plain and not any(one.search(apart) for one in meant.said)


def wants_person(text: str) -> bool:
    """Whether somebody who stops the texts wants to be helped by a person."""
    return _says(text, _orders().person)


def is_unheard(text: str) -> bool:
    """Whether somebody says that nobody helps them."""
    return _says(text, _orders().unheard)


def new_number(text: str) -> str | None:
    """What stands for it where somebody says that they have another number now."""
    told = _orders().new_number
    return told.means if _says(text, told.said) and not _says(text, told.unless) else None


def _says(text: str, patterns: tuple[str, ...]) -> bool:
    plain = _plain(text)[:SHORT]
    return any(one.search(plain) for one in _compiled(patterns))


def _fits(name: str, order: Order, text: str, quiet: bool, idle: bool) -> bool:
    if (order.quiet and not quiet) or (order.idle and not idle):
        return False
    sentences = SENTENCE_END.split(text) if order.sentence else []
    words = {_bare(one) for one in (text, *sentences)}
    return bool(words & set(order.words)) or _said(name, _plain(text)[:SHORT])


def _said(name: str, plain: str) -> bool:
    return any(one.search(_without(name, plain)) for one in _patterns()[name].said) and not is_not(name, plain)


def _without(name: str, plain: str) -> str:
    """The words without what is another matter; that something was said of texts is left."""
    for one in _patterns()[name].apart:
        plain = one.sub(LEFT, plain)
    return plain


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+|\?$", re.sub(r"['’]", "", text.casefold())))


def _bare(text: str) -> str:
    """Without what is only polite, at either end."""
    plain = _plain(text) if any(map(str.isalnum, text)) else text.strip()
    plain = plain.removesuffix(" ?")
    return _polite().sub("", plain).strip()


@cache
def _orders() -> Orders:
    return load_yaml(Path(__file__).with_name("control.yml"), Orders)


@cache
def _polite() -> re.Pattern[str]:
    one = "|".join(map(re.escape, _orders().polite))
    return re.compile(rf"^(?:(?:{one})\s+)+|(?:\s+(?:{one}))+$")


@cache
def _patterns() -> dict[str, Patterns]:
    return {
        name: Patterns(_compiled(one.said), _compiled(one.unless), _compiled(one.apart))
        for name, one in _orders().orders.items()
    }


@cache
def _compiled(patterns: tuple[str, ...]) -> list[re.Pattern[str]]:
    return [re.compile(_filled(one)) for one in patterns]


def _filled(pattern: str) -> str:
    for name, part in _orders().parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern
