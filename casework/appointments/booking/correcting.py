"""Second thoughts about the times shown or the one read back: another of them, another way to meet, another wish."""

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.booking import holding
from casework.appointments.booking.offering import NOT_BY, Who, choose_format, offer
from casework.appointments.booking.wished import as_wished_before, wish_for, wished
from casework.appointments.models import Appointment, BookingTalk
from casework.appointments.steps import Step
from casework.appointments.times.diaries import limits
from casework.appointments.times.finding import services_beside
from casework.appointments.times.wishes import Wish
from casework.appointments.words.counting import nearer
from casework.appointments.words.hearing import other_format, rules_out, yes_otherwise
from casework.appointments.words.needing import without_one_visit
from casework.appointments.words.picking import ONE_OF_THEM, chosen, names_place, picks_none, slots, without_no
from casework.appointments.words.taken import taken_otherwise
from casework.appointments.words.wording import has, wording
from casework.base.clock import now


def meant(talk: BookingTalk, text: str) -> str:
    """The words, less a no that is said of the times shown."""
    return without_no(text, [(one.start, one.end) for one in slots(talk)])


async def another_of_them(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> bool:
    """While one is read back they name another of the list; with none at that place the list is shown again."""
    beside = _place_beside(talk, text, await holding.held_in(session, talk))
    if not talk.offered or not (names_place(talk, text) or beside is not None):
        return False
    place = chosen(talk, text) if beside is None else beside
    if place is None and not picks_none(talk, text):
        return False
    await holding.let_go(session, talk)
    talk.step = Step.CHOOSE
    if place is not None:
        await holding.keep(session, talk, place, who)
    return True


def _place_beside(talk: BookingTalk, text: str, held: Appointment | None) -> int | None:
    """ "The one before" that which is read back, where it is in the list."""
    way, starts = nearer(text), [one.start for one in slots(talk)]
    if held is None or way is None or not ONE_OF_THEM.search(text) or held.starts_at not in starts:
        return None
    inside = [one for one in starts if (one < held.starts_at if way == "earlier" else one > held.starts_at)]
    found = max(inside, default=None) if way == "earlier" else min(inside, default=None)
    return starts.index(found) if found else None


async def another_service(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    """It is to be seen in the same visit: the time read back stands where it is there then, else others are looked for."""
    held = await holding.held_in(session, talk)
    if held and set(talk.services) <= set(services_beside(who.area, holding.slot_of(held))):
        held.services = list(talk.services)
        return
    wish = await wish_for(session, talk, without_one_visit(text), who) or (Wish.read(talk.wish) if talk.wish else None)
    await holding.let_go(session, talk)
    await offer(session, talk, wish or Wish(now(), now() + limits().horizon), who)


async def not_that_way(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> bool:
    """They would not meet so: which of the others is asked, and what they wished for is kept."""
    way = rules_out(talk, text)
    if way is None:
        return False
    await holding.let_go(session, talk)
    talk.step, talk.format, talk.offered, talk.full_group_id = Step.FORMAT, None, [], None
    await wished(session, talk, text, who)
    talk.why = NOT_BY + way
    return True


async def that_time_otherwise(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> bool:
    """One of those shown, in another way than they said before: read back where it is free so, else the nearest are shown."""
    found = taken_otherwise(talk, text)
    if found is None:
        return False
    start = slots(talk)[found[0]].start
    await choose_format(session, talk, found[1], who)
    await offer(session, talk, Wish(start, start, exact=True), who)
    if talk.why is None and len(talk.offered) == 1:
        await holding.keep(session, talk, 0, who)
    return True


async def another_way(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> bool:
    """They would meet in another way: times are looked for afresh, as wished for now or before."""
    format = other_format(talk, text)
    if format is None:
        return False
    held = await holding.held_in(session, talk) if has(text, wording().same) or yes_otherwise(text) else None
    wish = Wish(held.starts_at, held.starts_at, exact=True) if held else await wish_for(session, talk, text, who)
    await holding.let_go(session, talk)
    talk.offered, talk.wish = [], wish.written() if wish else talk.wish
    await choose_format(session, talk, format, who)
    if talk.format == "group":
        await wished(session, talk, text, who)
    else:
        await as_wished_before(session, talk, who)
    if held and len(talk.offered) == 1 and talk.step == Step.CHOOSE:
        await holding.keep(session, talk, 0, who)
    return True
