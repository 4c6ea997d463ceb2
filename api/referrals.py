"""Referrals from partners' own systems."""

from datetime import date
from typing import Any

from fastapi import APIRouter, Response
from pydantic import BaseModel

from api.deps import Bearer, Session
from casework import referrals

router = APIRouter(prefix="/referrals", tags=["referrals"])


class Incoming(BaseModel):
    """`ref` is the partner's own number; sending it again changes nothing."""

    ref: str
    area: str
    name: str
    mobile: str = ""
    email: str = ""
    language: str = "en"
    adjustments: str = ""
    consent: bool


@router.post("", status_code=201)
async def refer(session: Session, token: Bearer, body: Incoming, response: Response) -> dict[str, Any]:
    """201 when taken, 200 when it was taken before. Whether we knew the person is not told."""
    partner = await referrals.partner_of(session, token)
    person = referrals.Person(**body.model_dump(exclude={"ref"}))
    taken, is_new = await referrals.refer(session, partner, body.ref, person)
    response.status_code = 201 if is_new else 200
    return {"ref": taken.ref, "received_at": taken.received_at.isoformat()}


class JobStarted(BaseModel):
    starts_on: date
    first_payday: date | None = None


class JobEnded(BaseModel):
    ended_on: date


@router.post("/{ref:path}/job", status_code=204)
async def job_started(session: Session, token: Bearer, ref: str, body: JobStarted) -> None:
    """Somebody whom the partner referred has a job. Told again it changes the days, and nothing else."""
    partner = await referrals.partner_of(session, token)
    await referrals.job_started(session, partner, ref, body.starts_on, body.first_payday)


@router.post("/{ref:path}/job/ended", status_code=204)
async def job_ended(session: Session, token: Bearer, ref: str, body: JobEnded) -> None:
    partner = await referrals.partner_of(session, token)
    await referrals.job_ended(session, partner, ref, body.ended_on)
