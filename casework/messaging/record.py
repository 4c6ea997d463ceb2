"""Writing a message into its conversation: numbered under the conversation's row lock, listeners woken."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import now
from casework.base.errors import NotFound
from casework.base.live import notify
from casework.base.speaking import ENGLISH
from casework.base.words import Words
from casework.messaging import texting
from casework.messaging.models import Conversation, Message


@dataclass(frozen=True)
class Saying:
    """What is to be said in one thread of texts, and the id of the message that says it."""

    thread: Conversation
    text: str
    choices: Sequence[dict[str, str]] = ()
    language: str = ENGLISH
    id: UUID = field(default_factory=uuid4)


async def locked(session: AsyncSession, conversation_id: UUID) -> Conversation:
    """The conversation, held until the transaction ends, so that its messages keep one order."""
    query = select(Conversation).where(Conversation.id == conversation_id).with_for_update()
    conversation = (await session.execute(query.execution_options(populate_existing=True))).scalar_one_or_none()
    if conversation is None:
        raise NotFound("no such conversation")
    return conversation


async def recorded(session: AsyncSession, ids: Collection[UUID]) -> set[UUID]:
    """Which of these messages there are already."""
    return set((await session.execute(select(Message.id).where(Message.id.in_(ids)))).scalars())


async def record_several(session: AsyncSession, said: Sequence[Saying], about: str) -> list[Message]:
    """One message of the assistant in each of many locked threads of texts, and its text on the way."""
    messages = []
    for one in said:
        one.thread.last_n += 1
        one.thread.last_at = now()
        messages.append(
            Message(
                id=one.id,
                conversation_id=one.thread.id,
                n=one.thread.last_n,
                sender="assistant",
                text=one.text,
                choices=list(one.choices),
                language=one.language,
            )
        )
    session.add_all(messages)
    await session.flush()
    threads = [one.thread for one in said]
    await texting.send_several(session, [(one.phone or "", made) for one, made in zip(threads, messages, strict=True)], about)
    topics = {f"conversation:{one.id}" for one in threads} | {f"desk:{one.area}" for one in threads}
    await notify(session, *sorted(topics))
    return messages


async def record(
    session: AsyncSession,
    conversation: Conversation,
    sender: str,
    text: str,
    *,
    name: str | None = None,
    choices: Sequence[dict[str, str]] = (),
    meant: str | None = None,
    sender_ref: str | None = None,
    reply_to: UUID | None = None,
    about: str = "reply",
    language: str = ENGLISH,
) -> Message:
    """Add a message to a locked conversation; to a phone it goes out as a text of the sort `about`."""
    conversation.last_n += 1
    conversation.last_at = now()
    message = Message(
        conversation_id=conversation.id,
        n=conversation.last_n,
        sender=sender,
        name=name,
        text=text,
        meant=meant,
        choices=list(choices),
        language=language,
        sender_ref=sender_ref,
        reply_to=reply_to,
    )
    session.add(message)
    await session.flush()
    if conversation.phone and sender != "claimant":
        await texting.send(session, conversation.phone, message, about)
    await notify(session, f"conversation:{conversation.id}", f"desk:{conversation.area}")
    return message


async def record_reply(
    session: AsyncSession, conversation: Conversation, said: Words, reply_to: UUID, about: str = "reply"
) -> Message:
    """The assistant's chosen words as the answer to a message, with their choices and in their language."""
    return await record(
        session,
        conversation,
        "assistant",
        said.text,
        choices=said.choices,
        reply_to=reply_to,
        about=about,
        language=said.language,
    )
