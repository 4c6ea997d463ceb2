"""Referrals from partners' own systems."""

from datetime import date, time
from typing import Any, Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field

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


class Shift(BaseModel):
    """A weekly shift; past midnight where it ends before it starts."""

    model_config = ConfigDict(populate_by_name=True)

    days: list[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]]
    from_: time = Field(alias="from")
    until: time

    def known(self) -> dict[str, str]:
        return {"days": " ".join(self.days), "from": f"{self.from_:%H:%M}", "until": f"{self.until:%H:%M}"}


class JobStarted(BaseModel):
    """No `shifts` change none that are known."""

    starts_on: date
    first_payday: date | None = None
    shifts: list[Shift] = []


class JobEnded(BaseModel):
    ended_on: date


@router.post("/{ref:path}/job", status_code=204)
async def job_started(session: Session, token: Bearer, ref: str, body: JobStarted) -> None:
    """Somebody whom the partner referred has a job. Told again it changes the days and the shifts, and nothing else."""
    partner = await referrals.partner_of(session, token)
    await referrals.job_started(session, partner, ref, body.starts_on, body.first_payday, [one.known() for one in body.shifts])


@router.post("/{ref:path}/job/ended", status_code=204)
async def job_ended(session: Session, token: Bearer, ref: str, body: JobEnded) -> None:
    partner = await referrals.partner_of(session, token)
    await referrals.job_ended(session, partner, ref, body.ended_on)
