"""Clock times and named parts of a day."""

from collections.abc import Sequence
from datetime import datetime, time

from casework.reading.when.values import Clock, Days, Hours, Item, Made, Rule

PARTS = {
    "morning": Hours(time(9), time(12), "am"),
    "afternoon": Hours(time(12), time(17), "pm"),
    "evening": Hours(time(17), time(20), "pm"),
    "night": Hours(time(17), time(20), "pm"),
    "lunch": Hours(time(12), time(14), "pm"),
    "dinner": Hours(time(12), time(14), "pm"),
    "teahour": Hours(time(17), time(18), "pm"),
    "tea": Hours(time(17), time(18), "pm"),
    "firstthing": Hours(time(9), time(10), "am"),
    "endofplay": Hours(time(16), time(17), "pm"),
    "early morning": Hours(time(9), time(10), "am"),
    "midmorning": Hours(time(10), time(11), "am"),
    "late morning": Hours(time(11), time(12), "am"),
    "early afternoon": Hours(time(12), time(14), "pm"),
    "midafternoon": Hours(time(14), time(15), "pm"),
    "late afternoon": Hours(time(16), time(17), "pm"),
    "early evening": Hours(time(17), time(18), "pm"),
    "late evening": Hours(time(19), time(20), "pm"),
    "workover": Hours(time(17), time(20), "pm"),
    "beforework": Hours(time(8), time(9), "am"),
}
MANY = {
    "mornings": "morning", "afternoons": "afternoon", "evenings": "evening", "nights": "night", "lunches": "lunch",
    "dinners": "dinner", "early mornings": "early morning", "early evenings": "early evening",
    "late afternoons": "late afternoon", "early afternoons": "early afternoon", "late mornings": "late morning",
}  # fmt: skip
MOMENTS = {
    "dropoff": Clock(9, 15, "am"),
    "pickup": Clock(15, 0, "pm"),
    "noon": Clock(12, 0, "pm"),
    "midday": Clock(12, 0, "pm"),
}
HALF = r"(?:\s*(a|p)\.?\s?m\b\.?)"
HALF_OR_NOT = HALF + "?"
ALONE = r"(?![\w/:]|\.\d|\s?%)"


def _half(sign: str | None) -> str | None:
    return f"{sign}m" if sign else None


def _clock(hour: int, minute: int, sign: str | None, given: bool = False) -> Made:
    """None where no clock shows it. `given` is a 24-hour time such as 07:30 or 14:30."""
    if hour > 23 or minute > 59 or (sign and hour == 0):
        return None
    if hour > 12 or hour == 0 or given:
        return [Item("T", Clock(hour % 12 or 12, minute, "pm" if hour >= 12 else "am"))]
    return [Item("T", Clock(hour, minute, _half(sign)))]


def _digital(found: Sequence[str | None], ref: datetime) -> Made:
    hour, minute, sign = found
    return _clock(int(hour or 0), int(minute or 0), sign, given=not sign and (hour or "").startswith("0"))


def _plain(found: Sequence[str | None], ref: datetime) -> Made:
    return _clock(int(found[0] or 0), 0, found[1] if len(found) > 1 else None)


def _half_past(found: Sequence[str | None], ref: datetime) -> Made:
    return _clock(int(found[0] or 0), 30, found[1])


