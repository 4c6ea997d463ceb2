"""The verbs: post, read, purge, and a provider's receipt. None of them commits."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import now
from casework.base.errors import Unreadable
from casework.base.queue import defer
from casework.outbox.jobs import deliver_outgoing
from casework.outbox.models import Outgoing
from casework.outbox.rules import REACHED_FROM, RECEIPTS, is_number


async def post(
    session: AsyncSession, kind: str, to: str, text: str, *, subject: str | None = None, ref: UUID | None = None
) -> Outgoing:
    """Queue a text ('sms', to +44…) or an e-mail ('email'), with its job, in the caller's transaction.

    The same `ref` again is the first one, unchanged. Raises Unreadable.
    """
    if kind == "sms" and not is_number(to):
        raise Unreadable("a text goes to a number such as +447700900123")
    row = insert(Outgoing).values(kind=kind, to=to, text=text, subject=subject, ref=ref)
    fresh = row.on_conflict_do_nothing(index_elements=[Outgoing.ref]).returning(Outgoing)
    outgoing = (await session.execute(fresh)).scalar_one_or_none()
    if outgoing is None:
        return (await session.execute(select(Outgoing).where(Outgoing.ref == ref))).scalar_one()
    await defer(session, deliver_outgoing, outgoing=str(outgoing.id))
    return outgoing


async def read(session: AsyncSession, limit: int, to: str | None = None) -> Sequence[Outgoing]:
    """What the demonstration provider took, newest first: of everyone, or of one address."""
    query = select(Outgoing).where(Outgoing.provider == "demonstration", Outgoing.sent_at.is_not(None))
    if to is not None:
        query = query.where(Outgoing.to == to)
    newest = query.order_by(Outgoing.made_at.desc(), Outgoing.id).limit(limit)
    return (await session.execute(newest)).scalars().all()


async def receipt(session: AsyncSession, provider_ref: str, provider_status: str) -> bool:
    """Record what Twilio says became of a text. False for one, or a status, that we do not know."""
    status = RECEIPTS.get(provider_status)
    known = select(Outgoing.id).where(Outgoing.provider_ref == provider_ref)
    if status is None or (await session.execute(known)).scalar_one_or_none() is None:
        return False
    error = provider_status if status == "failed" else None
    forward = update(Outgoing).where(Outgoing.provider_ref == provider_ref, Outgoing.status.in_(REACHED_FROM[status]))
    await session.execute(forward.values(status=status, status_at=now(), error=error))
    return True


async def purge(session: AsyncSession, before: datetime) -> None:
    """Remove what was made before then, except what is still on its way."""
    unfinished = ("queued", "sending")
    old = delete(Outgoing).where(Outgoing.made_at < before, Outgoing.status.not_in(unfinished))
    await session.execute(old)
