"""Whose thread a number's texts belong to."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging
from casework.claimants import Claimant
from casework.council import council
from casework.messaging import Conversation


async def thread_of(session: AsyncSession, number: str) -> tuple[Conversation, bool]:
    """The open thread with a number, locked, and whether it is new. Who proved the number keeps their thread of an old one.

    Nobody is shown anything for that: what is held is shown only after a fresh proof.
    """
    own = await _proved(session, number)
    known = await messaging.of_phone(session, number, lock=True)
    if known is not None:
        if own and known.claimant_id is None:
            known.claimant_id = own.id
        return known, False
    moved = await messaging.move_texts(session, own.id, number) if own else None
    if moved:
        return moved, False
    area = own.area if own else council().lead
    return await messaging.start_texts(session, area, number, own.id if own else None), True


async def _proved(session: AsyncSession, number: str) -> Claimant | None:
    """The one person who proved that the number is theirs; None where there are two, or nobody."""
    found = await who_proved(session, number)
    return found[0] if len(found) == 1 else None


def _has_proved(claimant: Claimant, number: str) -> bool:
    return any(one.address == number and one.proved_at and not one.closed_at for one in claimant.channels)


async def people_of(session: AsyncSession, number: str) -> Sequence[Claimant]:
    """Everybody who gave this number, proved or not."""
    return await claimants.by_address(session, "sms", number)


async def who_proved(session: AsyncSession, number: str) -> Sequence[Claimant]:
    """Of those who gave this number, who proved that it is theirs."""
    return [one for one in await people_of(session, number) if _has_proved(one, number)]
