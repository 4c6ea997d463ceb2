"""Times of day put together: stretches, after and before, about."""

from datetime import datetime, time

from casework.reading.when.clock import as_time
from casework.reading.when.rewriting import Rewrite, only, rewrite, rewritten
from casework.reading.when.values import LATE, OPENS, SHUTS, Clock, Hours, Item, Items, at_minute, day, minutes_of

TO_THE_LEFT = frozenset("dD~ABFMTUb-I,OKWe>&")
TO_THE_RIGHT = frozenset("dDTUI-&KWe>O")
ABOUT = 30


def with_hours(items: Items, ref: datetime) -> Items:
    return rewritten(_halves(items), RULES, ref)


def _halves(items: Items) -> Items:
    """ "8 in the evening", "tomorrow morning at 7": the part of the day says which half."""
    return [_halved(items, at) if item.code == "T" else item for at, item in enumerate(items)]


def _halved(items: Items, at: int) -> Item:
    clock = items[at].value
    assert isinstance(clock, Clock)
    if clock.half:
        return items[at]
    half = _toward(items, at, 1, TO_THE_RIGHT) or _toward(items, at, -1, TO_THE_LEFT)
    return Item("T", clock._replace(half=half)) if half else items[at]


def _toward(items: Items, at: int, step: int, through: frozenset[str]) -> str | None:
    at += step
    while 0 <= at < len(items):
        value = items[at].value
        if isinstance(value, Hours):
            return value.part
        if items[at].code not in through:
            return None
        at += step
    return None


def _clocks(items: Items) -> list[Clock]:
    return [item.value for item in items if isinstance(item.value, Clock)]


def _stretch(items: Items, ref: datetime) -> Items:
    """ "10-12", "2 to 4pm", "11 till 1": the end is after the start."""
    first, last = _clocks(items)
    if not first.half and last.half == "pm" and first.hour % 12 < last.hour % 12:
        first = first._replace(half="pm")
    start, end = as_time(first), as_time(last)
    if end <= start and not last.half and end.hour < 12:
        end = time(end.hour + 12, end.minute)
    elif end <= start and not first.half and start.hour >= 12:
        start = time(start.hour - 12, start.minute)
    return [Item("H", Hours(start, end))] if start < end else [Item("H", Hours(end, start))]


def _ends(item: Item) -> tuple[time, time]:
    if isinstance(item.value, Clock):
        return as_time(item.value), as_time(item.value)
    assert isinstance(item.value, Hours)
    return item.value.start, item.value.end


def _code(items: Items) -> str:
    return "h" if only(items, "h") else "H"


def _mixed(items: Items, ref: datetime) -> Items:
    """ "Lunch till 3"; "between lunch and tea" leaves both out."""
    first, last = only(items, "THh")
    if items[0].code == "M" and only(items, "&"):
        start, end = _ends(first)[1], _ends(last)[0]
    else:
        start, end = _ends(first)[0], _ends(last)[1]
    return [Item(_code(items), Hours(start, end))] if start < end else items[:0]


def _from(start: time) -> Hours:
    if start < LATE:
        return Hours(start, LATE, onwards=True)
    return Hours(start, max(SHUTS, at_minute(minutes_of(start) + 60)), onwards=True)


def _after(items: Items, ref: datetime) -> Items:
    start = _ends(only(items, "THh")[0])[0 if only(items, "F>") else 1]
    return [Item(_code(items), _from(start))]


def _before(items: Items, ref: datetime) -> Items:
    end = _ends(only(items, "THh")[0])[0]
    start = OPENS if end > OPENS else at_minute(minutes_of(end) - 60)
    return [Item(_code(items), Hours(start, end))]


def _about(items: Items, ref: datetime) -> Items:
    middle = minutes_of(as_time(_clocks(items)[0]))
    return [Item("H", Hours(at_minute(middle - ABOUT), at_minute(middle + ABOUT)))]


def _exactly(items: Items, ref: datetime) -> Items:
    at = as_time(_clocks(items)[0])
    return [Item("H", Hours(at, at))]


def _midnight(items: Items, ref: datetime) -> Items:
    return [Item("H", Hours(time(0), time(0), "midnight"))]


def _later(items: Items, ref: datetime) -> Items:
    end = LATE if ref.time() < LATE else SHUTS
    return [day(ref.date()), Item("H", Hours(time(0), end))]


RULES: tuple[Rewrite, ...] = (
    rewrite(r"L(?=,?[dDKW])", lambda items, ref: []),
    rewrite(r"A~?TI?[Y&,]*B~?T|F~?T[Y&,]*[BbU]~?T", _stretch),
    rewrite(r"[MF]?~?T[-U]~?TI?|MT[&O]TI?", _stretch),
    rewrite(r"[MF]?[THh][-U][THh]|M[THh]&[THh]", _mixed),
    rewrite(r"A~?[THh]I?|F~?[THh]I?>?|~?[TH]I?>", _after),
    rewrite(r"[BUb]~?[THh]I?|T<", _before),
    rewrite(r"~TI?|TI", _about),
    rewrite(r"T", _exactly),
    rewrite(r"N", _midnight),
    rewrite(r"L", _later),
)
