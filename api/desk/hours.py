"""When workers are there: their week, and the days or hours they are off."""

from datetime import date, time
from typing import Annotated, Any
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from api.deps import Session
from api.desk.forms import read_day
from api.desk.ringing import as_shown, to_ring
from api.desk.session import AtDesk, Posted
from api.notices import go, noticed
from api.pages import render
from casework import appointments, claimants
from casework.appointments import Period, Told
from casework.base.clock import local, now
from casework.base.errors import NotFound, Unreadable
from casework.council import Area, council, say_full_date
from casework.staff import Staff

router = APIRouter(prefix="/desk/hours")
A_DAY = 2
"""Periods a day that the form has room for."""
REMOTE = "-"
SAVED = "hours_saved"


@router.get("")
async def hours(request: Request, session: Session, desk: AtDesk, worker: str = "", area: str = "", since: str = "", until: str = "") -> Response:
    """With `since`, the week that holds from that day on, as it was just saved."""
    whose = await _whose(session, desk.staff, worker)
    try:
        first, last = read_day(since), read_day(until)
    except Unreadable:
        first = last = None
    seen = await _view(session, desk.staff, whose, area, first)
    kept = (first, last) if first and noticed(request) == SAVED else None
    return render(request, "desk/hours.html", desk=desk, **seen | {"kept": kept})


@router.post("")
async def set_hours(request: Request, session: Session, desk: Posted) -> Response:
    """What they hit is shown before anything is saved: who is in it is told, or the worker comes all the same."""
    form = {name: str(value) for name, value in (await request.form()).items()}
    whose = await _whose(session, desk.staff, form.get("worker", ""))
    try:
        area = _area(whose, form.get("area", ""))
        since = read_day(form.get("since", "")) or local(now()).date()
        until = read_day(form.get("until", ""))
        week = _week(form)
        hit = await appointments.hit_by_hours(session, whose, area, week, since, until)
        if hit and form.get("sure") != as_shown(hit):
            page = {"hit": hit, "seen": as_shown(hit), "form": _carried(form), "days": (since, until), "whose": whose, "area": area}
            return render(request, "desk/hours_hit.html", desk=desk, **page)
        told = await appointments.change_hours(session, whose, area, week, since, desk.staff, until, keep="keep" in form)
    except Unreadable as error:
        seen = await _view(session, desk.staff, whose, form.get("area", ""))
        return render(request, "desk/hours.html", 422, desk=desk, **seen | {"fault": str(error), "given": form})
    if told.hit or told.stand:
        return await _told(request, session, desk, whose, told, f"Saved: {area.name}, {_say_since(since, until)}.", area.id)
    return _to(whose, desk.staff, area, since, until)


def _carried(form: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in form.items() if name not in ("csrf", "sure", "keep")}


@router.post("/leave")
async def add_leave(
    request: Request,
    session: Session,
    desk: Posted,
    worker: Annotated[str, Form()] = "",
    others: Annotated[list[UUID] | None, Form()] = None,
    first: Annotated[str, Form()] = "",
    last: Annotated[str, Form()] = "",
    starts: Annotated[str, Form()] = "",
    ends: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
    sure: Annotated[str, Form()] = "",
) -> Response:
    """For the worker, and for others at once where a lead says so. What it hits is shown before anybody is told."""
    whose = await _whose(session, desk.staff, worker)
    everyone = [whose, *[await _whose(session, desk.staff, str(one)) for one in others or [] if one != whose.id]]
    form = {"first": first, "last": last, "starts": starts, "ends": ends, "reason": reason}
    try:
        days, spent = _days(first, last), _hours(starts, ends)
        hit = await appointments.hit_by(session, everyone, *days, spent)
        if hit and sure != as_shown(hit):
            page = {"hit": hit, "seen": as_shown(hit), "form": form, "everyone": everyone, "days": days, "whose": whose}
            return render(request, "desk/leave.html", desk=desk, **page)
        told = await appointments.add_leave(session, everyone, *days, spent, reason.strip(), desk.staff)
    except Unreadable as error:
        seen = await _view(session, desk.staff, whose, "")
        return render(request, "desk/hours.html", 422, desk=desk, **seen | {"leave_fault": str(error), "leave_given": form})
    return await _told(request, session, desk, whose, told, f"Saved: {_say_days(*days)}{_say_hours(spent)}.")


