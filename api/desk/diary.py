"""The week of a worker or of everybody in their areas, and what is done with each meeting."""

from datetime import date, timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from api.deps import Session
from api.desk.session import AtDesk, Posted
from api.pages import render
from casework import appointments, claimants, handoff, screening
from casework.appointments import Meeting
from casework.base.clock import local, now
from casework.base.errors import Conflict, Unreadable
from casework.council import council
from casework.staff import Staff

router = APIRouter(prefix="/desk")
DAYS = 7


@router.get("/diary")
async def diary(request: Request, session: Session, desk: AtDesk, week: str = "", everyone: bool = False) -> Response:
    first = _monday(week)
    return render(request, "desk/diary.html", desk=desk, **await _view(session, desk.staff, first, everyone))


@router.post("/appointments/{appointment}/outcome")
async def outcome(
    session: Session, desk: Posted, appointment: UUID, outcome: Annotated[str, Form()], back: Annotated[str, Form()] = ""
) -> Response:
    found = await appointments.attendance(session, appointment, desk.staff, outcome)
    if outcome == appointments.MISSED:
        await handoff.missed_meeting(session, council().area(found.area), found.conversation_id, found.claimant_id)
    return _to(back)


@router.post("/appointments/{appointment}/call-off")
async def call_off(
    request: Request, session: Session, desk: Posted, appointment: UUID, back: Annotated[str, Form()] = ""
) -> Response:
    told = await appointments.call_off(session, appointment, desk.staff)
    return await _after(request, session, desk, appointment, told, back)


@router.post("/appointments/{appointment}/reassign")
async def reassign(
    request: Request,
    session: Session,
    desk: Posted,
    appointment: UUID,
    to: Annotated[UUID | str, Form()] = "",
    back: Annotated[str, Form()] = "",
) -> Response:
    await appointments.theirs(session, appointment, desk.staff)
    try:
        colleague = await _colleague(session, desk.staff, to)
        told = await appointments.reassign(session, appointment, colleague, desk.staff)
    except (Conflict, Unreadable) as error:
        seen = await _view(session, desk.staff, _monday(back), True)
        return render(request, "desk/diary.html", 422, desk=desk, **seen | {"fault": str(error)})
    return await _after(request, session, desk, appointment, told, back)


async def _after(
    request: Request, session: Session, desk: Posted, appointment: UUID, told: bool, back: str
) -> Response:
    """Where nobody could be told, the worker is asked to ring them."""
    if told:
        return _to(back)
    found = await appointments.get(session, appointment)
    seen = await _view(session, desk.staff, _monday(back), True)
    return render(request, "desk/diary.html", desk=desk, **seen | {"to_ring": found})


async def _view(session: Session, member: Staff, first: date, everyone: bool) -> dict[str, Any]:
    found = await appointments.week(session, member.areas, first, None if everyone else member)
    week = timedelta(days=DAYS)
    chats = [one.appointment.conversation_id for one in found if one.appointment.conversation_id]
    return {
        "venues": {venue.id: venue.name for area in council().areas for venue in area.venues},
        "days": [(day, _of_day(found, day)) for day in (first + timedelta(days=n) for n in range(DAYS))],
        "first": first,
        "before": first - week,
        "after": first + week,
        "today": local(now()).date(),
        "everyone": everyone,
        "to_rebook": await appointments.to_rebook(session, member.areas),
        "colleagues": await claimants.colleagues(session, member.areas),
        "answered": await screening.answered_in(session, chats),
    }


def _of_day(found: list[Meeting], day: date) -> list[Meeting]:
    return [one for one in found if local(one.appointment.starts_at).date() == day]


async def _colleague(session: Session, member: Staff, id_: UUID | str) -> Staff:
    for one in await claimants.colleagues(session, member.areas):
        if one.id == id_:
            return one
    raise Unreadable("choose a colleague")


def _monday(written: str) -> date:
    """The Monday of the week a day is in; of this week where it cannot be read."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = local(now()).date()
    return day - timedelta(days=day.weekday())


def _to(back: str) -> Response:
    return RedirectResponse(f"/desk/diary?week={_monday(back)}", status_code=303)
