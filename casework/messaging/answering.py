"""One turn at a time for each conversation: lease it, ask the assistant with no transaction open, record.

A crash between the asking and the recording is repaired by the job: the assistant replays a message id it knows.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import directory, outbox
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.settings import settings
from casework.base.speaking import ENGLISH, discreetly, speaking, spoken
from casework.base.words import Words, has_words, neutral_of, words
from casework.messaging import assistant, languages, texting
from casework.messaging.discreet import is_discreet
from casework.messaging.models import Conversation, Message
from casework.messaging.record import locked, record, record_reply
from casework.messaging.wanting import wants_person
from casework.reading import language_of

log = logging.getLogger(__name__)
MOST_FAILURES = 40
"""Two minutes of trying, so that an action server that starts late is waited for."""
MOST_LOOKED_AT = 100


class Busy(Exception):
    """Another process is answering this conversation now."""


@dataclass(frozen=True)
class Turn:
    conversation: UUID
    channel: str
    message: UUID
    text: str
    before: list[dict[str, str]]
    metadata: dict[str, Any]
    language: str


async def answer(conversation_id: UUID) -> None:
    """Answer all that waits in a conversation, oldest first; while there is danger, only who asks for a person.

    Raises Busy, and AssistantUnavailable; what waits is then kept for the job. A message over which the assistant fails
    again and again is given up, so that what comes after it is answered.
    """
    while turn := await _lease(conversation_id):
        try:
            replies = await assistant.ask(
                turn.channel, turn.conversation, turn.message, turn.text, turn.before, turn.metadata
            )
        except assistant.TurnFailed:
            if not await _failed(turn):
                raise
            log.error("message %s is given up: the assistant failed over it %d times", turn.message, MOST_FAILURES)
            replies = [_FAULT]
        except assistant.AssistantUnavailable:
            await _release(turn)
            raise
        await _settle(turn, replies)


async def _next_waiting(session: AsyncSession, conversation: Conversation) -> Message | None:
    """What was said before the danger waits until the person leaves it."""
    waiting = await _waiting(session, conversation.id, 1 if conversation.safety is None else MOST_LOOKED_AT)
    return next((one for one in waiting if _may_be_answered(conversation, one)), None)


def _may_be_answered(conversation: Conversation, message: Message) -> bool:
    return conversation.safety is None or wants_person(message.meant or message.text)


async def _waiting(session: AsyncSession, conversation_id: UUID, most: int) -> Sequence[Message]:
    query = select(Message).where(
        Message.conversation_id == conversation_id,
        Message.sender == "claimant",
        Message.answered_at.is_(None),
    )
    return (await session.execute(query.order_by(Message.n).limit(most))).scalars().all()


async def _lease(conversation_id: UUID) -> Turn | None:
    async with transaction() as session:
        conversation = await locked(session, conversation_id)
        message = await _next_waiting(session, conversation)
        if message is None:
            return None
        if conversation.leased_until and conversation.leased_until > now():
            raise Busy
        conversation.leased_until = now() + timedelta(seconds=settings().lease_seconds)
        said, speaks = message.meant or message.text, conversation.language or ENGLISH
        return Turn(
            conversation=conversation.id,
            channel=conversation.channel,
            message=message.id,
            text=said,
            before=list(conversation.pending),
            metadata={
                "area": conversation.area,
                "language": language_of(said),
                "speaks": speaks,
                "chosen": languages.was_chosen(message),
            },
            language=speaks,
        )


async def _release(turn: Turn) -> None:
    async with transaction() as session:
        (await locked(session, turn.conversation)).leased_until = None


async def _failed(turn: Turn) -> bool:
    """Whether that was once too often."""
    async with transaction() as session:
        (await locked(session, turn.conversation)).leased_until = None
        message = await session.get_one(Message, turn.message)
        message.failures += 1
        return message.failures >= MOST_FAILURES


async def _settle(turn: Turn, replies: list[assistant.Reply]) -> None:
    async with transaction() as session:
        conversation = await locked(session, turn.conversation)
        conversation.leased_until = None
        conversation.pending = conversation.pending[len(turn.before) :]
        message = await session.get_one(Message, turn.message)
        if message.answered_at is None and _may_be_answered(conversation, message):
            message.answered_at = now()
            await _record_replies(session, conversation, turn, replies)


async def _record_replies(
    session: AsyncSession, conversation: Conversation, turn: Turn, replies: list[assistant.Reply]
) -> None:
    if conversation.holder == "person" or await _ended(session, conversation):
        return
    if not replies and await _answered_by_an_action(session, turn):
        return
    with speaking(turn.language), discreetly(await is_discreet(session, conversation)):
        said_now = _one_list([_in_language(reply, turn.channel) for reply in replies or [_FAULT]], turn.channel)
        for said in texting.joined(said_now) if turn.channel == "sms" else said_now:
            await record_reply(session, conversation, said, turn.message)


def _one_list(said: Sequence[Words], channel: str) -> list[Words]:
    """By text a number chooses from one list: the last has it, and what stands before it is told without its choices."""
    last = max((place for place, one in enumerate(said) if one.choices), default=0)
    keep = channel != "sms"
    return [one if keep or place >= last else replace(one, choices=[]) for place, one in enumerate(said)]


async def _ended(session: AsyncSession, conversation: Conversation) -> bool:
    """Whether the phone gets no more answers since the message came in."""
    known = await outbox.quietness(session, conversation.phone) if conversation.phone else None
    return outbox.kept_back(known, "reply") is not None


async def _answered_by_an_action(session: AsyncSession, turn: Turn) -> bool:
    query = select(Message.id).where(Message.reply_to == turn.message, Message.sender == "assistant").limit(1)
    return (await session.execute(query)).scalar_one_or_none() is not None


# An empty turn is a fault: the person is never met with silence.
_FAULT = assistant.Reply("", [], "utter_fault")


def _in_language(reply: assistant.Reply, channel: str) -> Words:
    """The assistant's words, or those of its response in the language spoken; the choices of an action stay."""
    other = neutral_of(reply.name) != reply.name or (spoken() != ENGLISH and has_words(reply.name))
    if reply.text and not (reply.name and other):
        return Words(reply.text, reply.choices)
    said = words(reply.name, channel, **reply.values)
    return Words(said.text, [*said.choices, *reply.choices[reply.own_choices :]], said.language)


async def is_waiting(session: AsyncSession, conversation_id: UUID) -> bool:
    """Whether an answer is still owed to the claimant."""
    return await _next_waiting(session, await session.get_one(Conversation, conversation_id)) is not None


async def tell_kept(session: AsyncSession, conversation_id: UUID) -> list[Message]:
    """Say once in a row that what was written is kept and will be answered."""
    conversation = await locked(session, conversation_id)
    with speaking(conversation.language):
        said = words("utter_kept", conversation.channel, emergency=directory.emergency())
    last = (await session.execute(_last_said(conversation_id))).scalar_one_or_none()
    if last and last.sender == "system" and last.text == said.text:
        return [last]
    return [await record(session, conversation, "system", said.text, language=said.language)]


def _last_said(conversation_id: UUID) -> Select[Message]:
    query = select(Message).where(Message.conversation_id == conversation_id, Message.sender != "claimant")
    return query.order_by(Message.n.desc()).limit(1)
