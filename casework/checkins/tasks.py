"""What a person has to do: a case at the desk with its level, its reason and the time that was promised."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, claimants, handoff, messaging
from casework.base.clock import now
from casework.checkins import rules
from casework.checkins.models import Checkin
from casework.checkins.outcomes import Task, outcomes
from casework.claimants import Claimant
from casework.council import Area, council
from casework.handoff import Handoff
from casework.staff import Staff

LEFT, TEMPORARY, BEREAVED, NOTE, NO_REPLY, TAKEN_BACK, WANTS_CALL = "left", "temporary", "bereaved", "no_reply", "no_reply", "taken_back", "wants_call"


async def give(session: AsyncSession, claimant: Claimant, conversation_id: UUID, reason: str, task: Task) -> datetime:
    """Somebody has it to do from now on; by when, as the person may be told: of one case one time, which may be sooner."""
    area = council().area(claimant.area)
    due = rules.promise(area, task, now())
    asked = await handoff.request(session, conversation_id, area, f"checkin_{reason}", level=task.level, promised_by=due)
    return asked.promised_by if asked.promised_by > now() else due


async def give_of_unknown(session: AsyncSession, conversation_id: UUID, area: Area, reason: str = LEFT) -> datetime:
    """Somebody whom we do not know yet has lost a job, or will: they are rung where they wrote from, as anybody is."""
    task = outcomes().outcomes[reason].task or outcomes().unread
    due = rules.promise(area, task, now())
    asked = await handoff.request(session, conversation_id, area, f"checkin_{reason}", level=task.level, promised_by=due)
    return asked.promised_by or due


async def taken_back(session: AsyncSession, claimant: Claimant) -> bool:
    """They meant a better answer: whoever has it to do sees so, and rings all the same. False where nobody has it any more."""
    reasons = {f"checkin_{name}" for name in (*outcomes().outcomes, "unread")}
    talks = await messaging.of_claimant(session, claimant.id)
    return any([await handoff.add_note(session, one.id, f"checkin_{TAKEN_BACK}", reasons) for one in talks])


async def no_reply(session: AsyncSession, checkin: Checkin) -> None:
    """They answered nothing, not even the note: one call."""
    if checkin.conversation_id:
        claimant = await claimants.get(session, checkin.claimant_id)
        checkin.level = outcomes().no_reply.level
        checkin.promised_by = await give(session, claimant, checkin.conversation_id, NO_REPLY, outcomes().no_reply)


async def no_call(session: AsyncSession, claimant: Claimant) -> None:
    """They are in touch again: the call that waits because they were not is called off, and says so."""
    query = select(Checkin).where(Checkin.claimant_id == claimant.id, Checkin.question == NOTE, Checkin.level.is_not(None))
    for note in (await session.execute(query)).scalars():
        reason = f"checkin_{NO_REPLY}"
        if note.conversation_id and await handoff.not_needed(session, note.conversation_id, reason):
            note.level, note.promised_by, note.why = None, None, "answered"
            await audit.note(session, "visitor", "checkins.no_call", claimant_id=claimant.id)


async def job_over(session: AsyncSession, claimant: Claimant) -> None:
    """Somebody else told us: they are rung about what comes next, as if they had told us themselves."""
    talks = await messaging.of_claimant(session, claimant.id)
    left = outcomes().outcomes[LEFT].task
    if left:
        talk = max(talks, key=lambda one: one.last_at) if talks else await messaging.start_desk(session, claimant)
        await give(session, claimant, talk.id, LEFT, left)


async def spoken(session: AsyncSession, claimant: Claimant, staff: Staff) -> None:
    """A worker has spoken with them about the end of the job: the promise is kept, and nothing waits."""
    left = outcomes().outcomes[LEFT].task
    if left is None:
        return
    talks, at = await messaging.of_claimant(session, claimant.id), now()
    talk = max(talks, key=lambda one: one.last_at) if talks else await messaging.start_desk(session, claimant)
    due = rules.promise(council().area(claimant.area), left, at)
    session.add(
        Handoff(
            conversation_id=talk.id, area=claimant.area, reason=f"checkin_{LEFT}", level=left.level, asked_at=at,
            promised_by=due, taken_by=staff.id, taken_at=at, returned_at=at,
        )
    )


async def unreachable(session: AsyncSession, checkin: Checkin, claimant: Claimant) -> None:
    """Nobody can be texted there: somebody finds another way, once for each job."""
    if checkin.why != "no_number":
        return
    before = select(Checkin.id).where(Checkin.job_id == checkin.job_id, Checkin.why == "no_number")
    if (await session.execute(before.where(Checkin.id != checkin.id).limit(1))).scalar_one_or_none():
        return
    talks = await messaging.of_claimant(session, claimant.id)
    if talks:
        latest = max(talks, key=lambda one: one.last_at)
        await give(session, claimant, latest.id, "no_number", outcomes().no_number)
