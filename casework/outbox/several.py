"""Sending many at once: claimed in one statement, handed over side by side, recorded in one."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import now
from casework.base.db import transaction
from casework.outbox import undelivered
from casework.outbox.carrier import Refused, Settled, Unknown
from casework.outbox.delivery import carrier_of
from casework.outbox.lines import lines_of
from casework.outbox.models import UNFINISHED, Outgoing
from casework.outbox.quiet import quiet
from casework.outbox.rules import recorded
from casework.outbox.weighing import weigh


async def deliver_several(outgoing_ids: Sequence[UUID]) -> Sequence[Outgoing]:
    """Send those that nobody has begun to send. Those not over by then, whoever began them, are to be delivered singly."""
    async with transaction() as session:
        mine = await _claim(session, outgoing_ids)
    outcomes: list[tuple[Outgoing, Settled | Unknown]] = []
    for _, some in groupby(sorted(mine, key=lambda one: one.provider or ""), key=lambda one: one.provider):
        several = list(some)
        outcomes += zip(several, await carrier_of(several[0]).send_several(several), strict=True)
    settled = [(one, outcome) for one, outcome in outcomes if not isinstance(outcome, Unknown)]
    async with transaction() as session:
        await _record(session, settled)
        left = select(Outgoing).where(Outgoing.id.in_(outgoing_ids), Outgoing.status.in_(UNFINISHED))
        return (await session.execute(left.order_by(Outgoing.made_at))).scalars().all()


async def _claim(session: AsyncSession, ids: Sequence[UUID]) -> list[Outgoing]:
    query = select(Outgoing).where(Outgoing.id.in_(ids), Outgoing.status == "queued", Outgoing.tries == 0)
    found = (await session.execute(query.with_for_update(skip_locked=True))).scalars().all()
    held = await weigh(session, found)
    mine = [one for one in found if one.id not in held]
    lines = await lines_of(session, {one.to for one in mine})
    for one in mine:
        one.sender = lines.get(one.to)
        one.status, one.provider, one.tries, one.status_at = "sending", carrier_of(one).name, 1, now()
    return mine


async def _record(session: AsyncSession, settled: Iterable[tuple[Outgoing, Settled]]) -> None:
    at, rows = now(), []
    for one, outcome in settled:
        values = recorded(outcome, one.tries, at)
        rows.append({"id": one.id} | _whole(values, at))
        await undelivered.tell(session, one, values["status"], values.get("error"))
        if isinstance(outcome, Refused) and outcome.opted_out:
            await quiet(session, one.to, "stopped")
    if rows:
        await session.execute(update(Outgoing), rows)


def _whole(values: dict[str, Any], at: datetime) -> dict[str, Any]:
    """Every row with the same columns, so that one statement writes them all."""
    return {"provider_ref": None, "sent_at": None, "error": None} | values
