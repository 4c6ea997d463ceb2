"""Times for one wish of one person: none of when they meet us already, near the place and the services they asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.models import Appointment
from casework.appointments.times.diaries import limits
from casework.appointments.times.diary import Span
from casework.appointments.times.finding import Sought, find
from casework.appointments.times.wishes import Offer, Wish
from casework.base.clock import now
from casework.claimants import Claimant
from casework.council import Area

THEIRS, ONE_SERVICE, NO_SERVICE, NOT_THERE = "theirs", "one_service", "no_service", "not_there"
NEAR = (timedelta(days=1), timedelta(days=5))


@dataclass(frozen=True)
class Looker:
    """Who looks for a meeting, and whose diary comes first where no worker is their own."""

    area: Area
    claimant: Claimant | None
    met_by: int | None


@dataclass(frozen=True)
class Found:
    """What is free, why it is other than wished for, and which services can be seen in the same visit."""

    offer: Offer
    why: str | None
    services: tuple[str, ...]


async def look(session: AsyncSession, looker: Looker, wish: Wish, wanted: Sought, theirs: Sequence[Appointment]) -> Found:
    """`theirs`: the meetings that they have."""
    busy = {(one.starts_at, one.ends_at) for one in theirs}
    clear = replace(wish, busy=tuple(sorted({*wish.busy, *busy})))
    found = await _find(session, looker, clear, wanted)
    why: str | None = THEIRS if _meets(wish, wanted, busy) else found.why
    if found.why and (wish.worker or wish.venue):
        found = await _wider(session, looker, clear, wanted) or found
    if not found.slots and len(wanted.services) > 1:
        return await _with_one_service(session, looker, clear, wanted) or Found(found, why, wanted.services)
    if not found.slots and wanted.services:
        return await _without_service(session, looker, clear, wanted) or Found(found, why, wanted.services)
    if wanted.format == "in_person" and wish.venue and found.slots and wish.venue not in {one.venue for one in found.slots}:
        why = NOT_THERE
    return Found(found, why, wanted.services)


async def _find(session: AsyncSession, looker: Looker, wish: Wish, wanted: Sought) -> Offer:
    return await find(session, looker.area, wish, wanted, looker.claimant, looker.met_by)


def _meets(wish: Wish, wanted: Sought, busy: set[Span]) -> bool:
    """Whether the moment they wish for lies in another meeting of theirs."""
    return wish.exact and any(start < wish.first + wanted.length and wish.first < end for start, end in busy)


async def _wider(session: AsyncSession, looker: Looker, wish: Wish, wanted: Sought) -> Offer | None:
    """With the same worker and at the same place at other times."""
    for first, last in _around(wish):
        found = await _find(session, looker, wish.whenever(first, last), wanted)
        if not found.why:
            return found
    return None


def _around(wish: Wish) -> Iterator[Span]:
    """Near the moment they wish for before any time at all."""
    for days in NEAR if wish.exact else ():
        yield max(now(), wish.first - days), wish.first + days
    yield now(), now() + limits().horizon


async def _with_one_service(session: AsyncSession, looker: Looker, wish: Wish, wanted: Sought) -> Found | None:
    """No time has all of them in one visit: the nearest with the one that was named last, else with another."""
    for one in reversed(wanted.services):
        found = await _find(session, looker, wish, replace(wanted, services=(one,)))
        if found.slots:
            return Found(found, ONE_SERVICE, (one,))
    return None


async def _without_service(session: AsyncSession, looker: Looker, wish: Wish, wanted: Sought) -> Found | None:
    """No time has it in the visit: times for the meeting alone, and it is wished for still."""
    found = await _find(session, looker, wish, replace(wanted, services=()))
    return Found(found, NO_SERVICE, wanted.services) if found.slots else None
