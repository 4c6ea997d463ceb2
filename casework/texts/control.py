"""Reads an order out of a text: STOP and its kin, in any wording. Pure."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from casework.base.once import once
from casework.base.patterns import compiled, faults_in
from casework.base.plain import plain
from casework.base.yamlfile import DataModel, Known, Where, load_yaml

SENTENCE_END = re.compile(r"[.!?\n;]+")
BREAK = re.compile(r"(?<!\d)[.!?\n;]+|[.!?\n;]+(?!\d)")
MARK = " . "
SHORT = 300
LEFT = "texting"
THEM = "themselves0"
LATE = "late"
# Away, and no texts meanwhile.
OFF = "away_no_texts"
PART = re.compile(r"[.!?;,\n]+|\b(?:and|but|so|because|cos)\b", re.IGNORECASE)


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
    said: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    apart: tuple[re.Pattern[str], ...]


class Forms(NamedTuple):
    """A text as orders are looked for in it: `marked` tells where a sentence ends, `bare` is without what is only polite."""

    said: str
    marked: str
    bare: set[str]
    sentences: set[str]


class Told(DataModel):
    """News that the assistant is given in other words, which it knows."""

    means: str
    beside: tuple[str, ...]
    said: tuple[str, ...]
    unless: tuple[str, ...]


class RatherText(DataModel):
    """That they would be written to and not rung."""

    wish: tuple[str, ...]
    may: tuple[str, ...]
    no_ring: tuple[str, ...]
    beside: tuple[str, ...]


class NotThem(DataModel):
    """That the person we write to has this number no more; {them} is their name, none of `words` but beside `named`."""

    said: tuple[str, ...]
    unless: tuple[str, ...]
    words: tuple[str, ...]
    named: tuple[str, ...]


class Orders(DataModel):
    polite: tuple[str, ...]
    swears: tuple[str, ...]
    parts: dict[str, str]
    person: tuple[str, ...]
    unheard: tuple[str, ...]
    forbids: tuple[str, ...]
    no_texts: tuple[str, ...]
    the_texts: tuple[str, ...]
    of_the_call: tuple[str, ...]
    still_waits: tuple[str, ...]
    who_rings: tuple[str, ...]
    sooner: tuple[str, ...]
    welcome: tuple[str, ...]
    rather_text: RatherText
    places: tuple[str, ...]
    overnight: tuple[str, ...]
    bare_no: tuple[str, ...]
    calling_off: tuple[str, ...]
    your_list: tuple[str, ...]
    right_number: tuple[str, ...]
    perhaps_right: tuple[str, ...]
    automatic: tuple[str, ...]
    quoted: tuple[str, ...]
    new_number: Told
    not_them: NotThem
    orders: dict[str, Order]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever texts us may write anything: no pattern may take for ever over it."""
        for name in ("swears", "person", "unheard", "forbids", "no_texts", "the_texts", "sooner", "welcome", "of_the_call", "still_waits", "who_rings", "places", "overnight", "right_number", "perhaps_right", "bare_no", "calling_off", "your_list", "automatic", "quoted"):
            yield from faults_in((name,), getattr(self, name), self.parts)
        for name in ("beside", "said", "unless"):
            yield from faults_in(("new_number", name), getattr(self.new_number, name), self.parts)
        for name in ("wish", "may", "no_ring", "beside"):
            yield from faults_in(("rather_text", name), getattr(self.rather_text, name), self.parts)
        for name in ("said", "unless", "named"):
            yield from faults_in(("not_them", name), getattr(self.not_them, name), self.parts | {"them": THEM})
        for name, order in self.orders.items():
            for kind in ("said", "unless", "apart"):
                yield from faults_in(("orders", name, kind), getattr(order, kind), self.parts)


