"""One record for each person: made, found, changed."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.base.clock import now
from casework.base.errors import NotFound
from casework.claimants import consenting, workers
from casework.claimants.models import Claimant, ContactChannel
from casework.claimants.narrowing import narrow
from casework.claimants.safe import Settled, settle
from casework.claimants.safe_hours import Kind
from casework.council import council
from casework.reading import read_answer
from casework.staff import Staff


async def create(
    session: AsyncSession,
    *,
    area: str,
    preferred_name: str,
    source: str,
    channels: Sequence[tuple[str, str, bool]] = (),
    consents: Sequence[tuple[str, bool]] = (),
    source_ref: str | None = None,
    staff: Staff | None = None,
    **more: Any,
) -> Claimant:
    """A new record with a key worker, or the one known by `source_ref`. `channels`: (kind, address, proved).

    `more`: language, preferred_channel, adjustments, needs, safe_contact, referred_on.
    """
    if source_ref and (known := await _by_source(session, source_ref)):
        return known
    made = Claimant(area=area, preferred_name=preferred_name, source=source, source_ref=source_ref, channels=[], **more)
    for kind, address, proved in channels:
        made.channels.append(ContactChannel(kind=kind, address=address, proved_at=now() if proved else None))
    session.add(made)
    await session.flush()
    for purpose, given in consents:
        await consenting.consent(session, made.id, purpose, given)
    await workers.assign(session, made)
    await _note(session, "claimant.create", made, staff)
    return made


async def get(session: AsyncSession, claimant_id: UUID, areas: Sequence[str] | None = None) -> Claimant:
    """The record, or the one it was merged into. Raises NotFound, alike outside `areas`."""
    found = await session.get(Claimant, claimant_id)
    while found is not None and found.merged_into:
        found = await session.get(Claimant, found.merged_into)
    if found is None or (areas is not None and found.area not in areas):
        raise NotFound("no such person")
    return found


async def search(session: AsyncSession, areas: Sequence[str], words: str = "", limit: int = 50) -> Sequence[Claimant]:
    """By part of a name, a number however written, or an e-mail address; by name, all of them where nothing is asked."""
    query = select(Claimant).where(Claimant.area.in_(areas), Claimant.merged_into.is_(None))
    if words.strip():
        query = query.where(_matches(words.strip()))
    return (await session.execute(query.order_by(Claimant.preferred_name).limit(limit))).scalars().all()


async def who_said_yes(session: AsyncSession, area: str, purpose: str) -> Sequence[Claimant]:
    """Everybody of an area whose latest answer is a yes, and who may be contacted by text."""
    query = select(Claimant).where(Claimant.area == area, Claimant.merged_into.is_(None))
    everybody = {one.id: one for one in (await session.execute(query.order_by(Claimant.created_at))).scalars()}
    yes = await consenting.said_yes(session, everybody.keys(), purpose)
    reached = await consenting.all_agreed(session, yes, "contact", "texts")
    return [one for one in everybody.values() if one.id in yes & reached]


async def by_ids(session: AsyncSession, ids: Collection[UUID]) -> dict[UUID, Claimant]:
    found = await session.execute(select(Claimant).where(Claimant.id.in_(ids)))
    return {one.id: one for one in found.scalars()}


async def by_address(session: AsyncSession, kind: str, address: str) -> Sequence[Claimant]:
    """Everybody with this open number or e-mail address."""
    query = (
        select(Claimant)
        .join(ContactChannel)
        .where(
            ContactChannel.kind == kind,
            ContactChannel.address == address,
            ContactChannel.closed_at.is_(None),
            Claimant.merged_into.is_(None),
        )
    )
    return (await session.execute(query.order_by(Claimant.created_at))).scalars().all()


async def update(session: AsyncSession, claimant: Claimant, staff: Staff, **changes: Any) -> None:
    """Any of preferred_name, language, preferred_channel, adjustments, needs, safe_contact, area. The audit keeps which, not what."""
    changed = [name for name, value in changes.items() if getattr(claimant, name) != value]
    for name in changed:
        setattr(claimant, name, changes[name])
    if changed:
        await _note(session, "claimant.update", claimant, staff, subject=", ".join(sorted(changed)))


async def settle_safe(session: AsyncSession, claimant: Claimant, text: str) -> Kind:
    """What a person says of when and on what phone it is safe to write to them is kept; how well it was understood."""
    return await _keep_safe(session, claimant, settle(text, claimant.safe_contact, council().texting))


async def narrow_safe(session: AsyncSession, claimant: Claimant, text: str) -> Kind:
    """The same of what is texted, by whoever holds the phone: it makes the times fewer, and never more."""
    return await _keep_safe(session, claimant, narrow(text, claimant.safe_contact, council().texting))


async def _keep_safe(session: AsyncSession, claimant: Claimant, settled: Settled) -> Kind:
    claimant.safe_contact = settled.contact or None
    await _note(session, "claimant.safe_contact", claimant, None, subject=settled.kind)
    return settled.kind


async def add_channel(
    session: AsyncSession, claimant: Claimant, kind: str, address: str, staff: Staff | None = None
) -> None:
    """A number or address that the person has yet to prove; a closed one is opened again."""
    known = _channel(claimant, kind, address)
    if known is None:
        claimant.channels.append(ContactChannel(kind=kind, address=address))
    elif known.closed_at:
        known.closed_at = known.proved_at = None
    await session.flush()
    await _note(session, "claimant.add_channel", claimant, staff)


async def prove_channel(session: AsyncSession, claimant: Claimant, kind: str, address: str) -> None:
    """The person has shown that it is theirs."""
    await add_channel(session, claimant, kind, address)
    channel = _channel(claimant, kind, address)
    assert channel is not None
    channel.proved_at = now()


async def close_channel(
    session: AsyncSession, claimant: Claimant, channel_id: UUID, staff: Staff | None = None
) -> None:
    """Nothing is sent there any more, and it proves nothing. Raises NotFound."""
    channel = next((one for one in claimant.channels if one.id == channel_id), None)
    if channel is None:
        raise NotFound("no such number or address")
    channel.closed_at = now()
    await _note(session, "claimant.close_channel", claimant, staff)


async def open_again(session: AsyncSession, kind: str, address: str, since: datetime) -> Sequence[Claimant]:
    """Those from whose record this number or address was taken since then. It is on it again, and proves nothing yet."""
    closed = select(Claimant).join(ContactChannel).where(
        ContactChannel.kind == kind, ContactChannel.address == address, ContactChannel.closed_at >= since
    )
    people = (await session.execute(closed.where(Claimant.merged_into.is_(None)))).scalars().unique().all()
    for one in people:
        for channel in one.channels:
            if (channel.kind, channel.address) == (kind, address) and channel.closed_at and channel.closed_at >= since:
                channel.closed_at = channel.proved_at = None
        await _note(session, "claimant.open_channel", one, None)
    await session.flush()
    return people


async def _by_source(session: AsyncSession, source_ref: str) -> Claimant | None:
    found = (await session.execute(select(Claimant).where(Claimant.source_ref == source_ref))).scalar_one_or_none()
    return await get(session, found.id) if found else None


def _matches(words: str) -> ColumnElement[bool]:
    number = read_answer("uk_mobile", words).get("e164")
    address = ContactChannel.address == (number or words.lower())
    with_address = select(ContactChannel.claimant_id).where(address, ContactChannel.closed_at.is_(None))
    return or_(Claimant.preferred_name.icontains(words, autoescape=True), Claimant.id.in_(with_address))


def _channel(claimant: Claimant, kind: str, address: str) -> ContactChannel | None:
    return next((one for one in claimant.channels if (one.kind, one.address) == (kind, address)), None)


async def _note(
    session: AsyncSession, act: str, claimant: Claimant, staff: Staff | None, subject: str | None = None
) -> None:
    actor, staff_id = ("staff", staff.id) if staff else ("visitor", None)
    await audit.note(session, actor, act, staff_id=staff_id, claimant_id=claimant.id, subject=subject)
