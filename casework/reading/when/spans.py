"""Days put together: a weekday in a week, a weekday beside a date, ranges, after and before."""

from collections.abc import Callable
from datetime import date, datetime
from itertools import pairwise

from casework.reading.when.marks import STOP
from casework.reading.when.rewriting import Rewrite, only, rewrite, rewritten
from casework.reading.when.values import DAY, Days, Item, Items, coming, day, monday_of, span

WORKING = frozenset(range(5))
MANY = 3


def with_days(items: Items, ref: datetime) -> Items:
    return rewritten(items, RULES, ref)


def days_in(items: Items) -> list[Days]:
    return [item.value for item in items if isinstance(item.value, Days)]


def weekday(item: Item) -> int:
    assert isinstance(item.value, int)
    return item.value


def _placed(items: Items, ref: datetime) -> Items:
    """Weekdays beside a week are that week's; three or more are the days allowed in it."""
    (week,) = only(items, "K")
    inside = days_in([week])[0]
    rest = [item for item in items if item.code != "K"]
    if len(only(rest, "d")) >= MANY and not only(rest, "-U"):
        return [Item("e", frozenset(map(weekday, only(rest, "d")))), *only(rest, "Hh"), week]
    start = monday_of(inside.first)
    return [day(start + weekday(item) * DAY) if item.code == "d" else item for item in rest]


def _beside(items: Items, ref: datetime) -> Items:
    """ "Friday 27th": one day where they agree, both with a question where not; in a longer stretch its first such day."""
    (said,), (days,) = only(items, "d"), days_in(items)
    hours = only(items, "Hh")
    if days.last is None or not days.single:
        first = days.first + (weekday(said) - days.first.weekday()) % 7 * DAY
        return [day(first), *hours]
    off = (weekday(said) - days.first.weekday()) % 7
    if not off:
        return [Item("D", days), *hours]
    other = days.first + (off if off <= MANY else off - 7) * DAY
    if other <= ref.date():
        other += 7 * DAY
    return [Item("D", Days(min(other, days.first), max(other, days.first), ask=True)), *hours]


def _gone(items: Items, ref: datetime) -> Items:
    """A weekday beside a date that has gone by is of that date; beside "last week" it is one of its own."""
    (past,) = only(items, "P")
    return [past] if isinstance(past.value, date) else items


def _last_before(items: Items, ref: datetime) -> Items:
    """ "The last Friday before Christmas"; one that has gone by is in the past."""
    (days,) = days_in(items)
    eve = days.first - DAY
    one = eve - (eve.weekday() - weekday(items[0])) % 7 * DAY
    return [day(one)] if one >= ref.date() else [Item("P", one)]


def _first_after(items: Items, ref: datetime) -> Items:
    (days,) = days_in(items)
    return [day(coming(weekday(items[0]), days.last or days.first))]


def _each(items: Items, ref: datetime) -> Items:
    """Each sentence by itself: "not Mondays. Tuesday is good"; one that begins with "or" goes on."""
    stops = [at for at, item in enumerate(items) if item.value == STOP and items[at + 1].code not in "O&"]
    if not stops:
        return _set(items)
    parts = [items[first:last] for first, last in pairwise([0, *stops, len(items)])]
    last = [] if only(items, "eR") else parts[-1:]
    return [one for part in parts for one in (_set(part) if only(part, "eR") or part in last else part)]


def _set(items: Items) -> Items:
    stop = items[:1] if items[0].value == STOP else []
    named = frozenset(weekday(item) for item in only(items, "d"))
    sets = (item.value for item in only(items, "e") if isinstance(item.value, frozenset))
    return [*stop, Item("e", named.union(*sets)), *only(items, "Hh")]


def _weekday_range(items: Items, ref: datetime) -> Items:
    """Monday to Friday is every working day; anything shorter is the coming one."""
    first, last = map(weekday, only(items, "d"))
    if (first, last) == (0, 4):
        return [Item("e", WORKING)]
    start = coming(first, ref.date())
    return [span(start, start + (last - first) % 7 * DAY)]


