"""Questions that nobody answered: missed after a while, then a gentle note, one call, and seldom from then on."""

from datetime import timedelta

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging, outbox
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.checkins import replanning, tasks
from casework.checkins.models import Checkin, Job
from casework.checkins.outcomes import outcomes
from casework.checkins.schedule import schedule


async def settle_next() -> bool:
    """Settle the question that has been without an answer longest. False: there is none."""
    async with transaction() as session:
        checkin = (await session.execute(_unanswered())).scalar_one_or_none()
        if checkin is None:
            return False
        if await _wrote(session, checkin):
            await _unread(session, checkin)
        elif await _never_came(session, checkin):
            checkin.state, checkin.why = "left_out", "undelivered"
        else:
            await _missed(session, checkin)
        return True


def _unanswered() -> Select[Checkin]:
    before = now() - timedelta(hours=schedule().misses.missed_after_hours)
    query = select(Checkin).join(Job).where(Checkin.state == "sent", Checkin.sent_at < before)
    return query.order_by(Checkin.sent_at).limit(1).with_for_update(skip_locked=True)


async def _wrote(session: AsyncSession, checkin: Checkin) -> bool:
    """Whether they wrote anything since, on any channel."""
    said = await messaging.thread(session, checkin.claimant_id)
    return any(one.sender == "claimant" and checkin.sent_at and one.at > checkin.sent_at for one in said)


async def _never_came(session: AsyncSession, checkin: Checkin) -> bool:
    """Whether the text did not arrive, or nobody can say: then their silence says nothing, and a person is told of it."""
    texts = await outbox.of_refs(session, [checkin.message_id] if checkin.message_id else [])
    return any(one.status in ("failed", "held") for one in texts.values())


async def _unread(session: AsyncSession, checkin: Checkin) -> None:
    """They did write, and none of it was read as an answer: somebody looks."""
    claimant = await claimants.get(session, checkin.claimant_id)
    checkin.state, checkin.outcome, checkin.answered_at = "answered", "unread", now()
    if checkin.conversation_id:
        task = outcomes().unread
        checkin.level = task.level
        checkin.promised_by = await tasks.give(session, claimant, checkin.conversation_id, "unread", task)
    await replanning.answered(session, claimant)


async def _missed(session: AsyncSession, checkin: Checkin) -> None:
    checkin.state = "missed"
    if checkin.question == replanning.NOTE:
        return await tasks.no_reply(session, checkin)
    job = await session.get_one(Job, checkin.job_id)
    if job.ended_on or job.seldom_since:
        return
    if await _in_a_row(session, checkin) >= schedule().misses.note_after:
        claimant = await claimants.get(session, checkin.claimant_id)
        job.seldom_since = local(now()).date()
        await replanning.replan(session, claimant)
        await replanning.plan_note(session, claimant.id, job.id)


async def _in_a_row(session: AsyncSession, checkin: Checkin) -> int:
    """How many questions, up to this one, had no answer since the last that had one."""
    query = select(Checkin.state).where(Checkin.claimant_id == checkin.claimant_id, Checkin.sent_at <= checkin.sent_at)
    states = (await session.execute(query.order_by(Checkin.sent_at.desc()))).scalars().all()
    answered = next((n for n, state in enumerate(states) if state == "answered"), len(states))
    return states[:answered].count("missed")
