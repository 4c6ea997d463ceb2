"""The days and hours of every week that words offer or rule out: "only mornings", "not after 6", "saturdays 10 to 12"."""

from typing import NamedTuple

from casework.reading.when.choosing import chosen, weekdays_of
from casework.reading.when.either import either
from casework.reading.when.offers import combined
from casework.reading.when.often import WEEKEND as WEEKEND_DAYS
from casework.reading.when.rewriting import codes, only
from casework.reading.when.values import Hours, Item, Items

WEEKDAY, EVERY_ONE, WEEKEND, ANY_TIME = "d", "e", "W", "Z"
ONCE = "DKmaLPS?!"
# What bounds a stretch and found none to bound: something was said that is not read.
LOST = "ABUbFM><T"


class Weekly(NamedTuple):
    """Weekdays 0 to 6 and stretches of the day, those offered and those ruled out; none offered leaves all of them.

    `several`: days with hours of their own each, which are not one set of days with the same hours.
    """

    days: frozenset[int]
    hours: tuple[Hours, ...]
    no_days: frozenset[int]
    no_hours: tuple[Hours, ...]
    any_time: bool = False
    several: bool = False

    @property
    def offers(self) -> bool:
        return bool(self.days or self.hours)

    @property
    def rules_out(self) -> bool:
        return bool(self.no_days or self.no_hours)


def every_week(items: Items) -> Items:
    """A weekday named is each one of that name; so is a weekend."""
    return [_every_week(one) for one in items]


def _every_week(item: Item) -> Item:
    if item.code == WEEKDAY:
        assert isinstance(item.value, int)
        return Item(EVERY_ONE, frozenset({item.value}))
    return Item(EVERY_ONE, WEEKEND_DAYS) if item.code == WEEKEND else item


def weekly(items: Items) -> Weekly | None:
    """None where nothing of every week is named, or something of one day alone."""
    offered, excluded = chosen(items)
    if only([*offered, *excluded], ONCE + LOST):
        return None
    hours, no_hours = _hours(offered), _hours(excluded)
    if any(one.exact for one in (*hours, *no_hours)):
        return None
    read = Weekly(
        _days(offered),
        hours,
        _days(excluded),
        no_hours,
        any_time=ANY_TIME in codes(items),
        several=(len(hours) > 1 and len(only(offered, EVERY_ONE)) > 1) or bool(either(offered)),
    )
    return read if read.offers or read.rules_out or read.any_time else None


def _days(items: Items) -> frozenset[int]:
    return frozenset[int]().union(*map(weekdays_of, only(items, EVERY_ONE)))


def _hours(items: Items) -> tuple[Hours, ...]:
    """Each stretch by itself; "evenings after 6" is one."""
    found: list[Hours] = []
    for item in items:
        if isinstance(item.value, Hours):
            if found and _meet(found[-1], item.value):
                found[-1] = combined(found[-1], item.value)
            else:
                found.append(item.value)
    return tuple(found)


def _meet(one: Hours, other: Hours) -> bool:
    return max(one.start, other.start) < min(one.end, other.end)
