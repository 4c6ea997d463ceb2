"""The chat as the widget speaks it: JSON in and out, a bearer token for each conversation."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel

from api import streams
from api.deps import Bearer, ConversationId, OwnConversation, Session, TheCouncil
from api.limits import Limit
from api.shapes import listing
from api.turns import take_in
from casework import messaging
from casework.base.db import transaction

router = APIRouter(prefix="/chat", tags=["chat"])
starts = Limit(count=120, seconds=60)


class Start(BaseModel):
    area: str | None = None
    language: str | None = None


class Incoming(BaseModel):
    id: UUID
    text: str


@router.post("", status_code=201)
async def start(request: Request, body: Start, session: Session, council: TheCouncil) -> dict[str, Any]:
    starts.check(request.client.host if request.client else "")
    area = council.area(body.area)
    conversation, token = await messaging.start(session, area.id, area.name, body.language)
    return {"conversation": str(conversation.id), "token": token} | listing(
        await messaging.history(session, conversation.id), conversation.language
    )


@router.post("/{conversation}/messages")
async def send(token: Bearer, conversation: ConversationId, body: Incoming) -> JSONResponse:
    async with transaction() as session:
        await messaging.opened(session, conversation, token)
    answered = await take_in(conversation, str(body.id), body.text)
    return JSONResponse(listing(answered.messages, answered.language), status_code=200 if answered.settled else 202)


@router.get("/{conversation}/messages")
async def read(own: OwnConversation, session: Session, after: int = 0) -> dict[str, Any]:
    return listing(await messaging.history(session, own.id, after), own.language)


@router.get("/{conversation}/events")
async def events(
    request: Request, token: Bearer, conversation: ConversationId, last_event_id: Annotated[int, Header()] = 0
) -> StreamingResponse:
    async with transaction() as session:
        own = await messaging.opened(session, conversation, token)
    return streams.response(streams.messages(request.app.state.listener, own.id, last_event_id))


@router.delete("/{conversation}", status_code=204)
async def finish(own: OwnConversation, session: Session) -> Response:
    await messaging.finish(session, own)
    return Response(status_code=204)