def _minutes(found: Sequence[str | None], ref: datetime) -> Made:
    """The hour named tells morning or afternoon: quarter to eight is 07:45."""
    minute, way, named, sign = int(found[0] or 0), found[1], found[2] or "", found[3]
    hour = 12 if named in ("noon", "midday") else int(named)
    if hour > 24 or minute > 59:
        return None
    if way == "past":
        return _clock(hour, minute, sign)
    at = as_time(Clock(hour % 12 or 12, 0, _half(sign) or ("pm" if hour > 12 else None)))
    before = (at.hour * 60 - minute) % 1440
    return [Item("T", Clock(before // 60 % 12 or 12, before % 60, "pm" if before >= 720 else "am"))]


def as_time(clock: Clock) -> time:
    """Bare hours: 8-11 am, 12 noon, 1-7 pm."""
    half = clock.half or ("am" if 8 <= clock.hour <= 11 else "pm")
    return time(clock.hour % 12 + (12 if half == "pm" else 0), clock.minute)


def _part(found: Sequence[str | None], ref: datetime) -> Made:
    name = found[0] or ""
    return [Item("h", PARTS[MANY[name]])] if name in MANY else [Item("H", PARTS[name])]


def _this_part(found: Sequence[str | None], ref: datetime) -> Made:
    name = found[0] or ""
    today = Item("D", Days(ref.date(), ref.date()))
    return [today, Item("H", PARTS["evening" if name == "tonight" else name])]


def _half_day(found: Sequence[str | None], ref: datetime) -> Made:
    return [Item("H", PARTS["morning" if found[0] == "am" else "afternoon"])]


# Before "930", which is an hour there and may be any number elsewhere.
BEFORE_IT = (
    "at", "from", "between", "after", "before", "until", "by", "about", "around", "day", "tomorrow",
    *(f"{part} {joined}" for part in ("00", "15", "30", "45", "8", "9", "10", "11", "12") for joined in ("to", "and")),
)  # fmt: skip
AFTER_WHICH = "|".join(f"(?<={one} )" for one in BEFORE_IT)
NAMES = "|".join(sorted({*PARTS, *MANY} - {"tea"}, key=len, reverse=True))
RULES = (
    Rule(r"\bthis (morning|afternoon|evening|night|lunch|dinner|teahour|tea)\b", _this_part),
    Rule(r"\b(tonight)\b", _this_part),
    Rule(r"(?<![\d:])(\d{1,2}):(\d\d)(?!\d)" + HALF_OR_NOT, _digital),
    Rule(r"(?<![\d.£])(\d{1,2})[.,](\d\d)(?![\d.])" + HALF, _digital),
    Rule(r"(?<![\d.£])(\d{1,2})\.([0-5][05])(?![\d.])()", _digital),
    Rule(r"(?<![\d.£])(?<=at )(\d{1,2})[. ](\d\d)(?![\d.])()", _digital),
    Rule(r"(?<!\d)(\d{1,2})h([0-5]\d)?\b()", _digital),
    Rule(r"(?<!\d)(\d{1,2}) ([0-5]\d)" + HALF, _digital),
    Rule(r"(?<![\d£])([01]?\d|2[0-3])([0-5]\d)(?:\s*(?:hours|h)\b|" + HALF + ")", _digital),
    Rule(r"(?<=at )([01]\d|2[0-3])([0-5]\d)\b()", _digital),
    Rule(r"(?<![\d£/.-])([01]\d|2[0-3])(00|15|30|45)()(?![\d/.-])", _digital),
    Rule(r"(?<![\d£/.:-])([1-9])(15|30|45)()(?= ?(?:to|-|until|and|&) ?\d{1,4}\b(?![\d%]))(?! ?- ?\d{4,})", _digital),
    Rule(rf"(?:{AFTER_WHICH})([1-9])(15|30|45)()(?![\d/.:-])", _digital),
    Rule(r"\bhalf (?:past )?(?:the hour of )?(\d{1,2})(?!\d)" + HALF_OR_NOT, _half_past),
    Rule(r"\bhalf (?:past )?(?:noon|midday)\b", lambda found, ref: _clock(12, 30, None)),
    Rule(r"\b(\d{1,2}) minutes (past|to) (\d{1,2}|noon|midday)" + HALF_OR_NOT, _minutes),
    Rule(r"\b(\d{1,2}) (past) (\d{1,2})" + HALF_OR_NOT, _minutes),
    Rule(r"(?<![\d£.:/])(\d{1,2})" + HALF + r"(?:\W?\s*oclock)?", _plain),
    Rule(r"(?<![\d£.:/])(\d{1,2})\s?oclock" + HALF_OR_NOT, _plain),
    Rule(r"(?:(?<=at )|(?<=hour ))(\d{1,2})" + ALONE + r"(?! (?:minutes|past|to)\b)()", _plain),
    Rule(r"\b(dropoff|pickup|noon|midday)\b", lambda found, ref: [Item("T", MOMENTS[found[0] or ""])]),
    Rule(r"\bmidnight\b", lambda found, ref: [Item("N")]),
    Rule(r"(?:(?<=after )|(?<=before )|(?<=until )|(?<=by )|(?<=and )|(?<=from )|(?<=at )|(?<=my ))(tea)\b", _part),
    Rule(rf"\b({NAMES})\b", _part),
    Rule(r"(?<!i )\b(am|pm)s?\b", _half_day),
)
