"""How full the diaries are, for who plans them."""

from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.deps import Session
from api.desk.session import AtDesk
from api.pages import render
from casework import appointments
from casework.base.clock import local, now
from casework.council import council

router = APIRouter(prefix="/desk/capacity")
WEEKS = 6


@router.get("")
async def capacity(request: Request, session: Session, desk: AtDesk, area: str = "") -> Response:
    """This week and the coming ones, by venue."""
    here = council().area(area if area in desk.staff.areas else desk.staff.areas[0])
    uses = await appointments.use(session, here, _monday(), WEEKS)
    waiting = await appointments.waiting_in(session, [here.id])
    shown = [one for one in uses if one.open_hours or one.booked_hours]
    return render(
        request, "desk/capacity.html", desk=desk, area=here, areas=[council().area(id_) for id_ in desk.staff.areas],
        uses=shown, most=appointments.busiest(shown), waiting=len(waiting),
        venues={venue.id: venue.name for venue in here.venues},
    )


def _monday() -> date:
    today = local(now()).date()
    return today - timedelta(days=today.weekday())
