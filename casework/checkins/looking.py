"""The job that is followed, and what was asked about it, as it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.checkins.models import Checkin, Job
from casework.handoff import Handoff

UNSAID = ("untold", "missed_meeting", "automatic_replies", "undelivered", "maybe_undelivered")


@dataclass(frozen=True)
class WorkFacts:
    """The latest job, and the latest check-in that a person has to see to."""

    job: Job | None
    checkin: Checkin | None


async def open_job(session: AsyncSession, claimant_id: UUID) -> Job | None:
    """The job that is followed, held until the transaction ends: whoever changes check-ins holds it first."""
    return (await session.execute(_latest(claimant_id).with_for_update())).scalar_one_or_none()


async def followed_job(session: AsyncSession, claimant_id: UUID) -> Job | None:
    """The same, only to be read."""
    return (await session.execute(_latest(claimant_id))).scalar_one_or_none()


def _latest(claimant_id: UUID) -> Select[Job]:
    query = select(Job).where(Job.claimant_id == claimant_id, Job.ended_on.is_(None))
    return query.order_by(Job.starts_on.desc(), Job.id).limit(1)


async def facts_of(session: AsyncSession, claimant_id: UUID) -> WorkFacts:
    """What whoever is to ring somebody about their work should know first."""
    given = select(Checkin).where(Checkin.claimant_id == claimant_id, Checkin.level.is_not(None))
    latest = given.order_by(Checkin.promised_by.desc()).limit(1)
    jobs = select(Job).where(Job.claimant_id == claimant_id).order_by(Job.starts_on.desc(), Job.id).limit(1)
    return WorkFacts(
        (await session.execute(jobs)).scalar_one_or_none(), (await session.execute(latest)).scalar_one_or_none()
    )


async def promised(session: AsyncSession, cases: Sequence[Handoff]) -> set[UUID]:
    """Those of which the person heard by when somebody will be in touch; of what a worker noted, or silence, they hear nothing."""
    query = (
        select(Handoff.id)
        .join(Checkin, (Checkin.conversation_id == Handoff.conversation_id) & (Checkin.promised_by == Handoff.promised_by))
        .where(Handoff.id.in_([one.id for one in cases]), Checkin.answered_at.is_not(None))
    )
    heard = set((await session.execute(query)).scalars())
    return {one.id for one in cases if one.id in heard or not (one.reason in UNSAID or one.reason.startswith("checkin_"))}


async def timeline(session: AsyncSession, claimant_id: UUID) -> Sequence[Checkin]:
    """All that was asked or is due, by time."""
    query = select(Checkin).where(Checkin.claimant_id == claimant_id, Checkin.state != "left_out")
    return (await session.execute(query.order_by(Checkin.due_at))).scalars().all()


async def latest(session: AsyncSession, claimant_id: UUID) -> Checkin | None:
    """What was heard last, or asked last where nothing was heard yet."""
    query = select(Checkin).where(Checkin.claimant_id == claimant_id, Checkin.sent_at.is_not(None))
    newest = query.order_by(Checkin.answered_at.desc().nulls_last(), Checkin.sent_at.desc()).limit(1)
    return (await session.execute(newest)).scalar_one_or_none()
