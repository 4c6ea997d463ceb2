"""Making an assessment and handing them out in one form for every area."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, screening
from casework.assessments import rules, secure
from casework.assessments.models import Assessment
from casework.assessments.rules import Entry
from casework.base.clock import local, now
from casework.claimants import Claimant
from casework.council import council
from casework.programmes import programmes
from casework.staff import Staff

MADE = ("assessment", "claimant", "area", "questions", "completed_on")

def bank(claimant: Claimant) -> list[Entry]:
    return rules.entries(council().area(claimant.area).name)


async def latest(session: AsyncSession, claimant: Claimant) -> Assessment:
    """The last one; where there is none a new one, filled in with what the person told us before and wanted kept."""
    query = select(Assessment).where(Assessment.claimant_id == claimant.id).order_by(Assessment.started_at.desc())
    found = (await session.execute(query.limit(1))).scalar_one_or_none()
    if found:
        return found
    told = await _told_before(session, claimant)
    return Assessment(claimant_id=claimant.id, area=claimant.area, bank=rules.bank_version(), answers=told, results={})


async def save(
    session: AsyncSession, claimant: Claimant, staff: Staff, written: Mapping[str, str], complete: bool
) -> Assessment:
    """What was gone through so far; after a completed one a new one begins."""
    assessment = await latest(session, claimant)
    if assessment.completed_at:
        assessment = Assessment(claimant_id=claimant.id, area=claimant.area)
    read = {entry.id: entry.reads(written.get(entry.id, "")) for entry in bank(claimant)}
    assessment.answers = {id_: value for id_, value in read.items() if value is not None}
    assessment.bank, assessment.results = rules.bank_version(), rules.results(assessment.answers)
    assessment.staff_id = staff.id
    assessment.completed_at = now() if complete else None
    session.add(assessment)
    await session.flush()
    act = "assessment.complete" if complete else "assessment.save"
    await audit.note(session, "staff", act, staff_id=staff.id, claimant_id=claimant.id)
    return assessment


async def exported(session: AsyncSession, areas: Sequence[str]) -> list[dict[str, Any]]:
    """Completed assessments, oldest first: the same columns in every area, whatever was answered."""
    query = (
        select(Assessment)
        .where(Assessment.area.in_(areas), Assessment.completed_at.is_not(None))
        .order_by(Assessment.completed_at)
    )
    return [_row(one) for one in (await session.execute(query)).scalars()]


def columns() -> list[str]:
    """Of what is exported, in order: the same wherever it is made."""
    asked = [entry.id for entry in rules.entries("")]
    return [*MADE, *asked, *(f"outcome_{id_}" for id_ in programmes())]


def _row(one: Assessment) -> dict[str, Any]:
    assert one.completed_at
    asked = {entry.id: one.answers.get(entry.id, "") for entry in rules.entries("")}
    came = {f"outcome_{id_}": one.results.get(id_, {}).get("kind", "") for id_ in programmes()}
    made = {
        "assessment": str(one.id),
        "claimant": str(one.claimant_id),
        "area": one.area,
        "questions": one.bank,
        "completed_on": local(one.completed_at).date().isoformat(),
    }
    return made | asked | came


async def _told_before(session: AsyncSession, claimant: Claimant) -> dict[str, Any]:
    """Answers that were kept, without those kept from the key worker, and the list if the person ticked it."""
    kept = await screening.of_claimant(session, claimant.id)
    told = {id_: value for id_, value in kept[0].answers.items() if id_ not in kept[0].private} if kept else {}
    return told | await secure.answers(session, claimant.id)
