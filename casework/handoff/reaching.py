"""How somebody in danger can be reached, and what to mind: who looks at an alert must see it before they ring."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import outbox
from casework.claimants import Claimant
from casework.messaging import Conversation
from casework.outbox import QuietNumber


@dataclass(frozen=True)
class Reach:
    """`phone` is where a thread of texts goes; `quiet` is what that phone no longer gets."""

    phone: str | None
    claimant: Claimant | None
    quiet: QuietNumber | None

    @property
    def careful(self) -> bool:
        """Whether there is something to read before ringing or writing."""
        return bool((self.claimant and self.claimant.safe_contact) or self.quiet)


async def reaches(session: AsyncSession, conversation_ids: Collection[UUID]) -> dict[UUID, Reach]:
    """By conversation; one that is gone is not in it."""
    query = select(Conversation.id, Conversation.phone, Claimant)
    query = query.outerjoin(Claimant, Claimant.id == Conversation.claimant_id)
    rows = (await session.execute(query.where(Conversation.id.in_(conversation_ids)))).tuples().all()
    quiets = await outbox.quietnesses(session, [phone for _, phone, _ in rows if phone])
    return {id_: Reach(phone, claimant, quiets.get(phone or "")) for id_, phone, claimant in rows}
