"""Whom a person gets, how long, and when they may be contacted."""

from datetime import date, datetime, time
from uuid import UUID

import pytest

from casework.claimants.rules import Worker, choose, may_contact, neutral, next_contact, plus_months, responsibility

QUIET = (time(20), time(9))
DAYTIME = {"days": ["mon", "tue", "wed", "thu", "fri"], "from": "09:00", "until": "17:00"}


def worker(name: str, load: int, *knows: str) -> Worker:
    return Worker(UUID(int=load + 1), name, frozenset(knows), load)


def test_who_knows_most_of_the_needs_is_chosen() -> None:
    assert choose([worker("Ann", 0), worker("Bob", 9, "debt")], ["debt"]).name == "Bob"  # type: ignore[union-attr]


def test_then_who_has_fewest_people_then_the_name() -> None:
    assert choose([worker("Zoe", 2), worker("Bob", 2), worker("Ann", 3)], []).name == "Bob"  # type: ignore[union-attr]


def test_nobody_there_is_nobody_chosen() -> None:
    assert choose([], ["debt"]) is None


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 11, 24), 24, date(2028, 11, 24)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_months_later_is_the_same_day_or_the_last(day: date, months: int, later: date) -> None:
    assert plus_months(day, months) == later


@pytest.mark.parametrize(
    ("today", "left", "over"),
    [
        (date(2026, 11, 24), 24, False),
        (date(2026, 11, 25), 23, False),
        (date(2028, 11, 24), 0, False),
        (date(2028, 11, 25), 0, True),
    ],
)
def test_responsibility_counts_whole_months(today: date, left: int, over: bool) -> None:
    clock = responsibility(date(2026, 11, 24), 24, today)
    assert (clock.months_left, clock.over) == (left, over)


@pytest.mark.parametrize(
    ("at", "safe", "may"),
    [
        ("2026-11-24T10:00", None, True),
        ("2026-11-24T20:00", None, False),
        ("2026-11-24T08:59", None, False),
        ("2026-11-24T09:00", DAYTIME, True),
        ("2026-11-24T17:00", DAYTIME, False),
        ("2026-11-28T10:00", DAYTIME, False),
        ("2026-11-24T10:00", {"shared": True}, True),
    ],
)
def test_contact_keeps_to_safe_and_quiet_hours(at: str, safe: dict[str, object] | None, may: bool) -> None:
    assert may_contact(safe, *QUIET, datetime.fromisoformat(at)) is may


def test_the_next_moment_that_is_safe() -> None:
    friday_evening = datetime(2026, 11, 27, 18, 7)
    assert next_contact(DAYTIME, *QUIET, friday_evening) == datetime(2026, 11, 30, 9)
    assert next_contact({"from": "21:00", "until": "22:00"}, *QUIET, friday_evening) is None


def test_a_shared_phone_gets_neutral_words() -> None:
    assert neutral({"shared": True})
    assert not neutral(None)
