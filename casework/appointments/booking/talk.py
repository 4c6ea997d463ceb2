"""The few questions of a booking: how to meet, when, which of these, is that right."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.booking import settling
from casework.appointments.booking.calling_off import asks_to_call_off
from casework.appointments.booking.changing import with_another
from casework.appointments.booking.correcting import (
    another_service,
    another_way,
    meant,
    not_that_way,
    that_time_otherwise,
)
from casework.appointments.booking.holding import fit, held_in, keep, let_go
from casework.appointments.booking.offering import (
    AT_HOME,
    GROUP,
    IN_PERSON,
    NOT_BY,
    Who,
    ask_again,
    choose_format,
    notice,
    offer,
    offer_groups,
)
from casework.appointments.booking.preferring import keep_with, place_wished, preferred
from casework.appointments.booking.wished import (
    as_wished_before,
    looked_at,
    near_those_seen,
    offer_near,
    otherwise,
    refuse_days,
    wish_for,
    wished,
)
from casework.appointments.models import Appointment, BookingTalk
from casework.appointments.steps import TIMES_SHOWN, Step
from casework.appointments.words.counting import nearer
from casework.appointments.words.hearing import (
    ends_visit,
    other_format,
    retimes,
    says_format,
    says_how_and_when,
    would_leave,
)
from casework.appointments.words.meeting_ways import format_of, wants_no_visit, without_no_visit
from casework.appointments.words.particulars import is_only_email, refers_back
from casework.appointments.words.picking import chosen, picks_none
from casework.appointments.words.roundabout import plain_bounds
from casework.appointments.words.saying import again, all_of_them, asks_for_more, only_again, venue_in, whichever
from casework.appointments.words.taken import without_reason
from casework.appointments.words.told_early import without_told
from casework.appointments.words.too_early import refuses_day, stays_on_day
from casework.appointments.words.which import meant_of
from casework.appointments.words.wishing import busy_in, gone_this_year, two_dates, wish_in
from casework.base.clock import now
from casework.base.speaking import ENGLISH, speaking
from casework.council import say_when_in_full

MISSES = 3
BY_PHONE = "phone"
LATER = "later"
WHEN_LOOKED = frozenset({Step.WHEN, Step.CHOOSE, Step.CONFIRM})


async def begin(session: AsyncSession, conversation_id: UUID, moving: Appointment | None = None) -> BookingTalk:
    """A fresh talk; one under way is left, and what it held is free."""
    old = await current(session, conversation_id)
    if old:
        await end(session, old)
    talk = BookingTalk(conversation_id=conversation_id, step=Step.WHEN if moving else Step.FORMAT, offered=[], features=[], misses=0)
    if moving:
        _take_up(talk, moving)
    session.add(talk)
    await session.flush()
    return talk


def _take_up(talk: BookingTalk, moving: Appointment) -> None:
    talk.moving_id, talk.format = moving.id, GROUP if moving.group_id else moving.format
    talk.features, talk.services = moving.features, moving.services


async def begin_which(session: AsyncSession, conversation_id: UUID, step: Step, meetings: Sequence[Appointment]) -> BookingTalk:
    """Which of several they mean is asked first."""
    talk = await begin(session, conversation_id)
    talk.step, talk.offered = step, _listed(meetings)
    await session.flush()
    return talk


def _listed(meetings: Sequence[Appointment]) -> list[dict[str, Any]]:
    """By their day and hour, in English as the readers know it."""
    with speaking(ENGLISH):
        titles = [say_when_in_full(one.starts_at, now()) for one in meetings]
    return [
        {"id": str(one.id), "start": one.starts_at.isoformat(), "end": one.ends_at.isoformat(), "diary": one.diary_id,
         "worker": "", "venue": one.venue, "title": title}
        for one, title in zip(meetings, titles, strict=True)
    ]


async def _which(session: AsyncSession, talk: BookingTalk, text: str) -> None:
    """One of them, or all where they are to be cancelled; where the words fit several those are listed again."""
    found = meant_of(talk, text)
    if not found:
        return
    if len(found) > 1 and not (talk.step == Step.WHICH_CANCEL and all_of_them(text)):
        ids = {str(one.id) for one in found}
        talk.offered = [one for one in talk.offered if one["id"] in ids]
        return
    meetings = [await session.get_one(Appointment, one.id) for one in found]
    cancels = talk.step == Step.WHICH_CANCEL
    _take_up(talk, meetings[0])
    talk.step, talk.offered = Step.CANCEL if cancels else Step.WHEN, _listed(meetings) if len(meetings) > 1 else []


async def begin_cancelling(session: AsyncSession, conversation_id: UUID, appointment: Appointment) -> BookingTalk:
    talk = await begin(session, conversation_id, appointment)
    talk.step = Step.CANCEL
    return talk


async def current(session: AsyncSession, conversation_id: UUID) -> BookingTalk | None:
    return await session.get(BookingTalk, conversation_id, with_for_update=True)


async def end(session: AsyncSession, talk: BookingTalk) -> None:
    held = await session.get(Appointment, talk.holding_id) if talk.holding_id else None
    if held and held.state == "held":
        held.state = "let_go"
    await session.delete(talk)
    await session.flush()


async def hear(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    """Take the words as an answer; the third that is none in a row ends in a person."""
    if would_leave(talk, text):
        talk.step = Step.LEFT
        await session.flush()
        return
    if ends_visit(talk, text):
        await _without_visit(session, talk, text)
        text = without_no_visit(text)
        if talk.step != Step.FORMAT or format_of(text) is None:
            return
    if _says_again(talk, text) and venue_in(text, who.area) is None:
        talk.misses = 0
        return
    text = without_reason(plain_bounds(text)) if talk.step in WHEN_LOOKED else text
    by_phone = talk.why != NOT_BY + BY_PHONE
    await _hear(session, talk, text, who, (BY_PHONE if by_phone else IN_PERSON) if whichever(text) else None)


async def _without_visit(session: AsyncSession, talk: BookingTalk, text: str) -> None:
    """No visit at home is planned; where they would have nobody there, how to meet is asked afresh."""
    talk.features, talk.misses = [one for one in talk.features if one != AT_HOME], 0
    talk.why = None if talk.why == "home" else talk.why
    if wants_no_visit(text):
        await let_go(session, talk)
        talk.step, talk.format, talk.offered, talk.why = Step.FORMAT, None, [], None
    elif held := await held_in(session, talk):
        held.features = [one for one in held.features if one != AT_HOME]
    await session.flush()


def _says_again(talk: BookingTalk, text: str) -> bool:
    """The way to meet they had named already, and no other word: what is open stands."""
    if talk.step == Step.FORMAT:
        return False
    return says_format(talk, text) and format_of(text) == talk.format and other_format(talk, text) is None and wish_in(text) is None and not busy_in(text)


async def _hear(session: AsyncSession, talk: BookingTalk, text: str, who: Who, any_way: str | None = None) -> None:
    """`any_way`: how to meet where they do not mind."""
    before, services, features, of_time = _state(talk), talk.services, talk.features, retimes(talk, text) or (talk.step == Step.NAME and is_only_email(text))
    notice(talk, text, who)
    if talk.features != features:
        await fit(session, talk, who)
    match talk.step:
        case _ if await not_that_way(session, talk, text, who):
            pass
        case _ if await asks_to_call_off(session, talk, text, who.claimant.id if who.claimant else None, who.phone):
            pass
        case Step.FORMAT if await otherwise(session, talk, text, who):
            pass
        case step if step in TIMES_SHOWN and talk.services != services and talk.format == IN_PERSON:
            await another_service(session, talk, text, who)
        case Step.FORMAT:
            place = place_wished(text, who)
            await keep_with(session, talk, text, who, place)
            await choose_format(session, talk, format_of(text) or any_way or (IN_PERSON if place else None), who)
            await wished(session, talk, text, who)
            await as_wished_before(session, talk, who)
            _say_how(talk)
        case Step.WHEN | Step.CHOOSE | Step.CONFIRM if await with_another(session, talk, text, who):
            pass
        case Step.WHEN | Step.CHOOSE | Step.CONFIRM if await preferred(session, talk, text, who):
            pass
        case Step.WHEN if await near_those_seen(session, talk, text, who):
            pass
        case Step.WHEN:
            if not await otherwise(session, talk, text, who) and not await another_way(session, talk, text, who):
                await wished(session, talk, text, who)
        case Step.CHOOSE:
            await _chose(session, talk, text, who)
        case Step.CONFIRM:
            await settling.confirmed(session, talk, text, who)
        case Step.NAME:
            await settling.named(session, talk, text, who)
        case Step.NUMBER:
            await settling.numbered(session, talk, text, who)
        case Step.ADDRESS:
            await settling.housed(session, talk, text, who)
        case Step.ADJUSTMENTS:
            await settling.adjusted(session, talk, text, who)
        case Step.WHICH_CANCEL | Step.WHICH_MOVE:
            await _which(session, talk, text)
        case Step.INTERPRETER:
            await settling.interpreted(session, talk, text, who)
        case Step.CANCEL:
            await settling.cancelled(session, talk, text, who)
    if talk.step == Step.CHOOSE and talk.format != GROUP and talk.why != "past" and _state(talk) != before and two_dates(text):
        talk.step, talk.why, talk.offered = Step.WHEN, "two_dates", []
    if talk.why == "past" and gone_this_year(text):
        talk.why = "this_year"
    talk.misses = talk.misses + 1 if _state(talk) == before and not of_time else 0
    if talk.step in (Step.NAME, Step.NUMBER) and refers_back(text):
        talk.misses = min(talk.misses, MISSES - 1)  # what is taken is not lost over what we do not find
    if talk.misses >= MISSES:
        talk.step = Step.GAVE_UP
    await session.flush()


def _say_how(talk: BookingTalk) -> None:
    """How to meet and when were said at once: that the first was heard is said with the times."""
    if talk.step == Step.CHOOSE and talk.why is None and talk.format != GROUP:
        talk.why = f"by_{talk.format}"


def _state(talk: BookingTalk) -> tuple[object, ...]:
    return talk.step, talk.format, talk.offered, talk.wish, talk.why, talk.holding_id, talk.services, talk.needs


async def listen(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    """The words that began it may say how and when already, and who they are; what they do not say is asked, and is no miss."""
    await _hear(session, talk, without_told(talk, text), who)
    talk.misses = 0


def _wants_more(text: str) -> bool:
    return asks_for_more(text) and wish_in(text) is None


async def _chose(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    if await that_time_otherwise(session, talk, text, who):
        return
    place = chosen(talk, text)
    if place is not None and not (says_how_and_when(text) and other_format(talk, text)):
        await keep(session, talk, place, who)
        return
    if picks_none(talk, text) or await otherwise(session, talk, text, who) or await another_way(session, talk, text, who):
        return
    text = meant(talk, text)
    if refuses_day(text) and talk.format != GROUP:
        refuse_days(talk, await looked_at(session, talk))
    wish, wanted, way = await wish_for(session, talk, text, who), again(text), nearer(text)
    if talk.format == GROUP:
        if busy_in(text):
            await offer_groups(session, talk, who, busy=busy_in(text))
        elif wanted:
            ask_again(talk)
    elif way or _wants_more(text):
        await offer_near(session, talk, way or LATER, await looked_at(session, talk), who, stays=stays_on_day(text))
    elif wish is not None and not only_again(text):
        await offer(session, talk, wish, who)
    elif wanted == "other":
        ask_again(talk)
