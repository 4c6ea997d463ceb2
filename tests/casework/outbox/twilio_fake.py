"""Twilio's messages, played over HTTP; what Twilio's published description does not allow is refused."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

PUBLISHED = json.loads(Path(__file__).with_name("twilio_messages.json").read_text("utf-8"))
SOMEONE = PUBLISHED["created"]["to"]
ACCOUNT = PUBLISHED["created"]["account_sid"]


CONSENT = {
    "contact_id": r"\+[1-9]\d{6,14}",
    "correlation_id": "[0-9a-f]{32}",
    "sender_id": r"MG[0-9a-f]{32}|\+[1-9]\d{6,14}",
    "status": "opt-in|opt-out",
    "source": "website|offline|opt-in-message|opt-out-message|others",
    "date_of_consent": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)",
}

type Answer = tuple[int, dict[str, Any] | None]


def error(status: int, about: str = "") -> Answer:
    return status, {"code": 20000 + status, "message": f"no: {about}", "status": status}


@dataclass
class Twilio:
    """`answers` says what happens to each request to send, in order; then they are taken. `consent_answers`: to each
    that tells who wants no texts; `stopped` is that list.

    "take", the status of a refusal, "unreadable", or "lost" for no answer. After "taken, " the message is taken all
    the same.
    """

    answers: list[str] = field(default_factory=list)
    taken: list[dict[str, Any]] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    consent_answers: list[str] = field(default_factory=list)
    consents: list[dict[str, str]] = field(default_factory=list)
    stopped: set[str] = field(default_factory=set)
    lists: bool = True
    ended: Event = field(default_factory=Event)
    url: str = ""

    def take(self, form: dict[str, str], **other: Any) -> dict[str, Any]:
        at = format_datetime(datetime.now(UTC))
        made = {
            "to": form["To"],
            "body": form["Body"],
            "sid": f"SM{uuid4().hex}",
            "date_created": at,
            "date_sent": None,
        }
        self.taken.append(PUBLISHED["created"] | made | {"status": "queued"} | other)
        return self.taken[-1]

    def create(self, form: dict[str, str]) -> Answer:
        self.asked.append(form)
        if form["To"] in self.stopped:
            return 400, {"code": 21610, "message": "no: stopped", "status": 400}
        what = self.answers.pop(0) if self.answers else "take"
        made = self.take(form) if what.startswith("take") else {}
        match what.removeprefix("taken, "):
            case "take":
                return 201, made
            case "unreadable":
                return 201, None
            case "lost":
                self.ended.wait(5)
                return 201, made
            case status:
                return error(int(status), form["To"])

    def consent(self, items: list[dict[str, str]]) -> Answer:
        if len(items) > 25:
            return error(400, "too many")
        what = self.consent_answers.pop(0) if self.consent_answers else ""
        if what == "lost":
            self.ended.wait(5)
        if what.isdecimal() or what == "lost":
            return error(int(what) if what.isdecimal() else 500)
        if not what:
            self._keep(items)
        faults = {"error_code": 30646 if what else 0, "error_messages": [what] if what else []}
        return 201, {"items": [{"correlation_id": one["correlation_id"]} | faults for one in items]}

    def _keep(self, items: list[dict[str, str]]) -> None:
        self.consents += items
        for one in items:
            (self.stopped.add if one["status"] == "opt-out" else self.stopped.discard)(one["contact_id"])

    def list(self, query: dict[str, str]) -> Answer:
        if not self.lists:
            return error(500)
        mine = [one for one in self.taken if one["to"] == query["To"]]
        return 200, PUBLISHED["page"] | {"messages": mine, "next_page_uri": None}


def unknown(sent: dict[str, str], published: dict[str, dict[str, str]]) -> list[str]:
    """The parameters that Twilio would not have."""
    return [
        name
        for name, value in sent.items()
        if name not in published or not re.match(published[name].get("pattern", ""), value)
    ]


class Handler(BaseHTTPRequestHandler):
    twilio: Twilio

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path == "/v1/Consents/Bulk":
            return self._say(*self._consents([json.loads(one) for one in parse_qs(body)["Items"]]))
        form = self._flat(body)
        missing = [name for name in PUBLISHED["required"] if name not in form]
        faults = unknown(form, PUBLISHED["create"]) + missing
        self._say(*(self._fault(faults) or self.twilio.create(form)))

    def do_GET(self) -> None:
        query = self._flat(urlsplit(self.path).query)
        faults = [name for name in query if name not in PUBLISHED["list"]]
        self._say(*(self._fault(faults) or self.twilio.list(query)))

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def _consents(self, items: list[dict[str, str]]) -> Answer:
        """What Twilio's page names of each, and nothing else."""
        if not self.headers["Authorization"].startswith("Basic "):
            return error(401)
        faults = [name for one in items for name in CONSENT.keys() ^ one.keys()]
        faults += [name for one in items for name, fits in CONSENT.items() if not re.fullmatch(fits, one.get(name, ""))]
        return error(400, str(faults)) if faults else self.twilio.consent(items)

    def _fault(self, faults: list[str]) -> Answer | None:
        if urlsplit(self.path).path != f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json":
            return error(404)
        if not self.headers["Authorization"].startswith("Basic "):
            return error(401)
        return error(400, str(faults)) if faults else None

    def _flat(self, query: str) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(query).items()}

    def _say(self, status: int, body: dict[str, Any] | None) -> None:
        if self.twilio.ended.is_set():
            return
        written = json.dumps(body).encode() if body else b"<html>"
        self.send_response(status)
        self.send_header("Content-Length", str(len(written)))
        self.end_headers()
        self.wfile.write(written)


@contextmanager
def playing() -> Iterator[Twilio]:
    twilio = Twilio()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Playing", (Handler,), {"twilio": twilio}))
    twilio.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield twilio
    finally:
        twilio.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()