def order_of(text: str, *, quiet: bool, idle: bool = False, whole: bool = False) -> str | None:
    """The name of the order in a text; None where there is none.

    `idle`: nothing that we asked is open. `whole`: nothing is another matter, and what forbids some texts is a STOP.
    """
    forms = _forms(text)
    fits = (name for name, order in _orders().orders.items() if _fits(name, order, forms, quiet, idle, whole))
    return next(fits, None)


def is_not(name: str, text: str) -> bool:
    """Whether the words say that they mean something else than this order."""
    patterns, marked = _patterns()[name], _marked(text)
    if any(one.search(_plain(text)[:SHORT]) for one in patterns.unless):
        return True
    left = _without(name, marked)
    said = any(one.search(left) for one in patterns.said)
    return any(one.search(marked) for one in patterns.apart) and not said


def wants_person(text: str) -> bool:
    """Whether somebody who stops the texts wants to be helped by a person."""
    return _says(text, _orders().person)


def is_unheard(text: str) -> bool:
    """Whether somebody says that nobody helps them."""
    return _says(text, _orders().unheard)


def forbids(text: str) -> bool:
    """Whether somebody wants no texts, if only then or there."""
    return _says(text, _orders().forbids)


def forbids_texts(text: str) -> bool:
    """The same, where the words name our texts and can be of nothing else."""
    return _says(text, _orders().no_texts)


def names_texts(text: str) -> bool:
    """Whether our texts to their phone are spoken of."""
    return _says(text, _orders().the_texts)


def would_be_sooner(text: str) -> bool:
    """Whether who waits to be rung would be rung sooner."""
    return _says(text, _orders().sooner)


def welcomes_texts(text: str) -> bool:
    """Whether they are glad of our texts, whatever else they refuse."""
    return _says(text, _orders().welcome)


def is_of_the_call(text: str) -> bool:
    """Whether they ask when they are rung, or tell that they cannot take a call then."""
    return _says(text, _orders().of_the_call)


def still_waits(text: str) -> bool:
    """Whether nobody has rung who should have, they say, or they missed the call."""
    return _says(text, _orders().still_waits)


def asks_who_rings(text: str) -> bool:
    """Whether they ask who rings them, or if that is their work."""
    return _says(text, _orders().who_rings)


def rather_texts(text: str) -> bool:
    """Whether they would be written to and not rung, whatever else they say."""
    told = _orders().rather_text
    return _says(text, told.wish) or (_says(text, told.may) and _says(text, told.no_ring))


def only_rather_texts(text: str) -> bool:
    """Whether they say so and nothing else."""
    told = _orders().rather_text
    return rather_texts(text) and not _left(text, (*told.wish, *told.no_ring, *told.may, *told.beside))


def is_of_a_place(text: str) -> bool:
    """Whether a place is named, whose times we do not know."""
    return _says(text, _orders().places)


def runs_overnight(text: str) -> bool:
    """Whether the hours may run past midnight."""
    return _says(text, _orders().overnight)


def is_right_number(text: str) -> bool:
    """Whether somebody takes back that the number was wrong."""
    return _says(text, _orders().right_number)


def is_perhaps_right(text: str) -> bool:
    """Whether they may mean that, or say who they are."""
    return _says(text, _orders().perhaps_right)


def is_bare_no(text: str) -> bool:
    """Whether no is all they say."""
    return _says(text, _orders().bare_no)


def names_calling_off(text: str) -> bool:
    """Whether a STOP may be meant for a meeting."""
    return _says(text, _orders().calling_off)


def names_your_list(text: str) -> bool:
    """Whether the list they speak of may be that of our texts."""
    return _says(text, _orders().your_list)


def tells_late(text: str) -> bool:
    """Whether one part of it is that they will be late."""
    return any(order_of(one, quiet=False) == LATE for one in (text, *PART.split(text)))


def is_automatic(text: str) -> bool:
    """Whether a phone answered by itself, and says so."""
    return _says(text, _orders().automatic)


def unquoted(text: str) -> str:
    """The words without a machine's own "reply STOP"."""
    return _left(text, _orders().quoted)


