"""Items put together by small rules over their codes."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from casework.reading.when.values import Items

Make = Callable[[Items, datetime], Items]


class Rewrite(NamedTuple):
    pattern: re.Pattern[str]
    make: Make


def rewrite(pattern: str, make: Make) -> Rewrite:
    return Rewrite(re.compile(pattern), make)


def codes(items: Items) -> str:
    return "".join(item.code for item in items)


def rewritten(items: Items, rules: Iterable[Rewrite], ref: datetime) -> Items:
    """Each rule in turn, wherever it fits, from left to right."""
    for rule in rules:
        at = 0
        while found := rule.pattern.search(codes(items), at):
            made = rule.make(items[found.start() : found.end()], ref)
            items = [*items[: found.start()], *made, *items[found.end() :]]
            at = found.start() + max(len(made), 1)
    return items


def only(items: Items, wanted: str) -> Items:
    return [item for item in items if item.code in wanted]
