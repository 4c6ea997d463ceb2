"""What people agreed to, in which wording, and when. The latest answer holds."""

from collections.abc import Collection
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.base.errors import Unreadable
from casework.base.once import once
from casework.base.words import words
from casework.base.yamlfile import DataModel, load_yaml
from casework.claimants.models import Claimant, Consent
from casework.staff import Staff

CHANGEABLE = ("contact", "share_with_partners", "news")


class Question(DataModel):
    version: str
    words: str
    again: str


class Questions(DataModel):
    keep_record: Question
    contact: Question
    texts: Question
    share_with_partners: Question
    keep_screening: Question
    news: Question


@once
def questions() -> Questions:
    return load_yaml(Path(__file__).with_name("consents.yml"), Questions)


def asked() -> dict[str, str]:
    """The words of each question that a worker may put again."""
    return {purpose: words(getattr(questions(), purpose).again).text for purpose in CHANGEABLE}


async def consent(session: AsyncSession, claimant_id: UUID, purpose: str, given: bool) -> None:
    """Keep an answer, with the version of the words it was given to."""
    version = getattr(questions(), purpose).version
    session.add(Consent(claimant_id=claimant_id, purpose=purpose, given=given, wording_version=version))
    await session.flush()


async def change(session: AsyncSession, claimant: Claimant, purpose: str, given: bool, staff: Staff) -> None:
    """What the person told a worker. To keep no record is to erase it. Raises Unreadable."""
    if purpose not in CHANGEABLE:
        raise Unreadable("that is nothing people are asked to agree to here")
    await consent(session, claimant.id, purpose, given)
    await audit.note(
        session, "staff", "claimant.consent", staff_id=staff.id, claimant_id=claimant.id, subject=f"{purpose}={given}"
    )


async def consents(session: AsyncSession, claimant_id: UUID) -> dict[str, Consent]:
    """The latest answer for each purpose that was asked about."""
    query = select(Consent).where(Consent.claimant_id == claimant_id).order_by(Consent.at)
    return {one.purpose: one for one in (await session.execute(query)).scalars()}


async def all_agreed(session: AsyncSession, claimant_ids: Collection[UUID], *purposes: str) -> set[UUID]:
    """Those of many people who `agreed`."""
    query = select(Consent).where(Consent.claimant_id.in_(claimant_ids), Consent.purpose.in_(purposes))
    last = {(one.claimant_id, one.purpose): one for one in (await session.execute(query.order_by(Consent.at))).scalars()}
    return set(claimant_ids) - {who for (who, _), one in last.items() if not one.given}


async def said_yes(session: AsyncSession, claimant_ids: Collection[UUID], purpose: str) -> set[UUID]:
    """Those of many people whose latest answer is a yes; who was never asked said none."""
    query = select(Consent).where(Consent.claimant_id.in_(claimant_ids), Consent.purpose == purpose)
    last = {one.claimant_id: one.given for one in (await session.execute(query.order_by(Consent.at))).scalars()}
    return {who for who, given in last.items() if given}


async def agreed(session: AsyncSession, claimant_id: UUID, *purposes: str) -> bool:
    """False once they said no to any; who was never asked gave the number or address for being reached."""
    last = await consents(session, claimant_id)
    return all(last[one].given for one in purposes if one in last)
