"""Another time than the one that is kept: said while it is read back, or while a name or a number is asked."""

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.booking.correcting import another_way
from casework.appointments.booking.holding import held_in, let_go
from casework.appointments.booking.offering import GROUP, Who, ask_again, offer
from casework.appointments.booking.wished import offer_near, refuse_days, wish_for, wished
from casework.appointments.models import Appointment, BookingTalk
from casework.appointments.words.counting import nearer
from casework.appointments.words.hearing import at_other_times
from casework.appointments.words.shifting import shift_in
from casework.appointments.words.too_early import refuses_day, stays_on_day
from casework.appointments.words.wishing import busy_in, wish_in


def says_when(text: str) -> bool:
    return bool(wish_in(text) or busy_in(text) or shift_in(text))


def way_from(talk: BookingTalk, text: str) -> str | None:
    """ "earlier" or "later" than the time that is kept; sessions are what they are."""
    return nearer(text) if talk.format != GROUP else None


async def retimed(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    """While something else is asked; when they cannot, at other times than that which is kept, is kept in mind."""
    held, busy = await held_in(session, talk), busy_in(text)
    if held and busy and not wish_in(text) and not is_busy_then(text, held):
        talk.wish = at_other_times(talk, busy).written()
    elif not await another_way(session, talk, text, who):
        await at_another_time(session, talk, text, who)


async def at_another_time(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    """What is kept goes, and times are looked for as they say; else when suits them is asked afresh."""
    held, way = await held_in(session, talk), way_from(talk, text)
    if held and way:
        await let_go(session, talk)
        await offer_near(session, talk, way, [held.starts_at], who, stays=stays_on_day(text))
        return
    if held and refuses_day(text):
        refuse_days(talk, [held.starts_at])
    wish = await wish_for(session, talk, text, who)
    stands = held is not None and is_busy_then(text, held)
    await let_go(session, talk)
    if not stands:
        ask_again(talk)
    if talk.format == GROUP:
        await wished(session, talk, text, who)
    elif wish:
        await offer(session, talk, wish, who)


def is_busy_then(text: str, held: Appointment) -> bool:
    return any(start < held.ends_at and held.starts_at < end for start, end in busy_in(text))
