"""Which free times suit what somebody wishes for."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta

import pytest

from casework.appointments.times.diary import Diary, Limits, Slot, Span, Working, days_from, instant, slots
from casework.appointments.times.searching import Days, Look, search
from casework.appointments.times.wishes import Offer, Wish, of_each_day, wish_of
from casework.appointments.words import wishing
from casework.base.clock import LONDON, local
from casework.reading import read_when

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
LIMITS = Limits(timedelta(hours=4), timedelta(days=84), timedelta(minutes=10), timedelta(minutes=30))
EVERY_DAY = [Working(day, time(9), time(17), "hub") for day in range(5)]


def free(worker: str = "Own", working: list[Working] = EVERY_DAY, weeks: int = 3) -> list[Slot]:
    days = days_from(MONDAY, MONDAY + timedelta(weeks=weeks))
    return list(slots(Diary(1, worker, working), days, timedelta(hours=1), LIMITS, NOW))


def closed(day: date) -> bool:
    return day == date(2026, 12, 1)


def opening(day: date) -> list[Span]:
    """Nine to five on weekdays."""
    return [] if closed(day) or day.weekday() > 4 else [(instant(day, time(9)), instant(day, time(17)))]


def wish(text: str) -> Wish:
    found = wish_of(read_when(text, local(NOW).replace(tzinfo=None)), NOW, LIMITS.horizon)
    assert found
    return found


def look(slots: list[Slot]) -> Look:
    async def at(days: Days, wish: Wish | None) -> list[Slot]:
        return [slot for slot in slots if local(slot.start).date() in days and (wish is None or wish.suits(slot))]

    return Look(range(7), at)


def offer(wish: Wish, own: list[Slot], others: list[Slot]) -> Offer:
    async def looks(days: Days) -> AsyncIterator[Look]:
        yield look(own)
        yield look(others)

    return asyncio.run(search(wish, looks, LIMITS, NOW, closed, opening))


def offered(text: str, own: list[Slot] | None = None, others: list[Slot] | None = None) -> tuple[list[str], str | None]:
    found = offer(wish(text), free() if own is None else own, others or [])
    return [local(slot.start).strftime("%a %d %H:%M") for slot in found.slots], found.why


def test_of_one_day_no_other_is_looked_into() -> None:
    looked: list[date] = []

    async def none(days: Days, wish: Wish | None) -> list[Slot]:
        looked.extend(days if wish else ())
        return []

    async def looks(days: Days) -> AsyncIterator[Look]:
        yield Look(range(7), none)

    asyncio.run(search(wish("wednesday"), looks, LIMITS, NOW, closed, opening))
    assert looked == [date(2026, 11, 25)]


def test_days_on_which_nobody_there_works_are_not_looked_into() -> None:
    looked: list[date] = []

    async def none(days: Days, wish: Wish | None) -> list[Slot]:
        looked.extend(days if wish else ())
        return []

    async def looks(days: Days) -> AsyncIterator[Look]:
        yield Look({1, 3}, none)

    asyncio.run(search(wish("this week"), looks, LIMITS, NOW, closed, opening))
    assert looked == [date(2026, 11, 24), date(2026, 11, 26)]


@pytest.mark.parametrize("text", ["any morning bar friday", "after school", "tomorrow at 2", "wednesday", "this week after 3"])
def test_within_leaves_out_nothing_that_suits(text: str) -> None:
    days, wished = list(days_from(MONDAY, MONDAY + timedelta(weeks=3))), wish(text)
    within = {day: wished.within(day) for day in days}
    some = slots(Diary(1, "Own", EVERY_DAY), days, timedelta(hours=1), LIMITS, NOW, within=within)
    assert [one for one in some if wished.suits(one)] == [one for one in free() if wished.suits(one)] != []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("tomorrow at 2", ["Tue 24 14:00"]),
        ("wednesday morning", ["Wed 25 09:00", "Wed 25 10:00", "Wed 25 11:00"]),
        ("any morning bar friday", ["Tue 24 09:00", "Tue 24 11:00", "Wed 25 09:00"]),
        ("this week after 3", ["Mon 23 15:00", "Tue 24 15:00", "Wed 25 15:00"]),
        ("tuesday or thursday afternoon", ["Tue 24 12:00", "Tue 24 14:00", "Tue 24 16:00"]),
    ],
)
def test_what_is_offered(text: str, times: list[str]) -> None:
    assert offered(text) == (times, None)


def test_a_closed_day_has_its_reason_and_the_nearest() -> None:
    found, why = offered("next tues after the school run")
    assert why == "closed"
    assert [one[:6] for one in found] == ["Wed 02", "Mon 30", "Wed 02"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("today at 11", "too_soon"),
        ("tomorrow at 10pm", "outside"),
        ("1st december at 10", "closed"),
        ("saturday at 10", "closed"),
        ("friday at 6pm", "outside"),
        ("friday evening", "outside"),
        ("friday at 5pm", "outside"),
    ],
)
def test_why_nothing_suits_and_the_nearest_instead(text: str, why: str) -> None:
    found, said = offered(text)
    assert said == why
    assert len(found) == 3


def test_a_past_or_far_day_has_its_reason() -> None:
    past = Wish(NOW - timedelta(days=3), NOW - timedelta(days=2))
    far = Wish(NOW + timedelta(days=200), NOW + timedelta(days=201))
    assert offer(past, free(), []).why == "past"
    assert offer(far, free(), []).why == "too_far"


def test_the_own_worker_comes_first_and_others_only_where_nothing_suits() -> None:
    other = free("Other")
    mine = free("Own", [Working(0, time(9), time(17), "hub")])
    found = offer(wish("next monday"), mine, other)
    assert {slot.worker for slot in found.slots} == {"Own"}
    found = offer(wish("wednesday"), mine, other)
    assert {slot.worker for slot in found.slots} == {"Other"}


def test_nothing_free_at_all_offers_nothing() -> None:
    found = offer(wish("wednesday"), [], [])
    assert (found.slots, found.why) == ((), "taken")


def test_unreadable_is_no_wish() -> None:
    assert wish_of(read_when("bananas", datetime(2026, 11, 23)), NOW, LIMITS.horizon) is None


def test_a_day_is_the_whole_local_day() -> None:
    found = wish("tomorrow")
    assert local(found.first) == datetime(2026, 11, 24, tzinfo=LONDON)
    assert local(found.last) == datetime(2026, 11, 25, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("same time next week", "2026-12-08 14:30"),
        ("the same time on friday", "2026-11-27 14:30"),
        ("same time tomorrow", "2026-11-24 14:30"),
        ("same time in two weeks", "2026-12-15 14:30"),
        ("tomorrow at 2", "2026-11-24 14:00"),
    ],
)
def test_the_same_time_is_that_of_the_meeting(monkeypatch: pytest.MonkeyPatch, text: str, starts: str) -> None:
    """It is on Tuesday 1 December at half past two; today is Monday 23 November."""
    monkeypatch.setattr(wishing, "now", lambda: NOW)
    found = wishing.wish_in(text, datetime(2026, 12, 1, 14, 30, tzinfo=UTC))
    assert found
    assert local(found.first).strftime("%Y-%m-%d %H:%M") == starts


@pytest.mark.parametrize(
    ("text", "last"), [("29 february", date(2028, 2, 29)), ("28th of feb", date(2028, 2, 28)), ("1st march", date(2028, 3, 1))]
)
def test_days_around_the_leap_day(text: str, last: date) -> None:
    at = datetime(2028, 2, 10, 10, tzinfo=UTC)
    found = wish_of(read_when(text, local(at).replace(tzinfo=None)), at, LIMITS.horizon)
    assert found
    assert (local(found.first).date(), local(found.last).date()) == (last, last + timedelta(days=1))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("after 3", (time(15), time(17))), ("when the kids are at school", (time(9, 15), time(15))),
        ("after my shift at 4", (time(16), time(17))), ("3pm", (time(15), time(15, 15))),
    ],
)
def test_hours_without_a_day_are_of_any_day(text: str, hours: tuple[time, time]) -> None:
    found = wishing.wish_in(text)
    assert found
    assert (found.hours, found.exact) == (hours, False)
    assert found.last - found.first > timedelta(days=30)


@pytest.mark.parametrize("text", ["tomorrow after 3", "tuesday at 3pm", "next week after 3", "tomorrow at 11"])
def test_hours_of_a_day_stay_with_it(text: str) -> None:
    found = wishing.wish_in(text)
    assert found
    assert found.last - found.first <= timedelta(days=5)


def test_hours_at_which_nobody_works_have_their_reason_and_the_nearest_hours() -> None:
    assert offered("evenings only") == (["Mon 23 16:00", "Tue 24 16:00", "Wed 25 16:00"], "outside")


def test_now_is_too_soon_and_not_gone_by() -> None:
    assert offered("now")[1] == "too_soon"


def test_the_same_time_as_none_is_that_week(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wishing, "now", lambda: NOW)
    found = wishing.wish_in("same time next week")
    assert found
    assert (found.first, found.exact) == (instant(MONDAY + timedelta(days=7), time()), False)


@pytest.mark.parametrize(("text", "gone"), [("this morning", True), ("this afternoon", False)])
def test_a_part_of_today_that_is_over_has_gone_by(monkeypatch: pytest.MonkeyPatch, text: str, gone: bool) -> None:
    noon = NOW + timedelta(hours=3)
    monkeypatch.setattr(wishing, "now", lambda: noon)
    found = wishing.wish_in(text)
    assert found
    assert (found.last < noon) == gone


@pytest.mark.parametrize("text", ["today at 6am", "1st november 2026 at 10am", "monday 30 november 2020", "yesterday at 3pm", "last week"])
def test_a_day_or_time_that_has_gone_by_is_a_wish_in_the_past(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(wishing, "now", lambda: NOW)
    found = wishing.wish_in(text)
    assert found
    assert found.last < NOW


def test_what_is_to_come_counts_before_what_has_been(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wishing, "now", lambda: NOW)
    found = wishing.wish_in("i missed last week, can you do tomorrow")
    assert found
    assert local(found.first).date() == MONDAY + timedelta(days=1)


def test_another_year_is_too_far() -> None:
    assert offered("tuesday 30 november 2027")[1] == "too_far"


@pytest.mark.parametrize(("day", "hours"), [(date(2027, 3, 24), 167), (date(2027, 10, 27), 169), (date(2028, 2, 22), 168)])
def test_a_week_on_is_the_same_hour_by_the_clock(day: date, hours: int) -> None:
    """Over the clock changes of March and October, and onto a leap day."""
    at = instant(day, time(10))
    later = Wish(at, at, exact=True).a_week_on()
    assert local(later.first).time() == time(10)
    assert later.first - at == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["the 11.30 one wednesday?", "the 11:30 one on wednesday", "the 11.30am one wednesday"])
def test_the_one_at_an_hour_is_of_that_hour(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(wishing, "now", lambda: NOW)
    found = wishing.wish_in(text)
    assert found == wishing.wish_in("wednesday at 11.30")


def test_one_alone_is_still_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wishing, "now", lambda: NOW)
    found = wishing.wish_in("wednesday at one")
    assert found
    assert local(found.first).time() == time(13)


@pytest.mark.parametrize("what", ["a first meeting", "my first appointment"])
def test_a_first_meeting_is_not_on_the_first(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    monkeypatch.setattr(wishing, "now", lambda: NOW + timedelta(days=7))
    when = "some time next week preferably tuesday or wednesday morning"
    assert wishing.wish_in(f"i want to book {what} {when}") == wishing.wish_in(f"i want to book a meeting {when}")


def test_the_first_of_a_month_is_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wishing, "now", lambda: NOW)
    found = wishing.wish_in("a meeting on the first of december")
    assert found
    assert (local(found.first).month, local(found.first).day) == (12, 1)


def test_of_two_days_that_are_named_both_are_offered() -> None:
    days = [datetime(2026, 11, 24 + day, hour, tzinfo=UTC) for day in range(3) for hour in (9, 11, 14)]
    offered = of_each_day([Slot(one, one + timedelta(hours=1), 1, "Sam", "hub") for one in days], 2)
    assert [(one.start.day, one.start.hour) for one in offered] == [(24, 9), (24, 14), (25, 9)]
