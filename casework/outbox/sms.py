"""Texts by Twilio, or to the demonstration's phones."""

import asyncio
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

from requests import RequestException
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client
from twilio.rest.api.v2010.account.message import MessageInstance
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from casework.outbox.carrier import CannotLookUp, Carrier, NotTaken, Refused, Settled, Taken, Unknown
from casework.outbox.demonstration import Demonstration
from casework.outbox.models import Outgoing
from casework.outbox.rules import RECEIPTS, is_demonstration
from casework.outbox.settings import OutboxSettings, outbox_settings

CLOCKS_APART = timedelta(minutes=1)
MOST_PER_PAGE = 1000
# Twilio's own logger writes out the numbers of people.
QUIET = logging.Logger("twilio", logging.WARNING)
HTTPError = (TwilioRestException, TwilioServiceException)


def sms_carrier(to: str) -> Carrier:
    own = outbox_settings()
    return Twilio(own) if own.texts_leave and not is_demonstration(to) else Demonstration()


class Twilio:
    name = "twilio"

    def __init__(self, own: OutboxSettings) -> None:
        self._own = own

    async def send(self, outgoing: Outgoing) -> Settled | Unknown:
        return await asyncio.to_thread(self._send, outgoing)

    async def find(self, outgoing: Outgoing) -> Sequence[Taken]:
        """After a moment, since a message is not in Twilio's list at once."""
        await asyncio.sleep(self._own.twilio_settle_seconds)
        return await asyncio.to_thread(self._find, outgoing)

    def _send(self, outgoing: Outgoing) -> Settled | Unknown:
        try:
            with self._client() as client:
                # Smart encoding would change the words, and then they could not be found again.
                made = client.messages.create(to=outgoing.to, body=outgoing.text, smart_encoded=False, **self._sender())
        except HTTPError as error:
            return _answered(error.status, error.code)
        except RequestException as error:
            return NotTaken("no connection") if _before_sending(error) else Unknown("no answer")
        except ValueError:
            return Unknown("an answer that cannot be read")
        return _taken(made)

    def _find(self, outgoing: Outgoing) -> list[Taken]:
        """By number alone: Twilio's date is the one of sending, which what still waits there has not got."""
        try:
            with self._client() as client:
                listed = client.messages.list(to=outgoing.to, limit=MOST_PER_PAGE, page_size=MOST_PER_PAGE)
        except (TwilioException, RequestException, ValueError):
            # The cause would write the number into the log.
            raise CannotLookUp("the outcome is unknown, and Twilio cannot be asked") from None
        since = outgoing.made_at - CLOCKS_APART
        mine = [one for one in listed if one.date_created >= since and _same(one.body, outgoing.text)]
        mine.sort(key=lambda one: one.date_created)
        return [_taken(one) for one in mine if one.direction == "outbound-api"]

    def _sender(self) -> dict[str, str]:
        service = self._own.twilio_from.startswith("MG")
        sender = {"messaging_service_sid" if service else "from_": self._own.twilio_from}
        if self._own.twilio_status_url:
            sender["status_callback"] = self._own.twilio_status_url
        return sender

    @contextmanager
    def _client(self) -> Iterator[Client]:
        """A client of its own for each call: a kept connection that has gone stale would look like no answer."""
        http = TwilioHttpClient(timeout=self._own.twilio_timeout_seconds, logger=QUIET)
        token = self._own.twilio_auth_token.get_secret_value()
        client = Client(self._own.twilio_account_sid, token, http_client=http)
        client.api.base_url = self._own.twilio_api_url
        with http.session:
            yield client


def _taken(message: MessageInstance) -> Taken:
    return Taken(message.sid, RECEIPTS.get(message.status, "sent"))


def _answered(status: int, code: int | None) -> Settled | Unknown:
    """An HTTP error. A wrong key (401) or too many at once is no fault of the message."""
    why = f"HTTP {status}, Twilio {code}" if code else f"HTTP {status}"
    if status in (401, 429):
        return NotTaken(why)
    if 400 <= status < 500 and status != 408:
        return Refused(why)
    return Unknown(why, answered=status in (500, 503))


def _before_sending(error: RequestException) -> bool:
    """Whether the connection was never made, so that nothing can have been taken."""
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(reason, NewConnectionError | ConnectTimeoutError)


def _same(theirs: str | None, ours: str) -> bool:
    return (theirs or "").split() == ours.split()
