"""Conversations and their messages."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base


class Conversation(Base):
    """One thread with one person on one channel. `holder` says who speaks for the council in it.

    `phone` is the number a thread of texts goes to; a number has one open thread.

    `safety` is set while the safety conversation goes on: {"pack": "R2", "asked": bool, "told": [message texts]}.
    `claimant_id` is whose thread it is; what is held is shown only for a while after `proved_at`.
    `language` is the one they chose to be spoken to in, None while they chose none.
    `pending` holds events the assistant has yet to hear, played before the next message: [{"event": name}].
    """

    __tablename__ = "conversations"
    __table_args__ = (
        CheckConstraint("channel IN ('web', 'sms')", name="channel_known"),
        CheckConstraint("(channel = 'sms') = (phone IS NOT NULL)", name="phone_of_texts"),
        Index("uq_conversations_phone", "phone", unique=True, postgresql_where="finished_at IS NULL"),
        CheckConstraint("holder IN ('assistant', 'person')", name="holder_known"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    area: Mapped[str]
    channel: Mapped[str] = mapped_column(default="web")
    phone: Mapped[str | None]
    token_hash: Mapped[bytes | None]
    holder: Mapped[str] = mapped_column(default="assistant")
    language: Mapped[str | None]
    safety: Mapped[dict[str, Any] | None]
    pending: Mapped[list[dict[str, str]]] = mapped_column(default=list)
    last_n: Mapped[int] = mapped_column(default=0)
    leased_until: Mapped[datetime | None]
    claimant_id: Mapped[UUID | None] = mapped_column(ForeignKey("claimants.id", ondelete="SET NULL"), index=True)
    proved_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    last_at: Mapped[datetime] = mapped_column(default=now, index=True)
    finished_at: Mapped[datetime | None]


class Message(Base):
    """One message. `n` orders it in its conversation; `sender_ref` is the sender's own id for it.

    `meant` is what the words stand for where they chose an offered answer by its number or title.
    `answered_at` of a claimant's message is set once nothing more is owed to it by the assistant.
    `failures` counts how often the assistant failed over it.
    `private` parts are masked at the desk. `language` is the one the words are in, as far as it is known.
    """

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("conversation_id", "n"),
        UniqueConstraint("conversation_id", "sender_ref"),
        CheckConstraint("sender IN ('claimant', 'assistant', 'person', 'system')", name="sender_known"),
        Index(
            "ix_messages_unanswered",
            "conversation_id",
            "n",
            postgresql_where="sender = 'claimant' AND answered_at IS NULL",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    n: Mapped[int]
    sender: Mapped[str]
    name: Mapped[str | None]
    text: Mapped[str]
    meant: Mapped[str | None]
    choices: Mapped[list[dict[str, str]]] = mapped_column(default=list)
    language: Mapped[str] = mapped_column(default="en")
    sender_ref: Mapped[str | None]
    reply_to: Mapped[UUID | None] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), index=True)
    answered_at: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(default=0, server_default="0")
    private: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime] = mapped_column(default=now)