def is_not_them(text: str, names: Iterable[str]) -> bool:
    """Whether somebody says that none of these, whose number we have it for, has it."""
    said, patterns = _plain(text)[:SHORT], _orders().not_them
    for name in _telling(text, names):
        said = re.sub(rf"\b{re.escape(name)}(s|(?= s\b))?\b", lambda found: f"{THEM} s" if found[1] else THEM, said)
    if THEM not in said or any(one.search(said) for one in _of_them(patterns.unless)):
        return False
    return any(one.search(said) for one in _of_them(patterns.said))


def _telling(text: str, names: Iterable[str]) -> list[str]:
    """Without those that are words too, unless a number or a phone is spoken of."""
    patterns = _orders().not_them
    named = _says(text, patterns.named)
    return [name for name in map(plain, names) if name and (named or name not in patterns.words)]


def new_number(text: str) -> str | None:
    """What stands for it where somebody says that they have another number now, and nothing else."""
    told = _orders().new_number
    if not _says(text, told.said) or _says(text, told.unless):
        return None
    return None if _left(text, told.beside) else told.means


def _left(text: str, patterns: tuple[str, ...]) -> str:
    """The words without these."""
    said = _plain(text)
    for one in _compiled(patterns):
        said = " ".join(one.sub(" ", said).split())
    return said


def _says(text: str, patterns: tuple[str, ...]) -> bool:
    said = _plain(text)[:SHORT]
    return any(one.search(said) for one in _compiled(patterns))


def _forms(text: str) -> Forms:
    bare = _bare(text)
    return Forms(_plain(text)[:SHORT], _marked(text), {bare}, {bare, *map(_bare, SENTENCE_END.split(text))})


def _fits(name: str, order: Order, forms: Forms, quiet: bool, idle: bool, whole: bool) -> bool:
    if (order.quiet and not quiet) or (order.idle and not idle):
        return False
    words = forms.sentences if order.sentence else forms.bare
    return not words.isdisjoint(order.words) or _said(name, forms, whole)


def _said(name: str, forms: Forms, whole: bool) -> bool:
    patterns = _patterns()[name]
    left = forms.said if whole else _without(name, forms.marked)
    return any(one.search(left) for one in patterns.said) and not any(one.search(forms.said) for one in patterns.unless)


def _without(name: str, marked: str) -> str:
    """The words without what is another matter; that something was said of texts is left."""
    for one in _patterns()[name].apart:
        marked = one.sub(LEFT, marked)
    return marked.replace(MARK, " ")


def _marked(text: str) -> str:
    """The words, and where a sentence ends."""
    parts = [one for one in map(_plain, BREAK.split(text)) if one]
    return MARK.join(parts)[:SHORT] + (" ?" if _plain(text).endswith("?") else "")


def _plain(text: str) -> str:
    """With a question mark at its end, which tells a question from an order."""
    said = plain(text)
    for one in _compiled(_orders().swears):
        said = " ".join(one.sub(" ", said).split())
    return f"{said} ?".lstrip() if text.endswith("?") else said


def _bare(text: str) -> str:
    """Without what is only polite, at either end."""
    said = _plain(text) if any(map(str.isalnum, text)) else text.strip()
    said = said.removesuffix(" ?")
    return _polite().sub("", said).strip()


@once
def _orders() -> Orders:
    return load_yaml(Path(__file__).with_name("control.yml"), Orders)


@cache
def _of_them(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return compiled(patterns, _orders().parts | {"them": THEM})


@once
def _polite() -> re.Pattern[str]:
    one = "|".join(map(re.escape, _orders().polite))
    return re.compile(rf"^(?:(?:{one})\s+)+|(?:\s+(?:{one}))+$")


@once
def _patterns() -> dict[str, Patterns]:
    return {
        name: Patterns(_compiled(one.said), _compiled(one.unless), _compiled(one.apart))
        for name, one in _orders().orders.items()
    }


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return compiled(patterns, _orders().parts)
