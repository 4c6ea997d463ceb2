"""Calendar entries for other programs: one appointment, and a worker's own diary by an address that is a secret."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response

from api.deps import Session
from casework import appointments

router = APIRouter(prefix="/calendar", include_in_schema=False)
TYPE = "text/calendar; charset=utf-8"


@router.get("/{appointment}.ics")
async def entry(session: Session, appointment: UUID) -> Response:
    """The address is only told to the person it is for. Raises NotFound; a cancelled one takes itself out."""
    return Response(appointments.entry(await appointments.get(session, appointment)), media_type=TYPE)


@router.get("/feed/{secret}.ics")
async def feed(session: Session, secret: str) -> Response:
    """Raises NotFound."""
    return Response(await appointments.feed(session, secret), media_type=TYPE, headers={"Cache-Control": "no-store"})
