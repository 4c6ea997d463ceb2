"""A wish for a meeting in words that the assistant was not taught: a session by its own name, one of us by theirs."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging, screening
from casework.appointments.booking.calling_off import ASIDE
from casework.appointments.booking.further import would_further
from casework.appointments.booking.replying import takes_up, would_another_time
from casework.appointments.booking.taking_back import said_before
from casework.appointments.booking.wanted_back import in_their_english
from casework.appointments.meetings import groups, service, waiting
from casework.appointments.models import BookingTalk
from casework.appointments.steps import DECLINED, Step
from casework.appointments.words.asked_apart import beside_no
from casework.appointments.words.asking import plainly_asked
from casework.appointments.words.beginning import (
    names_a_meeting,
    rung_beside,
    seen_by,
    would_be_met_by,
    would_be_rung,
    would_book,
    would_book_beside,
)
from casework.appointments.words.first_wish import begins_by_sort
from casework.appointments.words.having import waits_no_more, wants_still
from casework.appointments.words.making_it import makes_it
from casework.appointments.words.numbered import numbered_and_more
from casework.appointments.words.picking import names_session
from casework.appointments.words.saying import (
    as_before,
    clubs_in,
    leaves_list,
    speaks_of_another,
    would_change,
    would_join,
)
from casework.appointments.words.told_early import without_particulars
from casework.appointments.words.wishing import wish_in
from casework.appointments.words.wording import wording
from casework.base.words import choice_texts
from casework.council import council
from casework.messaging import Conversation, LastSaid, Message

MOST_WORDS = 14
"""Who writes more says more than that."""
ANY = "group session"
"""Every one of them is that."""


def _wish() -> str:
    """A wish for a place in a group, in words that the assistant knows."""
    return f"{choice_texts('utter_booking_none')[0]}, {choice_texts('utter_booking_format_groups')[-1].lower()}"


async def wished_group(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """What the assistant hears where they wish to come to a session to come, a full one too; None: no such wish.

    While we ask them something, their words are for that.
    """
    if len(text.split()) > MOST_WORDS or not would_join(text):
        return None
    titles = await groups.titles_to_come(session, conversation.area)
    if not any(_is_meant(one, text) for one in titles):
        return None
    return None if await messaging.asks(session, conversation, last) else _wish()


def _is_meant(title: str, text: str) -> bool:
    return not speaks_of_another(text, title) and (names_session(title, text) or is_of_sort(title, text))


def is_of_sort(title: str, text: str) -> bool:
    """Whether the words name such sessions as this is, and not it: "a workshop", "the job club"."""
    return bool(clubs_in(text) & (clubs_in(title) | clubs_in(ANY)))


def _to_book() -> str:
    return choice_texts("utter_booking_none")[0]


async def wished_meeting(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """What the assistant hears where they wish to meet one of us, and say no more than with whom, how and when.

    "The same time" of a meeting that they have is a wish to move it. "Asap" is of a meeting only where nothing was said
    before: else it may be of the call that they asked for.
    """
    text = without_particulars(text)
    if not await _would_book(session, conversation, text) or await messaging.asks(session, conversation, last):
        return None
    named = names_a_meeting(text) or rung_beside(text) or would_be_met_by(text) or would_book_beside(text) or begins_by_sort(text, council().area(conversation.area))
    if not named and await _said_before(session, conversation):
        return None
    has_one = (as_before(text) or would_be_met_by(text)) and await service.coming_in(session, conversation)
    return None if has_one else _to_book()


async def _said_before(session: AsyncSession, conversation: Conversation) -> bool:
    """Before the words that are read now, which are not kept yet."""
    theirs = select(Message.id).where(Message.conversation_id == conversation.id, Message.sender == "claimant")
    return (await session.execute(theirs.limit(1))).first() is not None


async def _would_book(session: AsyncSession, conversation: Conversation, text: str) -> bool:
    if would_book_beside(text) or would_be_met_by(text) or begins_by_sort(text, council().area(conversation.area)):
        return True
    if rung_beside(text) or (conversation.phone is None and would_be_rung(text)):
        return True
    if len(text.split()) > MOST_WORDS or not would_book(text, seen_by(text)):
        return False
    ours = await claimants.key_workers(session, conversation.area)
    return would_book(text, [one.name.split()[0] for one in ours])


async def in_own_words(session: AsyncSession, text: str, message_id: str) -> str:
    """What began a booking; where a session was named, or the words were their own, with those."""
    if text not in (_wish(), _to_book()):
        return text
    message = await session.get_one(Message, UUID(message_id))
    own = in_their_english(message.text)
    if text == _to_book() and wants_still(own):
        return await said_before(session, await session.get_one(Conversation, message.conversation_id), own)
    if text == _wish():
        return f"{text}: {message.text}"
    conversation = await session.get_one(Conversation, message.conversation_id)
    if asked := rung_beside(without_particulars(message.text)):
        return asked
    says_more = would_further(message.text) or would_another_time(message.text) or (takes_up(message.text) and wish_in(message.text) is not None)
    return message.text if says_more or await _would_book(session, conversation, without_particulars(message.text)) else text


async def says_off_the_list(session: AsyncSession, text: str, message_id: str) -> bool:
    """Whether they would wait no longer, in words that the assistant hears as a meeting called off."""
    if text != _off():
        return leaves_list(text)
    return leaves_list((await session.get_one(Message, UUID(message_id))).text)


def _off() -> str:
    """A meeting called off, in words that the assistant knows."""
    return choice_texts("utter_booking_done")[1]


async def _asks(session: AsyncSession, conversation: Conversation) -> bool:
    latest = await screening.latest(session, conversation.id)
    screens = latest is not None and latest.finished_at is None
    return screens or await session.get(BookingTalk, conversation.id) is not None


async def _asks_language(session: AsyncSession, conversation: Conversation) -> bool:
    talk = await session.get(BookingTalk, conversation.id)
    return talk is not None and talk.step == Step.INTERPRETER


async def _asks_aside(session: AsyncSession, conversation: Conversation) -> bool:
    talk = await session.get(BookingTalk, conversation.id)
    return talk is not None and talk.step in ASIDE


async def off_the_list(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """"Take me off the list", where they wait: what is waited for is called off like a meeting."""
    if not (leaves_list(text) or waits_no_more(text)):
        return None
    if not leaves_list(text) and (await messaging.asks(session, conversation, last) or await service.coming_in(session, conversation)):
        return None
    person = await messaging.whose(session, conversation.id)
    return _off() if await waiting.is_waiting(session, conversation.id, person) else None


async def changed_meeting(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """ "Move it", "can i change it tho", where a meeting is coming and nothing is asked of them.

    What we ask once it is booked may wait.
    """
    if not (would_change(text) or makes_it(text)) or (await messaging.asks(session, conversation, last) and not await _asks_aside(session, conversation)):
        return None
    return choice_texts("utter_booking_done")[0] if await service.coming_in(session, conversation) else None


async def asked_of_cost(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """Whether meeting us costs anything, be it beside something else, where nothing is asked of them."""
    if plainly_asked(text) != "free" or await messaging.asks(session, conversation, last):
        return None
    return wording().asks_cost


async def declined_and_more(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """What else they say beside a no to what would make it easier: the no is an answer, and it is asked no more."""
    rest = beside_no(text)
    talk = await session.get(BookingTalk, conversation.id) if rest else None
    if talk is None or talk.step != Step.ADJUSTMENTS or not await messaging.asks(session, conversation, last):
        return None
    talk.why = DECLINED
    return rest


messaging.names(asked_of_cost)
messaging.names(declined_and_more)
messaging.names(numbered_and_more)
messaging.names(wished_group)
messaging.names(wished_meeting)
messaging.names(off_the_list)
messaging.names(changed_meeting)
messaging.asked_by(_asks)
messaging.language_asked_by(_asks_language)
