"""How people in work are kept in touch with: who answers, how much trouble there is, whether jobs last."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import func, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.models import Appointment
from casework.appointments.times.diary import instant
from casework.base.clock import local, now
from casework.checkins.models import UNASKED, Checkin, Job
from casework.checkins.outcomes import TROUBLE, outcomes
from casework.claimants import Claimant
from casework.council import Area
from casework.handoff import Handoff
from casework.messaging import Conversation, Message
from casework.reports.rules import Share, contact_days, lasted

MILESTONES = (13, 26, 52, 104)
MONTHS = 6
# What waits for its answer still says nothing of who answers.
ASKED = ("answered", "missed")
CAME = ("attended", "came_late")
# What we send by ourselves is no contact, however often it goes.
PEOPLE = ("claimant", "person")
ENDED = "checkin_left"


@dataclass(frozen=True)
class Month:
    """`answered` of those asked, `trouble` of those that answered."""

    first: date
    answered: Share
    trouble: Share


@dataclass(frozen=True)
class Sustained:
    """Of the jobs that began so many weeks ago: `share` is known to have lasted, of `unknown` nobody has heard since.

    Neither is told where the three parts together tell of a handful.
    """

    weeks: int
    share: Share
    unknown: Share

    @property
    def tells_unknown(self) -> bool:
        ended = Share(self.share.whole - self.share.part - self.unknown.part, self.share.whole)
        return all(one.shown for one in (self.share, self.unknown, ended))


@dataclass(frozen=True)
class InWork:
    """`contact`: people in work who were in touch with a person as often as the standard says. `reached`: cases of trouble that a
    person took by the time that was promised; `ended`: the same for jobs that ended.
    """

    months: Sequence[Month]
    sustained: Sequence[Sustained]
    contact: Share
    reached: Share
    ended: Share


async def in_work(session: AsyncSession, area: Area) -> InWork:
    today = local(now()).date()
    jobs = await _jobs(session, area)
    heard = await _heard(session, area)
    return InWork(
        months=await _months(session, area, _first_month(today)),
        sustained=[_lasted(jobs, heard, weeks, today) for weeks in MILESTONES],
        contact=await _contact(session, jobs, today),
        reached=await _kept(session, area, _troubles()),
        ended=await _kept(session, area, {ENDED}),
    )


def _first_month(today: date) -> date:
    months = today.year * 12 + today.month - MONTHS
    return date(months // 12, months % 12 + 1, 1)


async def _months(session: AsyncSession, area: Area, first: date) -> list[Month]:
    query = (
        select(Checkin.sent_at, Checkin.state, Checkin.score)
        .join(Claimant)
        .where(Claimant.area == area.id, Checkin.state.in_(ASKED), Checkin.question != UNASKED)
        .where(Checkin.sent_at >= instant(first, time()))
    )
    asked, answered, trouble = Counter[date](), Counter[date](), Counter[date]()
    for sent_at, state, score in (await session.execute(query)).all():
        month = local(sent_at or now()).date().replace(day=1)
        asked[month] += 1
        answered[month] += state == "answered"
        trouble[month] += score == TROUBLE
    return [
        Month(one, Share(answered[one], asked[one]), Share(trouble[one], answered[one]))
        for one in sorted(asked)
    ]


async def _jobs(session: AsyncSession, area: Area) -> Sequence[Job]:
    return (await session.execute(select(Job).join(Claimant).where(Claimant.area == area.id))).scalars().all()


async def _heard(session: AsyncSession, area: Area) -> dict[UUID, date]:
    """When each job was last heard of: an answer to a check-in, or one of us spoke with them."""
    answered = select(Checkin.job_id.label("job"), Checkin.answered_at.label("at")).join(Claimant).where(
        Claimant.area == area.id, Checkin.state == "answered", Checkin.answered_at.is_not(None)
    )
    spoken = select(Job.id.label("job"), Job.spoken_at.label("at")).join(Claimant).where(
        Claimant.area == area.id, Job.spoken_at.is_not(None)
    )
    every = union_all(answered, spoken).subquery()
    query = select(every.c.job, func.max(every.c.at)).where(every.c.job.is_not(None)).group_by(every.c.job)
    return {job: local(at).date() for job, at in (await session.execute(query)).tuples()}


def _lasted(jobs: Sequence[Job], heard: Mapping[UUID, date], weeks: int, today: date) -> Sustained:
    """Of the jobs whose time has come, and of those that ended before."""
    due = [one for one in jobs if one.starts_on + timedelta(weeks=weeks) <= today]
    known = [lasted(one.starts_on, one.ended_on, heard.get(one.id), weeks) for one in due]
    return Sustained(weeks, Share(known.count(True), len(due)), Share(known.count(None), len(due)))


async def _contact(session: AsyncSession, jobs: Sequence[Job], today: date) -> Share:
    working = {one.claimant_id: one for one in jobs if one.ended_on is None and one.starts_on <= today}
    last, known = await _last_contact(session, working.keys()), await _known_since(session, working.keys())
    kept = whole = 0
    for who, job in working.items():
        if within := contact_days(job.starts_on, today):
            since = max(job.starts_on, known[who], *([local(last[who]).date()] if who in last else []))
            kept, whole = kept + ((today - since).days <= within), whole + 1
    return Share(kept, whole)


async def _known_since(session: AsyncSession, people: Collection[UUID]) -> dict[UUID, date]:
    """Nobody could be in touch before they were referred to us and on record."""
    query = select(Claimant.id, Claimant.referred_on, Claimant.created_at).where(Claimant.id.in_(people))
    return {id_: max(referred, local(made).date()) for id_, referred, made in (await session.execute(query)).tuples()}


async def _last_contact(session: AsyncSession, people: Collection[UUID]) -> dict[UUID, datetime]:
    """When each last wrote, or one of us wrote to them or spoke with them, or they came to a meeting."""
    written = select(Conversation.claimant_id, Message.at.label("at")).join(Message).where(
        Conversation.claimant_id.in_(people), Message.sender.in_(PEOPLE)
    )
    met = select(Appointment.claimant_id, Appointment.starts_at.label("at")).where(
        Appointment.claimant_id.in_(people), Appointment.state.in_(CAME)
    )
    spoken = select(Job.claimant_id, Job.spoken_at.label("at")).where(Job.claimant_id.in_(people), Job.spoken_at.is_not(None))
    every = union_all(written, met, spoken).subquery()
    query = select(every.c.claimant_id.label("who"), func.max(every.c.at).label("at")).group_by(every.c.claimant_id)
    return {one.who: one.at for one in await session.execute(query)}


def _troubles() -> set[str]:
    """What trouble with a job in hand is given to a person for; its end has a promise of its own."""
    return {f"checkin_{name}" for name, one in outcomes().outcomes.items() if one.score == TROUBLE and not one.ends}


async def _kept(session: AsyncSession, area: Area, reasons: Collection[str]) -> Share:
    """Cases taken by the time that was promised, of those whose time has come; also where it came upon another."""
    at = now()
    query = select(Handoff.taken_at, Handoff.promised_by).where(
        Handoff.area == area.id,
        Handoff.reason.in_(reasons) | Handoff.asked_again.in_(reasons),
        Handoff.promised_by <= at,
    )
    found = (await session.execute(query)).all()
    return Share(sum(taken is not None and taken <= due for taken, due in found), len(found))
