"""The chat as a plain form, for browsers without JavaScript. A cookie that no script can read opens it."""

from typing import Annotated, Any
from uuid import UUID, uuid4

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from api.deps import Session
from api.pages import chat_words, render
from api.turns import take_in
from casework import messaging
from casework.base.db import transaction
from casework.base.errors import HandrailError, NotAllowed, NotFound
from casework.base.settings import settings
from casework.base.speaking import ENGLISH
from casework.council import council
from casework.messaging import Conversation

router = APIRouter(prefix="/chat/page", include_in_schema=False)
COOKIE = "handrail_chat"


@router.get("")
async def page(request: Request, session: Session, area: str | None = None, language: str | None = None) -> Response:
    """The conversation of the cookie, or a new one, in the language asked for."""
    try:
        own = await _own(request, session)
    except (NotAllowed, NotFound):
        here = council().area(area)
        return await _started(session, here.id, here.name, language)
    return await _shown(request, session, own)


@router.post("")
async def send(
    request: Request,
    text: Annotated[str, Form()] = "",
    choice: Annotated[str, Form()] = "",
    id: Annotated[UUID | None, Form()] = None,
) -> Response:
    try:
        async with transaction() as session:
            own = await _own(request, session)
    except (NotAllowed, NotFound):
        return RedirectResponse("/chat/page", status_code=303)
    try:
        await take_in(own.id, str(id or uuid4()), choice or text)
    except HandrailError as error:
        async with transaction() as session:
            return await _shown(request, session, own, error.status)
    return RedirectResponse("/chat/page#end", status_code=303)


@router.post("/finish")
async def finish(request: Request, session: Session) -> Response:
    own = await _own(request, session)
    exit_url, said = council().area(own.area).exit_url, _words(own)
    await messaging.finish(session, own)
    response = render(request, "chat/finished.html", exit_url=exit_url, said=said)
    response.delete_cookie(COOKIE, path="/chat/page")
    return response


async def _own(request: Request, session: Session) -> Conversation:
    conversation, _, token = request.cookies.get(COOKIE, "").partition(".")
    try:
        return await messaging.opened(session, UUID(conversation), token)
    except ValueError as error:
        raise NotFound("no such conversation") from error


async def _started(session: Session, area: str, name: str, language: str | None) -> Response:
    conversation, token = await messaging.start(session, area, name, language)
    response = RedirectResponse("/chat/page", status_code=303)
    response.set_cookie(
        COOKIE,
        f"{conversation.id}.{token}",
        httponly=True,
        samesite="strict",
        secure=settings().secure_cookies,
        path="/chat/page",
    )
    return response


def _words(own: Conversation) -> dict[str, Any]:
    return chat_words(own.language or ENGLISH)


async def _shown(request: Request, session: Session, own: Conversation, error: int | None = None) -> Response:
    messages = await messaging.history(session, own.id)
    waiting = await messaging.is_waiting(session, own.id)
    return render(
        request,
        "chat/page.html",
        error or 200,
        messages=messages,
        area=own.area,
        fault=error,
        waiting=waiting,
        id=uuid4(),
        said=_words(own),
        exit_url=council().area(own.area).exit_url,
    )
