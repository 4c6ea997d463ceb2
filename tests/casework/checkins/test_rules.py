"""When a question may go, what is promised, and how it goes with somebody."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from casework.base.clock import LONDON, local
from casework.checkins import rules
from casework.checkins.outcomes import Task
from casework.checkins.rules import Facts, decide
from casework.checkins.schedule import schedule
from casework.council import council
from casework.handoff.rules import graver

AREA = council().area("northbridge")
NIGHTS = {"days": "mon tue", "from": "22:00", "until": "11:00"}


def at(day: int, clock: str) -> datetime:
    """A day of November 2026; the 23rd is a Monday."""
    return datetime.fromisoformat(f"2026-11-{day:02}T{clock}").replace(tzinfo=LONDON).astimezone(UTC)


NOON, TOO_LATE = at(24, "12:00"), at(27, "19:00")


def weighed(when: datetime = NOON, **facts: Any) -> tuple[bool, str | None, str | None]:
    made = decide(Facts(**facts), schedule().sending, when, TOO_LATE)
    return made.send, made.why, local(made.at).strftime("%d %H:%M") if made.at else None


def test_nothing_in_the_way() -> None:
    assert weighed() == (True, None, None)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"ended": True}, "ended"),
        ({"agreed": False}, "no_consent"),
        ({"reachable": False}, "no_number"),
        ({"kept_back": "stopped"}, "stopped"),
        ({"kept_back": "watched"}, "stopped"),
    ],
)
def test_never(facts: dict[str, Any], why: str) -> None:
    assert weighed(**facts) == (False, why, None)


@pytest.mark.parametrize(
    ("when", "facts", "why", "then"),
    [
        (NOON, {"alert": True}, "alert", "24 12:30"),
        (NOON, {"person": True}, "person", "24 12:30"),
        (NOON, {"kept_back": "paused"}, "paused", "25 12:00"),
        (NOON, {"paused_until": date(2026, 11, 24)}, "paused", "25 12:00"),
        (NOON, {"last_said_at": at(24, "09:10")}, "just_spoken", "24 13:10"),
        (at(24, "09:59"), {}, "not_now", "24 10:00"),
        (at(24, "19:00"), {}, "not_now", "25 10:00"),
        (NOON, {"safe": {"from": "17:00"}}, "not_now", "24 17:00"),
        (NOON, {"safe": {"days": ["fri"]}}, "not_now", "27 10:00"),
        (at(24, "10:30"), {"shifts": [NIGHTS]}, "not_now", "24 11:00"),
        (NOON, {"shifts": [{"days": "tue", "from": "08:00", "until": "20:00"}]}, "not_now", "25 10:00"),
    ],
)
def test_later(when: datetime, facts: dict[str, Any], why: str, then: str) -> None:
    assert weighed(when, **facts) == (False, why, then)


def test_what_could_only_go_too_late_does_not_go() -> None:
    assert weighed(safe={"days": ["sat"]}) == (False, "not_now", None)
    assert weighed(at(28, "12:00")) == (False, "too_late", None)


def test_a_pause_that_is_over_is_none() -> None:
    assert weighed(paused_until=date(2026, 11, 23)) == (True, None, None)


def test_four_hours_after_another_message_it_goes() -> None:
    assert weighed(last_said_at=NOON - timedelta(hours=4))[0]


@pytest.mark.parametrize(
    ("task", "when", "by"),
    [
        (Task(level="P2", days=0), at(24, "12:00"), "24 17:00"),
        (Task(level="P2", days=0), at(24, "16:30"), "25 17:00"),
        (Task(level="P2", days=1), at(24, "12:00"), "25 17:00"),
        (Task(level="P2", days=1), at(26, "18:00"), "27 16:30"),
        (Task(level="P2", days=1), at(26, "16:30"), "27 16:30"),
        (Task(level="P2", days=1), at(27, "18:00"), "30 17:00"),
        (Task(level="P2", days=1), at(28, "12:00"), "30 17:00"),
        (Task(level="P2", days=0), at(26, "18:00"), "27 16:30"),
        (Task(level="P3", days=2), at(28, "12:00"), "01 17:00"),
        (Task(level="P1", minutes=60), at(24, "16:30"), "25 09:30"),
    ],
)
def test_a_promise_is_only_for_hours_in_which_we_work(task: Task, when: datetime, by: str) -> None:
    assert local(rules.promise(AREA, task, when)).strftime("%d %H:%M") == by


def test_how_it_moves() -> None:
    assert [rules.trend(3, None), rules.trend(3, 1), rules.trend(1, 2), rules.trend(2, 2)] == [
        None,
        "worse",
        "better",
        "same",
    ]


@pytest.mark.parametrize(
    ("score", "before", "worse"), [(3, 3, True), (3, 1, True), (3, 2, False), (2, 1, False), (3, None, False)]
)
def test_what_is_worse(score: int, before: int | None, worse: bool) -> None:
    assert rules.is_worse(score, before) is worse


def test_what_is_graver() -> None:
    later = NOON + timedelta(hours=1)
    assert graver("P1", later, "P2", NOON)
    assert graver("P3", later, None, NOON)
    assert graver("P2", NOON, "P2", later)
    assert not graver("P2", later, "P2", NOON)
    assert not graver(None, NOON, None, later)
