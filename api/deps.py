"""What every door needs: a transaction for the request, the council, and who is asking."""

from collections.abc import AsyncIterator
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Header
from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging
from casework.base.db import transaction
from casework.base.errors import NotAllowed, NotFound
from casework.council import Council, council


async def _session() -> AsyncIterator[AsyncSession]:
    async with transaction() as session:
        yield session


Session = Annotated[AsyncSession, Depends(_session, scope="function")]
TheCouncil = Annotated[Council, Depends(council)]


def bearer(authorization: Annotated[str, Header()] = "") -> str:
    """The bearer token of the request. Raises NotAllowed."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise NotAllowed("a bearer token is needed")
    return token


def conversation_id(conversation: str) -> UUID:
    """The id in the path; anything else than an id is as unknown as an unknown one."""
    try:
        return UUID(conversation)
    except ValueError as error:
        raise NotFound("no such conversation") from error


Bearer = Annotated[str, Depends(bearer)]
ConversationId = Annotated[UUID, Depends(conversation_id)]


async def opened(session: Session, token: Bearer, conversation: ConversationId) -> messaging.Conversation:
    return await messaging.opened(session, conversation, token)


OwnConversation = Annotated[messaging.Conversation, Depends(opened)]
