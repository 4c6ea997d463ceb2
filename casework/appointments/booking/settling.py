"""From a time that is held to an appointment: said yes to, with a name and a way to reach who comes."""

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.booking.changing import change
from casework.appointments.booking.correcting import another_of_them, another_way, meant
from casework.appointments.booking.holding import held_in, slot_of
from casework.appointments.booking.offering import AT_HOME, NOT_BY, Who, ask_again, offer_instead
from casework.appointments.booking.retiming import at_another_time, retimed, says_when, way_from
from casework.appointments.booking.told_before import name_before_this, number_before
from casework.appointments.meetings import service, waiting
from casework.appointments.meetings.jobs import remind
from casework.appointments.meetings.telling import send_entry
from casework.appointments.meetings.twice import Twice, meets_already
from casework.appointments.models import Appointment, BookingTalk, Waiting
from casework.appointments.steps import Step
from casework.appointments.times.looking import THEIRS
from casework.appointments.times.wishes import Wish
from casework.appointments.words.asking import asks_us
from casework.appointments.words.having import unsure_of_coming
from casework.appointments.words.hearing import retimes, says_how, wants_other_way, yes_to
from casework.appointments.words.meeting_ways import ruled_out
from casework.appointments.words.needing import lacks_language, lasts, names_language, tells_worker, with_more
from casework.appointments.words.noting import is_for_worker, taken_back, tells_beside_no, to_be_told, without
from casework.appointments.words.particulars import (
    address_in,
    beside_number,
    declines,
    has_no_number,
    is_bare_yes,
    is_only_email,
    keeps,
    name_and_more,
    name_before,
    name_in,
    number_in,
    refers_back,
    tells_nothing,
)
from casework.appointments.words.picking import refuses_hour
from casework.appointments.words.plain_wish import would_have_emails
from casework.appointments.words.saying import leaves_list
from casework.appointments.words.told_early import name_signed, use_told
from casework.appointments.words.too_early import refuses_day
from casework.appointments.words.which import listed
from casework.appointments.words.wording import wording
from casework.base.clock import now
from casework.base.errors import Conflict
from casework.claimants import Claimant
from casework.reading import email_in, is_introduced, read_answer

RUNG = ("call", "sms")
# By which we can ring them, or send them the link.
REACHED = {"phone": RUNG, "video": (*RUNG, "email")}


