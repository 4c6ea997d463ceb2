"""One conversation at the desk: read it, take it, answer, hand it back."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from api.deps import ConversationId, Session
from api.desk import screenings
from api.desk.session import AtDesk, Posted
from api.notices import go
from api.pages import render
from casework import checkins, handoff, identity, messaging, outbox, safeguarding, screening
from casework.base.errors import HandrailError
from casework.staff import Staff

router = APIRouter(prefix="/desk/conversations/{conversation}")


@router.get("")
async def page(request: Request, session: Session, desk: AtDesk, conversation: ConversationId) -> Response:
    return render(request, "desk/conversation.html", desk=desk, **await _view(session, desk.staff, conversation))


@router.get("/thread")
async def thread(request: Request, session: Session, desk: AtDesk, conversation: ConversationId) -> Response:
    return render(request, "desk/thread.html", desk=desk, **await _view(session, desk.staff, conversation))


@router.post("/take")
async def take(session: Session, desk: Posted, conversation: ConversationId) -> Response:
    await handoff.take(session, conversation, desk.staff)
    return _back(conversation, "taken")


@router.post("/messages")
async def say(
    request: Request,
    session: Session,
    desk: Posted,
    conversation: ConversationId,
    text: Annotated[str, Form()] = "",
) -> Response:
    try:
        await handoff.say(session, conversation, desk.staff, text)
    except HandrailError as error:
        if error.status not in (413, 422):
            raise
        view = await _view(session, desk.staff, conversation)
        return render(request, "desk/conversation.html", 422, desk=desk, fault=True, **view)
    return _back(conversation, "message_sent")


@router.post("/hand-back")
async def hand_back(session: Session, desk: Posted, conversation: ConversationId, spoken: Annotated[bool, Form()] = False) -> Response:
    """`spoken`: they have been rung or met, which counts as being in touch."""
    await handoff.hand_back(session, conversation, desk.staff)
    if spoken and (claimant := (await identity.known(session, [conversation])).get(conversation)):
        await checkins.spoke(session, claimant, desk.staff)
    return go("/desk", "handed_back")


async def _view(session: Session, member: Staff, conversation: UUID) -> dict[str, Any]:
    seen = await handoff.seen(session, conversation, member)
    asked = await handoff.open_handoff(session, conversation)
    answered = await screening.latest(session, conversation)
    messages = await messaging.history(session, conversation)
    claimant = (await identity.known(session, [conversation])).get(conversation)
    return {
        "conversation": seen,
        "facts": await checkins.facts_of(session, claimant.id) if claimant else None,
        "screening": screenings.seen(answered) if answered else None,
        "handoff": asked,
        "told": bool(asked and await checkins.promised(session, [asked])),
        "mine": bool(asked and asked.taken_by == member.id and seen.holder == "person"),
        "messages": messages,
        "sent": await outbox.of_refs(session, [one.id for one in messages]) if seen.phone else {},
        "quiet": await outbox.quietness(session, seen.phone) if seen.phone else None,
        "alerts": await safeguarding.of_conversation(session, conversation),
        "reach": (await handoff.reaches(session, [conversation])).get(conversation),
        "claimant": claimant,
    }


def _back(conversation: UUID, done: str) -> Response:
    return go(f"/desk/conversations/{conversation}", done)
