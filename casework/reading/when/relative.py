"""So long from now: "in 3 days", "in half an hour", "same time tomorrow"."""

import calendar
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta

from casework.base.clock import LONDON
from casework.reading.when.named import NAME, number
from casework.reading.when.values import DAY, Days, Item, Made, Rule, coming, day, monday_of, span

MOST_DAYS = 3660
AMOUNT = r"(an?|\d{1,3}|half an?)"


def elapsed(ref: datetime, minutes: int) -> datetime:
    """Real time passing, whatever the clocks do."""
    there = ref.replace(tzinfo=LONDON).astimezone(UTC) + timedelta(minutes=minutes)
    return there.astimezone(LONDON).replace(tzinfo=None)


def months_on(one: date, months: int) -> date:
    year, month = divmod(one.year * 12 + one.month - 1 + months, 12)
    return date(year, month + 1, min(one.day, calendar.monthrange(year, month + 1)[1]))


def _amount(said: str | None) -> float:
    if said and said.startswith("half"):
        return 0.5
    return int(said) if said and said.isdigit() else 1


def _minutes(found: Sequence[str | None], ref: datetime) -> Made:
    amount, unit = _amount(found[0]), found[1] or ""
    size = 60 if unit.startswith("hour") else 1
    extra = 30 if len(found) > 2 and found[2] else 0
    return [Item("m", elapsed(ref, int(amount * size) + extra))]


def _days(found: Sequence[str | None], ref: datetime) -> Made:
    amount, unit = _amount(found[0]), found[1] or ""
    today = ref.date()
    if unit.startswith(("month", "year")):
        return [day(months_on(today, int(amount) * (12 if unit.startswith("year") else 1)))] if amount < 100 else None
    days = int(amount * (14 if unit.startswith("fort") else 7 if unit.startswith("week") else 1))
    return [day(today + days * DAY)] if days < MOST_DAYS else None


def _within(found: Sequence[str | None], ref: datetime) -> Made:
    made = _days(found, ref)
    return [span(ref.date(), made[0].value.first)] if made and isinstance(made[0].value, Days) else None


def _working_days(found: Sequence[str | None], ref: datetime) -> Made:
    at, left = ref.date(), min(int(_amount(found[0])), MOST_DAYS)
    while left:
        at += DAY
        left -= at.weekday() < 5
    return [day(at)]


def _same_time(days: Callable[[str, date], date]) -> Callable[[Sequence[str | None], datetime], Made]:
    return lambda found, ref: [Item("m", datetime.combine(days(found[0] or "", ref.date()), ref.time()))]


def _on(said: str, today: date) -> date:
    if said in ("tomorrow", "overmorrow"):
        return today + (1 if said == "tomorrow" else 2) * DAY
    if said.startswith("next ") and said != "next week":
        return monday_of(today) + (7 + number(said.removeprefix("next "))) * DAY
    return coming(number(said), today) if said.endswith("day") else today + 7 * DAY


SAME = r"\b(?:the )?(?:same|this) time(?: again)?(?: on)?(?: the)? "
WEEKDAY = NAME.strip("()")
RULES = (
    Rule(
        SAME + rf"(tomorrow|overmorrow|next week|(?:next )?(?:{WEEKDAY})|(?:a )?week today|in a week)\b",
        _same_time(_on),
    ),
    Rule(r"\b(tomorrow|overmorrow|next week|" + WEEKDAY + r")(?: at)?(?: the)? same time\b", _same_time(_on)),
    Rule(r"\bin (?:about )?" + AMOUNT + r" (hours?|minutes?)( and a half)?\b", _minutes),
    Rule(
        AMOUNT + r"() (hours?|minutes?)(?: and a half)?(?:'?s)? (?:time|from now)\b",
        lambda f, r: _minutes((f[0], f[2]), r),
    ),
    Rule(r"\b" + AMOUNT + r" (hours?|minutes?)(?:'?s)? (?:time|from now)\b", _minutes),
    Rule(r"\b(?:in )?" + AMOUNT + r" working days?(?: time)?\b", _working_days),
    Rule(
        r"\b(?:within|in the next|over the next|during the next|sometime in the next)(?: the next)? ?"
        + AMOUNT
        + r"? ?(days?|weeks?|fortnights?|months?)\b",
        _within,
    ),
    Rule(r"\b(?:the )?next (\d{1,2}) (days?|weeks?)\b", _within),
    Rule(r"\b(an?|1)? ?(month) (?:from )?today\b", _days),
    Rule(
        r"\bin (?:about )?" + AMOUNT + r" (days?|weeks?|fortnights?|months?|years?)(?: time)?\b(?! (?:before|of))",
        _days,
    ),
    Rule(r"\b" + AMOUNT + r" (days?|weeks?|fortnights?|months?|years?) (?:time|from now|from today|later)\b", _days),
    Rule(r"\b(?:right now|now|immediately)\b", lambda f, r: [Item("m", r)]),
    Rule(r"\basap\b", lambda f, r: [Item("a")]),
)
