"""How people in work are kept in touch with, for those who lead."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.deps import Session
from api.desk.session import AtDesk
from api.pages import render
from casework import reports
from casework.base.errors import NotFound
from casework.council import council

router = APIRouter(prefix="/desk/in-work")
LEADS = frozenset({"lead", "admin"})


@router.get("")
async def in_work(request: Request, session: Session, desk: AtDesk, area: str = "") -> Response:
    """To anybody else there is no such page."""
    if desk.staff.role not in LEADS:
        raise NotFound("no such page")
    here = council().area(area if area in desk.staff.areas else desk.staff.areas[0])
    figures = await reports.in_work(session, here)
    areas = [council().area(id_) for id_ in desk.staff.areas]
    return render(request, "desk/in_work.html", desk=desk, area=here, areas=areas, figures=figures)
