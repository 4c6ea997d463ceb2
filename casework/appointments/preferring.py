"""With whom and where they would rather meet, said while times are shown: "joe would be better", "the library please"."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments import holding
from casework.appointments.beginning import seen_by
from casework.appointments.diaries import limits, named_in
from casework.appointments.hearing import says_format
from casework.appointments.models import BookingTalk
from casework.appointments.offering import GROUP, IN_PERSON, Who, offer, wish_for
from casework.appointments.steps import Step
from casework.appointments.wishes import Wish
from casework.appointments.wishing import wish_in
from casework.appointments.wording import somebody_in, venue_in
from casework.base.clock import now


async def preferred(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> bool:
    """Times are looked for with them or there, when was wished for now or before; before that it is kept in mind."""
    if talk.step not in (Step.WHEN, Step.CHOOSE, Step.CONFIRM) or talk.format in (None, GROUP):
        return False
    worker = await named_in(session, who.area, text) if somebody_in(text) else None
    venue = _venue(talk, text, who)
    if worker is None and venue is None:
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


async def keep_with(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    """The first words may say whom they would see, before it is known how to meet: kept in mind."""
    worker = await named_in(session, who.area, " ".join(seen_by(text))) if talk.step == Step.FORMAT and seen_by(text) else None
    if worker is None:
        return
    wish = Wish.read(talk.wish) if talk.wish else Wish(now(), now() + limits().horizon)
    talk.wish = replace(wish, worker=worker.name).written()


def _venue(talk: BookingTalk, text: str, who: Who) -> str | None:
    if not says_format(talk, text) and (talk.format != IN_PERSON or wish_in(text) is None):
        return None
    return venue_in(text, who.area)
