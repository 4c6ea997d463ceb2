"""What no record can hold is the sender's fault, not ours: a 4xx on every route, and in what is sent."""

from collections.abc import AsyncIterator

import httpx
import pytest

from api.app import app
from casework import referrals
from casework.base.db import transaction
from tests.api.test_refusals import IDS, ROUTES

PERSON = {"ref": "1", "area": "northbridge", "name": "Ana", "mobile": "07700 900111", "consent": True}


@pytest.fixture
async def web(clean: None) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://inside") as client:
        yield client


@pytest.fixture
async def partner(clean: None) -> dict[str, str]:
    async with transaction() as session:
        token = await referrals.add_partner(session, "Debt Help", ["northbridge"])
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize("odd", ["%00", "a%00b", "x" * 5000, "%ED%A0%80", "..%2f..%2f"])
async def test_an_id_that_can_be_nobodys(web: httpx.AsyncClient, partner: dict[str, str], odd: str) -> None:
    answers = {
        (method, path): (await web.request(method, IDS.sub(odd, path), headers=partner, json={})).status_code
        for method, path in ROUTES
    }
    assert {call: status for call, status in answers.items() if status >= 500} == {}


async def test_a_partner_who_asks_for_nobody(web: httpx.AsyncClient, partner: dict[str, str]) -> None:
    answer = await web.post("/referrals/%00/job", headers=partner, json={"starts_on": "2026-12-01"})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("field", ["ref", "name", "adjustments"])
async def test_a_text_that_cannot_be_kept(web: httpx.AsyncClient, partner: dict[str, str], field: str) -> None:
    answer = await web.post("/referrals", headers=partner, json=PERSON | {field: "a\x00b"})
    assert answer.status_code == 422
    assert (await web.post("/referrals", headers=partner, json=PERSON)).status_code == 201


async def test_a_ref_beyond_all_keeping(web: httpx.AsyncClient, partner: dict[str, str]) -> None:
    answer = await web.post("/referrals", headers=partner, json=PERSON | {"ref": "7" * 9000})
    assert answer.status_code == 422
    assert "at most 200" in answer.json()["detail"]


async def test_a_number_beyond_all_counting(web: httpx.AsyncClient) -> None:
    made = (await web.post("/chat", json={})).json()
    headers = {"Authorization": f"Bearer {made['token']}"}
    answer = await web.get(f"/chat/{made['conversation']}/messages?after={'9' * 40}", headers=headers)
    assert 400 <= answer.status_code < 500
