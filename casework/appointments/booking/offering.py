"""Finding times for a talk and showing them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.meetings import groups, service, waiting
from casework.appointments.meetings.groups import Group
from casework.appointments.meetings.twice import theirs_to_come
from casework.appointments.models import Appointment, BookingTalk
from casework.appointments.steps import FINDING, Step
from casework.appointments.times.diaries import limits
from casework.appointments.times.diary import Slot, Span
from casework.appointments.times.finding import Sought
from casework.appointments.times.looking import ONE_SERVICE, THEIRS, Found, Looker, look
from casework.appointments.times.never import OUT_OF_HOURS
from casework.appointments.times.wishes import MOST, Wish
from casework.appointments.words.hearing import kind_of
from casework.appointments.words.kept_hours import hours_of
from casework.appointments.words.needing import features_in, services_in, tells_worker, with_more
from casework.appointments.words.picking import names_session, slots, title
from casework.appointments.words.plain_wish import asks_for_meeting, tells_about, would_have_emails
from casework.base.clock import now
from casework.claimants import Claimant
from casework.council import Area

GROUP, AT_HOME, IN_PERSON = "group", "home_visit", "in_person"
NOT_BY = "not_"
"""Before the name of a way to meet: why another is asked for."""
AGAIN = "again"
"""Why when is asked once more: those shown did not suit."""
SOON = timedelta(days=14)


@dataclass(frozen=True)
class Who:
    """Whose talk it is: the area, the person where they are known, the phone they write from by text."""

    area: Area
    claimant: Claimant | None = None
    phone: str | None = None


def notice(talk: BookingTalk, text: str, who: Who) -> None:
    """What the room must have, what the worker is to know, what it is about, what else is wished for in the same visit."""
    about = talk.step == Step.FORMAT and (tells_about(text) or would_have_emails(text)) and asks_for_meeting(text, who.area)
    if talk.step in FINDING and (about or tells_worker(text)) and text.strip() not in talk.needs:
        talk.needs = with_more(talk.needs, text.strip())
    talk.features = sorted({*talk.features, *features_in(text)})
    talk.services = list(dict.fromkeys([*talk.services, *services_in(text, who.area)]))


async def choose_format(session: AsyncSession, talk: BookingTalk, format: str | None, who: Who) -> None:
    """A home is visited once somebody knows who lives there: with others we talk on the phone before."""
    if format is None:
        return
    talk.why = talk.full_group_id = None
    if format == AT_HOME and who.claimant is None:
        talk.format, talk.why, talk.features = "phone", "home", sorted({*talk.features, AT_HOME})
    else:
        talk.format = format
    talk.step = Step.WHEN


def has_looked(talk: BookingTalk) -> bool:
    """Whether something was looked for, and was not free or did not suit."""
    shown = talk.why == AGAIN or (talk.offered and talk.wish)
    looked = shown or (talk.why and talk.wish and not talk.why.startswith(NOT_BY))
    return bool(looked) or talk.full_group_id is not None


def can_wait(talk: BookingTalk, who: Who) -> bool:
    """Only whom we can tell in writing can be told of a time that came free."""
    return who.phone is not None or (who.claimant is not None and waiting.can_be_told(who.claimant))


async def offer(session: AsyncSession, talk: BookingTalk, wish: Wish, who: Who, *, bounded: bool = False) -> None:
    """Show the times nearest to the wish; with none at all, another time is asked for.

    `bounded`: the wish takes back nothing of what they ruled out before.
    """
    afresh = wish.preferring(Wish.read(talk.wish) if talk.wish else None)
    moving = await session.get(Appointment, talk.moving_id) if talk.moving_id else None
    last = moving or await met_last(session, talk, who)
    wish = afresh.but_not(busy_of(talk))
    talk.wish = wish.written()
    wanted, met_by = await sought(session, talk, who), last.diary_id if last else None
    known = who.claimant or who.phone is None  # several people may book by one phone
    theirs = await theirs_to_come(session, talk.conversation_id, who.claimant, but=talk.moving_id) if known else ()
    looker = Looker(who.area, who.claimant, met_by)
    found = await _looked(session, looker, wish, wanted, theirs)
    if found.why and wish.busy != afresh.busy and not bounded:
        # What they wish for now may be what they ruled out before.
        again = await _looked(session, looker, afresh, wanted, theirs)
        if again.why is None:
            found, wish, talk.wish = again, afresh, afresh.written()
    free = found.offer.slots
    talk.why = _but_when(found.why, wish, free)
    talk.services = list(found.services) if found.why == ONE_SERVICE else talk.services
    talk.offered = [_shown(one, title(one)) for one in free]
    talk.step = Step.CHOOSE if free else Step.WHEN


async def _looked(session: AsyncSession, looker: Looker, wish: Wish, wanted: Sought, theirs: Sequence[Appointment]) -> Found:
    """Where the hours said before are not free on the days that are named now, the other hours of those days."""
    found = await look(session, looker, wish, wanted, theirs)
    if not (wish.hours_kept and found.why):
        return found
    of_days = await look(session, looker, replace(wish, hours=None), wanted, theirs)
    return of_days if of_days.why else replace(of_days, why=found.why)


def before_of(talk: BookingTalk) -> Wish | None:
    """What was wished for until now; not what we told them can never be."""
    return Wish.read(talk.wish) if talk.wish and talk.why not in OUT_OF_HOURS else None


def _but_when(why: str | None, wish: Wish, free: Sequence[Slot]) -> str | None:
    """Nothing is in the way of the time itself where it is offered with a colleague: whose it is not is told beside it."""
    there = why == "taken" and wish.exact and any(one.start == wish.first and wish.venue in (None, one.venue) for one in free)
    return None if there else why


async def met_last(session: AsyncSession, talk: BookingTalk, who: Who) -> Appointment | None:
    """Whom they met last meets them again where no worker is their own; of somebody not saved, by the chat or the phone."""
    return await service.met_last(session, talk.conversation_id, who.claimant.id if who.claimant else None, who.phone)


async def offer_groups(
    session: AsyncSession, talk: BookingTalk, who: Who, text: str = "", busy: Sequence[Span] = ()
) -> None:
    """The next sessions that have a place, those named in the words before others; with none, another way to meet.

    None at a time that will not do.
    """
    kept = _but_not((*busy_of(talk), *busy))
    every = await groups.to_come(session, [who.area.id])
    may = [one for one in every if not (kept and kept.is_busy(_slot_of(one)))]
    named = [one for one in may if names_session(one.session.title, text)]
    found = [one for one in named if one.left] or [one for one in may if one.left]
    talk.offered = [
        _shown(_slot_of(one), f"{one.session.title}: {title(_slot_of(one))}", one.session.id) for one in found[:MOST]
    ]
    full = next((one for one in (*named, *may) if not one.left), None)
    talk.full_group_id = full.session.id if full and not any(one.left for one in named) else None
    talk.wish = kept.written() if kept else None
    talk.why = _why_not(found, named, may, ruled_out=len(may) < len(every)) if every else "none_planned"
    talk.step = Step.CHOOSE if found else Step.FORMAT


def _why_not(found: Sequence[Group], named: Sequence[Group], may: Sequence[Group], *, ruled_out: bool) -> str | None:
    """The one they named is full ("filled"), or the next there is ("full")."""
    if not found:
        return "no_other_group" if ruled_out else "no_group"
    if (named or may)[0].left:
        return None
    return "filled" if named else "full"


def _slot_of(one: Group) -> Slot:
    return Slot(one.anchor.starts_at, one.anchor.ends_at, one.anchor.diary_id, "", one.anchor.venue)


async def offer_instead(session: AsyncSession, talk: BookingTalk, wish: Wish, who: Who) -> None:
    """Somebody was quicker: what is near the time that is gone."""
    talk.holding_id = None
    if talk.format != GROUP:
        await offer(session, talk, wish, who)
        talk.why = talk.why if talk.why == THEIRS else _but_when("taken", wish, slots(talk))
        return
    await offer_groups(session, talk, who)
    talk.why = "filled" if talk.offered else talk.why


def ask_again(talk: BookingTalk) -> None:
    """When suits them is asked afresh; of groups, how to meet. When they cannot is not forgotten."""
    talk.step, kept = Step.FORMAT if talk.format == GROUP else Step.WHEN, _still_wished(talk)
    if shown := [one.start for one in slots(talk)] if talk.step == Step.WHEN else []:
        kept = replace(kept or Wish(now(), now() + limits().horizon), seen=tuple(shown))
    talk.holding_id, talk.offered, talk.wish = None, [], kept.written() if kept else None
    talk.why = AGAIN if talk.step == Step.WHEN else None


def _still_wished(talk: BookingTalk) -> Wish | None:
    """On any day: at the hours said, not when they cannot, and with whom and where they would rather."""
    before, hours = Wish.read(talk.wish) if talk.wish else None, hours_of(before_of(talk))
    if before is None or not (hours or before.busy or before.worker or before.venue or before.without):
        return None
    return replace(before.whenever(now(), now() + limits().horizon), hours=hours)


def busy_of(talk: BookingTalk) -> tuple[Span, ...]:
    return Wish.read(talk.wish).busy if talk.wish else ()


def _but_not(busy: Sequence[Span]) -> Wish | None:
    """Any time but those; None where none is ruled out."""
    return Wish(now(), now() + limits().horizon).but_not(busy) if busy else None


async def sought(session: AsyncSession, talk: BookingTalk, who: Who) -> Sought:
    moving = await session.get(Appointment, talk.moving_id) if talk.moving_id else None
    stays = moving and (moving.group_id or moving.format == talk.format)
    kind = moving.kind if moving and stays else kind_of(talk.format, who.claimant)
    known = features_in(who.claimant.adjustments) if who.claimant else frozenset()
    features = known | frozenset(talk.features)
    services = tuple(talk.services) if talk.format == IN_PERSON else ()
    features = features if talk.format == "phone" else features - {AT_HOME}
    if moving is None or moving.group_id:
        return Sought(kind, talk.format or "phone", features, services)
    elsewhere = talk.wish is not None and Wish.read(talk.wish).is_elsewhere(moving.venue)
    same_way = moving.starts_at if moving.format == talk.format and not elsewhere else None
    return Sought(kind, talk.format or "phone", features, services, instead_of=moving.id, but_at=same_way)


async def wait(session: AsyncSession, talk: BookingTalk, who: Who, reach: dict[str, str] | None = None) -> None:
    """`reach`: what somebody we do not know proved to be theirs; else the phone they write from."""
    if reach is None and who.phone and who.claimant is None:
        reach = {"kind": "sms", "address": who.phone}
    talk.wish = talk.wish or Wish(now(), now() + limits().horizon).written()
    full = await groups.find(session, talk.full_group_id) if talk.full_group_id else None
    if full:
        talk.wish = Wish(full.anchor.starts_at, full.anchor.starts_at, exact=True).written()
        wanted = Sought("group", full.anchor.format)
    else:
        wanted = await sought(session, talk, who)
    entry = await waiting.join(session, talk, wanted, who.area, who.claimant, reach)
    entry.group_id = talk.full_group_id
    talk.waiting_id = entry.id
    moving = await session.get(Appointment, talk.moving_id) if talk.moving_id else None
    if entry.state != "waiting" and (name := talk.name or (moving.name if moving else "")):
        await waiting.named(session, entry, name)
    talk.step = Step.WAITING if entry.state == "waiting" else Step.NAME


def _shown(slot: Slot, title: str, group: UUID | None = None) -> dict[str, object]:
    return {
        "start": slot.start.isoformat(), "end": slot.end.isoformat(), "diary": slot.diary, "worker": slot.worker,
        "venue": slot.venue, "title": title, "group": str(group) if group else None,
    }
