"""A person's job and their check-ins: what was asked, what came of it, and what is asked next."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from api.deps import Session
from api.desk.forms import PAGE, read_day
from api.desk.session import AtDesk, Posted
from api.notices import go
from api.pages import render
from casework import appointments, checkins, claimants
from casework.base.clock import local, now
from casework.base.errors import HandrailError, NotFound, Unreadable
from casework.base.words import capital
from casework.checkins import LONGEST_PAUSE, Cadence, Checkin
from casework.claimants import Claimant
from casework.claimants.rules import neutral
from casework.staff import Staff

router = APIRouter(prefix="/desk/claimants/{claimant}/work")
# What was done, by its name in desk/notices.html.
Act = Callable[[Claimant], Awaitable[str]]
NO_DAY = "none"
# The fields that the page has while a job is followed, and while none is.
FIELDS = {True: ("paused_until", "from_", "own", "spoken"), False: ("starts_on",)}


@dataclass(frozen=True)
class Sent:
    """What a form sent: what was `typed` stays after a fault, which is said beside `field`."""

    field: str
    typed: dict[str, str]


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
    async def act(found: Claimant) -> str:
        start = read_day(starts_on) or _today()
        payday = read_day(first_payday)
        await checkins.job_started(
            session, found, start, reported_by="worker", first_payday=payday, cadence=cadence, staff=desk.staff
        )
        return "job_started"

    typed = {"starts_on": starts_on, "first_payday": first_payday, "cadence": cadence}
    return await _done(request, session, desk, claimant, Sent("starts_on", typed), act)


@router.post("/ended")
async def ended(
    request: Request, session: Session, desk: Posted, claimant: UUID, spoken: Annotated[bool, Form()] = False
) -> Response:
    """Unless somebody has `spoken` with them about it, they are to be rung."""

    async def act(found: Claimant) -> str:
        if await checkins.job_ended(session, found, _today(), desk.staff, call=not spoken) is None:
            raise NotFound("no job of theirs is followed")
        return "job_ended" if spoken else "job_ended_ring"

    return await _done(request, session, desk, claimant, Sent("spoken", {}), act)


@router.post("/spoken")
async def spoken(request: Request, session: Session, desk: Posted, claimant: UUID) -> Response:
    async def act(found: Claimant) -> str:
        if await checkins.spoke(session, found, desk.staff) is None:
            raise NotFound("no job of theirs is followed")
        return "spoken"

    return await _done(request, session, desk, claimant, Sent("spoken", {}), act)


@router.post("/plan")
async def plan(
    request: Request,
    session: Session,
    desk: Posted,
    claimant: UUID,
    cadence: Annotated[Cadence, Form()] = "usual",
    paused_until: Annotated[str, Form()] = "",
    stood: Annotated[str, Form()] = "",
) -> Response:
    """An empty day ends a pause, the one by text too. What `stood` there when the page was shown, and stands, is no
    change: who paused by text meanwhile stays so."""

    async def act(found: Claimant) -> str:
        until, stands = read_day(paused_until), await checkins.paused_until(session, found)
        said = None
        if until != (_stood(stood) if stood else stands):
            if until and (fault := checkins.unfit_pause(until, _today())):
                raise Unreadable(fault)
            said = await checkins.take_over(session, found, until)
        await checkins.change_plan(session, found, desk.staff, cadence=cadence, paused_until=said)
        return "plan_saved"

    typed = {"paused_until": paused_until, "cadence": cadence}
    return await _done(request, session, desk, claimant, Sent("paused_until", typed), act)


@router.post("/shifts")
async def shift(
    request: Request,
    session: Session,
    desk: Posted,
    claimant: UUID,
    days: Annotated[list[str], Form()] = [],  # noqa: B006
    from_: Annotated[str, Form()] = "",
    until: Annotated[str, Form()] = "",
) -> Response:
    """One more, beside those that are known."""

    async def act(found: Claimant) -> str:
        known = await _shifts(session, found)
        more = {"days": " ".join(days), "from": from_, "until": until}
        await checkins.change_shifts(session, found, [*known, more], desk.staff)
        return "shift_added"

    typed = {"days": " ".join(days), "from_": from_, "until": until}
    return await _done(request, session, desk, claimant, Sent("from_", typed), act)


@router.post("/shifts/back")
async def shift_back(
    request: Request, session: Session, desk: Posted, claimant: UUID, which: Annotated[str, Form()] = ""
) -> Response:
    """`which` is the shift as it was shown, whatever has changed since."""

    async def act(found: Claimant) -> str:
        left = [one for one in await _shifts(session, found) if _named(one) != which]
        await checkins.change_shifts(session, found, left, desk.staff)
        return "shift_gone"

    return await _done(request, session, desk, claimant, Sent("from_", {}), act)


@router.post("/question")
async def question(
    request: Request,
    session: Session,
    desk: Posted,
    claimant: UUID,
    own: Annotated[str, Form()] = "",
    instead: Annotated[str, Form()] = "",
) -> Response:
    """`instead`: the question that waited when the page was shown, which this one takes the place of."""

    async def act(found: Claimant) -> str:
        await checkins.ask_own(session, found, desk.staff, own, instead)
        return "question_instead" if instead else "question_next"

    return await _done(request, session, desk, claimant, Sent("own", {"own": own}), act)


@router.post("/question/back")
async def question_back(request: Request, session: Session, desk: Posted, claimant: UUID) -> Response:
    async def act(found: Claimant) -> str:
        await checkins.take_back_own(session, found, desk.staff)
        return "question_back"

    return await _done(request, session, desk, claimant, Sent("own", {}), act)


async def _done(request: Request, session: Session, desk: Posted, claimant: UUID, sent: Sent, act: Act) -> Response:
    """What was wrong with a form is said beside it, with what was typed; nothing of it is then kept."""
    found = await claimants.get(session, claimant, desk.staff.areas)
    try:
        async with session.begin_nested():
            done = await act(found)
    except HandrailError as error:
        seen = await _view(session, desk.staff, claimant)
        field = sent.field if sent.field in FIELDS[seen["job"] is not None] else PAGE
        faults = {field: capital(str(error))}
        return render(request, "desk/work.html", 422, desk=desk, **seen | {"faults": faults, "typed": sent.typed})
    return go(f"/desk/claimants/{found.id}/work", done)


async def _view(session: Session, member: Staff, claimant_id: UUID) -> dict[str, Any]:
    found = await claimants.get(session, claimant_id, member.areas)
    every = await checkins.timeline(session, found.id)
    seen = await checkins.seen(session, found, every)
    job = await checkins.followed_job(session, found.id)
    paused = await checkins.paused_until(session, found) if job else None
    past = [*seen.not_asked, *(one for one in every if one.state != "due")]
    return {
        "claimant": found,
        "alert": await appointments.alert_of(session, found.id),
        "job": job,
        "before": (await checkins.facts_of(session, found.id)).job,
        "paused": paused,
        "to_come": await checkins.pause_to_come(session, found) if job else None,
        "past": sorted(past, key=lambda one: one.sent_at or one.answered_at or one.due_at, reverse=True),
        "coming": [one for one in every if one.state == "due" and not _is_over(one, paused)],
        "asks": {name: one.text for name, one in checkins.bank().questions.items()},
        "seen": seen,
        "only": neutral(found.safe_contact) and checkins.bank().asked(checkins.bank().neutral.asks).text,
        "room": checkins.room(),
        "letters": checkins.letters,
        "today": _today(),
        "longest": _today() + LONGEST_PAUSE,
        "typed": {},
        "faults": {},
    }


def _is_over(checkin: Checkin, paused: date | None) -> bool:
    """Whether the pause lasts until it is too late for the question."""
    return paused is not None and local(checkin.too_late_at).date() <= paused


async def _shifts(session: Session, found: Claimant) -> Sequence[dict[str, str]]:
    job = await checkins.followed_job(session, found.id)
    return job.shifts if job else ()


def _named(shift: dict[str, str]) -> str:
    return f"{shift['days']} {shift['from']} {shift['until']}"


def _stood(stood: str) -> date | None:
    """An empty field would count as none that was sent."""
    return None if stood == NO_DAY else read_day(stood)


def _today() -> date:
    return local(now()).date()
