"""Which of our numbers somebody writes to: it is the one that answers them, and that we write from as long as it is ours."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, exists, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base
from casework.outbox.models import Outgoing
from casework.outbox.settings import outbox_settings


class Line(Base):
    """`ours` is the number of ours that they wrote to last."""

    __tablename__ = "lines"

    number: Mapped[str] = mapped_column(primary_key=True)
    ours: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=now)


async def wrote_to(session: AsyncSession, number: str, ours: str) -> None:
    """Nothing is kept where we have one number, or a service that chooses."""
    if not _several_are_ours():
        return
    row = insert(Line).values(number=number, ours=ours, at=now())
    changed = {"ours": ours, "at": row.excluded.at}
    await session.execute(row.on_conflict_do_update(index_elements=[Line.number], set_=changed))


async def lines_of(session: AsyncSession, numbers: Collection[str]) -> dict[str, str]:
    """Ours, by theirs; who never wrote to us is not in it."""
    if not _several_are_ours():
        return {}
    found = await session.execute(select(Line.number, Line.ours).where(Line.number.in_(numbers)))
    return {one.number: one.ours for one in found}


async def purge_lines(session: AsyncSession, before: datetime) -> None:
    """What is kept of nobody else: they wrote before then, and no text to them is kept either."""
    texted = exists().where(Outgoing.to == Line.number)
    await session.execute(delete(Line).where(Line.at < before, ~texted))


def _several_are_ours() -> bool:
    return len(outbox_settings().senders) > 1
