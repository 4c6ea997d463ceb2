"""Which provider a text goes by: Twilio, GOV.UK Notify, or the demonstration's phones."""

from collections.abc import Sequence
from datetime import datetime

from casework.outbox.carrier import Arrived, Texter
from casework.outbox.demonstration import Demonstration
from casework.outbox.notify import Notify
from casework.outbox.rules import is_demonstration
from casework.outbox.settings import OutboxSettings, outbox_settings
from casework.outbox.twilio import Twilio


def sms_carrier(to: str) -> Texter:
    own = outbox_settings()
    if not own.texts_leave or is_demonstration(to):
        return Demonstration()
    return _provider(own)


async def arrived(since: datetime) -> Sequence[Arrived]:
    """Every text that the provider got for us since then, oldest first; none in a demonstration.

    Raises CannotLookUp.
    """
    own = outbox_settings()
    return await _provider(own).arrived(since) if own.texts_leave else ()


def _provider(own: OutboxSettings) -> Twilio | Notify:
    return Twilio(own) if own.twilio_account_sid else Notify(own)
