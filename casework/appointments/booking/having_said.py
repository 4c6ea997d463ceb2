"""Words about a meeting they have, or wait for, as the assistant knows them; what is done then reads their own."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging
from casework.appointments.booking.calling_off import ASIDE
from casework.appointments.booking.changing import differs
from casework.appointments.booking.holding import slot_of
from casework.appointments.booking.ringing import number_to_ring
from casework.appointments.meetings import service, waiting
from casework.appointments.models import BookingTalk
from casework.appointments.words.asked_noted import asks_if_noted, asks_if_sure
from casework.appointments.words.asking import asked_about, plainly_asked
from casework.appointments.words.having import (
    asks_of_list,
    asks_of_theirs,
    asks_to_bring,
    brings_somebody,
    changes_way,
    has_one_already,
    may_refuse,
    plainly_changes_way,
    refused_worker,
    rung_then,
)
from casework.appointments.words.making_it import makes_it, way_beside
from casework.appointments.words.needing import beside_it
from casework.appointments.words.noting import is_for_worker, noting, taken_back
from casework.appointments.words.wishing import wish_in
from casework.appointments.words.wording import has
from casework.base.plain import WORD
from casework.base.words import choice_texts, words
from casework.council import Area, council
from casework.messaging import Conversation, LastSaid, Message
from casework.reading import read_answer

FEW, MOST_TO_BRING = 4, 7
BY_PHONE = "phone"


def _checks() -> str:
    return words("utter_meaning_check_appointment").text


def _moves() -> str:
    return choice_texts("utter_booking_done")[0]


def _sort() -> str:
    return words("utter_meaning_appointment_format").text


async def of_theirs(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """What the assistant hears; None: it is nothing of that. While we ask them something, their words are for that."""
    area = council().area(conversation.area)
    refuses = await _refuses(session, conversation, text)
    rung = await _rung_by_ours(session, conversation, text)
    if await _asks_if_sure(session, conversation, text) and not await messaging.asks(session, conversation, last):
        return _checks()
    if not (refuses or rung or _is_of_theirs(text, area)):
        return None
    if await messaging.asks(session, conversation, last) and not ((_is_of_call(text) or asks_of_list(text)) and await _asks_aside(session, conversation)):
        return None
    if asks_of_list(text):
        return _checks()
    meeting = next(iter(await service.coming_in(session, conversation)), None)
    if meeting is None:
        return _sort() if asks_to_bring(text) else None
    if rung:
        wish = wish_in(text)
        return _checks() if meeting.format == BY_PHONE and wish and wish.suits(slot_of(meeting)) else _moves()
    if (way := _to_another_way(text)) and differs(meeting, way, area):
        return _moves()
    if number_to_ring(text) or _asks_which_shows(text):
        return _checks() if meeting.format == BY_PHONE else None
    if asks_of_theirs(text) or has_one_already(text) or asks_if_noted(text):
        return _checks()
    if _asks_what_to_bring(text):
        return _sort()
    if taken_back(text) and wish_in(text):
        return _moves()
    if beside_it(text, area) or brings_somebody(text) or _is_to_note(text):
        return _sort()
    return _moves() if refuses or differs(meeting, text, area) else _checks()


async def _rung_by_ours(session: AsyncSession, conversation: Conversation, text: str) -> bool:
    """ "Joe call me friday 11": of the meeting they have, where it is one of us who is to ring."""
    name = rung_then(text)
    return bool(name) and name in [one.name.casefold().split()[0] for one in await claimants.key_workers(session, conversation.area)]


async def _asks_if_sure(session: AsyncSession, conversation: Conversation, text: str) -> bool:
    """ "Is sure?", of the interpreter for the meeting they have."""
    return has(text, noting().asks_sure) and any(asks_if_sure(one.note, text) for one in await service.coming_in(session, conversation))


def _is_of_theirs(text: str, area: Area) -> bool:
    asked = asks_of_list(text) or asks_if_noted(text) or asks_of_theirs(text) is not None or has_one_already(text)
    return asked or _asks_what_to_bring(text) or _is_of_number(text) or bool(beside_it(text, area)) or brings_somebody(text) or _is_to_note(text) or changes_way(text, area) or way_beside(text) is not None


def _asks_what_to_bring(text: str) -> bool:
    """ "Wot to bring", and no more."""
    return len(text.split()) <= MOST_TO_BRING and asked_about(text) == "bring"


def _to_another_way(text: str) -> str | None:
    """The words that it is to be another way, be it beside who comes along."""
    beside = way_beside(text)
    return beside[1] if beside else text if plainly_changes_way(text) else None


def _is_of_number(text: str) -> bool:
    return number_to_ring(text) is not None or _asks_which_shows(text)


def _is_of_call(text: str) -> bool:
    return asks_of_theirs(text) in ("number", "when") or _is_of_number(text)


def _asks_which_shows(text: str) -> bool:
    """Which number rings them."""
    return plainly_asked(text) == "number"


async def _asks_aside(session: AsyncSession, conversation: Conversation) -> bool:
    """What we ask once it is booked may wait."""
    talk = await session.get(BookingTalk, conversation.id)
    return talk is not None and talk.step in ASIDE


def _is_to_note(text: str) -> bool:
    return is_for_worker(text) or taken_back(text) is not None


async def _refuses(session: AsyncSession, conversation: Conversation, text: str) -> bool:
    """Whether they would rather not meet somebody of ours; "not him" is of who was named last, if anybody."""
    if not may_refuse(text):
        return False
    names = [one.name for one in await claimants.key_workers(session, conversation.area)]
    last = await messaging.last_said(session, conversation.id)
    said = set(WORD.findall(last.text.casefold())) if last else set()
    return refused_worker(text, names, spoken_of=any(one.casefold().split()[0] in said for one in names))


async def lapsed(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """A yes to a time that was kept and has gone to somebody else."""
    return _checks() if _is_lapsed(conversation, text, last) else None


def _is_lapsed(conversation: Conversation, text: str, last: LastSaid | Message | None) -> bool:
    said = text.strip(" .!")
    if len(said.split()) > FEW or not (said == "1" or read_answer("yes_no", said)["value"] == "yes"):
        return False
    told = council().area(conversation.area).name
    names = ("utter_waiting_passed", "utter_waiting_passed_neutral")
    return last is not None and last.text in [words(one, "sms", council=told).text for one in names]


async def told_own_words(session: AsyncSession, text: str, message_id: str) -> str:
    """What they wrote, where it was heard as one of these; else what was heard."""
    if text not in (_checks(), _moves(), _sort()):
        return text
    message = await session.get_one(Message, UUID(message_id))
    conversation = await session.get_one(Conversation, message.conversation_id)
    own = _is_of_theirs(message.text, council().area(conversation.area)) or makes_it(message.text)
    own = own or await _asks_if_sure(session, conversation, message.text) or await _refuses(session, conversation, message.text) or await _rung_by_ours(session, conversation, message.text)
    return message.text if own else text


async def has_lapsed(session: AsyncSession, text: str, message_id: str) -> bool:
    """Whether it was such a yes."""
    if text != _checks():
        return False
    message = await session.get_one(Message, UUID(message_id))
    conversation = await session.get_one(Conversation, message.conversation_id)
    still = await waiting.is_waiting(session, conversation.id, await messaging.whose(session, conversation.id))
    return still and _is_lapsed(conversation, message.text, await messaging.last_said(session, conversation.id))


messaging.names(of_theirs)
messaging.names(lapsed)
