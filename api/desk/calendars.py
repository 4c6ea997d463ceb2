"""A worker's diary in the calendar program of their own: an address to subscribe to, or both kept in step."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from api.deps import Session
from api.desk.diary import Back, after
from api.desk.session import AtDesk, Posted
from api.pages import render
from casework import appointments
from casework.base.errors import Unreadable
from casework.staff import Staff

router = APIRouter(prefix="/desk")


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
    return RedirectResponse("/desk/calendar", status_code=303)


@router.post("/calendar/link")
async def link(request: Request, session: Session, desk: Posted, path: Annotated[str, Form()] = "") -> Response:
    try:
        await appointments.link(session, desk.staff, path)
    except Unreadable as error:
        seen = await _view(session, desk.staff)
        return render(request, "desk/calendar.html", 422, desk=desk, **seen | {"fault": str(error), "path": path})
    return RedirectResponse("/desk/calendar", status_code=303)


@router.post("/calendar/unlink")
async def unlink(session: Session, desk: Posted) -> Response:
    await appointments.unlink(session, desk.staff)
    return RedirectResponse("/desk/calendar", status_code=303)


@router.post("/appointments/{appointment}/outside")
async def settle(
    request: Request, session: Session, desk: Posted, back: Back, appointment: UUID, take: Annotated[bool, Form()] = False
) -> Response:
    """What was changed in the calendar outside is done here too, or put back there."""
    told = True
    if take:
        told = await appointments.accept(session, appointment, desk.staff)
    else:
        await appointments.refuse(session, appointment, desk.staff)
    return await after(request, session, desk, appointment, told, back)


@router.post("/appointments/{appointment}/clash")
async def clash(
    request: Request, session: Session, desk: Posted, back: Back, appointment: UUID, ask: Annotated[bool, Form()] = False
) -> Response:
    """Something else is in the worker's calendar then: the person is asked for another time, or the meeting stands."""
    told = True
    if ask:
        told = await appointments.ask_another(session, appointment, desk.staff)
    else:
        await appointments.come_all_the_same(session, appointment, desk.staff)
    return await after(request, session, desk, appointment, told, back)


async def _view(session: Session, member: Staff) -> dict[str, Any]:
    return {
        "has_feed": await appointments.has_feed(session, member),
        "can_link": appointments.can_link(),
        "link": await appointments.link_of(session, member),
        "address": "",
        "path": "",
        "fault": "",
    }
