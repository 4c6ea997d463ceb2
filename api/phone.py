"""A phone of the demonstration: its texts, and a way to answer them. Nothing leaves, and no real number works here."""

from collections.abc import Sequence
from operator import itemgetter
from typing import Annotated, Any
from urllib.parse import urlencode
from uuid import uuid4

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from api.deps import Session
from api.pages import render
from api.turns import answer_now
from casework import messaging, outbox, texts
from casework.base.db import transaction
from casework.base.errors import NotFound, Unreadable
from casework.council import council
from casework.messaging import Message
from casework.outbox import Arrived
from casework.outbox.settings import outbox_settings
from casework.reading import read_answer

router = APIRouter(include_in_schema=False)
FIRST = "+447700900000"
MOST_SHOWN = 100
LONGEST = 1600
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


@router.get("/phone")
async def page(request: Request, session: Session, number: str = FIRST) -> Response:
    _demonstration_only()
    return await _page(request, session, number)


@router.post("/phone")
async def write(request: Request, number: Annotated[str, Form()] = "", text: Annotated[str, Form()] = "") -> Response:
    """Text the council from this phone, through the door that Twilio's webhook uses."""
    _demonstration_only()
    try:
        number, _ = await play(number, text)
    except Unreadable as error:
        async with transaction() as session:
            return await _page(request, session, number, 422, fault=str(error), text=text)
    return RedirectResponse(f"/phone?{urlencode({'number': number})}#write", status_code=303)


async def play(number: str, text: str) -> tuple[str, Sequence[Message]]:
    """Take in a text as from a demonstration phone, and answer it; the number and the replies. Raises Unreadable."""
    read = demonstration_number(number)
    if read is None:
        raise Unreadable("Choose a demonstration number, from 07700 900000 to 07700 900999.")
    if not text.strip() or len(text) > LONGEST:
        raise Unreadable(f"Write a text of up to {LONGEST} letters.")
    async with transaction() as session:
        received = await texts.admit(session, Arrived(f"demonstration-{uuid4()}", read, text))
    if received is None:
        return read, ()
    if not received.settled:
        await answer_now(received.message.conversation_id)
    async with transaction() as session:
        return read, await messaging.replies(session, received.message)


def demonstration_number(written: str) -> str | None:
    number: str | None = read_answer("uk_mobile", written).get("e164")
    return number if number and outbox.is_demonstration(number) else None


def _demonstration_only() -> None:
    if not council().fictional or outbox_settings().texts_leave:
        raise NotFound("no such page")


async def _page(request: Request, session: Session, number: str, status: int = 200, /, **values: Any) -> Response:
    read = demonstration_number(number)
    shown = await _both_ways(session, read) if read else []
    response = render(request, "phone.html", status, number=number, read=read, shown=shown, **values)
    response.headers.update(HEADERS)
    return response


async def _both_ways(session: Session, number: str) -> list[dict[str, Any]]:
    """What the phone got and what was written on it, in the order of their times."""
    got = await outbox.to_phone(session, number, MOST_SHOWN)
    thread = await messaging.of_phone(session, number)
    said = await messaging.history(session, thread.id) if thread else []
    both: list[dict[str, Any]] = [
        {"mine": False, "text": one.text, "at": one.made_at, "parts": one.parts} for one in got
    ]
    both += [{"mine": True, "text": one.text, "at": one.at} for one in said if one.sender == "claimant"]
    return sorted(both, key=itemgetter("at"))[-MOST_SHOWN:]
