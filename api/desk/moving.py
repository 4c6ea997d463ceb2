"""Another time for a meeting, found in words and chosen with a button: nothing to drag."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from api.deps import Session
from api.desk.diary import Seen, Shown, after, refused
from api.desk.session import AtDesk, Posted
from api.desk.wishes import at, moved_wish_of, read_start, say_why
from api.pages import render
from casework import appointments
from casework.appointments import Appointment, Meanwhile, Meeting, Offer, Wish
from casework.base.clock import local, now
from casework.base.errors import Conflict, Unreadable
from casework.base.words import capital
from casework.council import council
from casework.staff import Staff

router = APIRouter(prefix="/desk/appointments/{appointment}/move")


@router.get("")
async def move(request: Request, session: Session, desk: AtDesk, appointment: UUID, when: str = "") -> Response:
    """With `when`, in any words, up to three free times in the same worker's diary are shown."""
    seen = await _view(session, desk.staff, appointment) | {"when": when}
    if when.strip():
        try:
            wish = moved_wish_of(when, seen["meeting"].appointment.starts_at)
            seen["offer"] = await _offer(session, seen["meeting"], wish)
        except Unreadable as error:
            seen["fault"] = capital(str(error))
    return render(request, "desk/move.html", 422 if seen["fault"] else 200, desk=desk, **seen)


@router.post("")
async def moved(
    request: Request, session: Session, desk: Posted, appointment: UUID, start: Annotated[str, Form()] = "", seen: Seen = ""
) -> Response:
    try:
        await appointments.as_seen(session, appointment, desk.staff, seen)
    except Meanwhile as error:
        return await _not_moved(request, session, desk, appointment, error)
    page = await _view(session, desk.staff, appointment)
    try:
        new = read_start(start)
        to_ring = await _move(session, desk.staff, page["meeting"], new)
    except (Conflict, Unreadable) as error:
        page = await _view(session, desk.staff, appointment)
        if isinstance(error, Conflict) and new != page["meeting"].appointment.starts_at:
            page["offer"] = await _offer(session, page["meeting"], at(new))
        return render(request, "desk/move.html", error.status, desk=desk, **page | {"fault": capital(str(error))})
    back = Shown.week_of(local(new).date(), everyone=page["meeting"].worker.id != desk.staff.id)
    return after(appointment, to_ring, back, "moved")


async def _not_moved(request: Request, session: Session, desk: Posted, appointment: UUID, error: Meanwhile) -> Response:
    """A colleague was quicker; where it is over, only the diary is left to look at."""
    found = await appointments.get(session, appointment)
    back = Shown.week_of(local(found.starts_at).date(), everyone=True)
    if found.state != "booked" or found.starts_at <= now():
        return await refused(request, session, desk, back, error)
    page = await _view(session, desk.staff, appointment)
    return render(request, "desk/move.html", error.status, desk=desk, **page | {"fault": capital(str(error))})


async def _move(session: Session, member: Staff, meeting: Meeting, start: datetime) -> list[Appointment]:
    """Raises Conflict where the time is gone, or the person is somewhere else then."""
    it = meeting.appointment
    if start == it.starts_at:
        raise Conflict("it is at that time already")
    area, sought = council().area(it.area), appointments.sought_of(it)
    if meeting.person:
        await appointments.only_once(session, meeting.person, start, start + (it.ends_at - it.starts_at), it.id)
    slot = await appointments.slot_at(session, area, start, it.diary_id, sought, meeting.worker)
    if slot is None:
        raise Conflict("this time is not free any more; these are the nearest that are")
    return await appointments.move_to(session, it.id, member, start, venue=slot.venue)


async def _offer(session: Session, meeting: Meeting, wish: Wish) -> Offer:
    it = meeting.appointment
    if meeting.person:
        wish = await appointments.clear_of_theirs(session, wish, meeting.person, it.id)
    return await appointments.find_of(session, council().area(it.area), wish, appointments.sought_of(it), meeting.worker)


async def _view(session: Session, member: Staff, appointment: UUID) -> dict[str, Any]:
    found = await appointments.theirs(session, appointment, member)
    (meeting,) = await appointments.meetings_of(session, [found])
    return {
        "meeting": meeting,
        "alerts": await appointments.alerts_of(session, [meeting]),
        "venues": {venue.id: venue.name for venue in council().area(found.area).venues},
        "seen": appointments.shown(found),
        "say_why": say_why,
        "when": "",
        "offer": None,
        "fault": "",
    }
