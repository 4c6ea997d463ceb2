"""The way in: every message of every channel comes through `receive`, and safety reads it first."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import now
from casework.base.errors import Conflict, TooLong, Unreadable
from casework.base.queue import SOMEBODY_WAITS, defer
from casework.base.speaking import discreetly, speaking
from casework.messaging import choosing, languages, rules, safety
from casework.messaging.discreet import Phone, is_discreet, own_words, phone_of
from casework.messaging.jobs import answer_conversation
from casework.messaging.models import Conversation, Message
from casework.messaging.record import locked, record

NET_SECONDS = {"web": 5, "sms": 0}


@dataclass(frozen=True)
class Received:
    """`settled`: nothing more is owed to this message by the assistant."""

    message: Message
    settled: bool


@dataclass(frozen=True)
class Seen:
    """What stands in a thread of texts before its next message is read: what is known of the phone, what was said last."""

    phone: Phone
    said: choosing.Together

    @property
    def last(self) -> choosing.LastSaid | None:
        return next(iter(self.said), None)


async def seen_of(session: AsyncSession, conversation: Conversation) -> Seen:
    phone = await phone_of(session, conversation.phone or "")
    return Seen(phone, await choosing.said_together(session, conversation))


# Obeys a control word, and says whether there was one. `spoken`: safety has answered the message already.
Obey = Callable[[AsyncSession, Conversation, Message, bool], Awaitable[bool]]


async def receive(
    session: AsyncSession,
    conversation: Conversation,
    sender_ref: str,
    text: str,
    *,
    obey: Obey | None = None,
    mute: bool = False,
    seen: Seen | None = None,
) -> Received:
    """Admit one message of the claimant; the same `sender_ref` again admits nothing new.

    Safety reads first, then control words are obeyed, then the assistant answers. `mute`: whoever sends this is
    answered no more, but danger in it still raises an alert. `seen`: the caller holds the conversation locked, has
    looked that up since, and knows that the message never came before.
    Raises TooLong, Unreadable (nothing to read), Conflict (the id is known with other words).
    """
    if len(text) > rules.LIMIT:
        raise TooLong(f"a message holds at most {rules.LIMIT} characters")
    kept = rules.tidy(text)
    if not rules.says_something(kept):
        raise Unreadable("the message holds no words")
    if seen is None:
        conversation = await locked(session, conversation.id)
        if before := await known(session, conversation, sender_ref):
            if before.text != kept:
                raise Conflict("this message id was used for other words")
            return Received(before, settled=before.answered_at is not None)
    said = seen.said if seen else await choosing.said_together(session, conversation)
    meant = await choosing.meant(session, conversation, said, kept)
    message = await record(session, conversation, "claimant", kept, meant=meant, sender_ref=sender_ref)
    return await _admit(session, conversation, message, obey, mute, seen.phone if seen else None)


async def known(session: AsyncSession, conversation: Conversation, sender_ref: str) -> Message | None:
    """What was recorded by that reference already."""
    query = select(Message).where(Message.conversation_id == conversation.id, Message.sender_ref == sender_ref)
    return (await session.execute(query)).scalar_one_or_none()


async def _admit(
    session: AsyncSession, conversation: Conversation, message: Message, obey: Obey | None, mute: bool, phone: Phone | None
) -> Received:
    language, heard = conversation.language, await languages.heed(session, conversation, message)
    said = await own_words(session, conversation) if message.n > 1 else [message.text]
    with speaking(heard), discreetly(await is_discreet(session, conversation, phone, said)):
        if mute:
            await safety.read(session, conversation, message, said[1:], mute=True)
        spoken_to = mute or await _spoken_to(session, conversation, message, said[1:], obey, language)
    if spoken_to or conversation.holder == "person":
        message.answered_at = now()
        return Received(message, settled=True)
    await defer(
        session,
        answer_conversation,
        in_seconds=NET_SECONDS[conversation.channel],
        priority=SOMEBODY_WAITS,
        conversation=str(conversation.id),
    )
    return Received(message, settled=False)


async def _spoken_to(
    session: AsyncSession,
    conversation: Conversation,
    message: Message,
    before: Sequence[str],
    obey: Obey | None,
    language: str | None,
) -> bool:
    """`before`: what they wrote until now, the latest first; `language`: what was spoken until now."""
    began = language is None and conversation.language is not None
    spoken = await safety.read(session, conversation, message, before)
    if spoken:
        await languages.keep(session, conversation)
    obeyed = await obey(session, conversation, message, spoken) if obey else False
    if spoken or obeyed:
        return True
    if conversation.safety is None and conversation.holder == "assistant":
        await languages.confirm(session, conversation, message, began=began)
    return await safety.go_on(session, conversation, message)
