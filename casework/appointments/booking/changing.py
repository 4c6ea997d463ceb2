"""A meeting they have is to be in another way, at another place or with another of us: its own time first."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants
from casework.appointments.booking import holding
from casework.appointments.booking.offering import GROUP, IN_PERSON, Who, choose_format, offer
from casework.appointments.booking.wished import wish_for
from casework.appointments.models import Appointment, BookingTalk
from casework.appointments.steps import Step
from casework.appointments.times.diaries import limits, worker_of
from casework.appointments.times.wishes import Wish
from casework.appointments.words.having import refused_worker
from casework.appointments.words.hearing import refuses_shown
from casework.appointments.words.meeting_ways import format_of
from casework.appointments.words.picking import slots
from casework.appointments.words.saying import venue_in
from casework.appointments.words.whom import unwanted, wanted
from casework.appointments.words.wishing import busy_in, wish_in
from casework.base.clock import now
from casework.council import Area

ANOTHER_WORKER = "other_worker"


def differs(meeting: Appointment, text: str, area: Area) -> bool:
    """Whether the way or the place in the words is another than it has."""
    venue = venue_in(text, area)
    if venue:
        return meeting.format != IN_PERSON or meeting.venue != venue
    return format_of(text) not in (None, meeting.format)


async def change(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> bool:
    """Where the meeting's own time is free that way it is read back, else the nearest are shown. False where a time is said."""
    moving = await session.get(Appointment, talk.moving_id) if talk.moving_id else None
    if moving is None or moving.group_id or wish_in(text) or busy_in(text):
        return False
    if await with_another(session, talk, text, who):
        return True
    venue = venue_in(text, who.area)
    format = IN_PERSON if venue else format_of(text)
    if format in (None, GROUP) or not differs(moving, text, who.area):
        return False
    await choose_format(session, talk, format, who)
    if talk.why is None:
        await offer(session, talk, Wish(moving.starts_at, moving.starts_at, exact=True, venue=venue), who)
        if talk.why is None and len(talk.offered) == 1:
            await holding.keep(session, talk, 0, who)
    await session.flush()
    return True


async def with_another(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> bool:
    """They would rather meet somebody else than who is offered: others there, at that time or near it. False: not said."""
    if talk.step not in (Step.WHEN, Step.CHOOSE, Step.CONFIRM) or talk.format in (None, GROUP):
        return False
    workers = [one.name for one in await claimants.key_workers(session, who.area.id)]
    if not refused_worker(text, workers) and not refuses_shown(talk, text):
        return False
    about = await _about(session, talk)
    named = unwanted(text, workers)
    refused = named or [await worker_of(session, about)] if about else named or [one.worker for one in slots(talk)]
    wish = await wish_for(session, talk, text, who) or _same(talk, about)
    before = Wish.read(talk.wish) if talk.wish else wish
    without = tuple(dict.fromkeys([*before.without, *refused]))
    venue = wish.venue or before.venue or (about.venue if about else None)
    await holding.let_go(session, talk)
    talk.wish = replace(before, worker=None).written()
    await offer(session, talk, replace(wish, worker=wanted(text, workers), venue=venue, without=without), who)
    talk.why = talk.why or ANOTHER_WORKER
    return True


async def _about(session: AsyncSession, talk: BookingTalk) -> Appointment | None:
    """What is read back, else, before any time is shown, what is moved."""
    held = await holding.held_in(session, talk)
    return held or (await session.get(Appointment, talk.moving_id) if talk.moving_id and not talk.offered else None)


def _same(talk: BookingTalk, about: Appointment | None) -> Wish:
    if about:
        return Wish(about.starts_at, about.starts_at, exact=True)
    return Wish.read(talk.wish) if talk.wish else Wish(now(), now() + limits().horizon)
