"""After a meeting was called off or missed: the same again, with the same worker, in the same way, with what they need."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging
from casework.appointments.booking import talk as talks
from casework.appointments.booking.holding import keep
from casework.appointments.booking.offering import GROUP, Who, offer
from casework.appointments.models import Appointment, BookingTalk
from casework.appointments.steps import Step
from casework.appointments.times.diaries import worker_of
from casework.appointments.times.wishes import Wish
from casework.appointments.words.having import wants_back, wants_still, would_again
from casework.appointments.words.wishing import wish_in
from casework.base.clock import now
from casework.base.words import choice_texts
from casework.messaging import Message

OFF = ("cancelled", "did_not_come")
LONG_GONE = timedelta(days=60)


async def called_off(session: AsyncSession, conversation_id: UUID, claimant_id: UUID | None, phone: str | None) -> Appointment | None:
    """The one that was made last of those called off or missed of late: of the person; else nobody's, of this conversation or phone."""
    here = Appointment.conversation_id == conversation_id
    if phone:
        here |= (Appointment.reach["kind"].as_string() == "sms") & (Appointment.reach["address"].as_string() == phone)
    nobodys = here & Appointment.claimant_id.is_(None)
    whose = nobodys | (Appointment.claimant_id == claimant_id) if claimant_id else nobodys
    late = Appointment.starts_at > now() - LONG_GONE
    query = select(Appointment).where(whose, late, Appointment.state.in_(OFF)).order_by(Appointment.made_at.desc())
    return (await session.execute(query.limit(1))).scalar_one_or_none()


def offers_to_book(last: Message | None) -> bool:
    """Whether what we said last offers another meeting before all else."""
    return last is not None and bool(last.choices) and last.choices[0]["text"] == choice_texts("utter_booking_none")[0]


async def begin_again(session: AsyncSession, conversation_id: UUID, text: str, who: Who) -> BookingTalk | None:
    """None where the words are no answer to that, or nothing was called off. What is wanted back is read back where it is free."""
    back = wants_still(text)
    if not (back or would_again(text) or wish_in(text)):
        return None
    off = await called_off(session, conversation_id, who.claimant.id if who.claimant else None, who.phone)
    if off is None or not (wants_back(text) or offers_to_book(await messaging.last_said(session, conversation_id))):
        return None
    talk = await talks.begin(session, conversation_id)
    _as_before(talk, off, who)
    if back and off.starts_at > now() and off.group_id is None:
        await give_back(session, talk, off, who)
    else:
        await talks.listen(session, talk, text, who)
    return talk


def _as_before(talk: BookingTalk, off: Appointment, who: Who) -> None:
    """What a person needs is on their record; of who is not known there is only the note, and by phone it may be another's."""
    talk.format, talk.step = GROUP if off.group_id else off.format, Step.WHEN
    talk.features, talk.services = off.features, off.services
    talk.needs = "" if who.claimant or who.phone else off.note


async def give_back(session: AsyncSession, talk: BookingTalk, off: Appointment, who: Who) -> None:
    """The same time with the same worker, else what is nearest."""
    wish = Wish(off.starts_at, off.starts_at, exact=True, worker=await worker_of(session, off), venue=off.venue)
    await offer(session, talk, wish, who)
    if talk.why is None and talk.offered:
        await keep(session, talk, 0, who)
    await session.flush()
