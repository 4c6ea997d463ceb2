"""Finding times for a talk and showing them."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments import service
from casework.appointments.hearing import Step, kind_of, title, wish_in
from casework.appointments.models import Appointment, BookingTalk
from casework.appointments.wishes import Wish
from casework.claimants import Claimant
from casework.council import Area


@dataclass(frozen=True)
class Who:
    """Whose talk it is: the area, the person where they are known, the phone they write from by text."""

    area: Area
    claimant: Claimant | None = None
    phone: str | None = None


async def wished(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> None:
    """Looks for times if the words are a wish and it is known how to meet."""
    wish = wish_in(text)
    if talk.format is not None and wish is not None:
        await offer(session, talk, wish, who)


async def offer(session: AsyncSession, talk: BookingTalk, wish: Wish, who: Who) -> None:
    """Show the times nearest to the wish; with none at all, another time is asked for."""
    kind = await kind_for(session, talk, who)
    found = await service.find(session, who.area, wish, kind, talk.format or "phone", who.claimant)
    talk.wish = {"first": wish.first.isoformat(), "last": wish.last.isoformat()}
    talk.why = found.why
    talk.offered = [
        {"start": one.start.isoformat(), "end": one.end.isoformat(), "diary": one.diary, "worker": one.worker,
         "venue": one.venue, "title": title(one)}
        for one in found.slots
    ]
    talk.step = Step.CHOOSE if found.slots else Step.WHEN


async def offer_instead(session: AsyncSession, talk: BookingTalk, wish: Wish, who: Who) -> None:
    """Somebody was quicker: what is near the time that is gone."""
    talk.holding_id = None
    await offer(session, talk, wish, who)
    talk.why = "taken"


def ask_again(talk: BookingTalk) -> None:
    """When suits them is asked afresh."""
    talk.holding_id, talk.step, talk.offered, talk.why = None, Step.WHEN, [], None


async def kind_for(session: AsyncSession, talk: BookingTalk, who: Who) -> str:
    moving = await session.get(Appointment, talk.moving_id) if talk.moving_id else None
    return moving.kind if moving else kind_of(talk.format, who.claimant)
