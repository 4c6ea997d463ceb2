"""Removing one person, and saying plainly what stays."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, claimants, messaging
from casework.appointments import Appointment
from casework.audit import AuditRow
from casework.base.words import words
from casework.claimants import Claimant
from casework.council import council
from casework.messaging import Conversation
from casework.outbox import Line, Outgoing, QuietNumber
from casework.privacy.exporting import merged_into
from casework.safeguarding.models import Alert
from casework.screening import Screening
from casework.staff import Staff


@dataclass(frozen=True)
class Erased:
    """`removed` counts rows by what they are; `kept` says in plain sentences what stays, and why."""

    removed: dict[str, int]
    kept: list[str]


async def erase(session: AsyncSession, claimant_id: UUID, by: Staff | None = None) -> Erased:
    """Remove the record, its conversations, what the assistant remembers of them, and texts and e-mails kept here.

    Raises NotFound, and AssistantUnavailable before anything is removed.
    """
    claimant = await claimants.get(session, claimant_id)
    ids = [*await merged_into(session, claimant.id), claimant.id]
    talks = (await session.execute(select(Conversation.id).where(Conversation.claimant_id.in_(ids)))).scalars().all()
    for talk in talks:
        await messaging.forget(talk)
    alerts = await session.scalar(select(func.count()).where(Alert.conversation_id.in_(talks))) or 0
    addresses = await _only_theirs(session, claimant, ids)
    quiet = await session.scalar(select(func.count()).where(QuietNumber.number.in_(addresses))) or 0
    texts = await session.execute(delete(Outgoing).where(Outgoing.to.in_(addresses)).returning(Outgoing.id))
    await session.execute(delete(Line).where(Line.number.in_(addresses)))
    removed = {"conversations": len(talks), "texts_and_emails": len(texts.all()), "records": len(ids)}
    await session.execute(delete(Appointment).where(Appointment.conversation_id.in_(talks)))
    await session.execute(delete(Screening).where(Screening.conversation_id.in_(talks)))
    await session.execute(delete(Conversation).where(Conversation.id.in_(talks)))
    await session.execute(delete(Claimant).where(Claimant.id.in_(ids[:-1])))
    await session.execute(delete(Claimant).where(Claimant.id == claimant.id))
    session.expunge_all()
    actor, staff_id = ("staff", by.id) if by else ("system", None)
    await audit.note(session, actor, "privacy.erase", staff_id=staff_id, claimant_id=claimant.id)
    return Erased(removed, await _kept(session, ids, alerts, quiet))


async def _only_theirs(session: AsyncSession, claimant: Claimant, ids: list[UUID]) -> list[str]:
    """Addresses that nobody else has; words sent to a shared phone may be another person's."""
    addresses = []
    for one in claimant.channels:
        others = await claimants.by_address(session, one.kind, one.address)
        if all(other.id in ids for other in others):
            addresses.append(one.address)
    return addresses


async def _kept(session: AsyncSession, ids: list[UUID], alerts: int, quiet: int) -> list[str]:
    rows = await session.scalar(select(func.count()).select_from(AuditRow).where(AuditRow.claimant_id.in_(ids))) or 0
    years = council().retention.safety_record_days // 365
    said = [words("utter_erase_requests").text, words("utter_erase_audit", count=rows).text]
    if alerts:
        said.append(words("utter_erase_alerts", count=alerts, years=years).text)
    if quiet:
        said.append(words("utter_erase_quiet").text)
    return [*said, words("utter_erase_sent").text, words("utter_erase_backups").text]
