"""A time that came free, by the link of the e-mail that offers it. Looking changes nothing: mail programs open links too."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from api.deps import Session
from api.pages import render
from casework import appointments
from casework.appointments import Appointment, Twice
from casework.base.errors import NotFound
from casework.council import council

router = APIRouter(prefix="/offer", include_in_schema=False)


@router.get("/{held}")
async def offer(request: Request, session: Session, held: UUID) -> Response:
    try:
        return await _page(request, session, "open", await appointments.offered_time(session, held))
    except NotFound:
        return await _page(request, session, "over")


@router.post("/{held}")
async def answer(request: Request, session: Session, held: UUID, say: Annotated[str, Form()] = "") -> Response:
    """`say`: yes, stay (not this time, still on the list) or leave."""
    try:
        if say == "yes":
            return await _page(request, session, "booked", await appointments.take_offer(session, held))
        if say in ("stay", "leave"):
            await appointments.decline_offer(session, held, stay=say == "stay")
            return await _page(request, session, say)
        return await _page(request, session, "open", await appointments.offered_time(session, held))
    except NotFound:
        return await _page(request, session, "over")
    except Twice:
        return await _page(request, session, "twice")


async def _page(request: Request, session: Session, state: str, meeting: Appointment | None = None) -> Response:
    shown = {"state": state, "meeting": meeting, "worker": await appointments.worker_of(session, meeting) if meeting else ""}
    area = council().area(meeting.area if meeting else None)
    venue = next((one for one in area.venues if meeting and one.id == meeting.venue), None)
    status = 404 if state == "over" else 200
    return render(request, "offer.html", status, exit_url=area.exit_url, venue=venue, **shown)
