"""Dates by number and by month; day first, and with no year the next one not yet past."""

import calendar
from collections.abc import Sequence
from datetime import date, datetime

from casework.reading.when.named import NAME, number
from casework.reading.when.values import DAY, Days, Item, Made, Rule, day, span

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH = "(" + "|".join(MONTHS) + ")"
TH = r"\s?(?:st|nd|rd|th)"
YEAR = r"(?:,? ?'?((?:19|20)\d\d|2\d)\b(?![:.]\d|\s?(?:am|pm|-\d)))?"
NUMBER = rf"(?<![\d£/.:-])(\d{{1,2}})(?:{TH})?"
YEARS_TRIED = 9


def made(number: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def next_one(number: int, month: int, today: date) -> date | None:
    """The next year that has it and has not passed it: a leap day may be years off."""
    tries = (made(number, month, today.year + more) for more in range(YEARS_TRIED))
    return next((one for one in tries if one and one >= today), None)


def next_numbered(number: int, today: date) -> date | None:
    for more in range(12):
        year, month = divmod(today.year * 12 + today.month - 1 + more, 12)
        one = made(number, month + 1, year)
        if one and one >= today:
            return one
    return None


def dated(number: int, month: int, year: str | None, today: date) -> date | None:
    if not year:
        return next_one(number, month, today)
    full = int(year) + (2000 if len(year) == 2 else 0)
    return made(number, month, full - 100 if len(year) == 2 and full > today.year + YEARS_TRIED else full)


def _item(one: date | None, ref: datetime) -> Made:
    if one is None:
        return [Item("?")]
    return [day(one)] if one >= ref.date() else [Item("P", one)]


def month_number(name: str | None) -> int:
    return MONTHS.index(name or "") + 1


def _numeric(found: Sequence[str | None], ref: datetime) -> Made:
    number, month, year = found
    if not 1 <= int(month or 0) <= 12:
        return [Item("?")]
    if year and len(year) == 4 and int(year) < 1900:
        return [Item("?")]
    return _item(dated(int(number or 0), int(month or 0), year, ref.date()), ref)


def _iso(found: Sequence[str | None], ref: datetime) -> Made:
    year, month, number = (int(part or 0) for part in found)
    return _item(made(number, month, year), ref)


def _day_month(found: Sequence[str | None], ref: datetime) -> Made:
    return _item(dated(int(found[0] or 0), month_number(found[1]), found[2], ref.date()), ref)


def _month_day(found: Sequence[str | None], ref: datetime) -> Made:
    return _item(dated(int(found[1] or 0), month_number(found[0]), found[2], ref.date()), ref)


def _two(found: Sequence[str | None], ref: datetime) -> Made:
    """ "5th to 8th of december", "the 5th or 6th dec": one month for both."""
    first, joined, last, month, year = found
    end = dated(int(last or 0), month_number(month), year, ref.date())
    if end is None:
        return [Item("?")]
    start = made(int(first or 0), end.month, end.year)
    if start is None or (joined or "").strip() not in ("or", "and", "&", "/", ","):
        return [span(max(start, ref.date()), end)] if start and start <= end else [Item("?")]
    return [day(start), Item("&" if (joined or "").strip() == "and" else "O"), day(end)]


def _alone(found: Sequence[str | None], ref: datetime) -> Made:
    return _item(next_numbered(int(found[0] or 0), ref.date()), ref) if 1 <= int(found[0] or 0) <= 31 else None


def _of_month(found: Sequence[str | None], ref: datetime) -> Made:
    number, which = int(found[0] or 0), found[1]
    year, month = divmod(ref.year * 12 + ref.month - 1 + (which == "next"), 12)
    return _item(made(number, month + 1, year), ref)


def month_of(name: str, ref: datetime) -> Days:
    """The month under way, or the next of that name."""
    if name in ("this month", "next month"):
        year, month = divmod(ref.year * 12 + ref.month - 1 + (name == "next month"), 12)
        month += 1
    else:
        month = month_number(name.removeprefix("next "))
        year = ref.year + (month < ref.month)
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _month_of_year(found: Sequence[str | None], ref: datetime) -> Made:
    year, month = int(found[1] or 0), month_number(found[0])
    last = date(year, month, calendar.monthrange(year, month)[1])
    return [span(max(date(year, month, 1), ref.date()), last)] if last >= ref.date() else [Item("P", last)]


def _month(found: Sequence[str | None], ref: datetime) -> Made:
    """Early is the first ten days, late the last; the end of it the last week."""
    part, whole = (found[0] or "").split(" ")[0], month_of(found[1] or "", ref)
    assert whole.last
    first, last = whole.first, whole.last
    if part in ("early", "start", "beginning"):
        last = first + 9 * DAY
    elif part in ("mid", "middle"):
        first, last = first + 10 * DAY, first + 19 * DAY
    elif part in ("late", "end", "back", "latter"):
        first = last - 6 * DAY if part == "end" else first + 20 * DAY
    return [span(max(first, ref.date()), last)] if last >= ref.date() else [Item("P")]


def _week_of_month(found: Sequence[str | None], ref: datetime) -> Made:
    whole = month_of(found[1] or "", ref)
    assert whole.last
    if found[0] == "last":
        return [span(max(whole.last - 6 * DAY, ref.date()), whole.last)]
    first = whole.first + 7 * (int(found[0] or 0) - 1) * DAY
    return [span(max(first, ref.date()), first + 6 * DAY)] if first + 6 * DAY >= ref.date() else [Item("P")]


def _weekday_of_month(found: Sequence[str | None], ref: datetime) -> Made:
    whole = month_of(found[2] or "this month", ref)
    assert whole.last
    first = whole.first + (number(found[1]) - whole.first.weekday()) % 7 * DAY
    if found[0] == "last":
        last = whole.last - (whole.last.weekday() - number(found[1])) % 7 * DAY
        return _item(last, ref)
    return _item(first + 7 * (int(found[0] or 0) - 1) * DAY, ref)


SOME_MONTH = MONTH[:-1] + r"|this month|next month)"
OF = r"(?:,? (?:of |in )?(?:the )?(?:month of )?|\s?(?:of )?)"
NTH = r"(?:the )?(last|[1-5](?=st|nd|rd|th))(?:st|nd|rd|th)?"
LEADS = ("in", "during", "for", "by", "until", "before", "after", "from", "sometime", "or", "maybe", "around", "about")
LEAD = "(?:" + "|".join(rf"(?<=\b{lead} )" for lead in LEADS) + ")"
RULES = (
    Rule(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)", _iso),
    Rule(r"(?<![\d/.£-])(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?(\d{4}|\d\d)(?![\d/])", _numeric),
    Rule(r"(?<![\d/.£-])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)(?!\d|\.\d)", _numeric),
    Rule(r"(?<![\d/.£-])(\d{1,2})/(\d{1,2})()(?![\d/])", _numeric),
    Rule(rf"(?<![\d/.£-])(\d{{1,2}}){TH} of the (\d{{1,2}}){TH}()", _numeric),
    Rule(
        r"\b(?:the )?last day of (?:the|this) (month)\b", lambda f, r: [day(month_of("this month", r).last or r.date())]
    ),
    Rule(r"(?<![\d/.£-])(?<!\bat )([012]?\d|3[01])\.(1[0-2]|0?[1-9])()(?!\d|\.\d| ?[ap]m)", _numeric),
    Rule(
        rf"{NTH} {NAME}{OF}({SOME_MONTH[1:-1]}|the month)\b",
        lambda f, r: _weekday_of_month((f[0], f[1], None if f[2] == "the month" else f[2]), r),
    ),
    Rule(rf"{NTH} (?:full )?week{OF}{SOME_MONTH}\b", _week_of_month),
    Rule(
        rf"(?:from |between )?(?:the )?{NUMBER}(\s?-\s?| to (?:the )?| (?:until|til|through) (?:the )?| and (?:the )?| or (?:the )?|\s?/\s?|, ?)(\d{{1,2}})(?:{TH})?{OF}{MONTH}\b{YEAR}",
        _two,
    ),
    Rule(rf"{NUMBER}{OF}{MONTH}\b{YEAR}", _day_month),
    Rule(rf"\b{MONTH},? (?:the )?(\d{{1,2}})(?:{TH})?(?![\d:]|\s?[ap]m|\.\d|\soclock){YEAR}", _month_day),
    Rule(rf"\b(?:the )?(\d{{1,2}})(?:{TH})? (?:of )?(next|this) month\b", _of_month),
    Rule(
        rf"(?<![\d£/.:])(\d{{1,2}}){TH}\b(?! (?:birthday|floor|time|year|one|person|street|avenue|child|kid|attempt|day))",
        _alone,
    ),
    Rule(
        r"(?:(?<=the )|(?<=on ))(\d{1,2})(?![\d:.]|\s?(?:am|pm|oclock|of|kids|children|hours|minutes|days|weeks)\b)",
        _alone,
    ),
    Rule(
        rf"\b(?:the )?(early|start|beginning|mid|middle|late|end|back end|back|latter half|latter)(?: of| in|-|) ?(?:the )?{SOME_MONTH}\b",
        _month,
    ),
    Rule(
        r"\b(?:the )?(early|start|beginning|mid|middle|late|end|back end|latter half) (?:of |in )?(?:the )?month\b",
        lambda f, r: _month((f[0], "this month"), r),
    ),
    Rule(rf"\b{MONTH},? ((?:19|20)\d\d)\b", _month_of_year),
    Rule(rf"()(?:next |{LEAD}){MONTH}\b", _month),
    Rule(r"()\b(january|february|july|september|october|november|december)\b", _month),
    Rule(r"()\b(this month|next month)\b", _month),
    Rule(r"\bnext year\b", lambda f, r: [span(date(r.year + 1, 1, 1), date(r.year + 1, 12, 31))]),
)
