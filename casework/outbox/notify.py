"""Texts by GOV.UK Notify: a template of our service that is ((text)) alone, and our own id as its reference."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from notifications_python_client.errors import HTTPError, InvalidResponse
from notifications_python_client.notifications import NotificationsAPIClient
from requests import RequestException

from casework.outbox.blocking import Blocking, before_sending
from casework.outbox.carrier import Arrived, CannotLookUp, NotTaken, Refused, Settled, Taken, Told, Unknown
from casework.outbox.models import Outgoing
from casework.outbox.rules import NOTIFY_RECEIPTS, is_number
from casework.outbox.settings import OutboxSettings


class Notify(Blocking):
    name = "notify"

    def __init__(self, own: OutboxSettings) -> None:
        super().__init__()
        self._own = own

    def _send_lane(self, lane: Sequence[Outgoing]) -> list[Settled | Unknown]:
        client = self._client()
        with client.request_session:
            return [self._send(client, one) for one in lane]

    def _send(self, client: NotificationsAPIClient, outgoing: Outgoing) -> Settled | Unknown:
        try:
            made = client.send_sms_notification(
                phone_number=outgoing.to,
                template_id=self._own.notify_template_id,
                personalisation={"text": outgoing.text},
                reference=str(outgoing.id),
                sms_sender_id=self._own.notify_sender_id or None,
            )
        except HTTPError as error:
            return _answered(error)
        except InvalidResponse:
            return Unknown("an answer that cannot be read")
        return Taken(made["id"])

    def _find(self, outgoing: Outgoing) -> list[Taken]:
        """By our own reference; what Notify gave up on an earlier try is not it."""
        client = self._client()
        try:
            with client.request_session:
                listed = client.get_all_notifications(template_type="sms", reference=str(outgoing.id))
        except (HTTPError, InvalidResponse):
            raise CannotLookUp("the outcome is unknown, and Notify cannot be asked") from None
        found = sorted(listed["notifications"], key=lambda one: one["created_at"])
        return [_taken(one) for one in found if one["id"] not in outgoing.past_refs]

    def _arrived(self, since: datetime) -> list[Arrived]:
        """Notify lists the newest first, page by page, for seven days."""
        client, came, oldest = self._client(), list[dict[str, Any]](), None
        try:
            with client.request_session:
                while page := client.get_received_texts(older_than=oldest)["received_text_messages"]:
                    came += [one for one in page if datetime.fromisoformat(one["created_at"]) >= since]
                    oldest = page[-1]["id"]
                    if datetime.fromisoformat(page[-1]["created_at"]) < since:
                        break
        except (HTTPError, InvalidResponse):
            raise CannotLookUp("Notify cannot be asked what has arrived") from None
        return [Arrived(one["id"], e164(one["user_number"]), one["content"]) for one in reversed(came)]

    def _consent(self, number: str, agrees: bool) -> Told:
        """Notify keeps no list of who wants no texts: it is ours alone."""
        return Taken(None)

    def _client(self) -> NotificationsAPIClient:
        """One for each call or lane, since it is not for several threads."""
        own = self._own
        return NotificationsAPIClient(
            own.notify_api_key.get_secret_value(), base_url=own.notify_api_url, timeout=own.notify_timeout_seconds
        )


def e164(number: str) -> str:
    """Notify writes 447700900123, 00447700900123 or 07700900123; what is no phone number, such as a name, stays as it is."""
    bare = number.strip().removeprefix("+").removeprefix("00")
    if not (bare.isascii() and bare.isdecimal()):
        return number
    made = f"+44{bare[1:]}" if bare.startswith("0") else f"+{bare}"
    return made if is_number(made) else number


def _taken(one: dict[str, Any]) -> Taken:
    return Taken(one["id"], NOTIFY_RECEIPTS.get(one["status"], "sent"))


def _answered(error: HTTPError) -> Settled | Unknown:
    """A wrong key (403) or too many for now (429) is no fault of the message."""
    if error.response is None:
        cause = error.__cause__
        never = isinstance(cause, RequestException) and before_sending(cause)
        return NotTaken("no connection") if never else Unknown("no answer")
    why = f"HTTP {error.status_code}, Notify"
    if error.status_code in (401, 403, 429):
        return NotTaken(why)
    if 400 <= error.status_code < 500:
        return Refused(why)
    return Unknown(why, answered=error.status_code in (500, 503))
