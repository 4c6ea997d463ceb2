"""When a question may go, and what silence and scores come to. Pure; instants are aware."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

from casework.base.clock import local
from casework.checkins.outcomes import TROUBLE, Task
from casework.checkins.schedule import Sending
from casework.claimants.rules import may_contact
from casework.council import Area, add_working_minutes, open_periods, say_date
from casework.council.hours import WEEKDAYS

QUARTER = timedelta(minutes=15)
LEAST_LEFT = timedelta(hours=1)
FARTHEST, PAY_WITHIN = timedelta(days=365), timedelta(days=62)
# We promise to be in touch every quarter to the very end: a longer pause would break that without anybody choosing so.
LONGEST_PAUSE = timedelta(days=92)
Trend = Literal["better", "same", "worse"]


@dataclass(frozen=True)
class Facts:
    """What is true of a person at the moment of sending.

    `ended`: the job or our responsibility is over. `alert`: somebody looks after a danger, or should. `person`: one of
    ours speaks with them. `kept_back`: why their number gets none. `last_said_at`: when anything went either way.
    """

    ended: bool = False
    alert: bool = False
    person: bool = False
    agreed: bool = True
    reachable: bool = True
    kept_back: str | None = None
    paused_until: date | None = None
    last_said_at: datetime | None = None
    safe: Mapping[str, Any] | None = None
    shifts: Sequence[Mapping[str, str]] = field(default_factory=tuple)


@dataclass(frozen=True)
class Decision:
    """`send` now, or weigh again `at` an instant, or never (neither). `why` says what is in the way."""

    send: bool
    why: str | None = None
    at: datetime | None = None


def decide(facts: Facts, sending: Sending, at: datetime, too_late_at: datetime) -> Decision:
    """Whether a due question goes now. What would go too late does not go at all."""
    for name, never in (
        ("ended", facts.ended),
        ("no_consent", not facts.agreed),
        ("no_number", not facts.reachable),
        ("stopped", facts.kept_back not in (None, "paused")),
    ):
        if never:
            return Decision(False, name)
    if at > too_late_at:
        return Decision(False, "too_late")
    held = _held(facts, sending, at)
    if held is None:
        return Decision(True)
    return Decision(False, held[0], held[1] if held[1] <= too_late_at else None)


def _held(facts: Facts, sending: Sending, at: datetime) -> tuple[str, datetime] | None:
    """The first thing in the way, and when to look again."""
    again = at + timedelta(minutes=sending.look_again_minutes)
    tomorrow = at + timedelta(days=1)
    if facts.alert:
        return "alert", again
    if facts.person:
        return "person", again
    if facts.kept_back == "paused" or (facts.paused_until and local(at).date() <= facts.paused_until):
        return "paused", tomorrow
    if facts.last_said_at and at < facts.last_said_at + sending.apart:
        return "just_spoken", facts.last_said_at + sending.apart
    moment = next_moment(facts, sending, at)
    return None if moment == at else ("not_now", moment)


def unfit(starts_on: date, first_payday: date | None, today: date) -> str | None:
    """What is wrong with the days of a job, in words; None where nothing is."""
    if abs(starts_on - today) > FARTHEST:
        return "the first day at work must lie within a year"
    # Of a job that is told late the next payday counts.
    if first_payday and (first_payday < starts_on or first_payday - max(starts_on, today) > PAY_WITHIN):
        return f"the first payday must lie within {PAY_WITHIN.days} days after the first day"
    return None


def unfit_pause(until: date, today: date) -> str | None:
    """What is wrong with the last day of a pause, in words; None where nothing is."""
    if until < today:
        return "that day has gone by: choose today or a later day"
    if until - today > LONGEST_PAUSE:
        last = say_date(today + LONGEST_PAUSE)
        return f"we promise to be in touch every quarter, so a pause ends by {last}: set it again then if they still want it"
    return None


def next_moment(facts: Facts, sending: Sending, at: datetime, within: timedelta = timedelta(days=8)) -> datetime:
    """The first instant from `at` inside our hours and theirs and off every shift; the end of `within` if there is none."""
    moment = at
    while moment < at + within:
        here = local(moment)
        safe = may_contact(facts.safe, sending.latest, sending.earliest, here)
        if safe and not any(on_shift(shift, here) for shift in facts.shifts):
            return moment
        moment = (
            moment + QUARTER - timedelta(minutes=here.minute % 15, seconds=here.second, microseconds=here.microsecond)
        )
    return moment


def on_shift(shift: Mapping[str, str], at: datetime) -> bool:
    """Whether a weekly shift is being worked at a local time; one that ends before it starts runs past midnight."""
    days = shift["days"].split()
    starts, ends = time.fromisoformat(shift["from"]), time.fromisoformat(shift["until"])
    today, yesterday = WEEKDAYS[at.weekday()], WEEKDAYS[at.weekday() - 1]
    if starts < ends:
        return today in days and starts <= at.time() < ends
    return (today in days and at.time() >= starts) or (yesterday in days and at.time() < ends)


def promise(area: Area, task: Task, at: datetime) -> datetime:
    """When a person will have done it: within opening minutes, or by the close of the n-th working day after today.

    Of no days: today, or the next working day where today has too little left.
    """
    if task.minutes:
        return add_working_minutes(area, at, task.minutes)
    day, left = local(at).date(), task.days or 0
    while True:
        periods = open_periods(area, day)
        if periods and left == 0 and periods[-1][1] - max(at, periods[0][0]) >= LEAST_LEFT:
            return periods[-1][1]
        day += timedelta(days=1)
        left -= bool(left and open_periods(area, day))


def trend(score: int, before: int | None) -> Trend | None:
    if before is None:
        return None
    return "same" if score == before else "worse" if score > before else "better"


def is_worse(score: int, before: int | None) -> bool:
    """Not good twice running, or a fall from good to not good."""
    return score == TROUBLE and before in (1, TROUBLE)
