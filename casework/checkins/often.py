"""How often somebody wants to be asked, in their own words, changed at any time; and when they are asked next."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, cast
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import local, now
from casework.base.plain import plain
from casework.checkins import looking, service
from casework.checkins.models import Job, JobReport
from casework.checkins.schedule import Cadence, cadence_of, schedule
from casework.claimants import Claimant

CADENCES: tuple[Cadence, ...] = ("light", "usual", "more")
Step = Literal["less", "more"]
Came = Literal["ask", "now", "least", "most", "none"]


@dataclass(frozen=True)
class Wish:
    """`step` is from where they are now; `to` is named outright. Neither: they only ask."""

    step: Step | None = None
    to: Cadence | None = None


@dataclass(frozen=True)
class Often:
    """What a wish came to, and how often they are asked now; None where no job is followed."""

    came: Came
    cadence: Cadence | None


@dataclass(frozen=True)
class Coming:
    """How often, and the day of the next question, if any is planned."""

    cadence: Cadence
    day: date | None


def wish_of(text: str) -> Wish:
    """Pure. Who asks for less and names much, complains of the much."""
    known, said = schedule().wishes, plain(text)
    less, rest = _taken_out(known.less, _taken_out(known.asking, said)[1])
    more, rest = _taken_out(known.more, rest)
    named = cadence_of(rest)
    if less:
        return Wish(to="light") if named == "light" else Wish(step="less")
    if more:
        return Wish(step="more") if named in (None, "usual") else Wish(to=named)
    return Wish(to=named)


def is_bare(text: str) -> bool:
    """Whether the words are a wish where how often has just been spoken of."""
    return any(re.search(one, plain(text)) for one in schedule().wishes.bare)


def is_word(text: str) -> bool:
    """Whether it is one of the two words we tell them to text, and nothing else."""
    return any(re.search(one, plain(text)) for one in schedule().wishes.word)


def is_less(text: str) -> bool:
    """Whether the words are such a wish, for less."""
    return is_bare(text) and wish_of(text).step == "less"


def is_none(text: str) -> bool:
    """Whether the words want no more at all, where how often has just been spoken of."""
    return any(re.search(one, plain(text)) for one in schedule().wishes.none)


def moved(current: Cadence, wish: Wish) -> tuple[Came, Cadence]:
    """What it comes to, and how often it is then. Pure."""
    at = CADENCES.index(current)
    if wish.step is None and wish.to is None:
        return "ask", current
    to = wish.to or CADENCES[max(0, min(len(CADENCES) - 1, at + (1 if wish.step == "more" else -1)))]
    ends: dict[tuple[Cadence, Cadence, bool], Came] = {("light", "light", True): "least", ("more", "more", True): "most"}
    return ends.get((current, to, wish.to != "usual"), "now"), to


async def change_often(session: AsyncSession, claimant: Claimant | None, text: str) -> Often:
    job = await looking.open_job(session, claimant.id) if claimant else None
    if claimant is None or job is None:
        return Often("none", None)
    wish = wish_of(text)
    came, to = moved(cast(Cadence, job.cadence), wish)
    again = service.asks_nothing(job) and wish != Wish() and wish.step != "less"
    if to != job.cadence or again:
        yesterday = local(now()).date() - timedelta(days=1)
        await service.change_plan(session, claimant, cadence=to, paused_until=yesterday if again else None)
    return Often(came, to)


def change_report(made: JobReport, text: str) -> Often:
    """The same for a job that is being told of: it is asked about as they say, the usual where they do not."""
    before = next((one for one in CADENCES if one == made.cadence), "usual")
    came, to = moved(cast(Cadence, before), wish_of(text))
    made.cadence = to
    return Often(came, to)


async def coming(
    session: AsyncSession, claimant_id: UUID, paused_until: date | None = None, to_come: tuple[date, date] | None = None
) -> Coming | None:
    """None where no job is followed. `to_come`: the first and the last day of a pause that has not begun."""
    job = await looking.followed_job(session, claimant_id)
    if job is None:
        return None
    return Coming(cast(Cadence, job.cadence), await _next_day(session, job, paused_until, to_come))


async def _next_day(session: AsyncSession, job: Job, paused_until: date | None, to_come: tuple[date, date] | None) -> date | None:
    """Not before a pause is over, nor before today, nor in a pause to come."""
    free = max([local(now()).date(), *(day + timedelta(days=1) for day in (job.paused_until, paused_until) if day)])
    planned = [one for one in await looking.timeline(session, job.claimant_id) if one.state == "due"]
    for one in planned:
        day = max(local(one.due_at).date(), free)
        if to_come and to_come[0] <= day <= to_come[1]:
            day = to_come[1] + timedelta(days=1)
        if local(one.too_late_at).date() >= day:
            return day
    return None


def _taken_out(patterns: Sequence[str], said: str) -> tuple[bool, str]:
    """Whether any fits, and the words that are left."""
    left = said
    for one in patterns:
        left = re.sub(one, " ", left)
    return left != said, " ".join(left.split())
