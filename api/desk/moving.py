"""Another time for a meeting, found in words and chosen with a button: nothing to drag."""

from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from api.deps import Session
from api.desk.diary import Shown, after
from api.desk.session import AtDesk, Posted
from api.pages import render
from casework import appointments
from casework.base.clock import local
from casework.base.errors import Conflict
from casework.council import council
from casework.staff import Staff

router = APIRouter(prefix="/desk/appointments/{appointment}/move")


@router.get("")
async def move(request: Request, session: Session, desk: AtDesk, appointment: UUID, when: str = "") -> Response:
    """With `when`, in any words, up to three free times in the same worker's diary are shown."""
    seen = await _view(session, desk.staff, appointment) | {"when": when}
    wish = appointments.wish_from(when, seen["meeting"].appointment.starts_at) if when.strip() else None
    if when.strip() and wish is None:
        seen["fault"] = "Write a time, for example: next Tuesday morning"
    elif wish:
        meeting = seen["meeting"]
        area, sought = council().area(meeting.appointment.area), appointments.sought_of(meeting.appointment)
        seen["offer"] = await appointments.find_of(session, area, wish, sought, meeting.worker)
    return render(request, "desk/move.html", 422 if seen["fault"] else 200, desk=desk, **seen)


@router.post("")
async def moved(
    request: Request, session: Session, desk: Posted, appointment: UUID, start: Annotated[datetime, Form()]
) -> Response:
    seen = await _view(session, desk.staff, appointment)
    try:
        told = await _move(session, desk.staff, seen["meeting"], start.astimezone(UTC))
    except Conflict as error:
        fault = f"{str(error)[:1].upper()}{str(error)[1:]}"
        seen = await _view(session, desk.staff, appointment)
        return render(request, "desk/move.html", 409, desk=desk, **seen | {"fault": fault})
    back = Shown.week_of(local(start).date(), everyone=seen["meeting"].worker.id != desk.staff.id)
    return await after(request, session, desk, appointment, told, back)


async def _move(session: Session, member: Staff, meeting: appointments.Meeting, start: datetime) -> bool:
    """Raises Conflict where the time is gone."""
    it = meeting.appointment
    area, sought = council().area(it.area), appointments.sought_of(it)
    slot = await appointments.slot_at(session, area, start, it.diary_id, sought, meeting.worker)
    if slot is None:
        raise Conflict("this time is not free any more; look again")
    return await appointments.move_to(session, it.id, member, start, venue=slot.venue)


async def _view(session: Session, member: Staff, appointment: UUID) -> dict[str, Any]:
    found = await appointments.theirs(session, appointment, member)
    (meeting,) = await appointments.meetings_of(session, [found])
    return {"meeting": meeting, "when": "", "offer": None, "fault": ""}
