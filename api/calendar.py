"""One appointment as a calendar entry. The address is only told to the person it is for."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response

from api.deps import Session
from casework import appointments
from casework.appointments.calendar import Entry, calendar
from casework.base.clock import now
from casework.base.words import words
from casework.council import council

router = APIRouter(prefix="/calendar", include_in_schema=False)


@router.get("/{appointment}.ics")
async def entry(session: Session, appointment: UUID) -> Response:
    """Raises NotFound; a cancelled one says so, that calendars take it out."""
    found = await appointments.get(session, appointment)
    area = council().area(found.area)
    venue = next((one for one in area.venues if one.id == found.venue), None)
    shown = Entry(
        uid=f"{found.id}@handrail",
        sequence=found.sequence,
        start=found.starts_at,
        end=found.ends_at,
        title=words("utter_calendar_title").text,
        place=f"{venue.name}, {venue.address}" if venue else "",
        cancelled=found.state == "cancelled",
        changed=now(),
    )
    text = calendar([shown], "CANCEL" if shown.cancelled else "PUBLISH")
    return Response(text, media_type="text/calendar; charset=utf-8")
