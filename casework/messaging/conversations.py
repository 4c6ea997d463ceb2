"""Starting, proving, reading and finishing a conversation."""

import hashlib
import hmac
import secrets
from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants
from casework.base.clock import now
from casework.base.errors import NotAllowed, NotFound
from casework.base.speaking import speaking
from casework.base.words import words
from casework.claimants import Claimant
from casework.council import council
from casework.messaging import languages
from casework.messaging.models import Conversation, Message
from casework.messaging.record import locked, record


def fingerprint(token: str) -> bytes:
    """What is kept of a bearer token: tokens are long and random, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).digest()


async def start(
    session: AsyncSession, area: str, council_name: str, language: str | None = None
) -> tuple[Conversation, str]:
    """A new web conversation with its greeting, and the bearer token that opens it (kept as a hash only).

    In the `language` if the council has it.
    """
    token = secrets.token_urlsafe(32)
    conversation = Conversation(area=area, channel="web", token_hash=fingerprint(token), last_n=0, pending=[])
    conversation.language = council().language(language)
    session.add(conversation)
    await session.flush()
    with speaking(conversation.language):
        hello = words("utter_hello", "web", council=council_name)
    await record(session, conversation, "assistant", hello.text, choices=hello.choices, language=hello.language)
    return conversation, token


async def start_desk(session: AsyncSession, claimant: Claimant) -> Conversation:
    """A thread of somebody who never wrote to us, for what a person of ours has to do; no token opens it."""
    conversation = Conversation(area=claimant.area, channel="web", claimant_id=claimant.id, last_n=0, pending=[])
    session.add(conversation)
    await session.flush()
    return conversation


async def opened(session: AsyncSession, conversation_id: UUID, token: str) -> Conversation:
    """The conversation the token opens. Raises NotFound (unknown or finished) and NotAllowed (wrong token)."""
    conversation = await session.get(Conversation, conversation_id)
    if conversation is None or conversation.finished_at:
        raise NotFound("no such conversation")
    if not hmac.compare_digest(conversation.token_hash or b"", fingerprint(token)):
        raise NotAllowed("this token does not open this conversation")
    return conversation


async def history(session: AsyncSession, conversation_id: UUID, after: int = 0) -> Sequence[Message]:
    query = select(Message).where(Message.conversation_id == conversation_id, Message.n > after)
    return (await session.execute(query.order_by(Message.n))).scalars().all()


async def replies(session: AsyncSession, message: Message) -> Sequence[Message]:
    query = select(Message).where(Message.reply_to == message.id)
    return (await session.execute(query.order_by(Message.n))).scalars().all()


async def finish(session: AsyncSession, conversation: Conversation) -> None:
    """The person is done here: their token opens nothing from now on."""
    conversation.finished_at = now()
    conversation.token_hash = None
    conversation.proved_at = None


async def keep_private(session: AsyncSession, message_id: UUID) -> None:
    """The message holds an answer that the desk does not show."""
    (await session.get_one(Message, message_id)).private = True


async def get(session: AsyncSession, conversation_id: UUID) -> Conversation:
    """Raises NotFound."""
    found = await session.get(Conversation, conversation_id)
    if found is None:
        raise NotFound("no such conversation")
    return found


async def join(session: AsyncSession, conversation_id: UUID, claimant_id: UUID) -> bool:
    """The conversation is this person's from now on. False where it is somebody else's already."""
    conversation = await locked(session, conversation_id)
    if conversation.claimant_id not in (None, claimant_id):
        return False
    conversation.claimant_id, conversation.proved_at = claimant_id, now()
    await languages.agree(session, conversation, claimant_id)
    return True


async def whose(session: AsyncSession, conversation_id: UUID) -> Claimant | None:
    """Whose thread it is, proved or not for the moment."""
    conversation = await get(session, conversation_id)
    return await claimants.get(session, conversation.claimant_id) if conversation.claimant_id else None


async def of_claimant(session: AsyncSession, claimant_id: UUID) -> Sequence[Conversation]:
    query = select(Conversation).where(Conversation.claimant_id == claimant_id)
    return (await session.execute(query.order_by(Conversation.created_at))).scalars().all()


async def of_claimants(session: AsyncSession, claimant_ids: Collection[UUID]) -> dict[UUID, list[Conversation]]:
    found: dict[UUID, list[Conversation]] = {one: [] for one in claimant_ids}
    query = select(Conversation).where(Conversation.claimant_id.in_(claimant_ids)).order_by(Conversation.created_at)
    for one in (await session.execute(query)).scalars():
        if one.claimant_id:
            found[one.claimant_id].append(one)
    return found


async def thread(session: AsyncSession, claimant_id: UUID) -> Sequence[Message]:
    """All that was said with one person, on every channel, oldest first."""
    query = select(Message).join(Conversation).where(Conversation.claimant_id == claimant_id)
    return (await session.execute(query.order_by(Message.at, Message.n))).scalars().all()
