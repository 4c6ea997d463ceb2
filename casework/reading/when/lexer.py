"""A plain message to the items it names, in one pass: at each place the first rule that fits."""

import re
from collections.abc import Iterator
from datetime import datetime

from casework.base.once import once
from casework.reading.when import clock, dates, festivals, marks, named, relative, weeks
from casework.reading.when.values import Item, Items, Rule

NUMBER = Rule(r"(?<![\w£/.:])(\d{1,2})(?![\w%/:]|\.\d)", lambda found, ref: [Item("n", int(found[0] or 0))])
WORD = Rule(r"[^\W_]+", lambda found, ref: [Item(".")])


@once
def rules() -> tuple[Rule, ...]:
    return (
        *marks.ELSE,
        *relative.RULES,
        *festivals.RULES,
        *weeks.RULES,
        *named.RULES,
        *dates.RULES,
        *clock.RULES,
        *marks.QUANTITIES,
        *marks.JOINS,
        marks.FILLERS,
        NUMBER,
        WORD,
    )


@once
def compiled() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule.pattern) for rule in rules())


@once
def anything() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<r{at}>{rule.pattern})" for at, rule in enumerate(rules())))


def items_of(text: str, ref: datetime) -> Items:
    return list(_items(text, ref))


def _items(text: str, ref: datetime) -> Iterator[Item]:
    at = 0
    while found := anything().search(text, at):
        first = int((found.lastgroup or "r0")[1:])
        made, at = _made(text, found.start(), first, ref)
        at = max(at, found.start() + 1)
        yield from made


def _made(text: str, at: int, first: int, ref: datetime) -> tuple[Items, int]:
    """The first rule from `first` on that takes what stands here; a rule may find it is no such thing."""
    for index in range(first, len(rules())):
        found = compiled()[index].match(text, at)
        if found and found.end() > at and (made := rules()[index].make(found.groups(), ref)) is not None:
            return made, found.end()
    return [], at + 1
