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
FORMATS = ("in_person", "phone", "video")


@router.get("")
async def meetings(
    request: Request, session: Session, desk: AtDesk, claimant: UUID, when: str = "", format: str = "", kind: str = ""
) -> Response:
    """With `when`, in any words, up to three free times are shown."""
    seen = await _view(session, desk.staff, claimant)
    chosen = {"when": when, "format": _format(format), "kind": _kind(kind)}
    if when.strip():
        wish = appointments.wish_in(when)
        if wish is None:
            seen["faults"] = {"when": "Write a time, for example: next Tuesday morning"}
        else:
            area = council().area(seen["claimant"].area)
            found = (session, area, wish, chosen["kind"], chosen["format"], seen["claimant"])
            seen["offer"] = await appointments.find(*found)
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
) -> Response:
    found = await claimants.get(session, claimant, desk.staff.areas)
    try:
        async with session.begin_nested():
            told = await _book(session, desk.staff, found, start.astimezone(UTC), diary, _kind(kind), _format(format))
    except HandrailError as error:
        seen = await _view(session, desk.staff, claimant)
        faults = {"when": f"{str(error)[:1].upper()}{str(error)[1:]}"}
        chosen = {"when": "", "format": _format(format), "kind": _kind(kind)}
        return render(request, "desk/meetings.html", 409, desk=desk, **seen | chosen | {"faults": faults})
    return RedirectResponse(f"/desk/claimants/{found.id}/meetings{'' if told else '?untold=1'}", status_code=303)


async def _book(
    session: Session, member: Staff, claimant: Claimant, start: datetime, diary: int, kind: str, format: str
) -> bool:
    """Whether the person could be told in writing. Raises Conflict where the time is gone."""
    area = council().area(claimant.area)
    exact = appointments.Wish(start, start, exact=True)
    offer = await appointments.find(session, area, exact, kind, format, claimant)
    slot = next((one for one in offer.slots if one.start == start and one.diary == diary), None)
    if slot is None:
        raise Conflict("this time is not free any more; look again")
    held = await appointments.hold(session, area, slot, kind, format, None, claimant.id)
    made = await appointments.book(session, held, area)
    await appointments.remind(session, made)
    return await appointments.tell_booked(session, made, member)


async def _view(session: Session, member: Staff, claimant_id: UUID) -> dict[str, Any]:
    found = await claimants.get(session, claimant_id, member.areas)
    return {
        "claimant": found,
        "meetings": await appointments.of_claimant(session, found.id),
        "kinds": council().appointments.kinds,
        "kind_names": [(id_, kind.name.capitalize()) for id_, kind in council().appointments.kinds.items()],
        "venues": {venue.id: venue.name for venue in council().area(found.area).venues},
        "today": local(now()).date(),
        "offer": None,
        "faults": {},
    }


def _format(given: str) -> str:
    return given if given in FORMATS else FORMATS[0]


def _kind(given: str) -> str:
    kinds = council().appointments.kinds
    return given if given in kinds else next(iter(kinds))
