"""All that is held about one person, as plain values that a person can read and a machine too."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase

from casework import claimants, messaging, screening
from casework.appointments import Appointment
from casework.assessments import Assessment, SecureList
from casework.audit import AuditRow
from casework.base.clock import local, now
from casework.checkins import Checkin, Job
from casework.claimants import Claimant, Consent, KeyWorkerChange
from casework.council import council
from casework.handoff import Handoff
from casework.messaging import Conversation
from casework.outbox import Line, Outgoing, QuietNumber
from casework.privacy.models import DataRequest
from casework.safeguarding.models import Alert
from casework.screening import Screening
from casework.staff import Staff

Plain = dict[str, Any]
RECORD = ("preferred_name", "area", "language", "preferred_channel", "adjustments", "needs", "safe_contact", "source", "referred_on", "created_at")


async def export(session: AsyncSession, claimant_id: UUID) -> Plain:
    """Everything about one person, records merged into theirs included. Raises NotFound."""
    claimant = await claimants.get(session, claimant_id)
    ids = [claimant.id, *await merged_into(session, claimant.id)]
    talks = await _all(session, Conversation, Conversation.claimant_id.in_(ids), Conversation.created_at)
    talk_ids = [one.id for one in talks]
    addresses = [one.address for one in claimant.channels]
    names = await _names(session)
    return {
        "id": str(claimant.id),
        "council": council().name,
        "made_at": _plain(now()),
        "record": _fields(claimant, RECORD) | {"key_worker": names.get(claimant.key_worker_id)},
        "numbers_and_addresses": [_fields(one, ("kind", "address", "proved_at", "closed_at")) for one in claimant.channels],
        "what_you_agreed_to": [
            _fields(one, ("purpose", "given", "wording_version", "at"))
            for one in await _all(session, Consent, Consent.claimant_id.in_(ids), Consent.at)
        ],
        "changes_of_key_worker": [
            _fields(one, ("reason", "starts_on", "told_at", "done_at"))
            | {"from": names.get(one.from_id), "to": names.get(one.to_id)}
            for one in await _all(session, KeyWorkerChange, KeyWorkerChange.claimant_id.in_(ids), KeyWorkerChange.at)
        ],
        "conversations": [await _conversation(session, one) for one in talks],
        "screenings": [
            _screening(one)
            for one in await _all(
                session,
                Screening,
                Screening.conversation_id.in_(talk_ids) | Screening.claimant_id.in_(ids),
                Screening.started_at,
            )
        ],
        "assessments": [
            _fields(one, ("started_at", "completed_at", "answers", "results"))
            for one in await _all(session, Assessment, Assessment.claimant_id.in_(ids), Assessment.started_at)
        ],
        "jobs": [
            _fields(one, ("starts_on", "first_payday", "ended_on", "shifts", "cadence", "paused_until", "reported_by"))
            for one in await _all(session, Job, Job.claimant_id.in_(ids), Job.starts_on)
        ],
        "how_work_goes": [
            _fields(one, ("due_at", "sent_at", "words", "answered_at", "outcome", "score", "trend", "promised_by"))
            for one in await _all(session, Checkin, Checkin.claimant_id.in_(ids), Checkin.due_at)
        ],
        "lists_you_ticked": [
            _fields(one, ("made_at", "answered_at", "answers", "consent_version"))
            for one in await _all(session, SecureList, SecureList.claimant_id.in_(ids), SecureList.made_at)
        ],
        "appointments": [
            _fields(one, ("starts_at", "ends_at", "kind", "format", "venue", "state", "name", "told_late_at", "made_at"))
            for one in await _all(
                session,
                Appointment,
                Appointment.state.not_in(("held", "let_go"))
                & (Appointment.claimant_id.in_(ids) | Appointment.conversation_id.in_(talk_ids)),
                Appointment.starts_at,
            )
        ],
        "asked_for_a_person": [
            _fields(one, ("reason", "asked_again", "also", "asked_at", "promised_by", "taken_at", "returned_at"))
            | {"taken_by": names.get(one.taken_by)}
            for one in await _all(session, Handoff, Handoff.conversation_id.in_(talk_ids), Handoff.asked_at)
        ],
        "safety_alerts": [
            _fields(one, ("danger", "priority", "words", "raised_at", "acknowledged_at"))
            for one in await _all(session, Alert, Alert.conversation_id.in_(talk_ids), Alert.raised_at)
        ],
        "texts_kept_back": [
            _fields(one, ("number", "why", "until", "at"))
            for one in await _all(session, QuietNumber, QuietNumber.number.in_(addresses), QuietNumber.at)
        ],
        "our_number_you_write_to": [
            _fields(one, ("number", "ours", "at"))
            for one in await _all(session, Line, Line.number.in_(addresses), Line.at)
        ],
        "texts_and_emails_to_you": [
            _fields(one, ("kind", "to", "subject", "text", "status", "made_at", "sent_at"))
            for one in await _all(session, Outgoing, Outgoing.to.in_(addresses), Outgoing.made_at)
        ],
        "requests_about_your_data": [
            _fields(one, ("number", "kind", "asked_at", "due_on", "acknowledged_at", "done_at", "outcome"))
            for one in await _all(session, DataRequest, DataRequest.claimant_id.in_(ids), DataRequest.asked_at)
        ],
        "who_did_what": [
            _fields(one, ("at", "actor", "act", "allowed")) | {"by": names.get(one.staff_id)}
            for one in await _all(
                session, AuditRow, AuditRow.claimant_id.in_(ids) | AuditRow.conversation_id.in_(talk_ids), AuditRow.at
            )
        ],
    }


async def _names(session: AsyncSession) -> dict[UUID | None, str]:
    return {one.id: one.name for one in (await session.execute(select(Staff))).scalars()}


async def merged_into(session: AsyncSession, claimant_id: UUID) -> Sequence[UUID]:
    """The records that were merged into this one, however long ago."""
    found: list[UUID] = []
    looked = [claimant_id]
    while looked:
        query = select(Claimant.id).where(Claimant.merged_into.in_(looked))
        looked = list((await session.execute(query)).scalars())
        found += looked
    return found


async def _conversation(session: AsyncSession, conversation: Conversation) -> Plain:
    messages = await messaging.history(session, conversation.id)
    said = [_fields(one, ("at", "sender", "name", "text")) | {"kept_from_key_worker": one.private} for one in messages]
    return _fields(conversation, ("channel", "area", "created_at", "finished_at")) | {"messages": said}


def _screening(one: Screening) -> Plain:
    return _fields(one, ("started_at", "finished_at")) | screening.plain(one)


async def _all[T: DeclarativeBase](session: AsyncSession, table: type[T], where: Any, order: Any) -> Sequence[T]:
    return (await session.execute(select(table).where(where).order_by(order))).scalars().all()


def _fields(row: object, names: Iterable[str]) -> Plain:
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return local(value).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value
