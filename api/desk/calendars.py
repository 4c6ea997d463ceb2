"""A worker's diary in the calendar program of their own: an address to subscribe to, or both kept in step."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from api.deps import Session
from api.desk.diary import Back, Seen, after, refused
from api.desk.session import AtDesk, Posted
from api.notices import go
from api.pages import render
from casework import appointments
from casework.base.errors import Conflict, Unreadable
from casework.base.words import capital
from casework.staff import Staff

router = APIRouter(prefix="/desk")
Matter = Literal["outside", "clash"]
DECISIONS = {
    ("outside", True): appointments.accept,
    ("outside", False): appointments.refuse,
    ("clash", True): appointments.ask_another,
    ("clash", False): appointments.come_all_the_same,
}


@router.get("/calendar")
async def calendar(request: Request, session: Session, desk: AtDesk) -> Response:
    return render(request, "desk/calendar.html", desk=desk, **await _view(session, desk.staff))


@router.post("/calendar/feed")
async def new_feed(request: Request, session: Session, desk: Posted) -> Response:
    """The address is shown this once."""
    address = await appointments.new_feed(session, desk.staff)
    seen = await _view(session, desk.staff)
    return render(request, "desk/calendar.html", desk=desk, **seen | {"address": address})


@router.post("/calendar/feed/end")
async def end_feed(session: Session, desk: Posted) -> Response:
    await appointments.end_feed(session, desk.staff)
    return go("/desk/calendar", "feed_ended")


@router.post("/calendar/link")
async def link(request: Request, session: Session, desk: Posted, path: Annotated[str, Form()] = "") -> Response:
    try:
        await appointments.link(session, desk.staff, path)
    except Unreadable as error:
        seen = await _view(session, desk.staff)
        faults = {"path": capital(str(error))}
        return render(request, "desk/calendar.html", 422, desk=desk, **seen | {"faults": faults, "path": path})
    return go("/desk/calendar", "calendar_linked")


@router.post("/calendar/unlink")
async def unlink(session: Session, desk: Posted) -> Response:
    await appointments.unlink(session, desk.staff)
    return go("/desk/calendar", "calendar_unlinked")


@router.post("/appointments/{appointment}/calendar/{matter}")
async def decide(
    request: Request,
    session: Session,
    desk: Posted,
    back: Back,
    appointment: UUID,
    matter: Matter,
    change: Annotated[bool, Form()] = False,
    seen: Seen = "",
) -> Response:
    """The calendar outside says something else of a meeting, or has something else then: it changes, or it stands."""
    try:
        found = await appointments.as_seen(session, appointment, desk.staff, seen)
        to_ring = await DECISIONS[matter, change](session, appointment, desk.staff)
    except Conflict as error:
        return await refused(request, session, desk, back, error)
    if not change:
        act = "kept"
    elif matter == "clash":
        act = "asked"
    else:
        act = "called_off" if found.state == "cancelled" else "moved"
    return after(appointment, to_ring, back, act)


async def _view(session: Session, member: Staff) -> dict[str, Any]:
    return {
        "has_feed": await appointments.has_feed(session, member),
        "can_link": appointments.can_link(),
        "link": await appointments.link_of(session, member),
        "address": "",
        "path": "",
        "faults": {},
    }
