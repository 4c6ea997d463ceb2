"""One person's screenings: begun, found again, finished."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import local, now
from casework.council import Area, council
from casework.programmes import Outcome, Programme, programmes
from casework.screening.models import Screening, Step
from casework.screening.steps import answered, outcomes


async def start(session: AsyncSession, conversation_id: UUID, area: Area) -> Screening | None:
    """A fresh screening for the programmes open in the area; one under way is closed. None where there are none."""
    under_way = await current(session, conversation_id)
    if under_way:
        under_way.finished_at = now()
        await session.flush()
    packs = [one.id for one in programmes().values() if open_here(one, area, now())]
    if not packs:
        return None
    screening = Screening(conversation_id=conversation_id, area=area.id, packs=packs, answers={}, private=[], misses=0)
    screening.step, screening.changed = Step.ASKING, []
    session.add(screening)
    await session.flush()
    return screening


async def current(session: AsyncSession, conversation_id: UUID) -> Screening | None:
    """The screening under way, held until the transaction ends."""
    query = select(Screening).where(Screening.conversation_id == conversation_id, Screening.finished_at.is_(None))
    return (await session.execute(query.with_for_update())).scalar_one_or_none()


async def latest(session: AsyncSession, conversation_id: UUID) -> Screening | None:
    query = select(Screening).where(Screening.conversation_id == conversation_id)
    return (await session.execute(query.order_by(Screening.started_at.desc()).limit(1))).scalar_one_or_none()


async def of_claimant(session: AsyncSession, claimant_id: UUID) -> Sequence[Screening]:
    """Those that were kept, the latest first."""
    query = select(Screening).where(Screening.claimant_id == claimant_id)
    return (await session.execute(query.order_by(Screening.started_at.desc()))).scalars().all()


async def answered_in(session: AsyncSession, conversation_ids: Collection[UUID]) -> set[UUID]:
    """Those of the conversations in which questions were answered."""
    query = select(Screening.conversation_id, Screening.answers).where(Screening.conversation_id.in_(conversation_ids))
    return {id_ for id_, answers in (await session.execute(query)).tuples() if id_ and answers}


def offer_change(screening: Screening) -> None:
    """Open the choice of which answer to change."""
    screening.step, screening.asking, screening.finished_at = Step.CHANGING, None, None


def offer_trial(screening: Screening) -> bool:
    """Open the choice of which answer to try another way; False where there is no outcome to compare with."""
    if not screening.results or not answered(screening):
        return False
    screening.step, screening.asking, screening.finished_at = Step.TRYING, None, None
    return True


def finish(screening: Screening) -> dict[str, Outcome]:
    """Close it with what it came to, by pack id."""
    found = outcomes(screening)
    screening.results = {
        id_: {"kind": one.kind, "version": programmes()[id_].version} for id_, one in found.items()
    }
    screening.finished_at = screening.screened_at = now()
    screening.step, screening.asking = Step.DONE, None
    return found


def open_here(programme: Programme, area: Area, at: datetime) -> bool:
    """Whether it may be asked about: what runs there, and in a made-up council demonstrations too."""
    shown = programme.pack.status == "live" or (council().fictional and programme.pack.status == "demo")
    return shown and programme.id in area.programmes and programme.pack.runs(area.id, area.nation, local(at).date())
