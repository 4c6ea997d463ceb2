"""Weeks and weekends, and parts of them."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from casework.reading.when.dates import MONTH, TH, YEAR, dated, month_number, next_numbered
from casework.reading.when.named import NAME, number
from casework.reading.when.values import DAY, Days, Item, Made, Rule, monday_of, span

WHICH = r"(?:of |in |on )?(?:the )?(this week|next week|week after next|week)\b"
WEEKS_ON = {"next week": 1, "week after next": 2}
WEEKEND_ON = {"next": 1, "after next": 2}


def _week(weeks: int) -> Callable[[Sequence[str | None], datetime], Made]:
    return lambda found, ref: [_whole(monday_of(ref.date()) + 7 * weeks * DAY, ref.date())]


def _whole(monday: date, today: date) -> Item:
    """Monday to Friday, less what has gone; at a weekend only the weekend is left."""
    last = monday + (4 if today <= monday + 4 * DAY else 6) * DAY
    return span(max(monday, today), last, "K")


def _part(first: int, last: int) -> Callable[[Sequence[str | None], datetime], Made]:
    """Days of the week named; "end of the week" said on its Friday is what is left of it."""

    def make(found: Sequence[str | None], ref: datetime) -> Made:
        named = next((one for one in found if one), "week")
        monday = monday_of(ref.date()) + 7 * WEEKS_ON.get(named, 0) * DAY
        start, end = monday + first * DAY, monday + last * DAY
        if end < ref.date():
            start, end = start + 7 * DAY, end + 7 * DAY
        return [span(max(start, ref.date()), end)]

    return make


def _from_day(found: Sequence[str | None], ref: datetime) -> Made:
    """ "This week from Wednesday": to its Friday."""
    week, past, name = found
    first = number(name) + (past == "after")
    return _part(first, 4)((week,), ref) if first <= 4 else [Item("?")]


def _early(found: Sequence[str | None], ref: datetime) -> Made:
    """ "Early in the week", once that has begun, is the next."""
    begun = found[0] == "week" and ref.weekday() > 0
    return _part(0, 1)(("next week",) if begun else found, ref)


def _later_this(found: Sequence[str | None], ref: datetime) -> Made:
    tomorrow, friday = ref.date() + DAY, monday_of(ref.date()) + 4 * DAY
    return [span(tomorrow, friday if tomorrow <= friday else friday + 2 * DAY)] if tomorrow.weekday() else [Item("P")]


def _beginning(found: Sequence[str | None], ref: datetime) -> Made:
    """The Monday to Friday of the week that holds the date."""
    said, month, year = found
    number = int(said or 0)
    on = (
        dated(number, int(month) if month and month.isdigit() else month_number(month), year, ref.date())
        if month
        else next_numbered(number, ref.date())
    )
    return [_whole(monday_of(on), ref.date())] if on else [Item("?")]


def _weekend(found: Sequence[str | None], ref: datetime) -> Made:
    saturday = monday_of(ref.date()) + (5 + 7 * WEEKEND_ON.get(found[0] or "", 0)) * DAY
    return [Item("W", Days(max(saturday, ref.date()), saturday + DAY))]


EARLY = r"\b(?:the )?(?:early doors|early|early on|early part|start|beginning|front end|first half|first part|first bit|1st half|1st part|earlier)"
LATE = r"\b(?:the |towards the |toward the )?(?:back end|backend|end|tail end|late|later|late on|later on|latter part|latter half|2nd half|last half|latter end|back half|back|last part)"
MID = r"\b(?:the )?(?:middle|mid|midway through)[ -]?"
BEGINNING = r"\bweekof:? ?(?:the |on )?(?:monday,? )?(?:the )?"
RULES = (
    Rule(r"\b(?:rest|remainder) of (?:the|this) week\b", _week(0)),
    Rule(r"\b(?:later|later on) this week\b|\bthis week later(?: on)?\b", _later_this),
    Rule(rf"\b(this week|next week),? (from|after) (?:the )?{NAME}(?: onwards?| on wards| on| or later)?\b", _from_day),
    Rule(
        rf"\b(from|after) (?:the )?{NAME}(?: onwards?| on wards| on| or later)?,? (?:of )?(this week|next week)\b",
        lambda f, r: _from_day((f[2], f[0], f[1]), r),
    ),
    Rule(rf"{EARLY} {WHICH}", _early),
    Rule(r"\b(next week|this week),? (?:early(?: on| doors)?|at the start|beginning|at the beginning)\b", _part(0, 1)),
    Rule(rf"{LATE} {WHICH}", _part(3, 4)),
    Rule(
        r"\b(next week|this week),? (?:late(?:r)?(?: on)?|back end|towards the end|at the end|the end)\b", _part(3, 4)
    ),
    Rule(rf"{MID}{WHICH}(?: (?:of )?(next week))?", lambda f, r: _part(2, 2)((f[1], f[0]), r)),
    Rule(r"\b(next week|this week) (?:mid-?week|middle|in the middle)\b", _part(2, 2)),
    Rule(rf"{BEGINNING}(\d{{1,2}})/(\d{{1,2}})(?:/(\d{{2,4}}))?", _beginning),
    Rule(rf"{BEGINNING}(\d{{1,2}})(?:{TH})?(?: of)? ?{MONTH}\b{YEAR}", _beginning),
    Rule(rf"{BEGINNING}{MONTH} (?:the )?(\d{{1,2}})(?:{TH})?()", lambda f, r: _beginning((f[1], f[0], None), r)),
    Rule(rf"{BEGINNING}(\d{{1,2}})(?:{TH})?()()", _beginning),
    Rule(r"\bweekof:? ?(?:next|coming) monday\b|\bweekof:? ?monday\b|\bweekof\b", _week(1)),
    Rule(
        rf"\bweekending:? ?(?:the |on )?(?:(?:friday|sunday),? )?(?:the )?(\d{{1,2}})(?:{TH})?(?: of)? ?{MONTH}?(){YEAR}",
        lambda f, r: _beginning((f[0], f[1], f[3]), r),
    ),
    Rule(r"\bweek after next\b|\bnext week but 1\b", _week(2)),
    Rule(r"\bweek after the next\b", _week(2)),
    Rule(r"\bnext week\b|\bfollowing week\b", _week(1)),
    Rule(r"\bthis week\b", _week(0)),
    Rule(r"\b(?:the )?weekend (after next)\b", _weekend),
    Rule(r"\b(?:the )?(next) weekend\b|\bweekend (?:after)\b", _weekend),
    Rule(r"\bweekend (?:of )?(next) week\b", _weekend),
    Rule(r"\b(?:this |the |coming )?weekend\b()", _weekend),
    Rule(r"\bin the week\b", lambda f, r: [Item("e", frozenset(range(5)))]),
    Rule(r"\bweekdays\b", lambda f, r: [Item("e", frozenset(range(5)))]),
    Rule(r"\bweekday\b", lambda f, r: [Item("R"), Item("e", frozenset(range(5)))]),
    Rule(r"\bweekends\b", lambda f, r: [Item("e", frozenset({5, 6}))]),
    Rule(r"\balldays\b", lambda f, r: [Item("e", frozenset(range(7)))]),
)
