"""A pause of the questions: what a worker set, and what the person texted. Both hold; at the desk they are one."""

from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging, outbox
from casework.base.clock import local, now
from casework.checkins.looking import followed_job
from casework.claimants import Claimant

PAUSED = "paused"


async def paused_until(session: AsyncSession, claimant: Claimant) -> date | None:
    """The last day of the pause that ends last; None where there is none."""
    job = await followed_job(session, claimant.id)
    days = [job.paused_until if job else None, await _texted(session, claimant)]
    return max((day for day in days if day and day >= local(now()).date()), default=None)


async def pause_to_come(session: AsyncSession, claimant: Claimant) -> tuple[date, date] | None:
    """The first and the last day of one they texted that has not begun."""
    number = messaging.number_of(claimant)
    known = await outbox.pause_to_come(session, number) if number else None
    return (local(known.since).date(), local(known.until).date()) if known and known.since and known.until else None


async def take_over(session: AsyncSession, claimant: Claimant, until: date | None) -> date:
    """The day a worker says counts alone: the pause by text ends, as START would end it. None is yesterday: no pause."""
    if number := messaging.number_of(claimant):
        await outbox.lift(session, number, PAUSED)
    return until or local(now()).date() - timedelta(days=1)


async def _texted(session: AsyncSession, claimant: Claimant) -> date | None:
    number = messaging.number_of(claimant)
    known = await outbox.quietness(session, number) if number else None
    return local(known.until).date() if known and known.why == PAUSED and known.until else None
