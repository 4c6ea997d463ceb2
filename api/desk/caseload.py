"""Whose the person is: key workers, and records that are one person."""

from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request, UploadFile
from fastapi.responses import Response

from api.deps import Session
from api.desk.claimants import to_record, view
from api.desk.forms import PAGE, read_day
from api.desk.session import AtDesk, Posted
from api.pages import render
from casework import claimants, staff
from casework.base.clock import local, now
from casework.base.errors import HandrailError, NotFound
from casework.base.words import capital

router = APIRouter(prefix="/desk")
LARGEST_IMPORT = 2_000_000


@router.post("/claimants/{claimant}/key-worker")
async def change_key_worker(
    request: Request,
    session: Session,
    desk: Posted,
    claimant: UUID,
    to: Annotated[UUID | None, Form()] = None,
    starts_on: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
) -> Response:
    found = await claimants.get(session, claimant, desk.staff.areas)
    try:
        new = await _colleague(session, found.area, to)
        await claimants.change_key_worker(session, found, new, reason.strip(), read_day(starts_on) or _tomorrow(), desk.staff)
    except HandrailError as error:
        seen = await view(session, desk.staff, claimant)
        return render(request, "desk/claimant.html", 422, desk=desk, **seen | {"faults": {"to": capital(str(error))}})
    return to_record(found.id, "worker_changes")


@router.post("/claimants/{claimant}/merge")
async def merge(
    request: Request, session: Session, desk: Posted, claimant: UUID, other: Annotated[UUID, Form()]
) -> Response:
    kept = await claimants.get(session, claimant, desk.staff.areas)
    merged = await claimants.get(session, other, desk.staff.areas)
    try:
        await claimants.merge(session, kept, merged, desk.staff)
    except HandrailError as error:
        seen = await view(session, desk.staff, claimant)
        return render(request, "desk/claimant.html", 422, desk=desk, **seen | {"faults": {PAGE: capital(str(error))}})
    return to_record(kept.id, "merged")


@router.post("/claimants/{claimant}/merges/{merge_id}/undo")
async def undo_merge(session: Session, desk: Posted, claimant: UUID, merge_id: UUID) -> Response:
    kept = await claimants.get(session, claimant, desk.staff.areas)
    if merge_id not in [one.id for one in await claimants.merges_of(session, kept.id)]:
        raise NotFound("no such merge")
    await claimants.undo_merge(session, merge_id, desk.staff)
    return to_record(kept.id, "unmerged")


@router.get("/import")
async def import_form(request: Request, desk: AtDesk) -> Response:
    return render(request, "desk/import.html", desk=desk, report=None)


@router.post("/import")
async def import_file(request: Request, session: Session, desk: Posted, file: UploadFile) -> Response:
    content = await file.read(LARGEST_IMPORT + 1)
    if not content or len(content) > LARGEST_IMPORT:
        return render(request, "desk/import.html", 422, desk=desk, report=None, fault=True)
    text = content.decode("utf-8-sig", errors="replace")
    report = await claimants.import_csv(session, text, desk.staff.areas, desk.staff)
    return render(request, "desk/import.html", desk=desk, report=report)


async def _colleague(session: Session, area: str, id_: UUID | None) -> staff.Staff:
    return await _any_colleague(session, [area], str(id_ or ""))


async def _any_colleague(session: Session, areas: list[str], id_: str) -> staff.Staff:
    for one in await claimants.colleagues(session, areas):
        if str(one.id) == id_:
            return one
    raise staff.Unusable("choose a colleague of this area")


def _tomorrow() -> date:
    return local(now()).date() + timedelta(days=1)
