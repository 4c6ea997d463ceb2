"""Times that the diaries, the rooms and other services leave free for a meeting."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants
from casework.appointments.models import Appointment
from casework.appointments.times import diaries as diary_rows
from casework.appointments.times.diaries import among, beside, handfuls
from casework.appointments.times.diary import Diary, Slot, slots
from casework.appointments.times.rooms import RoomsTaken
from casework.appointments.times.searching import Days, Look, Looks, search
from casework.appointments.times.wishes import Offer, Wish
from casework.base.clock import local, now
from casework.claimants import Claimant
from casework.council import Area, Venue, council, open_periods
from casework.staff import Staff

BESIDE = timedelta(minutes=30)
"""How long another service must still be there before or after a meeting for both to be one visit."""
Suits = Callable[[Slot], bool]
MET = ("booked", "attended", "came_late")


@dataclass(frozen=True)
class Sought:
    """What meeting it is to be: `features` its room must have, `services` are to be seen in the same visit.

    `instead_of`: the meeting whose place it takes, so that its time is free; `but_at`: when it begins, where that is no change.
    """

    kind: str
    format: str
    features: frozenset[str] = frozenset()
    services: tuple[str, ...] = ()
    instead_of: UUID | None = None
    but_at: datetime | None = None

    @property
    def length(self) -> timedelta:
        return timedelta(minutes=council().appointments.kinds[self.kind].minutes)  # type: ignore[index]


async def find(
    session: AsyncSession, area: Area, wish: Wish, sought: Sought, claimant: Claimant | None = None,
    met_by: int | None = None,
) -> Offer:
    """At most three times that suit the wish, or the nearest with why: the own worker's, then where they met before.

    `met_by`: the diary whose worker is the own where nobody else is.
    """
    own = await diary_rows.own_workers(session, claimant) or await diary_rows.workers_of(session, met_by)

    taken = RoomsTaken(session, area, sought.instead_of)

    async def looks(days: Days) -> AsyncIterator[Look]:
        if own:
            yield await _look(session, area, among(own), days, sought, taken)
        rest = await _who_works(session, area, beside(area, own), days)
        at_once = wish.exact and len(days) == 1
        others = [_look_into(session, area, some, sought, taken) for some in ([rest] if at_once else handfuls(rest))]
        usual = await usual_venue(session, claimant) if claimant and sought.format == "in_person" else None
        first = [_only_at(usual, one) for one in others] if usual else []
        for one in [*first, *others]:
            yield one

    return await _search(area, wish, looks)


async def _search(area: Area, wish: Wish, looks: Looks) -> Offer:
    closed = diary_rows.closed_in(area)
    return await search(wish, looks, diary_rows.limits(), now(), closed, lambda day: open_periods(area, day))


async def find_of(session: AsyncSession, area: Area, wish: Wish, sought: Sought, worker: Staff) -> Offer:
    """The same in one worker's diary alone."""

    async def looks(days: Days) -> AsyncIterator[Look]:
        yield await _look(session, area, among([worker]), days, sought, RoomsTaken(session, area, sought.instead_of))

    return await _search(area, wish, looks)


async def usual_venue(session: AsyncSession, claimant: Claimant) -> str | None:
    """Where the person last met somebody, or is to."""
    query = select(Appointment.venue).where(
        Appointment.claimant_id == claimant.id, Appointment.format == "in_person", Appointment.state.in_(MET)
    )
    return (await session.execute(query.order_by(Appointment.starts_at.desc()).limit(1))).scalar_one_or_none()


async def slot_at(
    session: AsyncSession, area: Area, start: datetime, diary: int, sought: Sought, worker: Staff | None = None
) -> Slot | None:
    """The slot of one diary that begins then, if it is free: of a key worker's, or of the worker given."""
    day = local(start).date()
    if diary_rows.closed_in(area)(day):
        return None
    whose = among([worker]) if worker else claimants.works_in(area.id)
    empty = await _who_works(session, area, whose, [day])
    then = Wish(start, start, exact=True)
    taken = RoomsTaken(session, area, sought.instead_of)
    found = await _free(session, area, [one for one in empty if one.id == diary], [day], sought, taken, then)
    return next(iter(found), None)


