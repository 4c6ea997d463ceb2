"""Kept screenings whose outcome would be another under the rules, dates and places of today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import now
from casework.base.words import words
from casework.claimants import Claimant, Consent
from casework.council import council
from casework.programmes import Programme, programmes
from casework.programmes.rules import kind_of
from casework.screening.answering import Stored, facts_of
from casework.screening.models import Screening
from casework.screening.service import open_here

CLOSED = "not-available-here"


@dataclass(frozen=True)
class Moved:
    """`changes` is {pack id: (kind then, kind now)}; `draft` the message a worker may send.

    A kind is that of an outcome, or CLOSED where the programme was not or is not open to them.
    """

    claimant_id: UUID
    screening_id: UUID
    changes: dict[str, tuple[str, str]]
    draft: str


async def moved(session: AsyncSession) -> list[Moved]:
    """Of everybody's latest kept screening, those with another outcome; only people who agreed to hear from us."""
    latest = (
        select(
            Screening.claimant_id,
            Screening.id,
            Screening.area,
            Screening.answers,
            Screening.results,
            Claimant.preferred_name,
        )
        .join(Claimant, Claimant.id == Screening.claimant_id)
        .where(Screening.results.is_not(None), Claimant.merged_into.is_(None), Claimant.id.in_(_agreeing()))
        .distinct(Screening.claimant_id)
        .order_by(Screening.claimant_id, Screening.started_at.desc())
    )
    rows = (await session.execute(latest)).tuples()
    at = now()
    here = {area.id: [one for one in programmes().values() if open_here(one, area, at)] for area in council().areas}
    return [
        Moved(claimant_id, id_, found, _draft(name, found))
        for claimant_id, id_, area, answers, results, name in rows
        if claimant_id and (found := changes(answers, results or {}, here.get(area, ())))
    ]


def changes(
    answers: Mapping[str, Stored], results: Mapping[str, Mapping[str, object]], here: Sequence[Programme]
) -> dict[str, tuple[str, str]]:
    """What came out then and would come out now, by pack, where that differs; `here` is what is open to them now.

    A programme that opens is worth telling of only where it may fit.
    """
    then = {id_: str(result["kind"]) for id_, result in results.items()}
    told = facts_of(here, answers)
    comes = {one.id: str(kind_of(one, told)) for one in here}
    ended = {id_: (kind, CLOSED) for id_, kind in then.items() if id_ not in comes and kind != "unlikely"}
    opened = {id_: (CLOSED, kind) for id_, kind in comes.items() if id_ not in then and kind != "unlikely"}
    moved = {id_: (then[id_], kind) for id_, kind in comes.items() if id_ in then and then[id_] != kind}
    return moved | opened | ended


def _agreeing() -> Select[UUID]:
    """Who said yes to being contacted, when last asked."""
    last = (
        select(Consent.claimant_id, Consent.given)
        .where(Consent.purpose == "contact")
        .distinct(Consent.claimant_id)
        .order_by(Consent.claimant_id, Consent.at.desc())
        .subquery()
    )
    return select(last.c.claimant_id).where(last.c.given.is_(True))


def _draft(name: str, found: dict[str, tuple[str, str]]) -> str:
    names = ", ".join(programmes()[id_].pack.name if id_ in programmes() else id_ for id_ in found)
    return words("utter_screening_moved", name=name, programmes=names).text
