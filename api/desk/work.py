"""A person's job and their check-ins: what was asked, what came of it, and what is asked next."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from api.deps import Session
from api.desk.forms import read_day
from api.desk.session import AtDesk, Posted
from api.pages import render
from casework import checkins, claimants
from casework.base.clock import local, now
from casework.base.errors import HandrailError
from casework.checkins import Cadence, Checkin
from casework.claimants import Claimant
from casework.staff import Staff

router = APIRouter(prefix="/desk/claimants/{claimant}/work")
Act = Callable[[Claimant], Awaitable[object]]


@router.get("")
async def work(request: Request, session: Session, desk: AtDesk, claimant: UUID) -> Response:
    return render(request, "desk/work.html", desk=desk, **await _view(session, desk.staff, claimant))


@router.post("/started")
async def started(
    request: Request,
    session: Session,
    desk: Posted,
    claimant: UUID,
    starts_on: Annotated[str, Form()] = "",
    first_payday: Annotated[str, Form()] = "",
    cadence: Annotated[Cadence, Form()] = "usual",
) -> Response:
    async def act(found: Claimant) -> object:
        start = read_day(starts_on) or _today()
        payday = read_day(first_payday)
        new = await checkins.followed_job(session, found.id) is None
        job = await checkins.job_started(
            session, found, start, reported_by="worker", first_payday=payday, cadence=cadence, staff=desk.staff
        )
        if new:
            await checkins.welcome(session, found.id, job.id)
        return job

    return await _done(request, session, desk, claimant, "starts_on", act)


@router.post("/ended")
async def ended(
    request: Request, session: Session, desk: Posted, claimant: UUID, spoken: Annotated[bool, Form()] = False
) -> Response:
    """Unless somebody has `spoken` with them about it, they are to be rung."""

    async def act(found: Claimant) -> object:
        return await checkins.job_ended(session, found, _today(), desk.staff, call=not spoken)

    return await _done(request, session, desk, claimant, "ended", act)


@router.post("/plan")
async def plan(
    request: Request,
    session: Session,
    desk: Posted,
    claimant: UUID,
    cadence: Annotated[Cadence, Form()] = "usual",
    paused_until: Annotated[str, Form()] = "",
) -> Response:
    """An empty day ends a pause: it is over since yesterday, for a pause lasts to the end of its day."""

    async def act(found: Claimant) -> object:
        until = read_day(paused_until) or _today() - timedelta(days=1)
        return await checkins.change_plan(session, found, desk.staff, cadence=cadence, paused_until=until)

    return await _done(request, session, desk, claimant, "paused_until", act)


@router.post("/question")
async def question(
    request: Request, session: Session, desk: Posted, claimant: UUID, own: Annotated[str, Form()] = ""
) -> Response:
    async def act(found: Claimant) -> None:
        await checkins.ask_own(session, found, desk.staff, own)

    return await _done(request, session, desk, claimant, "own", act)


async def _done(request: Request, session: Session, desk: Posted, claimant: UUID, field: str, act: Act) -> Response:
    """What was wrong with a form is said beside it; nothing of it is then kept."""
    found = await claimants.get(session, claimant, desk.staff.areas)
    try:
        async with session.begin_nested():
            await act(found)
    except HandrailError as error:
        seen = await _view(session, desk.staff, claimant)
        said = str(error)
        return render(request, "desk/work.html", 422, desk=desk, **seen | {"faults": {field: said[:1].upper() + said[1:]}})
    return RedirectResponse(f"/desk/claimants/{found.id}/work", status_code=303)


async def _view(session: Session, member: Staff, claimant_id: UUID) -> dict[str, Any]:
    found = await claimants.get(session, claimant_id, member.areas)
    every = await checkins.timeline(session, found.id)
    job = await checkins.followed_job(session, found.id)
    paused = job.paused_until if job and job.paused_until and job.paused_until >= _today() else None
    return {
        "claimant": found,
        "job": job,
        "paused": paused,
        "past": [one for one in reversed(every) if one.state != "due"],
        "coming": [one for one in every if one.state == "due" and not _is_over(one, paused)],
        "asks": {name: one.text for name, one in checkins.bank().questions.items()},
        "today": _today(),
        "faults": {},
    }


def _is_over(checkin: Checkin, paused: date | None) -> bool:
    """Whether the pause lasts until it is too late for the question."""
    return paused is not None and local(checkin.too_late_at).date() <= paused


def _today() -> date:
    return local(now()).date()
