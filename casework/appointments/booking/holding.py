"""A time that was chosen is kept while it is read back, and let go where they correct themselves."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.booking.offering import IN_PERSON, Who, offer_instead, sought
from casework.appointments.meetings import groups, service, waiting
from casework.appointments.models import Appointment, BookingTalk
from casework.appointments.steps import Step
from casework.appointments.times.diary import Slot
from casework.appointments.times.finding import Sought, services_beside
from casework.appointments.times.wishes import Wish
from casework.appointments.words.picking import slots
from casework.base.errors import Conflict
from casework.council import Area


async def keep(session: AsyncSession, talk: BookingTalk, place: int, who: Who) -> None:
    """Where somebody was quicker, others are offered."""
    claimant_id = who.claimant.id if who.claimant else None
    slot, group = slots(talk)[place], talk.offered[place].get("group")
    try:
        async with session.begin_nested():
            if group:
                held = await groups.hold_place(session, UUID(group), talk.conversation_id, claimant_id)
            else:
                wanted = _at(who.area, slot, await sought(session, talk, who))
                held = await service.hold(session, who.area, slot, wanted, talk.conversation_id, claimant_id)
    except Conflict:
        await offer_instead(session, talk, Wish(slot.start, slot.start, exact=True), who)
        return
    held.name = held.name or await _name_given(session, talk)
    talk.holding_id, talk.step = held.id, Step.CONFIRM


def _at(area: Area, slot: Slot, wanted: Sought) -> Sought:
    """What is promised of the visit is what there is then."""
    there = services_beside(area, slot) if wanted.services else []
    return replace(wanted, services=tuple(one for one in wanted.services if one in there))


async def _name_given(session: AsyncSession, talk: BookingTalk) -> str:
    """With a time that this talk kept before and let go: it is not asked for twice."""
    query = select(Appointment.name).where(
        Appointment.conversation_id == talk.conversation_id, Appointment.made_at >= talk.began_at,
        Appointment.state == "let_go", Appointment.name != "",
    )
    return (await session.execute(query.order_by(Appointment.made_at.desc()).limit(1))).scalar_one_or_none() or ""


async def held_in(session: AsyncSession, talk: BookingTalk) -> Appointment | None:
    return await session.get(Appointment, talk.holding_id) if talk.holding_id else None


async def let_go(session: AsyncSession, talk: BookingTalk) -> None:
    """What they were asked about is free again."""
    held = await held_in(session, talk)
    if held:
        held.state = "let_go"
        await waiting.declined(session, held)
    talk.holding_id = None
    await session.flush()


async def fit(session: AsyncSession, talk: BookingTalk, who: Who) -> None:
    """The time that is kept gets a room that has what they say they need; where none is free then, others are offered."""
    held = await held_in(session, talk)
    if held is None or held.state != "held" or held.group_id or held.format != IN_PERSON:
        return
    wanted, name, reach, step = await sought(session, talk, who), held.name, held.reach, talk.step
    slot, waits = slot_of(held), await waiting.offered_with(session, held)
    held.state = "let_go"
    await session.flush()
    try:
        async with session.begin_nested():
            again = await service.hold(session, who.area, slot, _at(who.area, slot, wanted), talk.conversation_id, held.claimant_id)
    except Conflict:
        await waiting.declined(session, held)
        await offer_instead(session, talk, Wish(slot.start, slot.start, exact=True), who)
        return
    again.name, again.reach, again.note, again.held_until = name, reach, held.note, held.held_until
    if waits:
        waits.offered_id = again.id
    talk.holding_id, talk.step = again.id, step


def slot_of(held: Appointment) -> Slot:
    return Slot(held.starts_at, held.ends_at, held.diary_id, "", held.venue)
