"""While a worker is away a colleague stands in; whoever has a meeting then is told as of any leave."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from api.deps import Session
from api.desk.forms import read_day
from api.desk.ringing import as_shown, to_ring
from api.desk.session import AtDesk, Posted
from api.pages import render
from casework import appointments, claimants, staff
from casework.appointments import Meeting
from casework.base.errors import HandrailError
from casework.staff import Staff

router = APIRouter(prefix="/desk/absence")


@router.get("")
async def absence_form(request: Request, session: Session, desk: AtDesk) -> Response:
    return render(request, "desk/absence.html", desk=desk, **await _view(session, desk.staff))


@router.post("")
async def absence(
    request: Request,
    session: Session,
    desk: Posted,
    away_from: Annotated[str, Form()] = "",
    away_until: Annotated[str, Form()] = "",
    deputy: Annotated[str, Form()] = "",
    sure: Annotated[str, Form()] = "",
) -> Response:
    """What it hits is shown before anybody is told."""
    form = {"away_from": away_from, "away_until": away_until, "deputy": deputy}
    seen = await _view(session, desk.staff)
    try:
        first, last = read_day(away_from), read_day(away_until)
        stands_in = _chosen(seen["others"], deputy) if first else None
        await appointments.check_absence(session, first, last, stands_in)
        hit = await _hit(session, desk.staff, first, last)
        if hit and sure != as_shown(hit):
            return render(request, "desk/absence.html", desk=desk, **seen | {"hit": hit, "seen": as_shown(hit), "form": form})
        told = await appointments.be_away(session, desk.staff, first, last, stands_in)
    except HandrailError as error:
        return render(request, "desk/absence.html", 422, desk=desk, **seen | {"fault": str(error), "form": form})
    shown = await _view(session, desk.staff) | await to_ring(session, told.to_ring)
    return render(request, "desk/absence.html", desk=desk, **shown | {"told": told})


async def _hit(session: Session, member: Staff, first: date | None, last: date | None) -> list[Meeting]:
    """Days that cannot be are refused when they are kept."""
    if first is None or last is None or last < first:
        return []
    return await appointments.hit_by(session, [member], first, last)


def _chosen(others: list[Staff], id_: str) -> Staff:
    for one in others:
        if str(one.id) == id_:
            return one
    raise staff.Unusable("choose a colleague of this area")


async def _view(session: Session, member: Staff) -> dict[str, Any]:
    others = [one for one in await claimants.colleagues(session, member.areas) if one.id != member.id]
    known = {"away_from": member.away_from or "", "away_until": member.away_until or "", "deputy": member.deputy_id or ""}
    return {"others": others, "form": known, "fault": ""}
