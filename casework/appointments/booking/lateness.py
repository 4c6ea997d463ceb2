"""Who says that they are late for a meeting, how much, and whether it can be that meeting."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.meetings.service import running_late
from casework.appointments.models import Appointment
from casework.appointments.words.asking import minutes_in, minutes_named
from casework.appointments.words.wishing import wish_in
from casework.base.clock import local, now

CLOSE = timedelta(hours=3)
MOST_LATE = timedelta(hours=3)
MINUTE = timedelta(minutes=1)
PAST = {"quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20}
# "2.15", "2:15pm"; "3pm"; "quarter past 2", "half 2"; "there at 3", "till 3".
CLOCKS = (
    re.compile(r"(?<![\d.:])(?P<hour>\d{1,2})[.:](?P<minute>\d\d)(?![\d.:]| ?min)\s*(?P<half>[ap]\.?m)?", re.IGNORECASE),
    re.compile(r"\b(?P<past>half(?= )(?! an?\b)|(?:quarter|half|five|ten|twenty|\d{1,2})(?= past)) (?:past )?(?P<hour>\d{1,2})\b(?! ?(?:min|h))(?P<half>[ap]m)?", re.IGNORECASE),
    re.compile(r"\b(?P<hour>\d{1,2}) ?(?P<half>[ap]\.?m)\b", re.IGNORECASE),
    re.compile(r"\b(?:at|by|till?|until|before) (?:about |around |like )?(?P<hour>\d{1,2})\b(?! ?(?:min|m\b|hour|h\b|late))", re.IGNORECASE),
)

# What that is the time of, when it is not when they come: "for my 2pm", "the 2.05 train".
OF_ELSE = re.compile(r"(?:(?<!there )(?<!with you )(?<!with u )\bfor|\bmy|\bour|\bfrom|\bmeeting|\bappt|\bappointment)(?: (?:my|the|our|a|at|is|was|about))* ?$", re.IGNORECASE)
ELSE = re.compile(r"\s*(?:o'?clock )?(?:train|bus|tram|coach|ferry|metro|one\b|appt|appoint|app\b|meeting|session|slot)", re.IGNORECASE)


def is_near(starts_at: datetime, at: datetime) -> bool:
    """On its day, or close to its time."""
    return local(starts_at).date() == local(at).date() or starts_at - at <= CLOSE


def late_by(text: str, starts_at: datetime) -> int | None:
    """How many minutes late, said as such or by the clock: "b there 2.15" of a meeting at two. `starts_at` is local."""
    by_clock = (_after(starts_at, one.groupdict()) for clock in CLOCKS for one in clock.finditer(text) if _comes_then(one))
    return minutes_named(text) or next(filter(None, by_clock), None) or minutes_in(_without_clocks(text))


def _comes_then(named: re.Match[str]) -> bool:
    """Whether it is the time that they come, and not that of the meeting, or of a train."""
    before, after = named.string[: named.start()], named.string[named.end() :]
    return not (OF_ELSE.search(before) or ELSE.match(after))


def _without_clocks(text: str) -> str:
    for clock in CLOCKS:
        text = clock.sub(" ", text)
    return text


def _after(starts_at: datetime, named: dict[str, str | None]) -> int | None:
    """From the start to that time; None where it is no lateness, or hours of it."""
    hour, minute = int(named["hour"] or 0), _minute(named)
    half = (named.get("half") or "").lower()[:1]
    if hour > 23 or minute > 59:
        return None
    hours = [hour % 12 + (12 if half == "p" else 0)] if half else [hour, hour + 12] if hour < 12 else [hour]
    gaps = [starts_at.replace(hour=one, minute=minute) - starts_at for one in hours]
    return next((gap // MINUTE for gap in gaps if timedelta() < gap <= MOST_LATE), None)


def _minute(named: dict[str, str | None]) -> int:
    past = (named.get("past") or named.get("minute") or "0").lower()
    return PAST.get(past) or int(past)


def late_for(meetings: Sequence[Appointment], text: str) -> Appointment:
    """The one on the day they name, be it days ahead; else the next."""
    return next((one for one in meetings if is_on_day_named(one, text)), meetings[0])


def is_on_day_named(meeting: Appointment, text: str) -> bool:
    wish = wish_in(text)
    return wish is not None and wish.days is None and local(wish.first).date() == local(meeting.starts_at).date() == wish.last_day


async def told_late(session: AsyncSession, meeting: Appointment, text: str) -> bool:
    """Its time is kept and the worker sees it; False, and nothing is noted, where it is on a day that is not near and not named."""
    if not (is_near(meeting.starts_at, now()) or is_on_day_named(meeting, text)):
        return False
    await running_late(session, meeting, late_by(text, local(meeting.starts_at)) or meeting.late_minutes)
    return True
