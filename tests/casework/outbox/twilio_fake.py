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


type Answer = tuple[int, dict[str, Any] | None]


def error(status: int, about: str = "") -> Answer:
    return status, {"code": 20000 + status, "message": f"no: {about}", "status": status}


@dataclass
class Twilio:
    """`answers` says what happens to each request to send, in order; then they are taken.

    "take", the status of a refusal, "unreadable", or "lost" for no answer. After "taken, " the message is taken all
    the same.
    """

    answers: list[str] = field(default_factory=list)
    taken: list[dict[str, Any]] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
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
        form = self._flat(self.rfile.read(int(self.headers["Content-Length"])).decode())
        missing = [name for name in PUBLISHED["required"] if name not in form]
        faults = unknown(form, PUBLISHED["create"]) + missing
        self._say(*(self._fault(faults) or self.twilio.create(form)))

    def do_GET(self) -> None:
        query = self._flat(urlsplit(self.path).query)
        faults = [name for name in query if name not in PUBLISHED["list"]]
        self._say(*(self._fault(faults) or self.twilio.list(query)))

    def log_message(self, *_: object) -> None:
        """Nothing."""

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
