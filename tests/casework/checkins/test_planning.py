"""Which questions a job brings, and when."""

from datetime import UTC, date, datetime
from itertools import pairwise

from casework.base.clock import local
from casework.checkins.planning import Planned, plan
from casework.checkins.schedule import Cadence, schedule

START, PAYDAY = date(2026, 11, 30), date(2026, 12, 31)
BEFORE, LAST = datetime(2026, 11, 23, tzinfo=UTC), date(2028, 11, 30)


def planned(cadence: Cadence = "usual", payday: date | None = PAYDAY, **more: object) -> list[Planned]:
    given = {"after": BEFORE, "until": LAST} | more
    return plan(schedule(), cadence, START, payday, **given)  # type: ignore[arg-type]


def days(cadence: Cadence = "usual", payday: date | None = PAYDAY, **more: object) -> dict[str, str]:
    return {one.step: local(one.due_at).strftime("%a %d %b %Y %H:%M") for one in planned(cadence, payday, **more)}


def test_the_usual_schedule() -> None:
    found = days()
    assert list(found) == [
        *("day_before", "day_1", "day_3", "week_1", "week_2", "week_3", "week_4", "payday", "week_6", "week_8"),
        *("week_10", "week_13", "week_17", "week_21", "week_26", "week_34", "week_43", "week_52", "week_65", "week_78"),
        *("week_91", "week_104"),
    ]
    assert found["day_before"] == "Sun 29 Nov 2026 12:00"
    assert found["day_1"] == "Mon 30 Nov 2026 18:00"
    assert found["payday"] == "Fri 01 Jan 2027 12:00"
    assert found["week_26"] == "Mon 31 May 2027 12:00", "noon by the clock, in summer time too"


def test_light_asks_less_and_more_asks_more() -> None:
    assert len(planned("light")) < len(planned("usual")) < len(planned("more"))


def test_who_asks_for_more_is_asked_every_week_to_week_thirteen() -> None:
    first = [one for one in planned("more") if one.due_at.date() < date(2027, 3, 2)]
    assert max((later.due_at - one.due_at).days for one, later in pairwise(first)) <= 7


def test_an_unknown_payday_is_about_a_month_on() -> None:
    assert days(payday=None)["payday"] == "Fri 01 Jan 2027 12:00"


def test_a_weeks_question_near_the_payday_is_left_out() -> None:
    assert "week_4" not in days(payday=date(2026, 12, 27))
    assert "week_4" in days(payday=date(2026, 12, 23))


def test_what_is_past_is_not_asked() -> None:
    assert next(iter(days(after=datetime(2026, 12, 5, tzinfo=UTC)))) == "week_1"


def test_nothing_after_our_responsibility() -> None:
    assert list(days(until=date(2027, 5, 31)))[-1] == "week_26"
    assert list(days(until=date(2027, 5, 30)))[-1] == "week_21"


def test_who_did_not_answer_is_asked_seldom() -> None:
    found = planned("more", seldom_since=date(2026, 12, 1))
    assert min((later.due_at - one.due_at).days for one, later in pairwise(found)) >= 28
