"""Whom somebody must ring, with what to know before; and what was just done, said once."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fastapi import Request
from fastapi.responses import Response

from api.deps import Session
from api.notices import go, noticed, noticed_about
from casework import appointments, outbox
from casework.appointments import Appointment, Meeting
from casework.staff import Staff

ACTS = ("moved", "reassigned", "called_off", "booked", "kept", "asked", "outcome", "theirs")


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


def go_and_ring(to: str, act: str, done_to: UUID, people: Sequence[Appointment]) -> Response:
    """To the page that says what was done, and whom of them somebody must ring: loaded anew, nothing is done again."""
    return go(to, act, done_to, *(one.id for one in people))


async def just_done(request: Request, session: Session, member: Staff) -> dict[str, Any]:
    """What was done to which meeting on the page before, as `done`, and what `ring` shows of whoever could not be told."""
    act, found = noticed(request), [await session.get(Appointment, one) for one in noticed_about(request)]
    theirs = [one for one in found if one and one.area in member.areas]
    if act not in ACTS or not theirs or len(theirs) < len(found):
        return {"done": None}
    done_to, *people = theirs
    (meeting,) = await appointments.meetings_of(session, [done_to])
    return {"done": (act, meeting)} | (await to_ring(session, people) if people else {})
