"""Pages for everyone: the demonstration council, and the widget's own files."""

import json
import re
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, Response
from fastapi.templating import Jinja2Templates

from api import notices
from api.tappable import tappable
from casework import directory, messaging
from casework.base.clock import local, now
from casework.base.errors import NotFound
from casework.base.settings import ROOT
from casework.base.speaking import ENGLISH
from casework.council import council, say_date, say_full_date, say_when, say_when_dated
from casework.messaging import Message
from casework.programmes import programmes

router = APIRouter(include_in_schema=False)
WEB = ROOT / "api" / "web"
WIDGET = WEB / "widget"
WORDS = re.compile(r"words\.([a-z]+)\.json")
LANGUAGES = {
    "ar": "Arabic", "bn": "Bengali", "cy": "Welsh", "en": "English", "es": "Spanish", "fa": "Farsi", "fr": "French",
    "gu": "Gujarati", "hi": "Hindi", "it": "Italian", "ku": "Kurdish", "lt": "Lithuanian", "pa": "Punjabi",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "so": "Somali",
    "ta": "Tamil", "ti": "Tigrinya", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}
"""What is written on a record by its code (ISO 639-1), for workers who read it."""
WIDGET_HEADERS = {"Cache-Control": "no-cache", "Cross-Origin-Resource-Policy": "cross-origin"}
templates = Jinja2Templates(directory=WEB / "templates")


def render(request: Request, name: str, status: int = 200, /, **values: Any) -> HTMLResponse:
    notice = notices.noticed(request)
    given = {"council": council(), "said": chat_words(ENGLISH), "notice": notice} | values
    response = templates.TemplateResponse(request, name, given, status_code=status)
    if notice:
        notices.forget(response)
    return response


@cache
def chat_words(language: str) -> dict[str, Any]:
    """The words around the chat, with the emergency number from its record and the languages this council has.

    Raises NotFound where the council does not have the language.
    """
    if language not in council().languages:
        raise NotFound("no such file")
    path = WIDGET / f"words.{language}.json"
    words: dict[str, Any] = json.loads(path.read_text("utf-8").replace("{emergency}", directory.emergency()))
    names = {
        code: json.loads((WIDGET / f"words.{code}.json").read_text("utf-8"))["name"] for code in council().languages
    }
    return words | {"languages": names}


@router.get("/")
async def demonstration(request: Request, area: str | None = None) -> Response:
    here = council().area(area)
    shown = [one for id_, one in programmes().items() if id_ in here.programmes]
    sent = {"outbox": "/outbox", "phone": "/phone"} if council().fictional else {}
    return render(request, "demo.html", area=here, programmes=shown, **sent)


@router.get("/widget.js")
async def widget() -> Response:
    return _widget_file(WIDGET / "widget.js")


@router.get("/widget/{name}")
async def widget_part(name: str) -> Response:
    """The widget's other files, by their exact names."""
    known = {path.name: path for path in WIDGET.iterdir() if path.is_file()}
    if name not in known:
        raise NotFound("no such file")
    if words := WORDS.fullmatch(name):
        return JSONResponse(chat_words(words[1]), headers=WIDGET_HEADERS)
    return _widget_file(known[name])


def _widget_file(path: Path) -> Response:
    return FileResponse(path, headers=WIDGET_HEADERS)


def _clock(at: datetime) -> str:
    return local(at).strftime("%H:%M")


def _when(at: datetime) -> str:
    return say_when(at, now())


def _in_full(at: datetime) -> str:
    return say_when_dated(at, now())


def _iso_day(at: datetime) -> str:
    return local(at).date().isoformat()


def _language(code: str) -> str:
    """The English name of a language by its code; anything else as it was written."""
    return LANGUAGES.get(code.strip().casefold(), code)


def _local_day(at: datetime) -> str:
    return say_date(local(at).date())


def _texted(message: Message) -> str:
    """As they had it on the phone: the choices too, with their numbers."""
    return messaging.as_text(message.text, message.choices, message.language)


def _id_names(people: Iterable[Any]) -> list[tuple[str, str]]:
    """What a select offers: people, or areas."""
    return [(str(one.id), one.name) for one in people]


templates.env.filters |= {
    "clock": _clock,
    "day": say_date,
    "full_date": say_full_date,
    "id_names": _id_names,
    "in_full": _in_full,
    "iso_day": _iso_day,
    "language": _language,
    "local_day": _local_day,
    "tappable": tappable,
    "texted": _texted,
    "when": _when,
}
