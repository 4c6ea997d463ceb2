"""Words about a time that is known."""

from datetime import UTC, datetime, time, timedelta

import pytest

from casework.appointments import Wish
from casework.appointments.words import counting, wishing
from casework.appointments.words.counting import beside, nearer, not_then, tries, wish_from
from casework.base.clock import local

MEETING = datetime(2026, 12, 9, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def sunday(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (wishing, counting):
        monkeypatch.setattr(room, "now", lambda: datetime(2026, 11, 29, 13, tzinfo=UTC))


def said(wish: Wish | None) -> str:
    assert wish
    hours = " ".join(f"{one:%H}" for one in wish.hours) if wish.hours else ""
    return f"{local(wish.first):%a %d %H:%M} to {local(wish.last):%a %d %H:%M} {hours}".strip()


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("can it be earlier", "earlier"), ("any later in the day", "later"), ("a bit later", "later"), ("Later than that", "later"),
        ("too early", "later"), ("same day later", "later"), ("later on friday", None), ("can it be later than 3", None),
        ("a day later", None), ("other times", None), ("earlier tomorrow", None),
    ],
)  # fmt: skip
def test_nearer_is_of_what_they_look_at(text: str, way: str | None) -> None:
    assert nearer(text) == way


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("can u move it to the afternoon", "Wed 09 00:00 to Thu 10 00:00 12 17"),
        ("same day later", "Wed 09 09:01 to Thu 10 00:00"),
        ("same day but earlier", "Wed 09 00:00 to Wed 09 09:00"),
        ("the day after same time", "Thu 10 09:00 to Thu 10 09:00"),
        ("day after", "Thu 10 09:00 to Thu 10 09:00"),
        ("a day later", "Thu 10 09:00 to Thu 10 09:00"),
        ("day after tomorrow", "Tue 01 00:00 to Wed 02 00:00"),
        ("friday", "Fri 11 00:00 to Sat 19 00:00"),
        ("change it to tuesday", "Tue 08 00:00 to Wed 16 00:00"),
        ("can we do tues afternoon", "Tue 08 00:00 to Wed 16 00:00 12 17"),
        ("thurs at 3", "Thu 10 15:00 to Thu 10 15:00"),
        ("wednesday", "Wed 16 00:00 to Thu 24 00:00"),
        ("this friday", "Fri 04 00:00 to Sat 05 00:00"),
        ("friday 4 december", "Fri 04 00:00 to Sat 05 00:00"),
        ("same time next day", "Thu 10 09:00 to Thu 10 09:00"),
        ("next day", "Thu 10 09:00 to Thu 10 09:00"),
        ("the following day please", "Thu 10 09:00 to Thu 10 09:00"),
        ("next day in the afternoon", "Thu 10 00:00 to Fri 11 00:00 12 17"),
        ("day before same time", "Tue 08 09:00 to Tue 08 09:00"),
        ("the day before, same time", "Tue 08 09:00 to Tue 08 09:00"),
        ("same time thursday", "Thu 10 09:00 to Thu 10 09:00"),
        ("friday same time", "Fri 11 09:00 to Fri 11 09:00"),
        ("same time but friday", "Fri 11 09:00 to Fri 11 09:00"),
        ("same time on wednesday", "Wed 16 09:00 to Wed 16 09:00"),
        ("same day but afternoon", "Wed 09 00:00 to Thu 10 00:00 12 17"),
        ("same day but in the afternoon", "Wed 09 00:00 to Thu 10 00:00 12 17"),
        ("same time tomorrow", "Mon 30 09:00 to Mon 30 09:00"),
        ("bit earlier than that", "Wed 09 00:00 to Wed 09 09:00"),
        ("the week after", "Wed 16 09:00 to Wed 16 09:00"),
    ],
)
def test_another_time_counts_from_the_meeting(text: str, wished: str) -> None:
    assert said(wish_from(text, MEETING)) == wished


def test_of_one_day_it_is_looked_for_there_first() -> None:
    first, then = tries("later", [MEETING, MEETING.replace(hour=11)], None)
    assert said(first) == "Wed 09 11:01 to Thu 10 00:00"
    assert said(then) == "Wed 09 11:01 to Wed 23 11:00"


def test_of_several_days_it_is_on_the_weekdays_wished_for() -> None:
    wish = Wish(MEETING, MEETING.replace(day=11), frozenset({2, 4}), (time(9), time(12)))
    (only,) = tries("later", [MEETING, MEETING.replace(day=11)], wish)
    assert only.days == {2, 4}
    assert only.first > MEETING.replace(day=11)


@pytest.mark.parametrize("text", ["not monday", "not mondays", "no mondays please", "i cant do mondays"])
def test_a_day_ruled_out_leaves_the_others_from_the_week_of_the_meeting(text: str) -> None:
    wish = not_then(text, MEETING)
    assert wish
    assert said(wish) == "Mon 07 00:00 to Wed 23 09:00"
    ruled_out = {local(start).weekday() for start, end in wish.busy if end - start > timedelta(hours=1)}
    assert ruled_out == {0}
    assert (MEETING, MEETING + timedelta(minutes=1)) in wish.busy


@pytest.mark.parametrize("text", ["gibberish", "another time", "my next day off"])
def test_nothing_ruled_out_is_no_wish(text: str) -> None:
    assert not_then(text, MEETING) is None


@pytest.mark.parametrize(
    "text",
    ["the day before christmas", "my next day off", "the next day i am free", "next available day", "day before yesterday", "next friday", "one day before 3"],
)
def test_not_every_day_before_or_next_is_beside_the_meeting(text: str) -> None:
    assert beside(text, MEETING) is None
