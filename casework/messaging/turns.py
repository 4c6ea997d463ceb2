"""What each action of a turn came to, so that a turn played twice does everything once."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.db import Base


class ActionResult(Base):
    """The result of the `ordinal`-th run of an action for one message, written in the action's own transaction."""

    __tablename__ = "action_results"

    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    message_id: Mapped[str] = mapped_column(primary_key=True)
    action: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    result: Mapped[dict[str, Any]]


async def known_result(
    session: AsyncSession, conversation_id: UUID, message_id: str, action: str, ordinal: int
) -> dict[str, Any] | None:
    found = await session.get(ActionResult, (conversation_id, message_id, action, ordinal))
    return found.result if found else None


async def keep_result(
    session: AsyncSession,
    conversation_id: UUID,
    message_id: str,
    action: str,
    ordinal: int,
    result: dict[str, Any],
) -> None:
    session.add(
        ActionResult(
            conversation_id=conversation_id,
            message_id=message_id,
            action=action,
            ordinal=ordinal,
            result=result,
        )
    )
    await session.flush()
