"""The desk's first page: dangers at the top, then who waits, then whom I am talking to."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response, StreamingResponse

from api import streams
from api.deps import Session
from api.desk.session import AtDesk, Posted
from api.notices import go
from api.pages import render
from casework import checkins, handoff, identity, messaging, safeguarding
from casework.base.clock import now
from casework.staff import Staff

router = APIRouter(prefix="/desk")


@router.get("")
async def home(request: Request, session: Session, desk: AtDesk) -> Response:
    return render(request, "desk/home.html", desk=desk, **await _board(session, desk.staff))


@router.get("/board")
async def board(request: Request, session: Session, desk: AtDesk) -> Response:
    return render(request, "desk/board.html", desk=desk, **await _board(session, desk.staff))


@router.get("/events")
async def events(request: Request, desk: AtDesk) -> StreamingResponse:
    topics = [f"desk:{area}" for area in desk.staff.areas]
    return streams.response(streams.nudges(request.app.state.listener, *topics))


@router.post("/alerts/{alert}/acknowledge")
async def acknowledge(alert: UUID, session: Session, desk: Posted) -> Response:
    seen = await safeguarding.acknowledge(session, alert, desk.staff.id, desk.staff.areas)
    return go(f"/desk/conversations/{seen.conversation_id}", "alert_yours")


@router.post("/alerts/{alert}/close")
async def close(alert: UUID, session: Session, desk: Posted, outcome: Annotated[str, Form()] = "") -> Response:
    await safeguarding.close(session, alert, desk.staff.id, desk.staff.areas, outcome)
    return go("/desk", "alert_closed")


@router.post("/alerts/{alert}/review")
async def review(alert: UUID, session: Session, desk: Posted) -> Response:
    await safeguarding.review(session, alert, desk.staff.id, desk.staff.areas)
    return go("/desk", "alert_reviewed")


async def _board(session: Session, member: Staff) -> dict[str, Any]:
    alerts = await safeguarding.open_alerts(session, member.areas)
    in_hand = await safeguarding.in_hand(session, member.areas)
    waiting = await handoff.waiting(session, member.areas)
    mine = await handoff.held_by(session, member)
    talks = [one.conversation_id for one in (*alerts, *in_hand)] + [one.conversation_id for one in (*waiting, *mine)]
    return {
        "alerts": alerts,
        "reaches": await handoff.reaches(session, [one.conversation_id for one in (*alerts, *in_hand)]),
        "in_hand": in_hand,
        "unreached": await messaging.unreached(session, [one.message_id for one in (*alerts, *in_hand)]),
        "told": await checkins.promised(session, waiting),
        "waiting": sorted(waiting, key=lambda one: one.for_staff_id != member.id),
        "mine": mine,
        "known": await identity.known(session, talks),
        "member": member,
        "now": now(),
    }
