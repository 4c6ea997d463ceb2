"""GOV.UK Notify's callbacks: a text for us, and what became of one of ours. Notify shows the token we gave it."""

import hmac

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from api.deps import Bearer, Session
from casework import outbox, texts
from casework.base.errors import NotAllowed, NotFound
from casework.outbox import Arrived
from casework.outbox.notify import e164
from casework.outbox.settings import outbox_settings

router = APIRouter(prefix="/sms/notify", tags=["texts"])


class Forged(NotAllowed):
    status = 403


class Inbound(BaseModel):
    id: str
    source_number: str
    message: str


class Receipt(BaseModel):
    id: str
    status: str


def open_door() -> None:
    """Raises NotFound where no token was set: then there is no door."""
    if not outbox_settings().notify_callback_token.get_secret_value():
        raise NotFound("no texts come in here")


def known(token: Bearer) -> None:
    """Raises Forged."""
    if not hmac.compare_digest(token.encode(), outbox_settings().notify_callback_token.get_secret_value().encode()):
        raise Forged("this token is not the provider's")


Known = [Depends(open_door), Depends(known)]


@router.post("/inbound", dependencies=Known)
async def inbound(session: Session, body: Inbound) -> dict[str, str]:
    """A person's text, answered later."""
    await texts.admit(session, Arrived(body.id, e164(body.source_number), body.message))
    return {}


@router.post("/status", dependencies=Known)
async def status(session: Session, body: Receipt) -> dict[str, str]:
    await outbox.receipt(session, body.id, body.status)
    return {}
