"""A person's own page of what they answered: to read, to print, to download. Only their link opens it."""

import json

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.deps import Session
from api.pages import chat_words, render
from casework import messaging, screening
from casework.base.clock import local
from casework.base.errors import NotFound
from casework.base.speaking import ENGLISH, speaking
from casework.council import council, say_date
from casework.screening import Screening

router = APIRouter(prefix="/answers", include_in_schema=False)


@router.get("/{token}")
async def page(request: Request, session: Session, token: str) -> Response:
    exit_url = council().area(None).exit_url
    try:
        found = await screening.of_page(session, token)
    except NotFound:
        return render(request, "answers.html", 404, exit_url=exit_url, screening=None)
    language = await _language(session, found)
    with speaking(language):
        held, day = screening.plain(found), say_date(local(found.started_at).date())
    said = chat_words(language)
    return render(request, "answers.html", said=said, exit_url=exit_url, screening=found, held=held, day=day, token=token)


@router.get("/{token}/download")
async def download(session: Session, token: str) -> Response:
    found = await screening.of_page(session, token)
    with speaking(await _language(session, found)):
        plain = screening.plain(found)
    headers = {"Content-Disposition": 'attachment; filename="my-answers.json"'}
    held = json.dumps(plain, indent=2, ensure_ascii=False)
    return Response(held, media_type="application/json", headers=headers)


async def _language(session: Session, found: Screening) -> str:
    """The one its conversation was held in."""
    if found.conversation_id is None:
        return ENGLISH
    return (await messaging.get(session, found.conversation_id)).language or ENGLISH
