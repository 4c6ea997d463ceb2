"""Which bare numbers are hours: those next to a day, a part of a day, or a word for time."""

from datetime import datetime

from casework.reading.when.dates import next_numbered
from casework.reading.when.named import WEEKDAYS
from casework.reading.when.values import Clock, Item, Items, day

LEFT = frozenset("dDKWeHhA~BUbFMLC")
RIGHT = frozenset("IdDHheW><")
JOINS = frozenset("-O&U")
assert len(WEEKDAYS) == 7


def hours_from_numbers(items: Items, ref: datetime) -> Items:
    """Leaves out other words and the numbers that are none of these."""
    items = [_day_number(items, at, ref) for at in range(len(items))]
    changed = True
    while changed:
        turned = [_turned(items, at) for at in range(len(items))]
        changed = turned != items
        items = turned
    return [item for item in items if item.code not in ".n"]


def _near(items: Items, at: int, step: int) -> tuple[str, str]:
    """The codes of the neighbour and the one beyond it, past one comma."""
    at += step
    if 0 <= at < len(items) and items[at].code == ",":
        at += step
    first = items[at].code if 0 <= at < len(items) else ""
    beyond = items[at + step].code if 0 <= at + step < len(items) else ""
    return first, beyond


def _turned(items: Items, at: int) -> Item:
    item = items[at]
    if item.code != "n" or not isinstance(item.value, int) or not 1 <= item.value <= 23:
        return item
    left, before = _near(items, at, -1)
    right, beyond = _near(items, at, 1)
    joined = (left in JOINS and before in "TnH") or (right in JOINS and beyond in "TH")
    stretch = right == "-" and beyond == "n"
    asked = left == "Y" and right in ("", ",")
    if asked or left in LEFT or right in RIGHT or (joined and (before != "n" or left == "-")) or stretch:
        late = item.value > 12
        return Item("T", Clock(item.value - 12 if late else item.value, 0, "pm" if late else None))
    return item


def _day_number(items: Items, at: int, ref: datetime) -> Item:
    """ "Monday 30" is the 30th where that is a Monday, or where no clock shows it."""
    item = items[at]
    if item.code != "n" or not isinstance(item.value, int) or not 1 <= item.value <= 31:
        return item
    if at and items[at - 1].code == "d":
        on = next_numbered(item.value, ref.date())
        if on and (item.value > 23 or (item.value > 12 and on.weekday() == items[at - 1].value)):
            return day(on)
    return item
