"""What a worker must know before they ring or meet somebody."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging, safeguarding
from casework.appointments.desk.week import Meeting
from casework.appointments.models import Appointment


async def alerts_of(session: AsyncSession, meetings: Sequence[Meeting]) -> dict[UUID, UUID]:
    """By meeting, and by place in a group, a conversation with an alert that nobody has closed yet."""
    people = [one for meeting in meetings for one in {meeting.appointment, *meeting.places}]
    return await _open_of(session, people)


async def alert_of(session: AsyncSession, claimant_id: UUID) -> UUID | None:
    """The same of one person."""
    talks = [one.id for one in await messaging.of_claimant(session, claimant_id)]
    return next(iter(await safeguarding.open_in(session, talks)), None)


async def _open_of(session: AsyncSession, people: Sequence[Appointment]) -> dict[UUID, UUID]:
    known = await messaging.of_claimants(session, {one.claimant_id for one in people if one.claimant_id})
    talks = {one.id: _talks(one, known.get(one.claimant_id or one.id, ())) for one in people}
    open_ = await safeguarding.open_in(session, {talk for some in talks.values() for talk in some})
    return {id_: next(talk for talk in some if talk in open_) for id_, some in talks.items() if open_ & set(some)}


def _talks(one: Appointment, known: Sequence[messaging.Conversation]) -> list[UUID]:
    return [*([one.conversation_id] if one.conversation_id else []), *(talk.id for talk in known)]
