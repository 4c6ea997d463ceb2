"""Whose thread a number's texts belong to."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging
from casework.claimants import Claimant
from casework.council import council
from casework.messaging import Conversation, Phone


async def thread_of(session: AsyncSession, number: str) -> tuple[Conversation, Phone, bool]:
    """The open thread with a number, locked; what is known of that phone from then on; and whether the thread is new.

    Who proved the number keeps their thread of an old one. Nobody is shown anything for that: what is held is shown only
    after a fresh proof.
    """
    known = await messaging.of_phone(session, number, lock=True)
    phone = await messaging.phone_of(session, number)
    proved = who_proved(phone.people, number)
    own = proved[0] if len(proved) == 1 else None
    if known is not None:
        if own and known.claimant_id is None:
            known.claimant_id = own.id
        return known, phone, False
    moved = await messaging.move_texts(session, own.id, number) if own else None
    if moved:
        return moved, phone, False
    area = own.area if own else council().lead
    return await messaging.start_texts(session, area, number, own.id if own else None), phone, True


def _has_proved(claimant: Claimant, number: str) -> bool:
    return any(one.address == number and one.proved_at and not one.closed_at for one in claimant.channels)


def who_proved(people: Sequence[Claimant], number: str) -> Sequence[Claimant]:
    """Of those who gave this number, who proved that it is theirs."""
    return [one for one in people if _has_proved(one, number)]
