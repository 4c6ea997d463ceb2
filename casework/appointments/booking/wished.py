"""What their words wish for, counted from what was shown or held before, and looked for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.booking.offering import (
    GROUP,
    SOON,
    Who,
    before_of,
    busy_of,
    can_wait,
    has_looked,
    met_last,
    offer,
    offer_groups,
    wait,
)
from casework.appointments.models import Appointment, BookingTalk
from casework.appointments.steps import TIMES_SHOWN, Step
from casework.appointments.times.diaries import limits
from casework.appointments.times.wishes import Wish
from casework.appointments.words.counting import at_hours_of, nearer, nearer_on, of_its_week, tries, wish_from
from casework.appointments.words.hearing import at_other_times
from casework.appointments.words.kept_hours import at_hours_before, hours_of, is_all_but
from casework.appointments.words.picking import refused_hours, refused_place, refuses_hour, slots
from casework.appointments.words.saying import as_before, whichever, would_be_rung, would_wait
from casework.appointments.words.shifting import shifted
from casework.appointments.words.shown_day import of_day_shown
from casework.appointments.words.too_early import but_not_those_days, stays_on_day
from casework.appointments.words.wishing import (
    beside_busy,
    busy_in,
    hours_alone,
    late_alone,
    wish_but,
    without_told_day,
    without_told_hour,
)
from casework.base.clock import local, now


async def wished(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    """Looks for times if the words are a wish and it is known how to meet; until then the wish is kept."""
    wish = await wish_for(session, talk, text, who)
    if talk.format is None:
        kept = Wish.read(talk.wish) if talk.wish else None
        talk.wish = wish.preferring(kept).written() if wish else talk.wish
    elif talk.format == GROUP:
        await offer_groups(session, talk, who, text, wish.busy if wish else ())
    elif wish is not None:
        await offer(session, talk, wish, who)



async def as_wished_before(session: AsyncSession, talk: BookingTalk, who: Who) -> None:
    """Once it is known how to meet, the wish that was kept until then is looked for."""
    kept = Wish.read(talk.wish) if talk.wish else None
    nothing_wished = kept and kept.seen and not (kept.busy or kept.worker or kept.venue or kept.without)
    if talk.step == Step.WHEN and kept and not (nothing_wished or talk.offered or talk.why):
        await offer(session, talk, kept, who)



async def wish_for(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> Wish | None:
    """What the words wish for; a day that is named is at the hours said before, unless others are."""
    wish = await _wish_in(session, talk, text, who)
    return at_hours_before(text, wish, before_of(talk)) if wish else None



async def _wish_in(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> Wish | None:
    """What the words wish for, counted from the meeting that is moved, else from the last they had.

    The soonest, where any time will do; what they wished for before, where they only say when they cannot.
    """
    if talk.step == Step.WHEN and whichever(text):
        return Wish(now(), now() + limits().horizon)
    moving = await session.get(Appointment, talk.moving_id) if talk.moving_id else None
    last = moving or await met_last(session, talk, who)
    text = without_told_hour(without_told_day(text))
    shown = await looked_at(session, talk)
    text = at_hours_of(text) if shown else text
    if moving and not shown and (counted := wish_from(text, moving.starts_at)) and not wish_but(text)[1]:
        return counted
    if moving and not shown and (on := shifted(text, moving.starts_at)) and not any(on.lies_in(one) for one in busy_in(text)):
        return on.but_not(busy_in(text))
    if moving and not shown and (near := of_its_week(beside_busy(text), moving.starts_at)):
        return near.but_not(wish_but(text)[1])
    if moving and (near := of_its_week(text, min(shown, default=moving.starts_at))) and not wish_but(text)[1]:
        return near
    if shown and (on := shifted(text, min(shown)) or nearer_on(text, shown)):
        return on
    if (near := of_day_shown(text, shown)) and not near.is_one_day:
        return near
    if (refused := refused_place(talk, text)) or refuses_hour(text):
        return at_other_times(talk, [refused] if refused else refused_hours(talk, text))
    held = await session.get(Appointment, talk.holding_id) if talk.holding_id else None
    before = held or last
    at = _hour_wished(talk, shown) if as_before(text) and not (held or moving) else None
    wish, busy = wish_but(text, at or (before.starts_at if before else None))
    if wish is None or (shown and talk.wish and is_all_but(text, wish, Wish.read(talk.wish), busy)):
        return at_other_times(talk, busy) if busy else None
    return _on_the_same_days(talk, text, wish, shown).but_not(busy)



def _hour_wished(talk: BookingTalk, shown: Sequence[datetime]) -> datetime | None:
    """The one time that they wished for, or that is shown: "the same time" is of it."""
    wish = Wish.read(talk.wish) if talk.wish else None
    return wish.first if wish and wish.exact else shown[0] if len(shown) == 1 else None



async def looked_at(session: AsyncSession, talk: BookingTalk) -> list[datetime]:
    """When the one read back starts, or those shown."""
    held = await session.get(Appointment, talk.holding_id) if talk.holding_id else None
    return [held.starts_at] if held else [one.start for one in slots(talk)] or list(_seen(talk))



def _seen(talk: BookingTalk) -> tuple[datetime, ...]:
    """What was shown before when suits them was asked afresh."""
    return Wish.read(talk.wish).seen if talk.wish and talk.step == Step.WHEN else ()



async def near_those_seen(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> bool:
    """ "Earlier that day", where others were asked for and none is shown now. False: not said, or none was shown."""
    seen = _seen(talk)
    if not seen:
        return await _near_the_one_moved(session, talk, without_told_hour(text), who)
    way = nearer(text)
    if way is None:
        return False
    await offer_near(session, talk, way, seen, who, stays=stays_on_day(text))
    return True



async def _near_the_one_moved(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> bool:
    """ "Later in the day", of the meeting that is moved: on its day, and else on another, never on the other side of it."""
    way, moving = nearer(text), await session.get(Appointment, talk.moving_id) if talk.moving_id else None
    if way is None or talk.wish or talk.format == GROUP or moving is None or moving.starts_at < now():
        return False
    await offer_near(session, talk, way, [moving.starts_at], who)
    return bool(talk.offered) and talk.why is None



def _on_the_same_days(talk: BookingTalk, text: str, wish: Wish, shown: Sequence[datetime]) -> Wish:
    """Other hours alone, while times are shown, are of their day, or of the days wished for before."""
    if talk.step not in TIMES_SHOWN or not (hours_alone(text) or late_alone(text)):
        return wish
    if len({local(one).date() for one in shown}) == 1:
        of_days = Wish(shown[0], shown[0], exact=True)
    elif talk.wish:
        of_days = Wish.read(talk.wish)
    else:
        return wish
    return replace(of_days.at_hours(wish.hours), edge=wish.edge)



async def offer_near(session: AsyncSession, talk: BookingTalk, way: str, at: Sequence[datetime], who: Who, *, stays: bool = False) -> None:
    """Earlier or later than those times: on the same day, and else on another, unless it `stays` on its day, the first of those shown."""
    at = [one for one in at if local(one).date() == local(at[0]).date()] if stays else at
    before = Wish.read(talk.wish) if talk.wish else None
    found = tries(way, at, before)
    may = [one for one in (found[:1] if stays else found) if not any(map(one.lies_in, busy_of(talk)))]
    for wish in may:
        await offer(session, talk, wish, who, bounded=True)
        if talk.offered and talk.why is None:
            return
    if before and (not may or (found[0].hours and not stays)):
        await offer(session, talk, before, who)
        talk.why = "taken"



async def otherwise(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> bool:
    """Where nothing suited: a short call soon, or a place on the waiting list. False where neither was asked for."""
    if not has_looked(talk):
        return False
    if would_wait(text) and can_wait(talk, who):
        await wait(session, talk, who)
        return True
    if would_be_rung(text) and talk.format != GROUP:
        talk.format = "phone"
        await offer(session, talk, Wish(now(), now() + SOON), who)
        return True
    return False



def refuse_days(talk: BookingTalk, shown: Sequence[datetime]) -> None:
    """What they wish for is on none of the days shown."""
    before, last = Wish.read(talk.wish) if talk.wish else Wish(now(), now()), now() + limits().horizon
    wish = replace(before.whenever(now(), last), hours=hours_of(before_of(talk)))
    talk.wish = but_not_those_days(wish, shown).written()
