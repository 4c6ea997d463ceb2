"""The list that a person ticks alone. No script, nothing kept on the device, and only their link opens it."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from api.deps import Session
from api.pages import render
from casework import assessments
from casework.base.errors import NotFound
from casework.council import council
from casework.programmes.markers import SAID, markers

router = APIRouter(prefix="/list", include_in_schema=False)


@router.get("/{token}")
async def form(request: Request, session: Session, token: str) -> Response:
    try:
        await assessments.opened_list(session, token)
    except NotFound:
        return _page(request, 404, state="over")
    return _page(request, 200, state="open", entries=[one for one in markers().markers if one.form], answers=SAID)


@router.post("/{token}")
async def keep(request: Request, session: Session, token: str, agree: Annotated[bool, Form()] = False) -> Response:
    written = {name: str(value) for name, value in (await request.form()).items()}
    try:
        await assessments.opened_list(session, token)
        if not agree:
            entries = [one for one in markers().markers if one.form]
            return _page(request, 422, state="open", entries=entries, answers=SAID, written=written, fault=True)
        await assessments.answer_list(session, token, written)
    except NotFound:
        return _page(request, 404, state="over")
    return _page(request, 200, state="done")


def _page(request: Request, status: int, **values: object) -> Response:
    return render(request, "list.html", status, exit_url=council().area(None).exit_url, **{"written": {}} | values)
