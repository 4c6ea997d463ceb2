"""The week or the day of a worker or of everybody in their areas, and what is done with each meeting."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import Response

from api.deps import Session
from api.desk.forms import FIRST_YEAR, LAST_YEAR, read_day
from api.desk.ringing import go_and_ring, just_done
from api.desk.session import AtDesk, Posted
from api.pages import render
from casework import appointments, claimants, handoff, screening
from casework.appointments import Appointment, Meeting
from casework.base.clock import local, now
from casework.base.errors import Conflict, HandrailError, Unreadable
from casework.council import council, open_periods
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


Seen = Annotated[str, Form(alias="seen")]
"""What the page showed of the meeting that its form is about."""


@router.get("/diary")
async def diary(
    request: Request, session: Session, desk: AtDesk, week: str = "", day: str = "", everyone: bool = False
) -> Response:
    try:
        shown, fault = _shown(week, day, everyone), ""
    except Unreadable as error:
        shown, fault = Shown.coming(local(now()).date(), everyone), str(error)
    done = await just_done(request, session, desk.staff)
    seen = await _view(session, desk.staff, shown) | done | {"fault": fault}
    return render(request, "desk/diary.html", 422 if fault else 200, desk=desk, **seen)


@router.post("/appointments/{appointment}/outcome")
async def outcome(
    request: Request, session: Session, desk: Posted, back: Back, appointment: UUID,
    outcome: Annotated[str, Form()] = "", seen: Seen = "",
) -> Response:
    try:
        found = await appointments.as_seen(session, appointment, desk.staff, seen)
        before = found.state
        to_ring = await appointments.attendance(session, appointment, desk.staff, outcome)
    except (Conflict, Unreadable) as error:
        return await refused(request, session, desk, back, error)
    if outcome == appointments.MISSED:
        await handoff.missed_meeting(session, council().area(found.area), found.conversation_id, found.claimant_id)
    elif before == appointments.MISSED:
        await handoff.came_after_all(session, found.conversation_id, found.claimant_id)
    return after(appointment, to_ring, back, "outcome")


@router.get("/appointments/{appointment}/call-off")
async def ask_call_off(request: Request, session: Session, desk: AtDesk, appointment: UUID) -> Response:
    """Asked once, since it tells them."""
    found = await appointments.theirs(session, appointment, desk.staff)
    (meeting,) = await appointments.meetings_of(session, [found])
    alerts = await appointments.alerts_of(session, [meeting])
    return render(request, "desk/call_off.html", desk=desk, meeting=meeting, seen=appointments.shown(found), alerts=alerts)


@router.post("/appointments/{appointment}/call-off")
async def call_off(
    request: Request, session: Session, desk: Posted, back: Back, appointment: UUID, seen: Seen = ""
) -> Response:
    try:
        await appointments.as_seen(session, appointment, desk.staff, seen)
        to_ring = await appointments.call_off(session, appointment, desk.staff)
    except Conflict as error:
        return await refused(request, session, desk, back, error)
    return after(appointment, to_ring, back, "called_off")


@router.post("/appointments/{appointment}/reassign")
async def reassign(
    request: Request,
    session: Session,
    desk: Posted,
    back: Back,
    appointment: UUID,
    to: Annotated[str, Form()] = "",
    seen: Seen = "",
) -> Response:
    try:
        found = await appointments.as_seen(session, appointment, desk.staff, seen)
        await appointments.theirs(session, appointment, desk.staff)
        colleague, before = await _colleague(session, desk.staff, found.area, to), found.sequence
        to_ring = await appointments.reassign(session, appointment, colleague, desk.staff)
    except (Conflict, Unreadable) as error:
        return await refused(request, session, desk, replace(back, everyone=True), error)
    act = "theirs" if found.sequence == before else "reassigned"
    return after(appointment, to_ring, back, act)


async def refused(request: Request, session: Session, desk: Posted, back: Shown, error: HandrailError) -> Response:
    """The diary as it is now, with why nothing was done."""
    seen = await _view(session, desk.staff, back) | {"fault": str(error)}
    return render(request, "desk/diary.html", error.status, desk=desk, **seen)


def after(appointment: UUID, people: Sequence[Appointment], back: Shown, act: str) -> Response:
    """Where somebody could not be told, the worker is asked to ring them."""
    shown = replace(back, everyone=True) if people else back
    return go_and_ring(shown.address, act, appointment, people)


async def _view(session: Session, member: Staff, shown: Shown) -> dict[str, Any]:
    found = await appointments.week(session, member.areas, shown.first, None if shown.everyone else member, shown.days)
    to_rebook = await appointments.to_rebook(session, member.areas)
    step = timedelta(days=shown.days)
    days = [shown.first + timedelta(days=n) for n in range(shown.days)]
    chats = [one.appointment.conversation_id for one in found if one.appointment.conversation_id]
    colleagues = await claimants.colleagues(session, member.areas)
    changeable = [one.appointment for one in (*found, *to_rebook) if one.appointment.state == "booked" and not one.begun]
    return {
        "venues": {venue.id: venue.name for area in council().areas for venue in area.venues},
        "days": [(day, _of_day(found, day)) for day in days],
        "first": shown.first,
        "shown": shown,
        "before": shown.first - step,
        "after": shown.first + step,
        "today": local(now()).date(),
        "everyone": shown.everyone,
        "to_rebook": to_rebook,
        "proposals": await appointments.proposals(session, member.areas),
        "could": await appointments.who_could(session, changeable, colleagues),
        "answered": await screening.answered_in(session, chats),
        "alerts": await appointments.alerts_of(session, [*found, *to_rebook]),
        "token": appointments.shown,
        "closed": {day: shut for day in days if (shut := _closed(member, day))},
        "off": await appointments.off_on(session, member.areas, days, None if shown.everyone else member),
    }


def _closed(member: Staff, day: date) -> list[str]:
    """Names of the worker's areas that are closed on a day that is no weekend's."""
    here = [council().area(one) for one in member.areas]
    return [one.name for one in here if not open_periods(one, day) and one.opening.spans(day)]


def _shown(week: str, day: str, everyone: bool) -> Shown:
    """Raises Unreadable for a day that is not in the calendar, or not in our lifetimes."""
    if day:
        return Shown(read_shown_day(day), 1, everyone)
    return Shown.week_of(read_shown_day(week), everyone) if week else Shown.coming(local(now()).date(), everyone)


def read_shown_day(written: str) -> date:
    """Raises Unreadable."""
    try:
        read = read_day(written)
    except Unreadable:
        read = None
    if read is None or not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise Unreadable("there is no such day in the diary; this is the time now")
    return read


def _of_day(found: list[Meeting], day: date) -> list[Meeting]:
    return [one for one in found if local(one.appointment.starts_at).date() == day]


async def _colleague(session: Session, member: Staff, area: str, id_: str) -> Staff:
    for one in await claimants.colleagues(session, member.areas):
        if str(one.id) == id_ and area in one.areas:
            return one
    raise Unreadable("choose a colleague who works there")


def _day(written: str) -> date:
    """Today where it cannot be read."""
    try:
        return read_shown_day(written)
    except Unreadable:
        return local(now()).date()
