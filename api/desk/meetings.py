"""A person's meetings, and booking one with them on the phone or across the table."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import Response

from api.deps import Session
from api.desk.ringing import go_and_ring, just_done
from api.desk.session import AtDesk, Posted
from api.desk.wishes import at, read_start, say_why, wish_of
from api.pages import render
from casework import appointments, claimants
from casework.appointments import Appointment, Offer, Sought, Wish
from casework.base.clock import local, now
from casework.base.errors import Conflict, HandrailError, Unreadable
from casework.base.words import capital
from casework.claimants import Claimant
from casework.council import council

router = APIRouter(prefix="/desk/claimants/{claimant}/meetings")
GROUP, PHONE = "group", "phone"
LONGEST_NAME = 40
FORMATS = ("in_person", "phone", "video", "home_visit")
REMOTE = ("phone", "video")


@dataclass(frozen=True)
class Chosen:
    """What meeting it is to be. A call is by phone or video; where nothing is chosen, by phone."""

    when: str = ""
    format: str = ""
    kind: str = ""
    partner: str = ""

    @classmethod
    def of(cls, when: str, format: str, kind: str, partner: str) -> "Chosen":
        kinds = [one for one in council().appointments.kinds if one != GROUP]
        what = kind if kind in kinds else kinds[0]
        usual = PHONE if what == PHONE else FORMATS[0]
        return cls(when.strip(), format if format in FORMATS else usual, what, " ".join(partner.split()))

    def faults(self, claimant: Claimant) -> dict[str, str]:
        found = {}
        if self.kind == PHONE and self.format not in REMOTE:
            found["format"] = "A phone call is by phone or by video; choose one of them, or another kind of meeting"
        elif self.format == PHONE and not _has(claimant, "sms"):
            found["format"] = f"We have no number for {claimant.preferred_name}; add one to the record first, or meet in another way"
        elif self.format == "video" and not _has(claimant):
            found["format"] = f"We have no number or address for {claimant.preferred_name}, to send a link to; add one first"
        if len(self.partner) > LONGEST_NAME:
            found["partner"] = f"Write who comes in up to {LONGEST_NAME} letters, as the person is to read it"
        return found

    def sought(self, claimant: Claimant) -> Sought:
        return Sought(self.kind, self.format, appointments.features_in(claimant.adjustments))


def looked_for(
    when: Annotated[str, Query()] = "", format: Annotated[str, Query()] = "", kind: Annotated[str, Query()] = "",
    partner: Annotated[str, Query()] = "",
) -> Chosen:
    return Chosen.of(when, format, kind, partner)


def posted(
    when: Annotated[str, Form()] = "", format: Annotated[str, Form()] = "", kind: Annotated[str, Form()] = "",
    partner: Annotated[str, Form()] = "",
) -> Chosen:
    return Chosen.of(when, format, kind, partner)


@router.get("")
async def meetings(
    request: Request, session: Session, desk: AtDesk, claimant: UUID, chosen: Annotated[Chosen, Depends(looked_for)]
) -> Response:
    """With `when`, in any words, up to three free times are shown."""
    found = await claimants.get(session, claimant, desk.staff.areas)
    faults, offer = {}, None
    if chosen.when:
        faults = chosen.faults(found)
        try:
            wish = wish_of(chosen.when, await _last_met(session, found))
            offer = None if faults else await _offer(session, found, wish, chosen)
        except Unreadable as error:
            faults["when"] = capital(str(error))
    seen = await _view(session, found, chosen) | {"faults": faults, "offer": offer}
    seen |= await just_done(request, session, desk.staff)
    return render(request, "desk/meetings.html", 422 if faults else 200, desk=desk, **seen)


@router.post("")
async def book(
    request: Request, session: Session, desk: Posted, claimant: UUID, chosen: Annotated[Chosen, Depends(posted)],
    start: Annotated[str, Form()] = "", diary: Annotated[int, Form()] = 0,
) -> Response:
    """Pressed twice, it is booked once. Where the time is gone, the nearest are shown."""
    found = await claimants.get(session, claimant, desk.staff.areas)
    faults, begins = chosen.faults(found), None
    path = f"/desk/claimants/{found.id}/meetings"
    try:
        begins = read_start(start)
        if not faults:
            if already := await _booked(session, found, begins, diary):
                return go_and_ring(path, "booked", already.id, await appointments.untold(session, already, found))
            async with session.begin_nested():
                made = await _book(session, found, begins, diary, chosen)
                untold = await appointments.tell_booked(session, made, desk.staff)
            return go_and_ring(path, "booked", made.id, untold)
    except HandrailError as error:
        faults["when"] = capital(str(error))
    seen = await _view(session, found, chosen) | {"faults": faults}
    if begins and "when" in faults:
        seen["offer"] = await _offer(session, found, at(begins), chosen)
    status = 422 if begins is None or "when" not in faults else 409
    return render(request, "desk/meetings.html", status, desk=desk, **seen)


async def _booked(session: Session, claimant: Claimant, start: datetime, diary: int) -> Appointment | None:
    """The very meeting, where the button was pressed before."""
    every = await appointments.of_claimant(session, claimant.id)
    same = (one for one in every if one.state == "booked" and one.starts_at == start and one.diary_id == diary)
    return next(same, None)


async def _book(session: Session, claimant: Claimant, start: datetime, diary: int, chosen: Chosen) -> Appointment:
    """Raises Conflict where the time is gone, or the person is somewhere else then."""
    area, sought = council().area(claimant.area), chosen.sought(claimant)
    await appointments.only_once(session, claimant, start, start + sought.length)
    slot = await appointments.slot_at(session, area, start, diary, sought)
    if slot is None:
        raise Conflict("this time is not free any more; these are the nearest that are")
    held = await appointments.hold(session, area, slot, sought, None, claimant.id)
    made = await appointments.book(session, held, area)
    made.partner = chosen.partner
    await appointments.remind(session, made)
    return made


async def _offer(session: Session, claimant: Claimant, wish: Wish, chosen: Chosen) -> Offer:
    """Not when they have another meeting."""
    free = await appointments.clear_of_theirs(session, wish, claimant)
    return await appointments.find(session, council().area(claimant.area), free, chosen.sought(claimant), claimant)


async def _last_met(session: Session, claimant: Claimant) -> datetime | None:
    every = await appointments.of_claimant(session, claimant.id)
    return next((one.starts_at for one in every if one.state != "cancelled"), None)


async def _view(session: Session, found: Claimant, chosen: Chosen) -> dict[str, Any]:
    own = await appointments.own_workers(session, found)
    return {
        "claimant": found,
        "chosen": chosen,
        "meetings": await appointments.meetings_of(session, await appointments.of_claimant(session, found.id)),
        "kinds": council().appointments.kinds,
        "kind_names": [(id_, one.name.capitalize()) for id_, one in council().appointments.kinds.items() if id_ != GROUP],
        "venues": {venue.id: venue.name for venue in council().area(found.area).venues},
        "own": [one.name for one in own],
        "alert": await appointments.alert_of(session, found.id),
        "say_why": say_why,
        "longest": LONGEST_NAME,
        "today": local(now()).date(),
        "offer": None,
        "done": None,
        "faults": {},
    }


def _has(claimant: Claimant, kind: str | None = None) -> bool:
    return any(one.closed_at is None and kind in (None, one.kind) for one in claimant.channels)
