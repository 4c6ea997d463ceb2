"""News by text, for those who lead: to the people who asked for it, and to nobody else."""

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from api.deps import Session
from api.desk.in_work import LEADS
from api.desk.session import AtDesk, Posted
from api.pages import render
from casework import texts
from casework.base.errors import HandrailError, NotFound
from casework.base.words import capital
from casework.council import Area, council
from casework.staff import Staff

router = APIRouter(prefix="/desk/news")


@router.get("")
async def page(request: Request, session: Session, desk: AtDesk, area: str = "") -> Response:
    """To anybody else there is no such page."""
    return await _page(request, session, desk, _here(desk.staff, area))


@router.post("")
async def send(
    request: Request, session: Session, desk: Posted, area: Annotated[str, Form()] = "", news: Annotated[str, Form()] = ""
) -> Response:
    here = _here(desk.staff, area)
    try:
        told = await texts.send_news(session, here, news, desk.staff)
    except HandrailError as error:
        return await _page(request, session, desk, here, 422, news=news, faults={"news": capital(str(error))})
    return await _page(request, session, desk, here, told=told)


def _here(member: Staff, area: str) -> Area:
    if member.role not in LEADS:
        raise NotFound("no such page")
    return council().area(area if area in member.areas else member.areas[0])


async def _page(request: Request, session: Session, desk: Any, here: Area, status: int = 200, **more: Any) -> Response:
    asked = len(await texts.who_asked(session, here))
    areas = [council().area(id_) for id_ in desk.staff.areas]
    shown = {"desk": desk, "area": here, "areas": areas, "asked": asked, "news": "", "faults": {}, "told": None}
    return render(request, "desk/news.html", status, **shown | more)
