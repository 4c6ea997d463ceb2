"""A real CalDAV server of the tests' own: Radicale, with one account that may read and write everybody's calendars."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from caldav.collection import Calendar as OnServer
from caldav.davclient import DAVClient
from icalendar import Calendar, Event

from tests.running import free_port

USER, PASSWORD = "handrail", "a long password"
START_SECONDS = 20


@dataclass
class Server:
    """Sam's newest calendar is at `path`; the verbs are what Sam's own program does to it."""

    url: str
    process: subprocess.Popen[bytes]
    path: str = ""

    @contextmanager
    def _calendar(self) -> Iterator[Any]:
        with DAVClient(url=self.url, username=USER, password=PASSWORD) as client:
            yield OnServer(client=client, url=f"{self.url}/{self.path}/")

    def makes_one(self) -> None:
        name = uuid4().hex
        with DAVClient(url=self.url, username="sam", password=PASSWORD) as client:
            client.principal().make_calendar(name="Work", cal_id=name)
        self.path = f"sam/{name}"

    def adds(self, uid: str, start: date | datetime, end: date | datetime, **more: object) -> None:
        made, event = Calendar(), Event()
        made.add("prodid", "-//Sam's own//EN")
        made.add("version", "2.0")
        given = {"uid": uid, "dtstamp": datetime(2026, 1, 1), "dtstart": start, "dtend": end, "summary": "Dentist"}
        for name, value in (given | more).items():
            event.add(name, value)
        made.add_component(event)
        with self._calendar() as there:
            there.add_event(made.to_ical().decode())

    def has(self) -> dict[str, Event]:
        with self._calendar() as there:
            return {str(one.icalendar_component["uid"]): one.icalendar_component for one in there.get_events()}

    def moves(self, uid: str, start: datetime, end: datetime) -> None:
        with self._calendar() as there:
            found = there.get_event_by_uid(uid)
            with found.edit_icalendar_component() as event:
                event.start, event.end = start, end
            found.save()

    def removes(self, uid: str) -> None:
        with self._calendar() as there:
            there.get_event_by_uid(uid).delete()

    def stops(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=START_SECONDS)


@contextmanager
def radicale(folder: Path) -> Iterator[Server]:
    port, accounts = free_port(), folder / "accounts"
    accounts.write_text(f"{USER}:{PASSWORD}\nsam:{PASSWORD}\n")
    options = {
        "server-hosts": f"127.0.0.1:{port}", "auth-type": "htpasswd", "auth-htpasswd-filename": str(accounts),
        "auth-htpasswd-encryption": "plain", "rights-type": "authenticated", "auth-delay": "0",
        "storage-filesystem-folder": str(folder / "calendars"), "logging-level": "critical",
    }
    given = [word for name, value in options.items() for word in (f"--{name}", value)]
    process = subprocess.Popen([sys.executable, "-m", "radicale", "--config", "", *given], stderr=subprocess.DEVNULL)
    server = Server(f"http://127.0.0.1:{port}", process)
    try:
        _wait(port)
        yield server
    finally:
        server.stops()


def _wait(port: int) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("Radicale did not start")
