"""A group session is asked for by the name its worker gave it, which nobody taught the assistant."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging, screening
from casework.appointments import groups, waiting
from casework.appointments.models import BookingTalk
from casework.appointments.wording import clubs_in, leaves_list, speaks_of_another, would_join
from casework.base.words import choice_texts
from casework.messaging import Conversation, Message

MOST_WORDS = 14
"""Who writes more says more than that."""
ANY = "group session"
"""Every one of them is that."""


def _wish() -> str:
    """A wish for a place in a group, in words that the assistant knows."""
    return f"{choice_texts('utter_booking_none')[0]}, {choice_texts('utter_booking_format_groups')[-1].lower()}"


async def wished_group(session: AsyncSession, conversation: Conversation, text: str) -> str | None:
    """What the assistant hears where they wish to come to a session to come, a full one too; None: no such wish.

    While we ask them something, their words are for that.
    """
    if len(text.split()) > MOST_WORDS or not would_join(text):
        return None
    titles = await groups.titles_to_come(session, conversation.area)
    if not any(_is_meant(one, text) for one in titles):
        return None
    return None if await messaging.asks(session, conversation) else _wish()


def _is_meant(title: str, text: str) -> bool:
    return not speaks_of_another(text, title) and (groups.is_named(title, text) or is_of_sort(title, text))


def is_of_sort(title: str, text: str) -> bool:
    """Whether the words name such sessions as this is, and not it: "a workshop", "the job club"."""
    return bool(clubs_in(text) & (clubs_in(title) | clubs_in(ANY)))


async def in_own_words(session: AsyncSession, text: str, message_id: str) -> str:
    """What began a booking; where a session was named, with the words that named it."""
    if text != _wish():
        return text
    return f"{text}: {await _own_words(session, message_id)}"


async def says_off_the_list(session: AsyncSession, text: str, message_id: str) -> bool:
    """Whether they would wait no longer, in words that the assistant hears as a meeting called off."""
    return leaves_list(text) or (text == _off() and leaves_list(await _own_words(session, message_id)))


async def _own_words(session: AsyncSession, message_id: str) -> str:
    """As they wrote it, whatever the assistant hears of it."""
    return (await session.get_one(Message, UUID(message_id))).text


def _off() -> str:
    """A meeting called off, in words that the assistant knows."""
    return choice_texts("utter_booking_done")[1]


async def _asks(session: AsyncSession, conversation: Conversation) -> bool:
    latest = await screening.latest(session, conversation.id)
    screens = latest is not None and latest.finished_at is None
    return screens or await session.get(BookingTalk, conversation.id) is not None


async def off_the_list(session: AsyncSession, conversation: Conversation, text: str) -> str | None:
    """"Take me off the list", where they wait: what is waited for is called off like a meeting."""
    if not leaves_list(text):
        return None
    person = await messaging.whose(session, conversation.id)
    return _off() if await waiting.is_waiting(session, conversation.id, person) else None


messaging.names(wished_group)
messaging.names(off_the_list)
messaging.asked_by(_asks)