def _weekdays_from_to(items: Items, ref: datetime) -> Items:
    first, last = map(weekday, only(items, "d"))
    return [Item("e", frozenset((first + more) % 7 for more in range((last - first) % 7 + 1)))]


def _set_range(items: Items, ref: datetime) -> Items:
    first, last = (min(item.value) for item in only(items, "e") if isinstance(item.value, frozenset))
    return [Item("e", frozenset((first + more) % 7 for more in range((last - first) % 7 + 1)))]


def _resolved(items: Items, ref: datetime) -> Items:
    one = coming(weekday(items[0]), ref.date())
    return [Item("D", Days(one, one, bare=True))]


def _range(items: Items, ref: datetime) -> Items:
    first, last = days_in(items)
    end = last.last
    if end and end < first.first:
        end += 7 * DAY * -((end - first.first).days // 7)
    return [span(first.first, end)]


def _bounded(
    start: Callable[[Days, date], date], end: Callable[[Days], date | None]
) -> Callable[[Items, datetime], Items]:
    def make(items: Items, ref: datetime) -> Items:
        (days,) = days_in(items)
        last = end(days)
        first = start(days, ref.date())
        return [span(first, last)] if last is None or first <= last else [Item("P")]

    return make


def _both(items: Items, ref: datetime) -> Items:
    """ "After the 5th but before the 12th"."""
    first, last = days_in(items)
    ends = [one.last for one in (first, last) if one.last]
    return [span(max(first.first, last.first), min(ends))] if ends else items[:1]


after = _bounded(lambda days, today: (days.last or days.first) + DAY, lambda days: None)
since = _bounded(lambda days, today: days.first, lambda days: None)
before = _bounded(lambda days, today: today, lambda days: days.first - DAY)
up_to = _bounded(lambda days, today: today, lambda days: days.last)
ALONE = r"(?<![dDR][O&,-])(?<!R)"
LIST = r"d(?:[,O&]*[Hh]?[,O&]*d)*"
RULES: tuple[Rewrite, ...] = (
    rewrite(r"[MF]?m[&U-](?=[dDKW])", lambda items, ref: [Item("U")]),
    rewrite(rf"(?<!E)(?:{LIST}|d[-U]d)[Hh,]*K|K[HhY,]*(?:{LIST}|d[-U]d)", _placed),
    rewrite(rf"{ALONE}[Pd]BD", _last_before),
    rewrite(rf"{ALONE}dAD", _first_after),
    rewrite(r"d,?P|Pd", _gone),
    rewrite(r"d,?[Hh]?,?[DW]|[DW]d", _beside),
    rewrite(r"[MF]?d[-U]d(?=h)", _weekdays_from_to),
    rewrite(r"Rd(?:[O&,]*d)*|d(?:[O&,]*d)*(?=h)|e(?:[O&,]+[de])+|d(?:[O&,]+d)*[O&,]+e|Re", _each),
    rewrite(r"RW", lambda items, ref: [Item("e", frozenset({5, 6}))]),
    rewrite(r"RH", lambda items, ref: [Item("h", items[1].value)]),
    rewrite(r"[MF]?d[-U]d|Md&d", _weekday_range),
    rewrite(r"[MF]?e[-U]e", _set_range),
    rewrite(r"d", _resolved),
    rewrite(r"[MF]?D[-U]D|MD&D", _range),
    rewrite(r"A[DKW]", after),
    rewrite(r"B[DKW]", before),
    rewrite(r"[bU][DKW]|[DKW]<", up_to),
    rewrite(r"F[DKW]>?|[DKW]>", since),
    rewrite(
        r"D[&Y]*D(?=$)", lambda items, ref: _both(items, ref) if None in [one.last for one in days_in(items)] else items
    ),
)
