"""What a provider says became of a text, which it may say before we have recorded that it took it."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base, transaction
from casework.base.queue import queue
from casework.outbox import undelivered
from casework.outbox.errors import kind_of
from casework.outbox.jobs import deliver_later
from casework.outbox.models import Outgoing
from casework.outbox.quiet import quiet
from casework.outbox.rules import (
    MAX_TRIES_UNDELIVERED,
    NOTIFY_KINDS,
    NOTIFY_RECEIPTS,
    REACHED_FROM,
    RECEIPTS,
    wait_seconds,
)

# Longer than any outcome is looked for; what is nobody's by then is no text of ours.
KEPT = timedelta(days=2)


class EarlyReceipt(Base):
    """What a provider said of a text that none of ours has the name of, yet."""

    __tablename__ = "early_receipts"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    provider_ref: Mapped[str] = mapped_column(index=True)
    status: Mapped[str]
    code: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(default=now)


async def receipt(session: AsyncSession, provider_ref: str, provider_status: str, code: int | None = None) -> bool:
    """Record what the provider says became of a text. False for a status that we do not know, or a text: then it is kept
    until we may know it.

    One that failed for a reason that passes is tried again; one to somebody who opted out there ends all texts to them.
    """
    status = RECEIPTS.get(provider_status) or NOTIFY_RECEIPTS.get(provider_status)
    query = select(Outgoing).where(Outgoing.provider_ref == provider_ref).with_for_update()
    outgoing = (await session.execute(query)).scalar_one_or_none()
    if status is None:
        return False
    if outgoing is None:
        if REACHED_FROM[status]:
            session.add(EarlyReceipt(provider_ref=provider_ref, status=provider_status, code=code, at=now()))
        return False
    if outgoing.status not in REACHED_FROM[status]:
        return True
    kind = kind_of(code) or NOTIFY_KINDS.get(provider_status)
    if kind == "opted_out":
        await quiet(session, outgoing.to, "stopped")
    if status == "failed" and kind == "temporary" and outgoing.tries < MAX_TRIES_UNDELIVERED:
        await _again(session, outgoing, provider_ref)
        return True
    outgoing.status, outgoing.status_at = status, now()
    outgoing.error = _failed(provider_status, kind, code) if status == "failed" else None
    await undelivered.tell(session, outgoing, status, outgoing.error)
    return True


async def _again(session: AsyncSession, outgoing: Outgoing, provider_ref: str) -> None:
    outgoing.status, outgoing.status_at, outgoing.provider_ref = "queued", now(), None
    outgoing.past_refs = [*outgoing.past_refs, provider_ref]
    await session.flush()
    await deliver_later(session, outgoing, wait_seconds(outgoing.tries))


def _failed(provider_status: str, kind: str | None, code: int | None) -> str:
    named = f"{kind.replace('_', ' ')}: {provider_status}" if kind else provider_status
    return f"{named}, Twilio {code}" if code else named


@queue.periodic(cron="* * * * *")
@queue.task(name="heed_early_receipts", pass_context=False)
async def heed_early_receipts(timestamp: int) -> None:
    """Those whose text is recorded by now, in the order in which they came."""
    async with transaction() as session:
        await session.execute(delete(EarlyReceipt).where(EarlyReceipt.at < now() - KEPT))
        known = select(EarlyReceipt).join(Outgoing, Outgoing.provider_ref == EarlyReceipt.provider_ref)
        mine = known.order_by(EarlyReceipt.at).with_for_update(of=EarlyReceipt, skip_locked=True)
        for one in (await session.execute(mine)).scalars().all():
            await session.delete(one)
            # The one before may have put the text back in the queue, under no name of the provider's.
            if await _is_known(session, one.provider_ref):
                await receipt(session, one.provider_ref, one.status, one.code)


async def _is_known(session: AsyncSession, provider_ref: str) -> bool:
    known = select(Outgoing.id).where(Outgoing.provider_ref == provider_ref)
    return (await session.execute(known)).scalar_one_or_none() is not None
