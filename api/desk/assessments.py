"""The first assessment with a claimant, the link to the list they tick alone, and all assessments as a file."""

import csv
import io
import json
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.deps import Session
from api.desk.session import AtDesk, Posted
from api.notices import go
from api.pages import render
from casework import assessments, claimants, programmes
from casework.base.errors import NotFound
from casework.base.settings import settings
from casework.staff import Staff

router = APIRouter(prefix="/desk")


@router.get("/claimants/{claimant}/assessment")
async def form(request: Request, session: Session, desk: AtDesk, claimant: UUID) -> Response:
    return render(request, "desk/assessment.html", desk=desk, **await _view(session, desk.staff, claimant))


@router.post("/claimants/{claimant}/assessment")
async def save(request: Request, session: Session, desk: Posted, claimant: UUID) -> Response:
    found = await claimants.get(session, claimant, desk.staff.areas)
    written = {name: str(value) for name, value in (await request.form()).items()}
    faults = {
        entry.id: "number"
        for entry in assessments.bank(found)
        if (said := _written(entry, written)) and entry.reads(said) is None
    }
    if faults:
        seen = await _view(session, desk.staff, claimant)
        return render(request, "desk/assessment.html", 422, desk=desk, **seen | {"faults": faults, "written": written})
    answers = {entry.id: _written(entry, written) for entry in assessments.bank(found)}
    complete = "complete" in written
    await assessments.save(session, found, desk.staff, answers, complete=complete)
    return go(f"/desk/claimants/{claimant}/assessment", "assessment_completed" if complete else "assessment_saved")


@router.post("/claimants/{claimant}/list")
async def make_list(request: Request, session: Session, desk: Posted, claimant: UUID) -> Response:
    """The link is shown on this answer only."""
    found = await claimants.get(session, claimant, desk.staff.areas)
    token = await assessments.make_list(session, found.id, desk.staff)
    seen = await _view(session, desk.staff, claimant)
    link = f"{settings().public_address}/list/{token}"
    return render(request, "desk/assessment.html", desk=desk, **seen | {"link": link})


@router.get("/assessments.{kind}")
async def export(session: Session, desk: AtDesk, kind: str) -> Response:
    """Completed assessments of the worker's areas, one schema for all: csv or json."""
    rows = await assessments.exported(session, desk.staff.areas)
    headers = {"Content-Disposition": f'attachment; filename="assessments.{kind}"'}
    if kind == "json":
        return Response(json.dumps(rows, indent=2), media_type="application/json", headers=headers)
    if kind == "csv":
        return Response(_csv(rows), media_type="text/csv; charset=utf-8", headers=headers)
    raise NotFound("no such format")


def _csv(rows: list[dict[str, Any]]) -> str:
    written = io.StringIO()
    out = csv.DictWriter(written, assessments.columns(), lineterminator="\r\n")
    out.writeheader()
    out.writerows(rows)
    return written.getvalue()


def _written(entry: assessments.Entry, written: dict[str, str]) -> str:
    """A number that was written comes before the choice beside it."""
    return written.get(f"{entry.id}_number", "").strip() or written.get(entry.id, "")


async def _view(session: Session, member: Staff, claimant_id: UUID) -> dict[str, Any]:
    found = await claimants.get(session, claimant_id, member.areas)
    names = {id_: one.pack.name for id_, one in programmes.programmes().items()}
    return {
        "claimant": found,
        "entries": assessments.bank(found),
        "assessment": await assessments.latest(session, found),
        "names": names,
        "faults": {},
        "written": {},
    }