def services_beside(area: Area, slot: Slot) -> list[str]:
    """Names of what else can be seen at the venue in the same visit."""
    venue = venue_of(area, slot.venue)
    return [one.name for one in venue.also_here if _beside(venue, one.name, slot)] if venue else []


def venue_of(area: Area, venue_id: str | None) -> Venue | None:
    return next((one for one in area.venues if one.id == venue_id), None)


async def _look(
    session: AsyncSession, area: Area, whose: ColumnElement[bool], days: Days, sought: Sought, taken: RoomsTaken
) -> Look:
    return _look_into(session, area, await _who_works(session, area, whose, days), sought, taken)


async def _who_works(session: AsyncSession, area: Area, whose: ColumnElement[bool], days: Days) -> list[Diary]:
    """Their diaries, with nothing in them yet, if they work on the weekdays of those days."""
    return await diary_rows.patterns(session, area, whose, min(days), max(days), {day.weekday() for day in days})


def _look_into(session: AsyncSession, area: Area, known: Sequence[Diary], sought: Sought, taken: RoomsTaken) -> Look:
    """What is in a diary is only read of those who work on the days."""

    async def free(days: Days, wish: Wish | None) -> list[Slot]:
        return await _free(session, area, [one for one in known if _works(one, days)], days, sought, taken, wish)

    return Look({period.weekday for one in known for period in one.working}, free)


def _only_at(venue: str, look: Look) -> Look:
    async def free(days: Days, wish: Wish | None) -> list[Slot]:
        return [one for one in await look.free(days, wish) if one.venue == venue]

    return Look(look.weekdays, free)


def _works(diary: Diary, days: Days) -> bool:
    weekdays = {one.weekday for one in diary.working}
    return any(day.weekday() in weekdays for day in days)


async def _free(
    session: AsyncSession, area: Area, empty: Sequence[Diary], days: Days, sought: Sought, taken: RoomsTaken,
    wish: Wish | None = None,
) -> list[Slot]:
    """The least busy worker's first, so that the work is shared out."""
    if not empty:
        return []
    found = await diary_rows.filled(session, empty, days[0], days[-1], sought.instead_of)
    limits, at, home = diary_rows.limits(), now(), sought.format == "home_visit"
    within = {day: wish.within(day) for day in days} if wish else None
    least_busy_first = sorted(found, key=_load)
    every = [slot for one in least_busy_first for slot in slots(one, days, sought.length, limits, at, home, within)]
    every = [slot for slot in every if slot.start != sought.but_at and (wish is None or wish.suits(slot))]
    if not every:
        return []
    suits = await _place(area, days, sought, taken)
    return [slot for slot in every if suits(slot)]


def _load(diary: Diary) -> int:
    return len(diary.busy)


async def _place(area: Area, days: Days, sought: Sought, rooms_taken: RoomsTaken) -> Suits:
    """Whether there is a place for a meeting: only face to face needs one."""
    if sought.format != "in_person":
        return lambda slot: True
    venues = {one.id: one for one in area.venues}
    rooms = {one.id: _suitable(one, sought.features) for one in area.venues}
    taken, pause = await rooms_taken.on(days), diary_rows.limits().buffer

    @cache
    def has_place(venue: str, start: datetime, end: datetime) -> bool:
        """Asked once for all the workers who could meet there then."""
        return any(not taken[venue, number].overlaps(start, end + pause) for number in rooms[venue])

    def suits(slot: Slot) -> bool:
        if slot.venue not in venues:
            return False
        if not all(_beside(venues[slot.venue], one, slot) for one in sought.services):
            return False
        return has_place(slot.venue, slot.start, slot.end)

    return suits


def _suitable(venue: Venue, features: frozenset[str]) -> list[int]:
    """The numbers of the rooms that have all of them."""
    return [number for number, has in enumerate(venue.room_features(), start=1) if features <= has]


def _beside(venue: Venue, service: str, slot: Slot) -> bool:
    spans = [span for one in venue.also_here if one.name == service for span in one.hours.spans(slot.day)]
    after = any(start <= slot.end and slot.end + BESIDE <= end for start, end in spans)
    return after or any(start + BESIDE <= slot.start <= end for start, end in spans)
