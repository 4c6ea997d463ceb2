"""What is true of the people whose questions are due, read for many at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging, outbox, safeguarding
from casework.checkins.models import Checkin, Job
from casework.checkins.rules import Facts
from casework.claimants import Claimant
from casework.messaging import Conversation
from casework.outbox import QuietNumber


@dataclass(frozen=True)
class Gathered:
    """`jobs` are the followed ones, by person; `threads` the open threads of texts, by number."""

    people: Mapping[UUID, Claimant]
    jobs: Mapping[UUID, Job]
    talks: Mapping[UUID, Sequence[Conversation]]
    alerts: frozenset[UUID]
    agreed: frozenset[UUID]
    quiet: Mapping[str, QuietNumber]
    texted_at: Mapping[str, datetime]

    def facts(self, checkin: Checkin, number: str | None) -> Facts:
        """`number` is where it would go; None where they cannot be texted."""
        who = checkin.claimant_id
        job = self.jobs.get(who)
        said = [talk.last_at for talk in self.talks[who] if talk.last_n]
        texted = self.texted_at.get(number or "")
        return replace(
            self.of_person(who, number),
            ended=job is None or job.id != checkin.job_id,
            paused_until=job.paused_until if job else None,
            last_said_at=max([*said, *([texted] if texted else [])], default=None),
            shifts=job.shifts if job else (),
        )

    def of_person(self, claimant_id: UUID, number: str | None) -> Facts:
        """What is true of them whatever they are told, and whenever they wrote."""
        talks = self.talks[claimant_id]
        return Facts(
            alert=any(talk.safety or talk.id in self.alerts for talk in talks),
            person=any(talk.holder == "person" and not talk.finished_at for talk in talks),
            agreed=claimant_id in self.agreed,
            reachable=number is not None,
            kept_back=outbox.kept_back(self.quiet.get(number or ""), "checkin"),
            safe=self.people[claimant_id].safe_contact,
        )


async def gather(session: AsyncSession, checkins: Sequence[Checkin]) -> Gathered:
    return await gather_of(session, {one.claimant_id for one in checkins})


async def gather_of(session: AsyncSession, ids: set[UUID], beside: Collection[str] = ()) -> Gathered:
    """`beside`: numbers that something may go to, whether or not they are those on record."""
    people = await claimants.by_ids(session, ids)
    talks = await messaging.of_claimants(session, ids)
    numbers = {*beside, *(number for one in people.values() if (number := messaging.number_of(one)))}
    every = [talk.id for one in talks.values() for talk in one]
    return Gathered(
        people=people,
        jobs=await _followed(session, ids),
        talks=talks,
        alerts=frozenset(await safeguarding.open_in(session, every)),
        agreed=frozenset(await claimants.all_agreed(session, ids, "contact", "texts")),
        quiet=await outbox.quietnesses(session, numbers),
        texted_at=await outbox.last_to(session, numbers),
    )


async def _followed(session: AsyncSession, claimant_ids: set[UUID]) -> dict[UUID, Job]:
    """Of two open jobs the later start counts."""
    query = select(Job).where(Job.claimant_id.in_(claimant_ids), Job.ended_on.is_(None))
    found = (await session.execute(query.order_by(Job.starts_on, Job.id.desc()))).scalars()
    return {one.claimant_id: one for one in found}
