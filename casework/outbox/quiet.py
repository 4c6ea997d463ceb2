"""Numbers that get fewer texts, or none: kept here, and asked again at the moment of sending."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import CheckConstraint, delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base

# Each keeps back more than the one before it, and is not lessened by it.
WHYS = ("paused", "held", "stopped", "wrong", "watched")
APPOINTMENTS = frozenset({"appointment", "reminder"})
# What still goes there. A paused number gets everything but check-ins and news.
STILL = {
    "held": frozenset({"control", "safety"}),
    "stopped": frozenset({"control", "safety"}) | APPOINTMENTS,
    "wrong": frozenset({"control", "safety"}),
    "watched": frozenset({"neutral"}),
}
# With any of these our texts have ended, but for what is named there.
ENDS = frozenset(STILL)


class QuietNumber(Base):
    """`why`: the person paused or stopped the texts, wants none at times we could not read (`held`, until a worker has asked),
    it is a stranger's number, or somebody else may read it.

    `since` begins a pause that is to come, and `until` ends it; `appointments` is whether texts about appointments still go to a stopped number.
    """

    __tablename__ = "quiet_numbers"
    __table_args__ = (CheckConstraint("why IN ('paused', 'held', 'stopped', 'wrong', 'watched')", name="why_known"),)

    number: Mapped[str] = mapped_column(primary_key=True)
    why: Mapped[str]
    since: Mapped[datetime | None]
    until: Mapped[datetime | None]
    appointments: Mapped[bool] = mapped_column(default=True)
    at: Mapped[datetime] = mapped_column(default=now)


async def quiet(session: AsyncSession, number: str, why: str, until: datetime | None = None, since: datetime | None = None) -> None:
    """Keep texts back from a number, at once or `since` an instant to come. What keeps back more already stays."""
    row = insert(QuietNumber).values(number=number, why=why, since=since, until=until, appointments=True, at=now())
    less = QuietNumber.why.in_(WHYS[: WHYS.index(why) + 1])
    changed = {"why": why, "since": since, "until": until, "at": now()}
    await session.execute(row.on_conflict_do_update(index_elements=[QuietNumber.number], set_=changed, where=less))


async def no_appointments(session: AsyncSession, number: str) -> None:
    """Texts about appointments end too. Only for a number that was stopped."""
    if known := await session.get(QuietNumber, number):
        known.appointments = False


async def lift(session: AsyncSession, number: str, *whys: str) -> bool:
    """Everything goes there again; with `whys` only where it was kept back for one of them. False where nothing was."""
    query = delete(QuietNumber).where(QuietNumber.number == number, QuietNumber.why.in_(whys or WHYS))
    gone = await session.execute(query.returning(QuietNumber.number))
    return gone.scalar_one_or_none() is not None


async def quietness(session: AsyncSession, number: str) -> QuietNumber | None:
    """What is kept back from the number now; a pause that is over, or to come, is none."""
    return (await quietnesses(session, [number])).get(number)


async def pause_to_come(session: AsyncSession, number: str) -> QuietNumber | None:
    """The pause that has not begun yet."""
    known = await session.get(QuietNumber, number)
    return known if known and known.since and known.since > now() else None


async def quietnesses(session: AsyncSession, numbers: Collection[str]) -> dict[str, QuietNumber]:
    """The same for many; a number that gets everything is not in it."""
    query = select(QuietNumber).where(QuietNumber.number.in_(numbers)).execution_options(populate_existing=True)
    found, at = (await session.execute(query)).scalars(), now()
    return {one.number: one for one in found if (one.until is None or one.until > at) and (one.since is None or one.since <= at)}


def is_over(known: QuietNumber | None) -> bool:
    """Whether nothing is to go there any more but answers to danger and words about the texts themselves."""
    return known is not None and (known.why == "wrong" or (known.why == "stopped" and not known.appointments))


def kept_back(known: QuietNumber | None, about: str) -> str | None:
    """Why a text of this sort is not sent, or None where it is."""
    if known is None:
        return None
    if known.why == "paused":
        return "paused" if about in ("checkin", "promotion") else None
    if about in APPOINTMENTS and not known.appointments:
        return known.why
    return None if about in STILL[known.why] else known.why
