"""Whom somebody must ring, with what to know before; and what was just done, said once."""

from collections.abc import Sequence
from typing import Any

from fastapi import Request

from api.deps import Session
from api.notices import noticed, noticed_about
from casework import appointments, outbox
from casework.appointments import Appointment, Meeting
from casework.staff import Staff

ACTS = ("moved", "reassigned", "called_off", "booked", "untold", "kept", "asked", "outcome", "theirs")


async def to_ring(session: Session, people: Sequence[Appointment]) -> dict[str, Any]:
    """What `ring` of ringing.html shows."""
    meetings = await appointments.meetings_of(session, people)
    return {
        "to_ring": meetings,
        "ring_alerts": await appointments.alerts_of(session, meetings),
        "ring_quiet": await outbox.quietnesses(session, {one for meeting in meetings for one in _numbers(meeting)}),
    }


def _numbers(one: Meeting) -> list[str]:
    known = [way.address for way in one.person.channels if way.closed_at is None and way.kind == "sms"] if one.person else []
    reach = one.appointment.reach or {}
    return known or ([reach["address"]] if reach.get("address") else [])


def as_shown(meetings: Sequence[Meeting]) -> str:
    """What a page showed of them: where it is not the same any more, it is shown again before anybody is told."""
    return " ".join(f"{one.appointment.id}-{one.appointment.sequence}-{len(one.places)}" for one in meetings)


async def just_done(request: Request, session: Session, member: Staff) -> tuple[str, Meeting] | None:
    """What was done to which meeting on the page before."""
    act, id_ = noticed(request), noticed_about(request)
    found = await session.get(Appointment, id_) if id_ else None
    if act not in ACTS or found is None or found.area not in member.areas:
        return None
    (meeting,) = await appointments.meetings_of(session, [found])
    return act, meeting
