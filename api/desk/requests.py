"""What people asked about their own data, with the clock of each."""

import json
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from api.deps import Session
from api.desk.session import AtDesk, Posted
from api.export_page import export_page
from api.notices import go
from api.pages import render
from casework import claimants, privacy
from casework.base.clock import local, now
from casework.base.errors import NotFound

router = APIRouter(prefix="/desk")
LISTING = "/desk/requests"
ERASERS = ("lead", "admin")


@router.get("/requests")
async def listing(request: Request, session: Session, desk: AtDesk) -> Response:
    asked = await privacy.open_requests(session, desk.staff.areas)
    return render(request, "desk/requests.html", desk=desk, asked=asked, today=local(now()).date())


@router.post("/requests/{request_id}/acknowledge")
async def acknowledge(session: Session, desk: Posted, request_id: UUID) -> Response:
    await privacy.acknowledge(session, request_id, desk.staff)
    return go(LISTING, "request_told")


@router.post("/requests/{request_id}/complete")
async def complete(
    session: Session, desk: Posted, request_id: UUID, outcome: Annotated[str, Form()] = ""
) -> Response:
    await privacy.complete(session, request_id, desk.staff, outcome.strip()[:2000])
    return go(LISTING, "request_done")


@router.get("/claimants/{claimant}/data.{kind}")
async def data(session: Session, desk: AtDesk, claimant: UUID, kind: str) -> Response:
    """One person's data, to hand over: html to read, json for machines."""
    found = await claimants.get(session, claimant, desk.staff.areas)
    held = await privacy.export(session, found.id)
    name = f'attachment; filename="{found.id}.{kind}"'
    headers = {"Content-Disposition": name, "Cache-Control": "no-store"}
    if kind == "json":
        return Response(json.dumps(held, indent=2, ensure_ascii=False), media_type="application/json", headers=headers)
    if kind == "html":
        return Response(export_page(held), media_type="text/html", headers=headers)
    raise NotFound("no such format")


@router.get("/claimants/{claimant}/erase")
async def erase_form(request: Request, session: Session, desk: AtDesk, claimant: UUID) -> Response:
    found = await claimants.get(session, claimant, desk.staff.areas)
    return render(request, "desk/erase.html", desk=desk, claimant=found, may=desk.staff.role in ERASERS, done=None)


@router.post("/claimants/{claimant}/erase")
async def erase(request: Request, session: Session, desk: Posted, claimant: UUID) -> Response:
    found = await claimants.get(session, claimant, desk.staff.areas)
    if desk.staff.role not in ERASERS:
        raise NotFound("no such person")
    done = await privacy.erase(session, found.id, desk.staff)
    return render(request, "desk/erase.html", desk=desk, claimant=None, may=True, done=done)
