"""From items to the answer."""

from datetime import datetime, timedelta

from casework.reading.when.answer import When, moment, nothing, window
from casework.reading.when.choosing import chosen, left_over, weekdays_of
from casework.reading.when.either import Part, either
from casework.reading.when.offers import combined, offers_of
from casework.reading.when.often import WORKING, often, within
from casework.reading.when.once import once
from casework.reading.when.rewriting import codes, only
from casework.reading.when.spans import days_in
from casework.reading.when.values import DAY, Days, Hours, Items

ABOUT = timedelta(minutes=30)


def composed(items: Items, ref: datetime) -> When:
    said = codes(items)
    offered, excluded = chosen(items)
    if "!" in said:
        return nothing()
    if not only(offered, "DKWe") and ("P" in said or "?" in said):
        return nothing()
    if only(offered, "DKWeHhZ"):
        return _read(offered, excluded, ref)
    if instants := only(offered, "m"):
        return _instant(instants[0].value, "~m" in said or "mI" in said)
    return window(ref, None) if only(offered, "a") else nothing()


def gone_by(items: Items, ref: datetime) -> bool:
    said = codes(items)
    if "!" in said or composed(items, ref)["kind"] != "none":
        return False
    return "P" in said or any(one.days for one in offers_of(chosen(items).offered))


def _instant(at: object, about: bool) -> When:
    assert isinstance(at, datetime)
    return window(at - ABOUT, at + ABOUT) if about else moment(at)


def _read(offered: Items, excluded: Items, ref: datetime) -> When:
    if parts := either(offered):
        return _either(parts, excluded, ref)
    stretches = [days for days in days_in(offered) if not days.single]
    again = only(offered, "e") or (only(offered, "hZ") and not days_in(offered))
    if again:
        return _again(offered, excluded, stretches, ref)
    if len(days_in(offered)) == 1 and stretches:
        hours = _hours(offered, excluded)
        if hours or excluded:
            return within(stretches[0], _weekdays(offered, excluded, stretches), hours, ref)
    return once(offers_of(offered), ref)


def _either(parts: list[Part], excluded: Items, ref: datetime) -> When:
    """From the first of any of them to the first of the last."""
    found = [often((one.days or WORKING) - _ruled_out(excluded), one.hours, ref) for one in parts]
    there = [one for one in found if one["kind"] != "none"]
    if not there:
        return nothing()
    bounds = [min(one["start"] for one in there), max(one["end"] for one in there)]
    return {"kind": "window", "start": bounds[0], "end": bounds[1], "ask": True}


def _again(offered: Items, excluded: Items, stretches: list[Days], ref: datetime) -> When:
    hours, weekdays = _hours(offered, excluded), _weekdays(offered, excluded, []) or frozenset()
    if stretches and stretches[0].last:
        return within(stretches[0], weekdays, hours, ref)
    since = stretches[0].first if stretches else None
    return often(weekdays, hours, ref, since)


def _weekdays(offered: Items, excluded: Items, stretches: list[Days]) -> frozenset[int] | None:
    """Those offered, Monday to Friday where none is, less those ruled out; None for all of a stretch."""
    sets = only(offered, "e")
    given = frozenset().union(*map(weekdays_of, sets)) if sets else WORKING
    if stretches and not sets:
        given = frozenset(range(7)) if stretches[0].first.weekday() > max(WORKING) else WORKING
    return given - _ruled_out(excluded)


def _ruled_out(excluded: Items) -> frozenset[int]:
    gone = frozenset().union(*map(weekdays_of, only(excluded, "e")))
    for days in days_in(only(excluded, "DW")):
        length = (days.last - days.first).days + 1 if days.last else 1
        gone |= {(days.first + more * DAY).weekday() for more in range(min(length, 7))}
    return gone


def _hours(offered: Items, excluded: Items) -> Hours | None:
    """All that is said together: alternatives reach from the first to the last."""
    found: list[Hours] = []
    joined = ""
    for item in offered:
        if isinstance(item.value, Hours):
            alone = not found or bool(set(joined) & set("O&")) or ("," in joined and not _narrows(found[-1], item.value))
            found = [*found, item.value] if alone else [*found[:-1], combined(found[-1], item.value)]
            joined = ""
        joined += item.code
    if not found:
        return left_over(excluded)
    return Hours(min(one.start for one in found), max(one.end for one in found), found[0].part)


def _narrows(one: Hours, other: Hours) -> bool:
    """ "Any morning, after 10": the one bounds the other."""
    return (one.onwards or other.onwards) and max(one.start, other.start) < min(one.end, other.end)
