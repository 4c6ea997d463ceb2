"""Kept screenings whose outcome would be another under the rules of today."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.words import words
from casework.claimants import Claimant, Consent
from casework.programmes import programmes
from casework.programmes.rules import kind_of
from casework.screening.answering import facts_of
from casework.screening.models import Screening
from casework.screening.steps import packs_of


@dataclass(frozen=True)
class Moved:
    """`changes` is {pack id: (kind then, kind now)}; `draft` the message a worker may send."""

    claimant_id: UUID
    screening_id: UUID
    changes: dict[str, tuple[str, str]]
    draft: str


async def moved(session: AsyncSession) -> list[Moved]:
    """Of everybody's latest kept screening, those with another outcome; only people who agreed to hear of it."""
    latest = (
        select(Screening, Claimant.preferred_name)
        .join(Claimant, Claimant.id == Screening.claimant_id)
        .where(Screening.results.is_not(None), Claimant.merged_into.is_(None), Claimant.id.not_in(_refusing()))
        .distinct(Screening.claimant_id)
        .order_by(Screening.claimant_id, Screening.started_at.desc())
    )
    rows = (await session.execute(latest)).tuples()
    return [Moved(one.claimant_id, one.id, found, _draft(name, found))
            for one, name in rows if one.claimant_id and (found := changes(one))]


def changes(screening: Screening) -> dict[str, tuple[str, str]]:
    """What came out then and would come out now, by pack, where that differs."""
    then = {id_: str(result["kind"]) for id_, result in (screening.results or {}).items()}
    packs = packs_of(screening)
    told = facts_of(packs, screening.answers)
    now = {one.id: str(kind_of(one, told)) for one in packs}
    return {id_: (then[id_], kind) for id_, kind in now.items() if id_ in then and then[id_] != kind}


def _refusing() -> Select[UUID]:
    """Who said no to being contacted, when last asked."""
    last = (
        select(Consent.claimant_id, Consent.given)
        .where(Consent.purpose == "contact")
        .distinct(Consent.claimant_id)
        .order_by(Consent.claimant_id, Consent.at.desc())
        .subquery()
    )
    return select(last.c.claimant_id).where(last.c.given.is_(False))


def _draft(name: str, found: dict[str, tuple[str, str]]) -> str:
    names = ", ".join(programmes()[id_].pack.name for id_ in found)
    return words("utter_screening_moved", name=name, programmes=names).text
