"""A person's own page of what they answered: to read, to print, to download. Only their link opens it."""

import json

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.deps import Session
from api.pages import render
from casework import screening
from casework.base.errors import NotFound
from casework.council import council

router = APIRouter(prefix="/answers", include_in_schema=False)


@router.get("/{token}")
async def page(request: Request, session: Session, token: str) -> Response:
    exit_url = council().area(None).exit_url
    try:
        found = await screening.of_page(session, token)
    except NotFound:
        return render(request, "answers.html", 404, exit_url=exit_url, screening=None)
    held = screening.plain(found)
    return render(request, "answers.html", exit_url=exit_url, screening=found, held=held, token=token)


@router.get("/{token}/download")
async def download(session: Session, token: str) -> Response:
    found = await screening.of_page(session, token)
    headers = {"Content-Disposition": 'attachment; filename="my-answers.json"'}
    held = json.dumps(screening.plain(found), indent=2, ensure_ascii=False)
    return Response(held, media_type="application/json", headers=headers)
