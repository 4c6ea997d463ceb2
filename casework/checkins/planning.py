"""Which questions a job brings, and on which days. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from casework.base.clock import LONDON
from casework.checkins.schedule import Cadence, Schedule, Step


@dataclass(frozen=True)
class Planned:
    """`due_at` is the first instant it may go, `too_late_at` the last."""

    step: str
    asks: str
    due_at: datetime
    too_late_at: datetime


def plan(
    schedule: Schedule,
    cadence: Cadence,
    starts_on: date,
    first_payday: date | None,
    *,
    after: datetime,
    until: date,
    seldom_since: date | None = None,
) -> list[Planned]:
    """All that is due after an instant and to the end of our responsibility, that day included, in order of time."""
    days = {name: _day(schedule.steps[name], starts_on, first_payday) for name in schedule.cadences[cadence]}
    pay = next((days[name] for name in days if schedule.steps[name].payday is not None), None)
    found = [
        _planned(schedule, name, day)
        for name, day in days.items()
        if day <= until and not _too_near(schedule, schedule.steps[name], day, pay)
    ]
    coming = sorted((one for one in found if one.due_at > after), key=lambda one: one.due_at)
    if seldom_since is None:
        return coming
    return list(_seldom(coming, seldom_since, timedelta(days=schedule.misses.then_every_days)))


def at_clock(day: date, at: time) -> datetime:
    return datetime.combine(day, at, LONDON).astimezone(UTC)


def _day(step: Step, starts_on: date, first_payday: date | None) -> date:
    if step.payday is not None and first_payday is not None:
        return first_payday + timedelta(days=step.payday)
    return starts_on + timedelta(days=step.days_from_start or 0)


def _too_near(schedule: Schedule, step: Step, day: date, pay: date | None) -> bool:
    if step.week is None or pay is None:
        return False
    return abs((day - pay).days) <= schedule.payday_apart_days


def _planned(schedule: Schedule, name: str, day: date) -> Planned:
    step, sending = schedule.steps[name], schedule.sending
    last = at_clock(day + timedelta(days=step.lasts), sending.latest)
    return Planned(name, step.asks, at_clock(day, step.at or sending.usual_at), last)


def _seldom(coming: Sequence[Planned], since: date, apart: timedelta) -> Iterator[Planned]:
    """Those that keep so far apart, counted from a day."""
    last = at_clock(since, time.min)
    for one in coming:
        if one.due_at - last >= apart:
            last = one.due_at
            yield one
