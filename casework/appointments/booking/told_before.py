"""A name or a number that they told earlier in the conversation, and speak of where it is asked: "the same one I gave you"."""

from collections.abc import AsyncIterator

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.meetings import service
from casework.appointments.models import Appointment
from casework.appointments.words.told_early import number_told
from casework.messaging import Message
from casework.reading import introduced_in, is_introduced, read_name

FAR_BACK = 100


async def number_before(session: AsyncSession, held: Appointment) -> str | None:
    """The last of theirs that they wrote here."""
    async for said in _said(session, held):
        if number := number_told(said)[0]:
            return number
    return None


async def name_before_this(session: AsyncSession, held: Appointment) -> str | None:
    """The one under which they booked here, else the last that they gave."""
    if met := await service.named_here(session, held):
        return met.name
    async for said in _said(session, held):
        name = (introduced_in(said) or ("",))[0] or (read_name(said) if is_introduced(said) else None)
        if name:
            return name
    return None


async def _said(session: AsyncSession, held: Appointment) -> AsyncIterator[str]:
    theirs = select(Message.text).where(Message.conversation_id == held.conversation_id, Message.sender == "claimant")
    for text in (await session.execute(theirs.order_by(Message.n.desc()).limit(FAR_BACK))).scalars().all():
        yield text
