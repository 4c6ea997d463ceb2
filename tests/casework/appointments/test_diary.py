"""Free starts of a diary: the week's pattern, what lies across it, and the edges of the calendar."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.appointments.times.diary import HOME, Busy, Diary, Limits, Off, Working, days_from, slots
from casework.base.clock import LONDON, local

MONDAY = date(2026, 11, 23)
LIMITS = Limits(timedelta(0), timedelta(days=84), timedelta(minutes=10), timedelta(minutes=30))
HOUR = timedelta(hours=1)
EARLY = datetime(2026, 11, 22, tzinfo=UTC)


def weekly(*periods: tuple[int, str, str], venue: str | None = "hub") -> list[Working]:
    return [Working(day, time.fromisoformat(a), time.fromisoformat(b), venue) for day, a, b in periods]


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), LONDON).astimezone(UTC)


def starts(diary: Diary, day: date = MONDAY, length: timedelta = HOUR, limits: Limits = LIMITS, now: datetime = EARLY) -> list[str]:
    found = slots(diary, [day], length, limits, now)
    return [local(slot.start).strftime("%H:%M") for slot in found]


def test_several_periods_a_day() -> None:
    diary = Diary(1, "Sam", weekly((0, "09:00", "10:15"), (0, "13:00", "14:00")))
    assert starts(diary) == ["09:00", "09:15", "13:00"]
    assert starts(diary, MONDAY + timedelta(days=1)) == []


def test_a_meeting_keeps_a_pause_and_another_venue_the_way_there() -> None:
    here = Diary(1, "Sam", weekly((0, "09:00", "13:00")), busy=[Busy(at(MONDAY, "10:00"), at(MONDAY, "11:00"), "hub")])
    away = Diary(1, "Sam", weekly((0, "09:00", "13:00")), busy=[Busy(at(MONDAY, "10:00"), at(MONDAY, "11:00"), "library")])
    half = timedelta(minutes=30)
    assert starts(here, length=half) == ["09:00", "09:15", "11:15", "11:30", "11:45", "12:00", "12:15", "12:30"]
    assert starts(away, length=half) == ["09:00", "11:30", "11:45", "12:00", "12:15", "12:30"]


def test_leave_of_days_and_of_hours() -> None:
    whole = Diary(1, "Sam", weekly((0, "09:00", "12:00")), off=[Off(MONDAY, MONDAY + timedelta(days=3))])
    part = Diary(1, "Sam", weekly((0, "09:00", "12:00")), off=[Off(MONDAY, MONDAY, time(9), time(11))])
    assert starts(whole) == []
    assert starts(part) == ["11:00"]


def test_notice_horizon_and_patterns_that_end() -> None:
    diary = Diary(1, "Sam", weekly((0, "09:00", "11:00"), (4, "09:00", "10:00")))
    soon = Limits(timedelta(hours=4), timedelta(days=84), timedelta(0), timedelta(0))
    assert starts(diary, limits=soon, now=at(MONDAY, "05:40")) == ["09:45", "10:00"]
    assert starts(diary, limits=Limits(timedelta(0), timedelta(days=1), timedelta(0), timedelta(0)), now=EARLY - timedelta(days=1)) == []
    ended = Diary(1, "Sam", [Working(0, time(9), time(11), "hub", until=MONDAY - timedelta(days=1))])
    assert starts(ended) == []


@pytest.mark.parametrize(
    ("day", "first"), [(date(2027, 3, 28), "2027-03-28T08:00"), (date(2026, 10, 25), "2026-10-25T09:00")]
)
def test_the_wall_clock_stays_over_a_clock_change(day: date, first: str) -> None:
    diary = Diary(1, "Sam", weekly((6, "09:00", "10:00")))
    long_before = datetime.combine(day, time(0), UTC) - timedelta(days=2)
    (slot,) = slots(diary, [day], HOUR, LIMITS, long_before)
    assert slot.start.isoformat()[:16] == first
    assert local(slot.start).time() == time(9)


@pytest.mark.parametrize(
    ("day", "clock", "times"),
    [
        (date(2027, 3, 28), ("00:30", "03:30"), ["00:30", "00:45", "02:00", "02:15", "02:30"]),
        (date(2026, 10, 25), ("00:30", "02:30"), ["00:30", "00:45", "01:00", "01:15", "01:30", "01:45", "01:00", "01:15", "01:30"]),
    ],
)
def test_an_hour_is_an_hour_where_the_clocks_change(day: date, clock: tuple[str, str], times: list[str]) -> None:
    """In March the hour from one to two is not there, in October it comes twice."""
    diary = Diary(1, "Sam", weekly((6, *clock)))
    found = list(slots(diary, [day], HOUR, LIMITS, datetime.combine(day, time(0), UTC) - timedelta(days=2)))
    assert [local(slot.start).strftime("%H:%M") for slot in found] == times
    assert len({slot.start for slot in found}) == len(found)
    assert {slot.end - slot.start for slot in found} == {HOUR}


def test_a_day_begins_at_midnight_and_ends_before_the_next() -> None:
    diary = Diary(1, "Sam", weekly((0, "00:00", "01:00"), (0, "22:00", "23:59")), off=[Off(MONDAY - timedelta(days=1), MONDAY - timedelta(days=1))])
    assert starts(diary, length=timedelta(minutes=30)) == ["00:00", "00:15", "00:30", "22:00", "22:15", "22:30", "22:45", "23:00", "23:15"]
    away = Diary(1, "Sam", weekly((0, "00:00", "01:00"), (0, "22:00", "23:59")), off=[Off(MONDAY, MONDAY)])
    assert starts(away, length=timedelta(minutes=30)) == []


def test_the_leap_day_is_a_day_like_others() -> None:
    leap = date(2028, 2, 29)
    diary = Diary(1, "Sam", weekly((1, "09:00", "10:00"), (2, "09:00", "10:00")), off=[Off(date(2028, 3, 1), date(2028, 3, 1))])
    long_before = datetime(2028, 2, 20, tzinfo=UTC)
    assert starts(diary, leap, now=long_before) == ["09:00"]
    assert starts(diary, leap + timedelta(days=1), now=long_before) == []
    assert [one.day for one in slots(diary, days_from(date(2028, 2, 28), date(2028, 3, 8)), HOUR, LIMITS, long_before)] == [
        leap, date(2028, 3, 7), date(2028, 3, 8),
    ]


@pytest.mark.parametrize("other", ["hub", None])
def test_a_home_is_left_and_reached_with_time_for_the_way(other: str | None) -> None:
    """Also for a call, which is taken in the office."""
    visit = Busy(at(MONDAY, "10:00"), at(MONDAY, "11:00"), HOME)
    diary = Diary(1, "Sam", weekly((0, "09:00", "12:00"), venue=other), busy=[visit])
    assert starts(diary, length=timedelta(minutes=30)) == ["09:00", "11:30"]


PERIODS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 22), st.integers(1, 6)).map(
        lambda one: Working(one[0], time(one[1]), time(min(one[1] + one[2], 23)), "hub")
    ),
    max_size=6,
)
BUSY = st.lists(
    st.tuples(st.integers(0, 7 * 96), st.integers(1, 12), st.sampled_from(["hub", "library", None])).map(
        lambda one: Busy(
            at(MONDAY, "00:00") + timedelta(minutes=15 * one[0]),
            at(MONDAY, "00:00") + timedelta(minutes=15 * (one[0] + one[1])),
            one[2],
        )
    ),
    max_size=8,
)


@given(PERIODS, BUSY, st.sampled_from([20, 30, 60]))
def test_no_free_time_touches_a_meeting_or_leaves_the_pattern(
    working: list[Working], busy: list[Busy], minutes: int
) -> None:
    diary = Diary(1, "Sam", working, busy=busy)
    for slot in slots(diary, days_from(MONDAY, MONDAY + timedelta(days=6)), timedelta(minutes=minutes), LIMITS, EARLY):
        for one in busy:
            pause = LIMITS.buffer if one.venue in (None, "hub") else LIMITS.travel
            assert slot.end + pause <= one.start or one.end + pause <= slot.start
        start, end = local(slot.start), local(slot.end)
        assert any(
            period.weekday == start.weekday() and period.starts <= start.time() and end.time() <= period.ends
            for period in working
        )
