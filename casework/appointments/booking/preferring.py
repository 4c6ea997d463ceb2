"""With whom and where they would rather meet, said while times are shown: "joe would be better", "the library please"."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants
from casework.appointments.booking import holding
from casework.appointments.booking.offering import GROUP, IN_PERSON, Who, offer
from casework.appointments.booking.wished import wish_for
from casework.appointments.models import BookingTalk
from casework.appointments.steps import Step
from casework.appointments.times.diaries import limits, named_in, own_workers
from casework.appointments.times.wishes import Wish
from casework.appointments.words.hearing import says_format
from casework.appointments.words.meeting_ways import without_no_visit
from casework.appointments.words.picking import chosen, slots
from casework.appointments.words.saying import somebody_in, venue_in
from casework.appointments.words.whom import speaks_of_own, unwanted, wanted
from casework.appointments.words.wishing import wish_in
from casework.appointments.words.wording import has, wording
from casework.base.clock import now


async def preferred(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> bool:
    """Times are looked for with them or there, when was wished for now or before; before that it is kept in mind."""
    if talk.step not in (Step.WHEN, Step.CHOOSE, Step.CONFIRM) or talk.format in (None, GROUP):
        return False
    worker = await named_in(session, who.area, text) if somebody_in(text) else None
    venue = _venue(talk, text, who)
    if (worker is None and venue is None) or (worker and venue is None and _picks_of(talk, text, worker.name)):
        return False
    said = await wish_for(session, talk, text, who)
    before = Wish.read(talk.wish) if talk.wish else None
    wish = said or before or Wish(now(), now() + limits().horizon)
    wish = replace(wish, worker=worker.name if worker else wish.worker, venue=venue or wish.venue)
    await holding.let_go(session, talk)
    talk.format = IN_PERSON if venue else talk.format
    if talk.step == Step.WHEN and not (said or before):
        talk.wish = wish.written()
    else:
        await offer(session, talk, wish, who)
    return True


async def keep_with(session: AsyncSession, talk: BookingTalk, text: str, who: Who, place: str | None) -> None:
    """Before it is known how to meet they may say whom they would see, and the `place`: kept in mind."""
    if place:
        talk.wish = replace(_kept(talk), venue=place).written()
    ours = [one.name for one in await claimants.key_workers(session, who.area.id)]
    worker, without = wanted(text, ours) or await own_in(session, text, who), unwanted(text, ours)
    if worker is None and not without:
        return
    wish = _kept(talk)
    talk.wish = replace(wish, worker=worker or wish.worker, without=(*wish.without, *without)).written()


def place_wished(text: str, who: Who) -> str | None:
    """The venue where they would meet; None where the words say no to anything, which may be the place."""
    rest = without_no_visit(text)
    return None if has(rest, wording().says_no) else venue_in(rest, who.area)


async def own_in(session: AsyncSession, text: str, who: Who) -> str | None:
    """Their own worker's name, where they ask for that; by text of the only one who has that number."""
    if not speaks_of_own(text):
        return None
    by_number = await claimants.by_address(session, "sms", who.phone) if who.phone else []
    person = who.claimant or (by_number[0] if len(by_number) == 1 else None)
    return next((one.name for one in await own_workers(session, person)), None)


async def with_own(session: AsyncSession, talk: BookingTalk, who: Who) -> str | None:
    """It is known who they are: their own worker is wished for, and the times shown are theirs. Their name; None: they have none."""
    own = next((one.name for one in await own_workers(session, who.claimant)), None)
    if own is None:
        return None
    wish = replace(_kept(talk), worker=own)
    if talk.offered and talk.format != GROUP:
        await holding.let_go(session, talk)
        await offer(session, talk, wish, who)
    else:
        talk.wish = wish.written()
    return own


async def lacks_own(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> bool:
    """Whether they would see their own worker, and we know neither who they are nor whom they mean."""
    if who.claimant or not speaks_of_own(text) or (talk.wish or {}).get("worker"):
        return False
    ours = [one.name for one in await claimants.key_workers(session, who.area.id)]
    return wanted(text, ours) is None and await own_in(session, text, who) is None


def _picks_of(talk: BookingTalk, text: str, worker: str) -> bool:
    """ "10am with Joe", where that is one of those shown: it is taken."""
    place = chosen(talk, text) if talk.step == Step.CHOOSE and wish_in(text) else None
    return place is not None and slots(talk)[place].worker == worker


def _venue(talk: BookingTalk, text: str, who: Who) -> str | None:
    if not says_format(talk, text) and (talk.format != IN_PERSON or wish_in(text) is None):
        return None
    return venue_in(text, who.area)


def _kept(talk: BookingTalk) -> Wish:
    """What was wished for until now, else any time."""
    return Wish.read(talk.wish) if talk.wish else Wish(now(), now() + limits().horizon)
