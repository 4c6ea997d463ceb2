"""GOV.UK Notify's texts, played over HTTP: what its reference does not allow is refused, tokens are checked."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import jwt

SERVICE, SECRET = str(uuid4()), str(uuid4())
KEY = f"handrail-{SERVICE}-{SECRET}"
TEMPLATE = str(uuid4())
PAGE = 2
type Answer = tuple[int, dict[str, Any]]


@dataclass
class Notify:
    """`answers` says what happens to each request to send; "taken, " before it: taken all the same."""

    answers: list[str] = field(default_factory=list)
    taken: list[dict[str, Any]] = field(default_factory=list)
    received: list[dict[str, Any]] = field(default_factory=list)
    ended: Event = field(default_factory=Event)
    url: str = ""

    def create(self, body: dict[str, Any]) -> Answer:
        if set(body) - {"sms_sender_id"} != {"phone_number", "template_id", "personalisation", "reference"}:
            return 400, {"errors": [{"error": "ValidationError", "message": "Additional properties"}]}
        what = self.answers.pop(0) if self.answers else "take"
        made = {"id": str(uuid4()), "reference": body["reference"], "content": {"body": body["personalisation"]["text"]}}
        if what.startswith("take"):
            at = datetime.now(UTC).isoformat()
            self.taken.append(made | {"status": "created", "created_at": at, "phone_number": body["phone_number"]})
        what = what.removeprefix("taken, ")
        if what == "lost":
            self.ended.wait(2)
        return (201, made) if what in ("take", "lost") else (int(what), {"errors": [{"error": "E", "message": "no"}]})

    def came(self, number: str, words: str, at: str) -> dict[str, Any]:
        self.received.insert(0, {"id": str(uuid4()), "user_number": number, "content": words, "created_at": at})
        return self.received[0]

    def inbox(self, older_than: str | None) -> Answer:
        ids = [one["id"] for one in self.received]
        start = ids.index(older_than) + 1 if older_than else 0
        return 200, {"received_text_messages": self.received[start : start + PAGE], "links": {}}


class Handler(BaseHTTPRequestHandler):
    notify: Notify

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._say(*(self._refused() or self.notify.create(body)))

    def do_GET(self) -> None:
        at, query = urlsplit(self.path), parse_qs(urlsplit(self.path).query)
        if at.path == "/v2/received-text-messages":
            return self._say(*(self._refused() or self.notify.inbox(query.get("older_than", [None])[0])))
        mine = [one for one in self.notify.taken if one["reference"] == query["reference"][0]]
        self._say(*(self._refused() or (200, {"notifications": mine, "links": {}})))

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def _refused(self) -> Answer | None:
        token = self.headers["Authorization"].removeprefix("Bearer ")
        known = jwt.decode(token, SECRET, algorithms=["HS256"])["iss"] == SERVICE
        return None if known else (403, {"errors": [{"error": "AuthError", "message": "no"}]})

    def _say(self, status: int, body: dict[str, Any]) -> None:
        if self.notify.ended.is_set():
            return
        written = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(written)))
        self.end_headers()
        self.wfile.write(written)


@contextmanager
def playing() -> Iterator[Notify]:
    notify = Notify()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Playing", (Handler,), {"notify": notify}))
    notify.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield notify
    finally:
        notify.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()
