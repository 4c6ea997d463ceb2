"""What a demonstration council sent: texts and e-mails that never left."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.deps import Session
from api.pages import render
from casework import outbox
from casework.base.errors import NotFound
from casework.council import council

router = APIRouter(include_in_schema=False)
MOST_SHOWN = 100
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


@router.get("/outbox")
async def page(request: Request, session: Session, to: str = "", watch: bool = False) -> Response:
    """Everything newest first, or one phone or mailbox in the order it arrived."""
    if not council().fictional:
        raise NotFound("no such page")
    address = _address(to)
    shown = await outbox.read(session, MOST_SHOWN, address or None)
    response = render(request, "outbox.html", 200, shown=shown, to=address, watch=watch)
    response.headers.update(HEADERS)
    return response


def _address(to: str) -> str:
    """As it was written: a bare + in a link reads as a space."""
    written = to.strip()
    return f"+{written}" if written.isdecimal() else written
