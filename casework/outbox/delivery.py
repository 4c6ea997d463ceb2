"""Sending one thing at most once: claimed, sent with no transaction open, recorded; looked up where that is unsure."""

import logging
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import now
from casework.base.db import transaction
from casework.outbox import undelivered
from casework.outbox.carrier import CannotLookUp, Carrier, NotTaken, Refused, Settled, Taken, Unclear, Unknown
from casework.outbox.email import email_carrier
from casework.outbox.lines import lines_of
from casework.outbox.models import Outgoing
from casework.outbox.quiet import quiet
from casework.outbox.rules import recorded, wait_seconds
from casework.outbox.settings import outbox_settings
from casework.outbox.sms import sms_carrier
from casework.outbox.weighing import Weighed, weigh

GIVE_UP_LOOKING = timedelta(hours=6)
log = logging.getLogger(__name__)


class NotYet(Exception):
    """Not finished; to be tried again after `seconds`."""

    def __init__(self, why: str, seconds: int) -> None:
        super().__init__(why)
        self.seconds = seconds


class PutOff(NotYet):
    """Not to go before then, whatever its provider does: nothing else to the number waits for it."""


async def deliver(outgoing_id: UUID) -> None:
    """Send it unless that was done, is being done, or may have been done. Raises NotYet."""
    async with transaction() as session:
        outgoing, claimed = await _claim(session, outgoing_id)
    if outgoing is None:
        return
    if isinstance(claimed, Weighed):
        if claimed.at:
            raise PutOff(claimed.why, max(1, int((claimed.at - now()).total_seconds())))
        return
    if claimed:
        await _send(outgoing)
    elif outgoing.status == "sending":
        await _settle(outgoing)


def carrier_of(outgoing: Outgoing) -> Carrier:
    return sms_carrier(outgoing.to) if outgoing.kind == "sms" else email_carrier()


async def _claim(session: AsyncSession, outgoing_id: UUID) -> tuple[Outgoing | None, bool | Weighed]:
    """The row, and whether it is now ours to send, or what keeps it back."""
    outgoing = await session.get(Outgoing, outgoing_id, with_for_update=True)
    if outgoing is None or outgoing.status != "queued":
        return outgoing, False
    if held := (await weigh(session, [outgoing])).get(outgoing.id):
        return outgoing, held
    outgoing.status, outgoing.provider, outgoing.status_at = "sending", carrier_of(outgoing).name, now()
    outgoing.sender = (await lines_of(session, [outgoing.to])).get(outgoing.to)
    outgoing.tries += 1
    return outgoing, True


async def _move(session: AsyncSession, outgoing: Outgoing, status: str, values: dict[str, Any]) -> bool:
    """Change a row that has this status and these tries still."""
    same = (Outgoing.id == outgoing.id, Outgoing.status == status, Outgoing.tries == outgoing.tries)
    moved = await session.execute(update(Outgoing).where(*same).values(**values).returning(Outgoing.id))
    return moved.scalar_one_or_none() is not None


def lease_seconds() -> int:
    return outbox_settings().sending_lease_seconds


async def _send(outgoing: Outgoing) -> None:
    outcome = await carrier_of(outgoing).send(outgoing)
    if not isinstance(outcome, Unknown):
        return await _record(outgoing, outcome)
    found = await _found(outgoing)
    if found is None and not outcome.answered:
        raise NotYet(outcome.why, lease_seconds())
    await _record(outgoing, found or NotTaken(outcome.why))


async def _settle(outgoing: Outgoing) -> None:
    """What was begun and not recorded, once whoever began it must be gone: looked up before it is sent again."""
    left = outgoing.status_at + timedelta(seconds=lease_seconds()) - now()
    if left > timedelta():
        raise NotYet("it is being sent", int(left.total_seconds()) + 1)
    try:
        found = await _found(outgoing)
    except NotYet as error:
        if now() - outgoing.status_at < GIVE_UP_LOOKING:
            raise
        return await _record(outgoing, Unclear(str(error)))
    await _record(outgoing, found or _not_found(outgoing))


def _not_found(outgoing: Outgoing) -> Settled:
    """Where the provider lists what it took, it has not got it; else a person must decide."""
    why = "no record of the outcome, and none found at the provider"
    carrier = carrier_of(outgoing)
    return NotTaken(why) if carrier.lists and carrier.name == outgoing.provider else Unclear(why)


async def _found(outgoing: Outgoing) -> Taken | None:
    """It, at its provider; what is another row's does not count. Raises NotYet while the provider cannot say."""
    carrier = carrier_of(outgoing)
    if carrier.name != outgoing.provider:
        return None
    try:
        found = await carrier.find(outgoing)
    except CannotLookUp as error:
        raise NotYet(str(error), lease_seconds()) from error
    known = select(Outgoing.provider_ref).where(Outgoing.provider_ref.in_([one.ref for one in found]))
    async with transaction() as session:
        others = set((await session.execute(known)).scalars())
    return next((one for one in found if one.ref not in others), None)


async def _record(outgoing: Outgoing, outcome: Settled) -> None:
    values = recorded(outcome, outgoing.tries, now())
    async with transaction() as session:
        if await _move(session, outgoing, "sending", values):
            await undelivered.tell(session, outgoing, values["status"], values.get("error"))
        if isinstance(outcome, Refused) and outcome.opted_out:
            await quiet(session, outgoing.to, "stopped")
    if values["status"] in ("failed", "held"):
        log.warning("outgoing %s is %s: %s", outgoing.id, values["status"], values["error"])
    if values["status"] == "queued":
        raise NotYet(values["error"], wait_seconds(outgoing.tries))
