"""From a time that is held to an appointment: said yes to, with a name and a way to reach who comes."""

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments import service
from casework.appointments.hearing import Step, declines, keeps, number_in, wish_in
from casework.appointments.models import Appointment, BookingTalk
from casework.appointments.offering import Who, ask_again, offer_instead, wished
from casework.appointments.wishes import Wish
from casework.base.errors import Conflict
from casework.reading import read_answer, read_name


async def confirmed(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    said, held = read_answer("yes_no", text)["value"], await _held(session, talk)
    if said == "yes" and held:
        await _go_on(session, talk, held, who)
    elif said == "no" or wish_in(text):
        if held:
            held.state = "let_go"
        ask_again(talk)
        await session.flush()
        await wished(session, talk, text, who)


async def named(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    held, name = await _held(session, talk), read_name(text)
    if held and name and not declines(text):
        held.name = name
        await _go_on(session, talk, held, who)


async def numbered(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    """A number to ring is needed where we ring; for a meeting face to face it may be left out."""
    held, number = await _held(session, talk), number_in(text)
    if held and (number or (declines(text) and held.format == "in_person")):
        held.reach = {"kind": "call", "address": number} if number else None
        await _settle(session, talk, held, who)


async def cancelled(session: AsyncSession, talk: BookingTalk, text: str) -> None:
    keep, appointment = keeps(text), await session.get_one(Appointment, talk.moving_id)
    if keep is False and appointment.state == "booked":
        await service.cancel(session, appointment)
    if keep is not None:
        talk.step = Step.KEPT if keep else Step.CANCELLED


async def _go_on(session: AsyncSession, talk: BookingTalk, held: Appointment, who: Who) -> None:
    """What is still to ask of somebody we do not know; nothing of anybody else."""
    if who.claimant or talk.moving_id:
        await _settle(session, talk, held, who)
    elif not held.name:
        talk.step = Step.NAME
    elif who.phone:
        held.reach = {"kind": "sms", "address": who.phone}
        await _settle(session, talk, held, who)
    else:
        talk.step = Step.NUMBER


async def _settle(session: AsyncSession, talk: BookingTalk, held: Appointment, who: Who) -> None:
    moving = await session.get(Appointment, talk.moving_id) if talk.moving_id else None
    try:
        async with session.begin_nested():
            if moving:
                await service.move(session, moving, held)
            else:
                await service.book(session, held, who.area)
    except Conflict:
        await offer_instead(session, talk, Wish(held.starts_at, held.starts_at, exact=True), who)
        return
    talk.step = Step.DONE


async def _held(session: AsyncSession, talk: BookingTalk) -> Appointment | None:
    return await session.get(Appointment, talk.holding_id) if talk.holding_id else None