async def confirmed(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    held = await held_in(session, talk)
    if leaves_list(text) and held and (entry := await waiting.offered_with(session, held)):
        await waiting.leave_with(session, entry, held)
        talk.holding_id, talk.step = None, Step.OFF_LIST
        return
    if await another_of_them(session, talk, text, who) or await another_way(session, talk, text, who):
        return
    said, held, text = read_answer("yes_no", text)["value"], await held_in(session, talk), meant(talk, text)
    way = way_from(talk, text)
    if held and not way and yes_to(text, slot_of(held)):
        _keep_email(held, text, who)
        await _go_on(session, talk, held, who)
    elif said == "no" and held and not (way or says_when(text)) and (entry := await waiting.offered_with(session, held)):
        await waiting.let_pass(session, entry, held)
        if entry.state == "waiting":
            talk.holding_id, talk.step = None, Step.WAITING
        else:
            ask_again(talk)
    elif way or said == "no" or says_when(text) or refuses_day(text) or refuses_hour(text):
        await at_another_time(session, talk, text, who)


async def named(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    if (held := await held_in(session, talk)) and is_only_email(text):
        _keep_email(held, text, who)
        return
    before, more = name_before(text), name_and_more(text)
    name, rest = before or more or (name_in(text) or name_signed(text), "")
    if held and refers_back(text):
        name = await name_before_this(session, held)
    joining = await session.get(Waiting, talk.waiting_id) if talk.waiting_id else None
    held = await held_in(session, talk)
    if held and more:
        held.name = more[0]
        held.note = held.note if _is_read_apart(rest) else with_more(held.note, rest)
    if held and retimes(talk, text):
        await retimed(session, talk, text, who)
        return
    if held and await another_way(session, talk, text, who):
        return
    if name is None or (declines(text) and not (before or more or refers_back(text) or name_signed(text))) or (tells_worker(text) and not (more or is_introduced(text))):
        return
    if joining:
        await waiting.named(session, joining, name)
        talk.step = Step.WAITING
    elif held:
        held.name = name
        await _go_on(session, talk, held, who)
        if rest and talk.step == Step.NUMBER and _is_read_apart(rest):
            await numbered(session, talk, rest, who)


def _is_read_apart(rest: str) -> bool:
    """Whether what stands beside a name is a number, that they give none, or a need, which are kept elsewhere."""
    return number_in(rest) is not None or email_in(rest) is not None or declines(rest) or has_no_number(rest) or tells_worker(rest)


async def numbered(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    """A number to ring is needed where we ring; for a meeting face to face it may be left out.

    An e-mail address will do where we do not ring; they prove it afterwards. When to ring, said beside a number, is for
    the worker to know, and so is the address. Who has none is told what else can be, and asked again.
    """
    held, number, email = await held_in(session, talk), number_in(text), email_in(text)
    if held and says_how(talk, text) and await another_way(session, talk, text, who):
        return
    if held and number is None and refers_back(text):
        talk.number = number = await number_before(session, held) or ""
    none = email or declines(text) or has_no_number(text)
    may_leave = none and held and (held.format == "in_person" or (email and held.format == "video"))
    if held and (number or may_leave):
        await _keep_number(session, talk, held, number, email, who)
        if beside := (number and beside_number(text)) or email:
            held.note = with_more(held.note, beside)
        await _settle(session, talk, held, who)
    elif has_no_number(text):
        return
    elif held and email:
        _keep_email(held, text, who)
    elif retimes(talk, text):
        await retimed(session, talk, text, who)
    elif number is None:
        await another_way(session, talk, text, who)


async def _keep_number(session: AsyncSession, talk: BookingTalk, held: Appointment, number: str | None, email: str | None, who: Who) -> None:
    """Whoever is written to already still is: another number is for the worker, who rings it."""
    moving = await session.get(Appointment, talk.moving_id) if talk.moving_id else None
    if number and (who.claimant or (moving and (moving.claimant_id or moving.reach))):
        held.note = with_more(held.note, wording().number_note.format(number=number))
    else:
        given = _by_email(email) or _by_email((held.reach or {}).get("to_prove")) or {}
        held.reach = {"kind": "call", "address": number, **given} if number else given or None


def _keep_email(held: Appointment, text: str, who: Who) -> None:
    """An address told before it is asked for, of somebody we do not know; they prove it afterwards."""
    email = email_in(text)
    if email and not who.claimant and not held.reach:
        held.reach, held.note = _by_email(email), with_more(held.note, email)


def _by_email(email: str | None) -> dict[str, object] | None:
    return {"to_prove": email} if email else None


async def housed(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    """Where they are visited is for the worker alone: it stands in what the worker reads, and nowhere else."""
    held, address = await held_in(session, talk), address_in(text)
    if held and address:
        held.note = with_more(wording().address_note.format(address=address), held.note)
        await _go_on(session, talk, held, who)
    elif not await another_way(session, talk, text, who) and says_when(text):
        await at_another_time(session, talk, text, who)


async def adjusted(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    """What would make it easier: for this meeting, and remembered for the next. No is an answer too, a bare yes is none."""
    meeting = await held_in(session, talk)
    if is_bare_yes(text) or tells_nothing(text) or unsure_of_coming(text):
        return
    if meeting and wants_other_way(talk, text):
        await _met_otherwise(session, talk, meeting, text, who)
        return
    if meeting and (is_for_worker(text) or to_be_told(text) or not declines(text) or tells_beside_no(text)):
        await note_or_take_back(session, meeting, who.claimant, text)
        if ruled_out(text) == meeting.format:
            ask_other_way(talk, meeting)
            return
        if lacks_language(meeting.note):
            talk.step = Step.INTERPRETER
            return
    talk.step = Step.NOTED


async def interpreted(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    """From which language: for this meeting, and remembered; asked twice and no more, as that one is needed is noted."""
    meeting = await held_in(session, talk)
    if (tells_nothing(text) or asks_us(text)) and not names_language(text):
        talk.step = Step.NOTED if talk.misses else talk.step
        return
    if meeting and not declines(text):
        await note_need(session, meeting, who.claimant, wording().interpreter_note.format(language=text.strip()))
    talk.step = Step.NOTED


async def _met_otherwise(session: AsyncSession, talk: BookingTalk, meeting: Appointment, text: str, who: Who) -> None:
    """What has just been booked is to be by phone after all, say: it is moved, on its day where that can be."""
    _move_on_its_day(talk, meeting)
    talk.step = Step.WHEN
    if not await change(session, talk, text, who):
        await another_way(session, talk, text, who)


def ask_other_way(talk: BookingTalk, meeting: Appointment) -> None:
    """They cannot be met as it is to be, on the phone, say: how else is asked, and it stands until then."""
    _move_on_its_day(talk, meeting)
    talk.step, talk.format, talk.why = Step.FORMAT, None, NOT_BY + meeting.format


def begin_moving(talk: BookingTalk, meeting: Appointment) -> None:
    """What has just been booked is to be at another time after all."""
    talk.moving_id, talk.holding_id, talk.offered, talk.wish, talk.why = meeting.id, None, [], None, None
    talk.features, talk.services, talk.step, talk.misses = meeting.features, meeting.services, Step.WHEN, 0


def _move_on_its_day(talk: BookingTalk, meeting: Appointment) -> None:
    talk.moving_id, talk.holding_id, talk.offered = meeting.id, None, []
    talk.wish = Wish(meeting.starts_at, meeting.starts_at, exact=True).at_hours(None).written()


async def note_need(session: AsyncSession, meeting: Appointment, claimant: Claimant | None, text: str) -> None:
    """Said after the booking: the worker sees it beside what was said before, and it is remembered."""
    said = text.strip()
    if said not in meeting.note:
        meeting.note = with_more(meeting.note, said)
    if claimant and lasts(said) and said not in claimant.adjustments:
        claimant.adjustments = with_more(claimant.adjustments, said)
    await session.flush()


async def note_or_take_back(session: AsyncSession, meeting: Appointment, claimant: Claimant | None, text: str) -> None:
    """What they need is noted; what they take back is noted no longer."""
    what = taken_back(text)
    if what is None:
        await note_need(session, meeting, claimant, text)
        return
    meeting.note = without(meeting.note, what)
    if claimant:
        claimant.adjustments = without(claimant.adjustments, what)
    await session.flush()


async def cancelled(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    keep, chosen = keeps(text), [one.id for one in listed(talk)] or [one for one in (talk.moving_id,) if one]
    for id_ in chosen if keep is False else []:
        appointment = await session.get_one(Appointment, id_)
        if appointment.state == "booked":
            await service.cancel(session, appointment)
            await send_entry(session, appointment, who.claimant, "utter_booking_entry_cancelled")
    if keep is not None:
        talk.step = Step.KEPT if keep else Step.CANCELLED


async def _go_on(session: AsyncSession, talk: BookingTalk, held: Appointment, who: Who) -> None:
    """What is still to ask of somebody we do not know; nothing of anybody else. Several may share a phone, so by text the name is asked."""
    use_told(talk, held, known=bool(who.claimant or talk.moving_id), phone=who.phone)
    if await _lacks_address(session, talk, held):
        talk.step = Step.ADDRESS
    elif who.claimant or talk.moving_id:
        if await _lacks_number(session, talk, held, who):
            talk.step = Step.NUMBER
        else:
            await _settle(session, talk, held, who)
    elif not held.name and not who.phone and (before := await service.named_here(session, held)):
        held.name, held.reach = before.name, before.reach
        await _go_on(session, talk, held, who)
    elif not held.name:
        talk.step = Step.NAME
    elif who.phone:
        held.reach = {"kind": "sms", "address": who.phone}
        await _settle(session, talk, held, who)
    elif held.reach and (held.format != "phone" or held.reach.get("kind") in RUNG):
        await _settle(session, talk, held, who)
    else:
        talk.step = Step.NUMBER


async def _lacks_address(session: AsyncSession, talk: BookingTalk, held: Appointment) -> bool:
    """A home is visited where the worker knows it; a visit that is moved is to the same one."""
    moving = await session.get(Appointment, talk.moving_id) if talk.moving_id else None
    known = [held.note, moving.note if moving and moving.format == AT_HOME else ""]
    return held.format == AT_HOME and not any(wording().address_note.partition("{")[0] in one for one in known)


async def _lacks_number(session: AsyncSession, talk: BookingTalk, held: Appointment, who: Who) -> bool:
    """Who is rung must have a number, who is sent a link a number or an e-mail address: on their record, where we write to them, or for the worker."""
    kinds = REACHED.get(held.format)
    if kinds is None or who.phone:
        return False
    moving = await session.get(Appointment, talk.moving_id) if talk.moving_id else None
    theirs = who.claimant or (await session.get(Claimant, moving.claimant_id) if moving and moving.claimant_id else None)
    if theirs and any(one.kind in kinds and not one.closed_at for one in theirs.channels):
        return False
    reach = (moving.reach if moving else None) or {}
    if reach.get("kind") in kinds or (reach.get("to_prove") and "email" in kinds):
        return False
    told = wording().number_note.partition("{")[0]
    return not any(told in one for one in (held.note, moving.note if moving else ""))


async def _settle(session: AsyncSession, talk: BookingTalk, held: Appointment, who: Who) -> None:
    moving = await _still_to_move(session, talk, held)
    wished = Wish(held.starts_at, held.starts_at, exact=True)
    try:
        async with session.begin_nested():
            if await meets_already(session, held, who.claimant, phone=who.phone is not None, but=moving.id if moving else None):
                raise Twice
            if moving:
                moving.note = with_more(held.note, moving.note) if held.note not in moving.note else moving.note
                moving.reach = moving.reach or held.reach
                await service.move(session, moving, held)
            else:
                await service.book(session, held, who.area)
            await waiting.booked(session, held)
    except Conflict as refused:
        held.state = "let_go"
        await offer_instead(session, talk, wished, who)
        talk.why = THEIRS if isinstance(refused, Twice) else talk.why
        return
    if AT_HOME in held.features and not moving:
        held.note = with_more(held.note, wording().home_note)
    await remind(session, moving or held)
    await send_entry(session, moving or held, who.claimant, "utter_booking_entry")
    if talk.needs:
        # What a meeting is about is of this one.
        await note_need(session, moving or held, who.claimant if tells_worker(talk.needs) else None, talk.needs)
    if not _would_prove(talk, held, who):
        talk.step = next_asked(talk, who)
        return
    talk.step, talk.holding_id = Step.EMAIL, (moving or held).id


def _would_prove(talk: BookingTalk, held: Appointment, who: Who) -> bool:
    """Whether somebody new gave an address, or would be written to there."""
    if who.claimant is not None:
        return False
    return bool((held.reach or {}).get("to_prove")) or (not talk.moving_id and would_have_emails(talk.needs))


def next_asked(talk: BookingTalk, who: Who) -> Step:
    """Once it is booked."""
    if lacks_language(talk.needs) and not talk.moving_id:
        return Step.INTERPRETER
    return Step.ADJUSTMENTS if _not_yet_asked(talk, who) else Step.DONE


async def _still_to_move(session: AsyncSession, talk: BookingTalk, held: Appointment) -> Appointment | None:
    """What was called off while its new time was read back is moved no more: the time they say yes to is booked as new."""
    if talk.moving_id is None:
        return None
    moving, stands = await service.to_move(session, talk.moving_id)
    if stands:
        return moving
    held.name, held.reach, held.claimant_id = moving.name, moving.reach, moving.claimant_id or held.claimant_id
    held.note, talk.moving_id = moving.note, None
    return None


def _not_yet_asked(talk: BookingTalk, who: Who) -> bool:
    """What would make it easier is asked once and remembered."""
    if talk.moving_id:
        return False
    if who.claimant is None:
        return not tells_worker(talk.needs)
    known = bool(who.claimant.adjustments or who.claimant.adjustments_asked_at)
    who.claimant.adjustments_asked_at = who.claimant.adjustments_asked_at or now()
    return not known
