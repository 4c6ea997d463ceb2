"""Everything running for real: the processes of `handrail run`, on a free port and a database of their own."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from casework.base.settings import ROOT

START_SECONDS = 240


@dataclass
class Running:
    """A started Handrail. `sign_in` is the first account's address and password."""

    url: str
    database: str
    sign_in: tuple[str, str]
    process: subprocess.Popen[str]

    @contextmanager
    def chat(self, area: str | None = None) -> Iterator["Chat"]:
        with httpx.Client(base_url=self.url, timeout=60) as http:
            yield Chat(http, area)


class Chat:
    """A claimant on the web, speaking the contract."""

    def __init__(self, http: httpx.Client, area: str | None = None) -> None:
        self.http = http
        started = http.post("/chat", json={"area": area} if area else {}).json()
        self.id, self.token, self.first = started["conversation"], started["token"], started["messages"]
        self.http.headers["Authorization"] = f"Bearer {self.token}"

    def send(self, text: str, ref: str | None = None) -> httpx.Response:
        return self.http.post(f"/chat/{self.id}/messages", json={"id": ref or str(uuid4()), "text": text})

    def say(self, text: str) -> list[dict[str, Any]]:
        answer = self.send(text)
        assert answer.status_code == 200, answer.text
        messages: list[dict[str, Any]] = answer.json()["messages"]
        return messages

    def read(self, after: int = 0) -> list[dict[str, Any]]:
        messages: list[dict[str, Any]] = self.http.get(f"/chat/{self.id}/messages", params={"after": after}).json()[
            "messages"
        ]
        return messages


@contextmanager
def running(database: str, home: Path) -> Iterator[Running]:
    port = free_port()
    environment = os.environ | {"DATABASE_URL": database, "PORT": str(port), "HANDRAIL_HOME": str(home)}
    process = subprocess.Popen(
        [ROOT / ".venv" / "bin" / "handrail", "run"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        sign_in = wait_until_up(process)
        yield Running(f"http://127.0.0.1:{port}", database, sign_in, process)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


def wait_until_up(process: subprocess.Popen[str]) -> tuple[str, str]:
    """Until the addresses are printed; the first sign-in."""
    said: list[str] = []
    sign_in = ("", "")
    end = time.monotonic() + START_SECONDS
    for line in process.stdout or ():
        said.append(line)
        if "first sign-in" in line:
            email, password = line.split()[-2:]
            sign_in = (email, password)
        if "Ctrl-C stops it" in line:
            return sign_in
        if time.monotonic() > end:
            break
    raise AssertionError("Handrail did not come up:\n" + "".join(said[-40:]))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
