"""A person's meetings, and booking one with them on the phone or across the table."""

from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from api.deps import Session
from api.desk.session import AtDesk, Posted
from api.pages import render
from casework import appointments, claimants
from casework.base.clock import local, now
from casework.base.errors import Conflict, HandrailError
from casework.claimants import Claimant
from casework.council import council
from casework.staff import Staff

router = APIRouter(prefix="/desk/claimants/{claimant}/meetings")
GROUP = "group"
LONGEST_NAME = 80
FORMATS = ("in_person", "phone", "video", "home_visit")


@router.get("")
async def meetings(
    request: Request,
    session: Session,
    desk: AtDesk,
    claimant: UUID,
    when: str = "",
    format: str = "",
    kind: str = "",
    partner: str = "",
) -> Response:
    """With `when`, in any words, up to three free times are shown."""
    seen = await _view(session, desk.staff, claimant)
    chosen = {"when": when, "format": _format(format), "kind": _kind(kind), "partner": partner}
    if when.strip():
        wish = appointments.wish_in(when)
        if wish is None:
            seen["faults"] = {"when": "Write a time, for example: next Tuesday morning"}
        else:
            area = council().area(seen["claimant"].area)
            sought = _sought(chosen["kind"], chosen["format"], seen["claimant"])
            seen["offer"] = await appointments.find(session, area, wish, sought, seen["claimant"])
    return render(request, "desk/meetings.html", 422 if seen["faults"] else 200, desk=desk, **seen | chosen)


@router.post("")
async def book(
    request: Request,
    session: Session,
    desk: Posted,
    claimant: UUID,
    start: Annotated[datetime, Form()],
    diary: Annotated[int, Form()],
    format: Annotated[str, Form()] = "",
    kind: Annotated[str, Form()] = "",
    partner: Annotated[str, Form()] = "",
) -> Response:
    found = await claimants.get(session, claimant, desk.staff.areas)
    try:
        async with session.begin_nested():
            made = await _book(session, found, start.astimezone(UTC), diary, _sought(_kind(kind), _format(format), found))
            made.partner = partner.strip()[:LONGEST_NAME]
            told = await appointments.tell_booked(session, made, desk.staff)
    except HandrailError as error:
        seen = await _view(session, desk.staff, claimant)
        faults = {"when": f"{str(error)[:1].upper()}{str(error)[1:]}"}
        chosen = {"when": "", "format": _format(format), "kind": _kind(kind), "partner": partner}
        return render(request, "desk/meetings.html", 409, desk=desk, **seen | chosen | {"faults": faults})
    return RedirectResponse(f"/desk/claimants/{found.id}/meetings{'' if told else '?untold=1'}", status_code=303)


async def _book(
    session: Session, claimant: Claimant, start: datetime, diary: int, sought: appointments.Sought
) -> appointments.Appointment:
    """Raises Conflict where the time is gone."""
    area = council().area(claimant.area)
    slot = await appointments.slot_at(session, area, start, diary, sought)
    if slot is None:
        raise Conflict("this time is not free any more; look again")
    held = await appointments.hold(session, area, slot, sought, None, claimant.id)
    made = await appointments.book(session, held, area)
    await appointments.remind(session, made)
    return made


def _sought(kind: str, format: str, claimant: Claimant) -> appointments.Sought:
    return appointments.Sought(kind, format, appointments.features_in(claimant.adjustments))


async def _view(session: Session, member: Staff, claimant_id: UUID) -> dict[str, Any]:
    found = await claimants.get(session, claimant_id, member.areas)
    return {
        "claimant": found,
        "meetings": await appointments.of_claimant(session, found.id),
        "kinds": council().appointments.kinds,
        "kind_names": [(id_, one.name.capitalize()) for id_, one in council().appointments.kinds.items() if id_ != GROUP],
        "venues": {venue.id: venue.name for venue in council().area(found.area).venues},
        "today": local(now()).date(),
        "offer": None,
        "faults": {},
    }


def _format(given: str) -> str:
    return given if given in FORMATS else FORMATS[0]


def _kind(given: str) -> str:
    kinds = [one for one in council().appointments.kinds if one != GROUP]
    return given if given in kinds else next(iter(kinds))
