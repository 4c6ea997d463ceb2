"""Weekdays and days known by where they lie from today."""

from collections.abc import Callable, Sequence
from datetime import datetime

from casework.reading.when.values import DAY, Item, Made, Rule, coming, day, monday_of

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NAME = "(" + "|".join(WEEKDAYS) + ")"
FORTNIGHT = r"(?:fortnight|2 weeks?)"
WEEK = r"(?:an? |1 |the )?week"
Make = Callable[[Sequence[str | None], datetime], Made]


def number(name: str | None) -> int:
    return WEEKDAYS.index((name or "").removesuffix("s"))


def _named(found: Sequence[str | None]) -> int:
    return number(next(one for one in found if one))


def _said(found: Sequence[str | None], ref: datetime) -> Made:
    return [Item("d", _named(found))]


def _plural(found: Sequence[str | None], ref: datetime) -> Made:
    return [Item("e", frozenset({_named(found)}))]


def _in_week(weeks: int) -> Make:
    """That weekday of the Monday to Sunday week so many from this one."""
    return lambda found, ref: [day(monday_of(ref.date()) + (7 * weeks + _named(found)) * DAY)]


def _next_two(found: Sequence[str | None], ref: datetime) -> Made:
    """ "Next friday or saturday" are of the same week."""
    first, joined, last = found
    monday = monday_of(ref.date()) + 7 * DAY
    code = {"or": "O", "and": "&"}.get(joined or "", "-")
    return [day(monday + number(first) * DAY), Item(code), day(monday + number(last) * DAY)]


def _after_coming(days: int) -> Make:
    return lambda found, ref: [day(coming(_named(found), ref.date()) + days * DAY)]


def _from_today(days: int) -> Make:
    return lambda found, ref: [day(ref.date() + days * DAY)]


def _past(found: Sequence[str | None], ref: datetime) -> Made:
    return [Item("P")]


def _last(found: Sequence[str | None], ref: datetime) -> Made:
    return [Item("P", _named(found))]


RULES = (
    Rule(rf"\b(?:the )?last {NAME}(?= before\b)", _last),
    Rule(rf"\b(?:the )?1st {NAME}(?= after\b)", _said),
    Rule(rf"\ba {NAME}(?= (?:before|after)\b)", _plural),
    Rule(
        rf"\b(?:last|previous|past)(?: week)? (?:{NAME}|week|month|year|night|weekend|summer|winter|xmas|easter|january|"
        r"february|march|april|may|june|july|august|september|october|november|december)\b(?! (?:of|in)\b)|\byesterday(?: morning|"
        r" afternoon| evening| night)?\b|\bthe other day\b|\b\w+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago\b|"
        rf"\b{NAME} (?:gone|just gone|past|last week)\b|\bearlier (?:today|this week)\b|\b(?:the )?day before yesterday\b",
        _past,
    ),
    Rule(rf"\b{NAME} after next\b", _in_week(2)),
    Rule(rf"\bweek after next(?: on)?(?: the)? {NAME}\b", _in_week(2)),
    Rule(rf"\b{NAME}(?: of)?(?: the)? week after next\b", _in_week(2)),
    Rule(
        rf"\b(?:{WEEK} (?:on|from|come|this|next)?\s?{NAME}|{NAME} {WEEK}\b(?! (?:after|beginning)))", _after_coming(7)
    ),
    Rule(rf"\b(?:a )?{FORTNIGHT} (?:on|from|come|this)?\s?{NAME}\b", _after_coming(14)),
    Rule(rf"\b{NAME} (?:a )?{FORTNIGHT}\b", _after_coming(14)),
    Rule(rf"\b(?:3 weeks) (?:on|from|come|this)?\s?{NAME}\b", _after_coming(21)),
    Rule(rf"\bnext {NAME} (or|and|to|-) {NAME}\b", _next_two),
    Rule(rf"\b(?:the )?(?:next|following) {NAME}\b(?! coming)", _in_week(1)),
    Rule(rf"\b{NAME} next\b(?! week)", _in_week(1)),
    Rule(rf"\b(?:this|coming|the|on) (?:coming )?{NAME}(?: coming)?\b(?! week\b)", _said),
    Rule(rf"\b{NAME} (?:coming|this week|of this week)\b", _said),
    Rule(r"\b(?:overmorrow|2 days from today)\b", _from_today(2)),
    Rule(
        rf"\b(?:(?:in )?{WEEK} (?:from )?today|today {WEEK}|{WEEK} from now|this day next week|same day next week)\b",
        _from_today(7),
    ),
    Rule(rf"\b(?:{WEEK} (?:from |on )?tomorrow|tomorrow {WEEK})\b", _from_today(8)),
    Rule(rf"\b(?:a )?{FORTNIGHT} (?:from )?(?:today|now)\b|\btoday fortnight\b", _from_today(14)),
    Rule(rf"\b(?:a )?{FORTNIGHT} (?:from )?tomorrow\b|\btomorrow fortnight\b", _from_today(15)),
    Rule(r"\b3 weeks (?:from )?today\b", _from_today(21)),
    Rule(r"\b3 weeks (?:from )?tomorrow\b", _from_today(22)),
    Rule(r"\bday after (?:that|the next)\b", _past),
    Rule(r"\btoday\b|\bthis day\b", _from_today(0)),
    Rule(r"\b(?:tomorrow|next day)\b", _from_today(1)),
    Rule(r"\b(mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)\b", _plural),
    Rule(rf"\b{NAME}\b", _said),
)