@router.post("/leave/{leave}/drop")
async def drop_leave(
    request: Request, session: Session, desk: Posted, leave: UUID, worker: Annotated[str, Form()] = ""
) -> Response:
    whose = await _whose(session, desk.staff, worker)
    told = await appointments.drop_leave(session, leave, desk.staff, [whose])
    return await _told(request, session, desk, whose, told, "Taken out.")


async def _told(request: Request, session: Session, desk: Posted, whose: Staff, told: Told, saved: str, area: str = "") -> Response:
    seen = await _view(session, desk.staff, whose, area) | await to_ring(session, told.to_ring)
    return render(request, "desk/hours.html", desk=desk, **seen | {"told": told, "saved": saved})


def _say_days(first: date, last: date) -> str:
    return say_full_date(first) if first == last else f"{say_full_date(first)} to {say_full_date(last)}"


def _say_since(since: date, until: date | None) -> str:
    return f"from {say_full_date(since)}" + (f" to {say_full_date(until)}" if until else "")


def _say_hours(hours: tuple[time, time] | None) -> str:
    return f", {hours[0]:%H:%M}–{hours[1]:%H:%M}" if hours else ""


async def _whose(session: Session, member: Staff, worker: str) -> Staff:
    """A key worker's own week; a lead's also anybody's of their areas. Raises NotFound."""
    if worker in ("", str(member.id)):
        return member
    for one in await claimants.colleagues(session, member.areas) if member.role != "key_worker" else []:
        if str(one.id) == worker:
            return one
    raise NotFound("no such colleague")


async def _view(session: Session, member: Staff, whose: Staff, area_id: str, since: date | None = None) -> dict[str, Any]:
    today, area = local(now()).date(), _area(whose, area_id)
    week = await appointments.hours_of(session, whose, area.id, since or today)
    return {
        "whose": whose,
        "area": area,
        "areas": [council().area(id_) for id_ in whose.areas],
        "week": [[one for one in week if one.weekday == day] for day in range(7)],
        "a_day": A_DAY,
        "remote": REMOTE,
        "leave": await appointments.leave_of(session, whose, today),
        "colleagues": await claimants.colleagues(session, member.areas) if member.role != "key_worker" else [],
        "since": since or today,
    }


def _area(whose: Staff, area_id: str) -> Area:
    return council().area(area_id if area_id in whose.areas else whose.areas[0])


def _week(form: dict[str, str]) -> list[Period]:
    """Rows are named by weekday and place: `starts-0-1` is Monday's second. Raises Unreadable."""
    found = []
    for weekday in range(7):
        for n in range(A_DAY):
            starts, ends, venue = (form.get(f"{name}-{weekday}-{n}", "") for name in ("starts", "ends", "venue"))
            if starts or ends:
                found.append(Period(weekday, _time(starts), _time(ends), None if venue in ("", REMOTE) else venue))
    return found


def _days(first: str, last: str) -> tuple[date, date]:
    begins = read_day(first)
    if begins is None:
        raise Unreadable("choose the first day")
    return begins, read_day(last) or begins


def _hours(starts: str, ends: str) -> tuple[time, time] | None:
    return (_time(starts), _time(ends)) if starts or ends else None


def _time(written: str) -> time:
    try:
        return time.fromisoformat(written)
    except ValueError as error:
        raise Unreadable("write both times, such as 09:00 and 12:30") from error


def _to(whose: Staff, member: Staff, area: Area, since: date, until: date | None) -> Response:
    """The same area's week, as it is from that day on."""
    query = {"area": area.id, "since": str(since)} | ({"until": str(until)} if until else {})
    worker = {} if whose.id == member.id else {"worker": str(whose.id)}
    return go(f"/desk/hours?{urlencode(worker | query)}", SAVED)
