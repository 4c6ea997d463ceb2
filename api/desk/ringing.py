"""Whom somebody must ring, with what to know before; and what was just done, said once."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from api.deps import Session
from casework import appointments, outbox
from casework.appointments import Appointment, Meeting
from casework.base.settings import settings
from casework.staff import Staff

COOKIE, SECONDS = "handrail_done", 60
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


def say_done(path: str, act: str, appointment: UUID) -> Response:
    """The next page says what was done, and to whom; a reload of it does not."""
    response = RedirectResponse(path, status_code=303)
    response.set_cookie(
        COOKIE, f"{act} {appointment}", max_age=SECONDS, httponly=True, samesite="strict",
        secure=settings().secure_cookies, path="/desk",
    )
    return response


async def just_done(request: Request, session: Session, member: Staff) -> tuple[str, Meeting] | None:
    """What was done on the page before."""
    act, _, id_ = request.cookies.get(COOKIE, "").partition(" ")
    try:
        found = await session.get(Appointment, UUID(id_))
    except ValueError:
        return None
    if act not in ACTS or found is None or found.area not in member.areas:
        return None
    (meeting,) = await appointments.meetings_of(session, [found])
    return act, meeting


def said(response: Response) -> Response:
    response.delete_cookie(COOKIE, path="/desk")
    return response
