"""Taking in one text: once, safety first, then orders, then the assistant. No word of it is lost."""

import logging
from functools import partial

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, handoff, identity, messaging, outbox, safeguarding
from casework.base.words import words
from casework.checkins import told
from casework.council import council
from casework.identity.lost import has_lost
from casework.identity.rules import read_address
from casework.messaging import Conversation, Message, Received, Seen, rules
from casework.outbox import Arrived
from casework.texts import changing, loops
from casework.texts.control import is_automatic, new_number, order_of, unquoted
from casework.texts.models import TextSeen
from casework.texts.obeying import obey, say
from casework.texts.ordering import STOPS
from casework.texts.threads import thread_of

log = logging.getLogger(__name__)


async def admit(session: AsyncSession, arrived: Arrived) -> Received | None:
    """None where it was taken in before, or holds nothing at all; and where it comes from no phone, but for danger in it."""
    text = arrived.text[: rules.LIMIT] if _has_words(arrived) else _picture(arrived)
    if not text or not await _first_time(session, arrived.ref):
        return None
    if not outbox.is_number(arrived.number) and not safeguarding.read(text):
        log.warning("a text came from no phone number: nobody is answered")
        await audit.note(session, "system", "texts.no_number")
        return None
    await messaging.one_at_a_time(session, arrived.number)
    if arrived.to:
        await outbox.wrote_to(session, arrived.number, arrived.to)
    conversation, phone, fresh = await thread_of(session, arrived.number)
    times = await loops.times(session, conversation, text)
    mute = await _mute(session, conversation, text, times)
    seen = Seen(phone, await messaging.said_together(session, conversation))
    hear = partial(_hear, arrived=arrived, seen=seen, fresh=fresh, repeated=times == loops.SAME)
    return await messaging.receive(session, conversation, arrived.ref, text, obey=hear, mute=mute, seen=seen)


def _has_words(arrived: Arrived) -> bool:
    return rules.says_something(rules.tidy(arrived.text))


def _picture(arrived: Arrived) -> str:
    return words("utter_text_picture", "sms").text if arrived.pictures else ""


async def _first_time(session: AsyncSession, ref: str) -> bool:
    row = insert(TextSeen).values(ref=ref).on_conflict_do_nothing().returning(TextSeen.ref)
    return (await session.execute(row)).scalar_one_or_none() is not None


async def _mute(session: AsyncSession, conversation: Conversation, text: str, times: int) -> bool:
    """Whether nothing may go back: to a number we text no one on, or to a machine, or a phone that answers by itself."""
    if outbox.refusal(conversation.phone or ""):
        return True
    if await loops.is_machine(times, text):
        await handoff.request(session, conversation.id, council().area(conversation.area), "automatic_replies")
        return True
    return is_automatic(text) and order_of(unquoted(text), quiet=True) not in STOPS


async def _hear(
    session: AsyncSession,
    conversation: Conversation,
    message: Message,
    spoken: bool,
    *,
    arrived: Arrived,
    seen: Seen,
    fresh: bool,
    repeated: bool,
) -> bool:
    """What is done with a text between safety and the assistant; True where the assistant need not answer."""
    if await obey(session, conversation, message, seen, spoken, arrived.obeyed):
        return True
    if not spoken and await loops.floods(session, conversation):
        await handoff.request(session, conversation.id, council().area(conversation.area), "automatic_replies")
        return True
    if spoken or conversation.safety or conversation.holder == "person":
        return False
    if repeated:
        await say(session, conversation, message, "utter_text_repeated")
        return True
    if not await changing.open_again(session, conversation, message.text) and await changing.answers_twice(session, conversation, message):
        await say(session, conversation, message, "utter_text_had_that")
        return True
    await _on_another_phone(session, conversation, message)
    # Who tells of a job first is told who we are in the answer to that.
    if arrived.pictures:
        await say(session, conversation, message, "utter_text_no_pictures")
    elif fresh and conversation.claimant_id is None and not told.begins(message.meant or message.text):
        await say(session, conversation, message, "utter_text_hello")
    return arrived.pictures and not _has_words(arrived)


async def _on_another_phone(session: AsyncSession, conversation: Conversation, message: Message) -> None:
    """Who says that their number is new, and no more, is understood; a number itself answers the question that asks for it."""
    meant = new_number(message.text)
    if meant is None or message.meant:
        return
    answers = read_address(message.text) or has_lost(message.text)
    if not (answers and await identity.is_open(session, conversation.id)):
        message.meant = meant
