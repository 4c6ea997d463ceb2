"""The verbs: post, read and purge. None of them commits."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.errors import Unreadable
from casework.base.queue import defer
from casework.outbox.jobs import deliver_later, deliver_several_outgoing
from casework.outbox.length import cheapest, length
from casework.outbox.lines import purge_lines
from casework.outbox.models import UNFINISHED, Outgoing
from casework.outbox.rules import is_number

# What is said of the texts themselves comes after what is said of a danger in the same message.
AFTER_SAFETY_SECONDS = 2


async def post(
    session: AsyncSession,
    kind: str,
    to: str,
    text: str,
    *,
    subject: str | None = None,
    ref: UUID | None = None,
    about: str = "notice",
    calendar: bytes | None = None,
) -> Outgoing:
    """Queue a text ('sms', to +44…) or an e-mail ('email'), with its job, in the caller's transaction.

    The same `ref` again is the first one, unchanged. `about` is its sort, by which a quiet number gets it or not.
    `calendar` is an .ics file that an e-mail takes along. Raises Unreadable.
    """
    if kind == "sms" and not is_number(to):
        raise Unreadable("a text goes to a number such as +447700900123")
    text = cheapest(text) if kind == "sms" else text
    parts = length(text).parts if kind == "sms" else None
    entry = calendar.decode() if calendar else None
    row = insert(Outgoing).values(
        kind=kind, to=to, text=text, subject=subject, ref=ref, about=about, parts=parts, calendar=entry
    )
    fresh = row.on_conflict_do_nothing(index_elements=[Outgoing.ref]).returning(Outgoing)
    outgoing = (await session.execute(fresh)).scalar_one_or_none()
    if outgoing is None:
        return (await session.execute(select(Outgoing).where(Outgoing.ref == ref))).scalar_one()
    await deliver_later(session, outgoing, AFTER_SAFETY_SECONDS if about == "control" else 0)
    return outgoing


async def post_several(session: AsyncSession, texts: Sequence[tuple[str, str, UUID]], about: str) -> None:
    """Queue many texts that go out together: (number, words, ref) each, to numbers that may be texted."""
    if not texts:
        return
    rows = [
        {"id": uuid4(), "kind": "sms", "to": to, "text": said, "ref": ref, "about": about, "parts": length(said).parts}
        for to, said, ref in texts
    ]
    fresh = insert(Outgoing).on_conflict_do_nothing(index_elements=[Outgoing.ref]).returning(Outgoing.id)
    made = (await session.execute(fresh, rows)).scalars()
    await defer(session, deliver_several_outgoing, outgoing=[str(one) for one in made])


async def read(session: AsyncSession, limit: int, to: str | None = None) -> Sequence[Outgoing]:
    """What the demonstration provider took, newest first: of everyone, or of one address."""
    query = select(Outgoing).where(Outgoing.provider == "demonstration", Outgoing.sent_at.is_not(None))
    if to is not None:
        query = query.where(Outgoing.to == to)
    newest = query.order_by(Outgoing.made_at.desc(), Outgoing.id).limit(limit)
    return (await session.execute(newest)).scalars().all()


async def to_phone(session: AsyncSession, number: str, limit: int) -> Sequence[Outgoing]:
    """The latest texts to one number that were not kept back, oldest first."""
    query = select(Outgoing).where(Outgoing.kind == "sms", Outgoing.to == number, Outgoing.status != "failed")
    newest = (await session.execute(query.order_by(Outgoing.made_at.desc()).limit(limit))).scalars().all()
    return newest[::-1]


async def last_to(session: AsyncSession, numbers: Collection[str]) -> dict[str, datetime]:
    """When anything was last posted to each of the numbers that anything was posted to."""
    query = select(Outgoing.to, func.max(Outgoing.made_at).label("at")).where(Outgoing.to.in_(numbers)).group_by(Outgoing.to)
    return {one.to: one.at for one in await session.execute(query)}


async def of_refs(session: AsyncSession, refs: Collection[UUID]) -> dict[UUID, Outgoing]:
    """What was posted under the callers' own ids."""
    found = (await session.execute(select(Outgoing).where(Outgoing.ref.in_(refs)))).scalars()
    return {one.ref: one for one in found if one.ref}


async def purge(session: AsyncSession, before: datetime) -> None:
    """Remove what was made before then, except what is still on its way, and what nobody is texted for any more."""
    old = delete(Outgoing).where(Outgoing.made_at < before, Outgoing.status.not_in(UNFINISHED))
    await session.execute(old)
    await purge_lines(session, before)
