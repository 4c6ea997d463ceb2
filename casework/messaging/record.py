"""Writing a message into its conversation: numbered under the conversation's row lock, listeners woken."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import ARRAY, TEXT, cast, func, select
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
    """What is to be said in one thread of texts."""

    thread: Conversation
    text: str
    choices: Sequence[dict[str, str]] = ()
    language: str = ENGLISH


async def locked(session: AsyncSession, conversation_id: UUID) -> Conversation:
    """The conversation, held until the transaction ends, so that its messages keep one order."""
    query = select(Conversation).where(Conversation.id == conversation_id).with_for_update()
    conversation = (await session.execute(query.execution_options(populate_existing=True))).scalar_one_or_none()
    if conversation is None:
        raise NotFound("no such conversation")
    return conversation


async def free_numbers(session: AsyncSession, numbers: Collection[str]) -> set[str]:
    """Of these numbers, those that nobody takes a text in of just now; until the transaction ends nobody does."""
    number = func.unnest(cast(list(numbers), ARRAY(TEXT)), type_=TEXT).column_valued("number")
    free = func.pg_try_advisory_xact_lock(func.hashtextextended(func.concat("texts:", number), 0))
    return {one.number for one in await session.execute(select(number, free.label("free"))) if one.free}


async def one_at_a_time(session: AsyncSession, number: str) -> None:
    """Until the transaction ends nobody else takes in a text of this number, or begins a thread with it."""
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"texts:{number}", 0))))


async def record_several(session: AsyncSession, said: Sequence[Saying], about: str) -> list[Message]:
    """One message of the assistant in each of many locked threads of texts, and its text on the way."""
    messages = []
    for one in said:
        one.thread.last_n += 1
        one.thread.last_at = now()
        messages.append(
            Message(
                id=uuid4(),
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
