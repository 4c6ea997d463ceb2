"""The week or the day of a worker or of everybody in their areas, and what is done with each meeting."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response

from api.deps import Session
from api.desk.session import AtDesk, Posted
from api.pages import render
from casework import appointments, claimants, handoff, screening
from casework.appointments import Meeting
from casework.base.clock import local, now
from casework.base.errors import Conflict, NotFound, Unreadable
from casework.council import council
from casework.staff import Staff

router = APIRouter(prefix="/desk")
WEEK, SUNDAY = 7, 6


@dataclass(frozen=True)
class Shown:
    """The days that the diary shows, a week from its Monday or one day, and whether everybody's or one's own."""

    first: date
    days: int
    everyone: bool = False

    @classmethod
    def week_of(cls, day: date, everyone: bool = False) -> "Shown":
        return cls(day - timedelta(days=day.weekday()), WEEK, everyone)

    @classmethod
    def coming(cls, today: date, everyone: bool = False) -> "Shown":
        """The week under way; on a Sunday, which ends it, the one to come."""
        return cls.week_of(today + timedelta(days=1) if today.weekday() == SUNDAY else today, everyone)

    @property
    def address(self) -> str:
        whose = "&everyone=true" if self.everyone else ""
        return f"/desk/diary?{'day' if self.days == 1 else 'week'}={self.first}{whose}"


def shown_before(
    back: Annotated[str, Form()] = "", days: Annotated[str, Form()] = "", everyone: Annotated[bool, Form()] = False
) -> Shown:
    """What the form was on."""
    return Shown(_day(back), 1, everyone) if days == "1" else Shown.week_of(_day(back), everyone)


Back = Annotated[Shown, Depends(shown_before)]


@router.get("/diary")
async def diary(
    request: Request,
    session: Session,
    desk: AtDesk,
    week: str = "",
    day: str = "",
    everyone: bool = False,
    done: bool = False,
) -> Response:
    if day:
        shown = Shown(_day(day), 1, everyone)
    else:
        shown = Shown.week_of(_day(week), everyone) if week else Shown.coming(_day(""), everyone)
    return render(request, "desk/diary.html", desk=desk, done=done, **await _view(session, desk.staff, shown))


@router.post("/appointments/{appointment}/outcome")
async def outcome(
    session: Session, desk: Posted, back: Back, appointment: UUID, outcome: Annotated[str, Form()]
) -> Response:
    found = await appointments.attendance(session, appointment, desk.staff, outcome)
    if outcome == appointments.MISSED:
        await handoff.missed_meeting(session, council().area(found.area), found.conversation_id, found.claimant_id)
    return _to(back)


@router.post("/appointments/{appointment}/call-off")
async def call_off(request: Request, session: Session, desk: Posted, back: Back, appointment: UUID) -> Response:
    told = await appointments.call_off(session, appointment, desk.staff)
    return await after(request, session, desk, appointment, told, back)


@router.post("/appointments/{appointment}/reassign")
async def reassign(
    request: Request,
    session: Session,
    desk: Posted,
    back: Back,
    appointment: UUID,
    to: Annotated[str, Form()] = "",
) -> Response:
    await appointments.theirs(session, appointment, desk.staff)
    try:
        colleague = await _colleague(session, desk.staff, to)
        told = await appointments.reassign(session, appointment, colleague, desk.staff)
    except (Conflict, NotFound, Unreadable) as error:
        seen = await _view(session, desk.staff, replace(back, everyone=True))
        return render(request, "desk/diary.html", 422, desk=desk, **seen | {"fault": str(error)})
    return await after(request, session, desk, appointment, told, back)


async def after(
    request: Request, session: Session, desk: Posted, appointment: UUID, told: bool, back: Shown
) -> Response:
    """Where nobody could be told, the worker is asked to ring them."""
    if told:
        return RedirectResponse(f"{back.address}&done=true", status_code=303)
    found = await appointments.get(session, appointment)
    seen = await _view(session, desk.staff, replace(back, everyone=True))
    return render(request, "desk/diary.html", desk=desk, **seen | {"to_ring": found})


async def _view(session: Session, member: Staff, shown: Shown) -> dict[str, Any]:
    found = await appointments.week(session, member.areas, shown.first, None if shown.everyone else member, shown.days)
    step = timedelta(days=shown.days)
    chats = [one.appointment.conversation_id for one in found if one.appointment.conversation_id]
    return {
        "venues": {venue.id: venue.name for area in council().areas for venue in area.venues},
        "days": [(day, _of_day(found, day)) for day in (shown.first + timedelta(days=n) for n in range(shown.days))],
        "first": shown.first,
        "shown": shown,
        "before": shown.first - step,
        "after": shown.first + step,
        "today": local(now()).date(),
        "everyone": shown.everyone,
        "to_rebook": await appointments.to_rebook(session, member.areas),
        "proposals": await appointments.proposals(session, member.areas),
        "colleagues": await claimants.colleagues(session, member.areas),
        "answered": await screening.answered_in(session, chats),
    }


def _of_day(found: list[Meeting], day: date) -> list[Meeting]:
    return [one for one in found if local(one.appointment.starts_at).date() == day]


async def _colleague(session: Session, member: Staff, id_: str) -> Staff:
    for one in await claimants.colleagues(session, member.areas):
        if str(one.id) == id_:
            return one
    raise Unreadable("choose a colleague")


def _day(written: str) -> date:
    """Today where it cannot be read."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return local(now()).date()


def _to(back: Shown) -> Response:
    return RedirectResponse(back.address, status_code=303)
