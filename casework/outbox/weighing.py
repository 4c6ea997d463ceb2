"""Whether a text still goes, asked at the moment of sending: of the number, and of the room that posted it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import now
from casework.outbox.models import Outgoing
from casework.outbox.quiet import kept_back, quietnesses


@dataclass(frozen=True)
class Weighed:
    """It does not go, for the reason `why`; or not before `at`."""

    why: str
    at: datetime | None = None


Weigh = Callable[[AsyncSession, Sequence[Outgoing]], Awaitable[Mapping[UUID, Weighed]]]
WEIGHED_BY: dict[str, Weigh] = {}


def weighs(about: str, asks: Weigh) -> None:
    """The room whose texts are of this sort looks at them again before they go; what it does not name goes."""
    WEIGHED_BY[about] = asks


async def weigh(session: AsyncSession, queued: Sequence[Outgoing]) -> dict[UUID, Weighed]:
    """What keeps back those that do not go now. What never goes is marked so."""
    texts = [one for one in queued if one.kind == "sms"]
    known = await quietnesses(session, {one.to for one in texts})
    held = {one.id: Weighed(why) for one in texts if (why := kept_back(known.get(one.to), one.about))}
    for about, asks in WEIGHED_BY.items():
        if theirs := [one for one in texts if one.about == about and one.id not in held]:
            held |= await asks(session, theirs)
    for one in texts:
        if (found := held.get(one.id)) and found.at is None:
            one.status, one.error, one.status_at = "failed", f"not sent: {found.why}", now()
    return held
