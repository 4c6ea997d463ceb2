"""What people agreed to, in which wording, and when. The latest answer holds."""

from functools import cache
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.yamlfile import DataModel, load_yaml
from casework.claimants.models import Consent


class Question(DataModel):
    version: str
    words: str


class Questions(DataModel):
    keep_record: Question
    contact: Question
    share_with_partners: Question


@cache
def questions() -> Questions:
    return load_yaml(Path(__file__).with_name("consents.yml"), Questions)


async def consent(session: AsyncSession, claimant_id: UUID, purpose: str, given: bool) -> None:
    """Keep an answer, with the version of the words it was given to."""
    version = getattr(questions(), purpose).version
    session.add(Consent(claimant_id=claimant_id, purpose=purpose, given=given, wording_version=version))
    await session.flush()


async def consents(session: AsyncSession, claimant_id: UUID) -> dict[str, Consent]:
    """The latest answer for each purpose that was asked about."""
    query = select(Consent).where(Consent.claimant_id == claimant_id).order_by(Consent.at)
    return {one.purpose: one for one in (await session.execute(query)).scalars()}
