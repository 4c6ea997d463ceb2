"""Answers in which danger was read: the question is answered, with trouble, and no longer waits beside the alert."""

from sqlalchemy import Select, exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from casework import claimants
from casework.base.clock import now
from casework.base.db import transaction
from casework.checkins import hearing, replanning, rules, telling, understanding
from casework.checkins.looking import open_job
from casework.checkins.models import Checkin
from casework.checkins.outcomes import TROUBLE, outcomes
from casework.claimants import Claimant
from casework.messaging import Conversation
from casework.safeguarding import Alert

DANGER = "danger"
WAITING = ("sent", "missed")


async def settle_next_alarmed() -> bool:
    """Take the danger that was read last for the answer to what was asked last. False: there is none."""
    async with transaction() as session:
        checkin = (await session.execute(_alarmed())).scalar_one_or_none()
        if checkin is None:
            return False
        if not await _still_waits(session, checkin):
            return True
        alert = (await session.execute(_alert_after(checkin))).scalar_one()
        claimant = await claimants.get(session, checkin.claimant_id)
        told = _told(checkin, alert)
        if told and outcomes().outcomes[told].score == TROUBLE:
            await hearing.hear(session, claimant, checkin, told, alert.conversation_id, said=alert.words)
            hearing.leave_it(checkin)
        else:
            await _danger(session, claimant, checkin, alert)
        return True


def _told(checkin: Checkin, alert: Alert) -> str | None:
    """What the words come to as an answer; no food is what they tell of, whatever else stands beside it."""
    found = [one for one in (understanding.read(checkin, alert.words), alert.danger) if one in outcomes().outcomes]
    return telling.gravest([one for one in found if one])


async def _still_waits(session: AsyncSession, checkin: Checkin) -> bool:
    """The job is held first, as by whoever else changes check-ins: they may be writing at this moment."""
    await open_job(session, checkin.claimant_id)
    await session.refresh(checkin, with_for_update=True)
    return checkin.state in WAITING


async def _danger(session: AsyncSession, claimant: Claimant, checkin: Checkin, alert: Alert) -> None:
    """Nothing of work was read from it: what a person has to do is the alert itself."""
    before = (await session.execute(_scores(checkin))).scalar_one_or_none()
    checkin.state, checkin.outcome, checkin.answered_at = "answered", DANGER, now()
    checkin.score, checkin.trend = TROUBLE, rules.trend(TROUBLE, before)
    checkin.conversation_id = alert.conversation_id
    await replanning.answered(session, claimant)


def _alarmed() -> Select[Checkin]:
    """What waits for an answer, is the last that was asked, and was followed by an alert of the same person."""
    later = aliased(Checkin)
    asked_since = exists().where(later.claimant_id == Checkin.claimant_id, later.sent_at > Checkin.sent_at)
    alerts = exists().where(
        Conversation.claimant_id == Checkin.claimant_id,
        Alert.conversation_id == Conversation.id,
        Alert.raised_at > Checkin.sent_at,
    )
    query = select(Checkin).where(
        Checkin.state.in_(WAITING), Checkin.sent_at > now() - hearing.OPEN_FOR, alerts, ~asked_since
    )
    return query.order_by(Checkin.sent_at).limit(1)


def _scores(checkin: Checkin) -> Select[int | None]:
    """What the answer before came to."""
    query = select(Checkin.score).where(Checkin.claimant_id == checkin.claimant_id, Checkin.score.is_not(None))
    return query.order_by(Checkin.answered_at.desc()).limit(1)


def _alert_after(checkin: Checkin) -> Select[Alert]:
    """The latest: what is said last of all tells most."""
    query = select(Alert).join(Conversation, Conversation.id == Alert.conversation_id)
    mine = query.where(Conversation.claimant_id == checkin.claimant_id, Alert.raised_at > checkin.sent_at)
    return mine.order_by(Alert.raised_at.desc()).limit(1)
