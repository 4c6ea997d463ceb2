"""New hours over what is booked: whom they hit is seen first, and told with them, as of leave."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.desk.leave import Told, tell_all, to_come
from casework.appointments.desk.week import Meeting, meetings_of
from casework.appointments.times.clashes import ASKED, KEPT
from casework.appointments.times.hours import Period, check_hours, set_hours
from casework.appointments.times.off import hold_still
from casework.appointments.times.within_hours import is_within
from casework.base.clock import local
from casework.council import Area
from casework.staff import Staff


async def hit_by_hours(
    session: AsyncSession, worker: Staff, area: Area, week: Sequence[Period], since: date, until: date | None = None
) -> list[Meeting]:
    """What would lie outside that week of the worker's meetings; not what lies outside or needs another time already.

    Raises Unreadable.
    """
    check_hours(area, week, since, until)
    coming = [one for one in await to_come(session, [worker]) if one.appointment.area == area.id]
    return [
        one for one in coming
        if since <= local(one.appointment.starts_at).date() <= (until or date.max)
        and not (one.away or one.outside or one.appointment.clash) and not is_within(one.appointment, week)
    ]


async def change_hours(
    session: AsyncSession, worker: Staff, area: Area, week: Sequence[Period], since: date, by: Staff,
    until: date | None = None, *, keep: bool = False,
) -> Told:
    """Who is hit is asked for another time, unless the worker comes all the same (`keep`); who was asked, and need not be, hears so.

    Raises Unreadable.
    """
    await hold_still(session, [worker])
    hit = await hit_by_hours(session, worker, area, week, since, until)
    before = [one.appointment for one in await to_come(session, [worker]) if one.outside and one.appointment.clash == ASKED]
    await set_hours(session, worker, area, week, since, by, until)
    for one in hit:
        one.appointment.clash = KEPT if keep else ASKED
    stand = [one for one in await meetings_of(session, before) if not (one.outside or one.clashes or one.away)]
    for one in stand:
        one.appointment.clash = None
    await session.flush()
    return await tell_all(session, [] if keep else hit, stand)
