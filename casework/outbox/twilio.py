"""Texts by Twilio."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import batched
from typing import Any, cast
from uuid import uuid4

from requests import RequestException
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client
from twilio.rest.accounts.v1.bulk_consents import BulkConsentsInstance
from twilio.rest.api.v2010.account.message import MessageInstance

from casework.base.clock import now
from casework.outbox.blocking import Blocking, before_sending
from casework.outbox.carrier import Arrived, CannotLookUp, NotTaken, Refused, Settled, Taken, Told, Unknown
from casework.outbox.errors import kind_of
from casework.outbox.models import Outgoing
from casework.outbox.rules import RECEIPTS, sender_for
from casework.outbox.settings import OutboxSettings

CLOCKS_APART = timedelta(minutes=1)
MOST_PER_PAGE = 1000
MOST_CONSENTS, THEIR_FAULT = 25, "INTERNAL_SERVER_ERROR"
# Twilio's own logger writes out the numbers of people.
QUIET = logging.Logger("twilio", logging.WARNING)
NAMED = ("opted_out", "landline", "unreachable")
HTTPError = (TwilioRestException, TwilioServiceException)


class Twilio(Blocking):
    name = "twilio"

    def __init__(self, own: OutboxSettings) -> None:
        super().__init__(own.twilio_settle_seconds)
        self._own = own

    def _send_lane(self, lane: Sequence[Outgoing]) -> list[Settled | Unknown]:
        with self._client() as client:
            return [self._send(client, one) for one in lane]

    def _send(self, client: Client, outgoing: Outgoing) -> Settled | Unknown:
        try:
            # Smart encoding would change the words, and then they could not be found again.
            made = client.messages.create(
                to=outgoing.to, body=outgoing.text, smart_encoded=False, **self._sender(outgoing)
            )
        except HTTPError as error:
            return _answered(error.status, error.code)
        except RequestException as error:
            return NotTaken("no connection") if before_sending(error) else Unknown("no answer")
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
        return [_taken(one) for one in mine if one.direction == "outbound-api" and one.sid not in outgoing.past_refs]

    def _arrived(self, since: datetime) -> list[Arrived]:
        filters: list[dict[str, str]] = [{}] if self._own.is_service else [{"to": one} for one in self._own.senders]
        try:
            with self._client() as client:
                listed = [
                    one
                    for own in filters
                    for one in client.messages.list(date_sent_after=since, page_size=MOST_PER_PAGE, **own)
                ]
        except (TwilioException, RequestException, ValueError):
            raise CannotLookUp("Twilio cannot be asked what has arrived") from None
        listed.sort(key=lambda one: one.date_created)
        return [_came(one) for one in listed if one.direction == "inbound"]

    def _consent(self, number: str, agrees: bool) -> Told:
        """For every sender of ours, since Twilio keeps one list for each."""
        items = [_item(number, sender, agrees) for sender in self._own.senders]
        try:
            with self._client() as client:
                answers = [client.accounts.v1.bulk_consents.create(list(some)) for some in batched(items, MOST_CONSENTS)]
        except HTTPError as error:
            return _not_told(error)
        except (RequestException, ValueError):
            return NotTaken("no answer")
        return _told(answers)

    def _sender(self, outgoing: Outgoing) -> dict[str, str]:
        """A messaging service chooses among its own numbers; of ours, a person hears from the one they write to."""
        which = sender_for(outgoing.to, self._own.senders, outgoing.sender)
        sender = {"messaging_service_sid" if self._own.is_service else "from_": which}
        if self._own.status_url:
            sender["status_callback"] = self._own.status_url
        return sender

    @contextmanager
    def _client(self) -> Iterator[Client]:
        """A client of its own for each call, or lane of them: a connection that has gone stale would look like no answer."""
        http = TwilioHttpClient(timeout=self._own.twilio_timeout_seconds, logger=QUIET)
        token = self._own.twilio_auth_token.get_secret_value()
        client = Client(self._own.twilio_account_sid, token, http_client=http)
        client.api.base_url = self._own.twilio_api_url
        client.accounts.base_url = self._own.twilio_accounts_url
        with http.session:
            yield client


def _taken(message: MessageInstance) -> Taken:
    return Taken(message.sid, RECEIPTS.get(message.status, "sent"))


def _came(message: MessageInstance) -> Arrived:
    pictures = (message.num_media or "0") != "0"
    return Arrived(message.sid, message.from_, message.body or "", pictures=pictures, to=message.to)


def _answered(status: int, code: int | None) -> Settled | Unknown:
    """An HTTP error. A wrong key (401) or too many at once is no fault of the message."""
    why = f"HTTP {status}, Twilio {code}" if code else f"HTTP {status}"
    kind = kind_of(code)
    if status in (401, 429) or (kind == "temporary" and status < 500):
        return NotTaken(why)
    if 400 <= status < 500 and status != 408:
        return Refused(f"{kind.replace('_', ' ')}: {why}" if kind in NAMED else why, opted_out=kind == "opted_out")
    return Unknown(why, answered=status in (500, 503))


def _item(number: str, sender: str, agrees: bool) -> dict[str, str]:
    status, source = ("opt-in", "opt-in-message") if agrees else ("opt-out", "opt-out-message")
    ours = {"correlation_id": uuid4().hex, "date_of_consent": now().isoformat(timespec="seconds")}
    return ours | {"contact_id": number, "sender_id": sender, "status": status, "source": source}


def _not_told(error: TwilioRestException | TwilioServiceException) -> Told:
    """An account must be let in to the list: where it is not (403, 404), telling again is of no use."""
    why = f"HTTP {error.status}"
    return NotTaken(why) if error.status in (401, 408, 429) or error.status >= 500 else Refused(why)


def _told(answers: Sequence[BulkConsentsInstance]) -> Told:
    items = cast(list[dict[str, Any]], [one for answer in answers for one in answer.items or ()])
    faults = {what for one in items if one["error_code"] for what in one["error_messages"]}
    if not faults:
        return Taken(None)
    why = ", ".join(sorted(faults))
    return NotTaken(why) if faults == {THEIR_FAULT} else Refused(why)


def _same(theirs: str | None, ours: str) -> bool:
    return (theirs or "").split() == ours.split()
