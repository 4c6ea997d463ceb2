"""Every route with somebody's id in it, tried by those whose it is not: one polite refusal, and a row in the audit."""

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid4

import httpx
import psycopg
import pytest
from fastapi.routing import APIRoute
from sqlalchemy.engine import make_url
from starlette.routing import BaseRoute

from api.app import app
from casework.base.settings import ROOT
from tests.running import Running

NAME, WORDS = "Zephyrine", "my landlord is Mr Quillfeather"
# Opened by a link of one's own and nothing else.
LINKS = ("/list/", "/answers/", "/calendar/", "/offer/")
IDS = re.compile(r"\{(\w+)(?::\w+)?\}")


def _flat(routes: list[BaseRoute]) -> Iterator[APIRoute]:
    """Every route; those of an included router are kept inside it."""
    for route in routes:
        if isinstance(route, APIRoute):
            yield route
        elif inner := getattr(route, "original_router", None):
            yield from _flat(inner.routes)


def _routes() -> list[tuple[str, str]]:
    flat = list(_flat(app.routes))
    named = [(method, route.path) for route in flat for method in sorted(route.methods) if IDS.search(route.path)]
    return [(method, path) for method, path in named if not path.startswith(("/widget/", *LINKS))]


ROUTES = _routes()


# The parts of an address that are words, not ids.
FIXED = {"kind": "html", "matter": "clash"}


@dataclass(frozen=True)
class Owned:
    """What is Zephyrine's, in Northbridge."""

    conversation: str
    claimant: str
    request_id: str
    appointment: str

    def path(self, template: str) -> str:
        known = vars(self) | FIXED
        return IDS.sub(lambda found: known.get(found[1], str(uuid4())), template)


@pytest.fixture(scope="module")
def database(handrail: Running) -> str:
    return make_url(handrail.database).set(drivername="postgresql").render_as_string(hide_password=False)


@pytest.fixture(scope="module")
def owned(handrail: Running, database: str) -> Owned:
    """A claimant with a conversation, a request and a meeting, put there by hand."""
    with handrail.chat() as chat:
        chat.say(WORDS)
    claimant, request = uuid4(), uuid4()
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO claimants (id, area, preferred_name, language, adjustments, needs, source, referred_on,"
            " created_at) VALUES (%s, 'northbridge', %s, 'en', '', '{}', 'self', now(), now())",
            (claimant, NAME),
        )
        connection.execute("UPDATE conversations SET claimant_id = %s WHERE id = %s", (claimant, chat.id))
        connection.execute(
            "INSERT INTO data_requests (id, number, claimant_id, area, kind, asked_at, due_on)"
            " VALUES (%s, %s, %s, 'northbridge', 'see', now(), now())",
            (request, f"D-{str(request)[:6]}", claimant),
        )
        meeting = connection.execute(
            "WITH mine AS (INSERT INTO diaries (staff_id) SELECT id FROM staff WHERE areas::text LIKE '%%northbridge%%'"
            " ORDER BY email LIMIT 1 ON CONFLICT (staff_id) DO UPDATE SET staff_id = excluded.staff_id RETURNING id)"
            " INSERT INTO appointments (id, area, diary_id, claimant_id, name, kind, format, starts_at, ends_at,"
            " blocked_until, state, sequence, note, features, partner, made_at) SELECT %s, 'northbridge', id, %s, '',"
            " 'first_meeting', 'phone',"
            " now() + '40 days', now() + '40 days 1 hour', now() + '40 days 1 hour', 'booked', 0, '', '[]', '', now() FROM mine"
            " RETURNING id",
            (uuid4(), claimant),
        ).fetchone()
    assert meeting
    return Owned(chat.id, str(claimant), str(request), str(meeting[0]))


@pytest.fixture(scope="module")
def vera(handrail: Running, database: str) -> Iterator[tuple[httpx.Client, str]]:
    """A key worker of another area, signed in, with the token of her forms."""
    password = _add_vera(database)
    with httpx.Client(base_url=handrail.url, timeout=30) as http:
        http.post("/desk/sign-in", data={"email": "vera@example.org", "password": password})
        csrf = re.search(r'name="csrf" value="([^"]+)"', http.get("/desk").text)
        assert csrf
        yield http, csrf[1]


def _add_vera(database: str) -> str:
    command = [ROOT / ".venv" / "bin" / "handrail", "staff", "add", "vera@example.org", "Vera", "--areas", "vale"]
    environment = os.environ | {"DATABASE_URL": database}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split()[-1]


def refusals(database: str) -> int:
    with psycopg.connect(database) as connection:
        row = connection.execute("SELECT count(*) FROM audit WHERE NOT allowed").fetchone()
        assert row
        return int(row[0])


def nothing_shown(answer: httpx.Response) -> None:
    assert NAME not in answer.text
    assert "Quillfeather" not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("path", ["/list/", "/answers/"])
def test_a_made_up_link_opens_nothing(handrail: Running, path: str) -> None:
    with httpx.Client(base_url=handrail.url, timeout=30) as http:
        assert http.get(f"{path}made-up").status_code == 404
        assert http.post("/list/made-up", data={"agree": "true", "debt": "yes"}).status_code == 404
        assert http.get("/answers/made-up/download").status_code == 404


def test_an_offer_that_was_never_made_shows_nothing(handrail: Running) -> None:
    with httpx.Client(base_url=handrail.url, timeout=30) as http:
        assert http.get(f"/offer/{uuid4()}").status_code == 404
        assert http.post(f"/offer/{uuid4()}", data={"say": "yes"}).status_code == 404


def test_there_are_routes_to_try() -> None:
    assert len(ROUTES) >= 20


@pytest.mark.parametrize(("method", "path"), ROUTES, ids=lambda value: str(value))
def test_a_stranger_is_turned_away(handrail: Running, owned: Owned, method: str, path: str) -> None:
    with httpx.Client(base_url=handrail.url, timeout=30) as http:
        answer = http.request(method, owned.path(path), json=None if path.startswith("/desk") else _message())
    assert answer.status_code in (401, 303), answer.text
    if answer.status_code == 303:
        assert answer.headers["location"] == "/desk/sign-in"
    nothing_shown(answer)


@pytest.mark.parametrize(("method", "path"), [one for one in ROUTES if one[1].startswith("/chat")], ids=str)
def test_the_token_of_another_chat_opens_nothing(
    handrail: Running, owned: Owned, database: str, method: str, path: str
) -> None:
    before = refusals(database)
    with handrail.chat() as other:
        answer = other.http.request(method, owned.path(path), json=_message())
    assert answer.status_code == 401
    nothing_shown(answer)
    assert refusals(database) == before + 1


@pytest.mark.parametrize(("method", "path"), [one for one in ROUTES if one[1].startswith("/desk")], ids=str)
def test_a_worker_of_another_area_finds_nothing(
    vera: tuple[httpx.Client, str], owned: Owned, database: str, method: str, path: str
) -> None:
    http, csrf = vera
    before = refusals(database)
    form = {"csrf": csrf, "other": owned.claimant, "text": "hello", "preferred_name": "X", "address": "07700900001"}
    form |= {"diary": "1", "outcome": "attended", "start": "2030-03-05T10:00:00+00:00"}
    answer = http.request(method, owned.path(path), data=form if method == "POST" else None)
    assert answer.status_code == 404, answer.text
    nothing_shown(answer)
    assert refusals(database) == before + 1


def _message() -> dict[str, str]:
    return {"id": str(UUID(int=1)), "text": "let me in"}
