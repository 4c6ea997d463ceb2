"""The people of a worker's areas: find one, make a record, change it."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from api.deps import Session
from api.desk.forms import ClaimantForm, CorrectionForm, read_channel
from api.desk.screenings import seen
from api.desk.session import AtDesk, Posted
from api.notices import go
from api.pages import render
from casework import appointments, checkins, claimants, handoff, identity, messaging, screening, texts
from casework.base.clock import local, now
from casework.claimants import Claimant
from casework.claimants.rules import responsibility
from casework.council import council
from casework.staff import Staff

router = APIRouter(prefix="/desk/claimants")


@router.get("")
async def listing(request: Request, session: Session, desk: AtDesk, q: str = "") -> Response:
    found = await claimants.search(session, desk.staff.areas, q)
    workers = {one.id: one.name for one in await claimants.colleagues(session, desk.staff.areas)}
    return render(request, "desk/claimants.html", desk=desk, found=found, workers=workers, q=q)


@router.get("/new")
async def blank(request: Request, desk: AtDesk) -> Response:
    return render(request, "desk/claimant_new.html", desk=desk, form=ClaimantForm(area=desk.staff.areas[0]), faults={})


@router.post("/new")
async def create(
    request: Request, session: Session, desk: Posted, form: Annotated[ClaimantForm, Form()]
) -> Response:
    faults = form.faults(desk.staff.areas)
    if faults:
        return render(request, "desk/claimant_new.html", 422, desk=desk, form=form, faults=faults)
    made = await claimants.create(session, source="worker", staff=desk.staff, **form.values())
    return to_record(made.id, "person_made")


@router.get("/{claimant}")
async def record(request: Request, session: Session, desk: AtDesk, claimant: UUID) -> Response:
    return render(request, "desk/claimant.html", desk=desk, **await view(session, desk.staff, claimant))


@router.post("/{claimant}")
async def correct(
    request: Request, session: Session, desk: Posted, claimant: UUID, form: Annotated[CorrectionForm, Form()]
) -> Response:
    found = await claimants.get(session, claimant, desk.staff.areas)
    faults = form.faults()
    if faults:
        seen = await view(session, desk.staff, claimant)
        return render(request, "desk/claimant.html", 422, desk=desk, **seen | {"faults": faults})
    await claimants.update(session, found, desk.staff, **form.values())
    return to_record(found.id, "saved")


@router.post("/{claimant}/channels")
async def add_channel(
    request: Request, session: Session, desk: Posted, claimant: UUID, address: Annotated[str, Form()] = ""
) -> Response:
    found = await claimants.get(session, claimant, desk.staff.areas)
    read = read_channel(address)
    if read is None:
        seen = await view(session, desk.staff, claimant)
        fault = {"faults": {"address": "channel"}, "typed": address}
        return render(request, "desk/claimant.html", 422, desk=desk, **seen | fault)
    await claimants.add_channel(session, found, *read, staff=desk.staff)
    return to_record(found.id, "channel_added")


@router.post("/{claimant}/channels/{channel}/close")
async def close_channel(session: Session, desk: Posted, claimant: UUID, channel: UUID) -> Response:
    found = await claimants.get(session, claimant, desk.staff.areas)
    await claimants.close_channel(session, found, channel, desk.staff)
    return to_record(found.id, "channel_closed")


@router.post("/{claimant}/texts")
async def release_texts(session: Session, desk: Posted, claimant: UUID) -> Response:
    """They were asked which times suit them: texts that waited for that go again."""
    found = await claimants.get(session, claimant, desk.staff.areas)
    await texts.release(session, found, desk.staff)
    return to_record(found.id, "texts_released")


@router.post("/{claimant}/consents")
async def change_consent(
    session: Session,
    desk: Posted,
    claimant: UUID,
    purpose: Annotated[str, Form()] = "",
    given: Annotated[bool, Form()] = False,
) -> Response:
    found = await claimants.get(session, claimant, desk.staff.areas)
    await claimants.change_consent(session, found, purpose, given, desk.staff)
    return to_record(found.id, "consent_changed")


@router.post("/{claimant}/reference")
async def reference(request: Request, session: Session, desk: Posted, claimant: UUID) -> Response:
    """Shown on this answer only; afterwards nobody can read it again."""
    found = await claimants.get(session, claimant, desk.staff.areas)
    issued = await identity.issue_reference(session, found.id, desk.staff)
    seen = await view(session, desk.staff, claimant)
    return render(request, "desk/claimant.html", desk=desk, **seen | {"reference": issued})


async def view(session: Session, member: Staff, claimant_id: UUID) -> dict[str, Any]:
    """All that a record's page shows."""
    found = await claimants.get(session, claimant_id, member.areas)
    today = local(now()).date()
    return {
        "claimant": found,
        "consents": await claimants.consents(session, found.id),
        "consent_questions": claimants.consent_questions(),
        "worker": await claimants.key_worker(session, found, today),
        "workers": await claimants.at_work(session, found.area, today),
        "changes": await claimants.changes_of(session, found.id),
        "clock": responsibility(found.referred_on, council().standards.responsibility_months, today),
        "thread": await messaging.thread(session, found.id),
        "job": await checkins.followed_job(session, found.id),
        "facts": await checkins.facts_of(session, found.id),
        "last_checkin": await checkins.latest(session, found.id),
        "held": await texts.held(session, found),
        "may_release": await texts.may_release(session, found),
        "waiting": await _waiting(session, found),
        "alike": await claimants.duplicates(session, found),
        "screenings": [seen(one) for one in await screening.of_claimant(session, found.id)],
        "merges": await claimants.merges_of(session, found.id),
        "alert": await appointments.alert_of(session, found.id),
        "faults": {},
    }


async def _waiting(session: Session, claimant: Claimant) -> list[UUID]:
    """Their conversations that wait for a person."""
    talks = await messaging.of_claimant(session, claimant.id)
    return [one.id for one in talks if await handoff.open_handoff(session, one.id)]


def to_record(claimant_id: UUID, done: str) -> Response:
    """`done` is a name in desk/notices.html."""
    return go(f"/desk/claimants/{claimant_id}", done)
