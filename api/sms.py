"""Twilio's webhooks: a text for us, and what became of one of ours. Only Twilio can have signed them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from twilio.request_validator import RequestValidator

from api.deps import Session
from casework import outbox, texts
from casework.base.errors import NotAllowed, NotFound
from casework.base.settings import settings
from casework.outbox import Arrived
from casework.outbox.settings import outbox_settings

router = APIRouter(prefix="/sms", tags=["texts"])
NOTHING_TO_SAY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
KEYWORDS = frozenset({"STOP", "START", "HELP"})
Form = dict[str, str]


class Forged(NotAllowed):
    status = 403


async def signed(request: Request) -> Form:
    """The form, if Twilio signed it. Raises NotFound where there is no secret to sign with, and Forged."""
    secret = outbox_settings().twilio_auth_token.get_secret_value()
    if not secret:
        raise NotFound("no texts come in here")
    form = {name: str(value) for name, value in (await request.form()).items()}
    signature = request.headers.get("X-Twilio-Signature", "")
    if not RequestValidator(secret).validate(_public(request), form, signature):
        raise Forged("this was not signed by the provider")
    return form


Signed = Annotated[Form, Depends(signed)]


@router.post("/inbound")
async def inbound(session: Session, form: Signed) -> Response:
    """A person's text. It is answered later: the empty answer says only that we have it."""
    await texts.admit(session, _arrived(form))
    return _nothing()


@router.post("/status")
async def status(session: Session, form: Signed) -> Response:
    code = form.get("ErrorCode", "")
    await outbox.receipt(
        session, form.get("MessageSid", ""), form.get("MessageStatus", ""), int(code) if code.isdecimal() else None
    )
    return _nothing()


def _arrived(form: Form) -> Arrived:
    keyword = form.get("OptOutType", "")
    return Arrived(
        ref=form.get("MessageSid", ""),
        number=form.get("From", ""),
        text=form.get("Body", ""),
        pictures=form.get("NumMedia", "0") not in ("", "0"),
        obeyed=keyword if keyword in KEYWORDS else None,
        to=form.get("To"),
    )


def _public(request: Request) -> str:
    """The address as the provider wrote it, which a proxy may have changed on the way here."""
    here = request.url
    if not settings().public_url:
        return str(here)
    return settings().public_url.rstrip("/") + here.path + (f"?{here.query}" if here.query else "")


def _nothing() -> Response:
    return Response(NOTHING_TO_SAY, media_type="application/xml")
