"""How full the diaries are, for who plans them."""

from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.deps import Session
from api.desk.diary import Shown, read_shown_day
from api.desk.session import AtDesk
from api.pages import render
from casework import appointments
from casework.base.clock import local, now
from casework.base.errors import Unreadable
from casework.council import council

router = APIRouter(prefix="/desk/capacity")
WEEKS = 6
SPAN = timedelta(weeks=WEEKS)


@router.get("")
async def capacity(request: Request, session: Session, desk: AtDesk, area: str = "", week: str = "") -> Response:
    """Six weeks by venue, this one and the coming ones unless another is asked for."""
    here = council().area(area if area in desk.staff.areas else desk.staff.areas[0])
    try:
        first, fault = Shown.week_of(read_shown_day(week)).first if week else _monday(), ""
    except Unreadable as error:
        first, fault = _monday(), str(error)
    uses = await appointments.use(session, here, first, WEEKS)
    waiting = await appointments.waiting_in(session, [here.id])
    shown = [one for one in uses if one.open_hours or one.booked_hours]
    return render(
        request, "desk/capacity.html", 422 if fault else 200, desk=desk, area=here,
        areas=[council().area(id_) for id_ in desk.staff.areas], uses=shown, most=appointments.busiest(shown),
        waiting=len(waiting), venues={venue.id: venue.name for venue in here.venues}, fault=fault, first=first,
        before=first - SPAN, after=first + SPAN, now_week=_monday(),
    )


def _monday() -> date:
    today = local(now()).date()
    return today - timedelta(days=today.weekday())
