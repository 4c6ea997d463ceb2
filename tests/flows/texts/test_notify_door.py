"""GOV.UK Notify's callbacks: only with the token we gave it, each text once."""

from collections.abc import AsyncIterator
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import func, select

from api import notify
from casework import messaging, outbox
from casework.audit import AuditRow
from casework.base.db import transaction
from casework.messaging import Conversation
from casework.outbox import Outgoing
from tests.casework.outbox import conftest as outbox_cast
from tests.doors import visiting
from tests.flows.phones import PHONE, said

TOKEN = "a long callback token"
fresh_settings = outbox_cast.fresh_settings


@pytest.fixture
async def web(clean: None, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[httpx.AsyncClient]:
    monkeypatch.setenv("HANDRAIL_NOTIFY_CALLBACK_TOKEN", TOKEN)
    async with visiting(notify.router) as client:
        yield client


def form(**changed: str) -> dict[str, str]:
    came = {
        "id": str(uuid4()),
        "source_number": PHONE.removeprefix("+"),
        "destination_number": "07700900999",
        "message": "hello",
        "date_received": "2026-11-28T12:00:00.000000Z",
    }
    return came | changed


async def posts(web: httpx.AsyncClient, body: dict[str, str], path: str = "inbound", token: str = TOKEN) -> int:
    answer = await web.post(f"/sms/notify/{path}", json=body, headers={"Authorization": f"Bearer {token}"})
    return answer.status_code


async def test_a_text_comes_in_once(web: httpx.AsyncClient) -> None:
    body = form(message="What help is there?")
    assert [await posts(web, body) for _ in range(3)] == [200, 200, 200]
    assert [one.text for one in await said() if one.sender == "claimant"] == ["What help is there?"]


async def test_a_number_as_people_write_it_is_the_same_phone(web: httpx.AsyncClient) -> None:
    for written in (f"0{PHONE.removeprefix('+44')}", PHONE, f" {PHONE.removeprefix('+')} ", f"00{PHONE.removeprefix('+')}"):
        assert await posts(web, form(source_number=written)) == 200
    assert len([one for one in await said() if one.sender == "claimant"]) == 4


@pytest.mark.parametrize("sender", ["", "NHS", "+NHS", "60123", "0", "7" * 40, "\u0667\u0667\u0660\u0660\u0669\u0660\u0660"])
async def test_who_has_no_phone_begins_no_conversation(
    web: httpx.AsyncClient, sender: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert await posts(web, form(source_number=sender, message="Your parcel is late")) == 200
    async with transaction() as session:
        assert (await session.execute(select(func.count()).select_from(Conversation))).scalar_one() == 0
        assert (await session.execute(select(AuditRow.act))).scalars().all() == ["texts.no_number"]
    assert "no phone number" in caplog.text
    assert "parcel" not in caplog.text
    assert not sender or not any(sender in one for one in caplog.messages)


async def test_stop_is_obeyed(web: httpx.AsyncClient) -> None:
    await posts(web, form(message="STOP"))
    async with transaction() as session:
        assert await outbox.quietness(session, PHONE)


async def test_what_is_not_notifys_is_refused(web: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await posts(web, form(), token="another") == 403
    assert (await web.post("/sms/notify/inbound", json=form())).status_code == 401
    async with transaction() as session:
        assert await messaging.of_phone(session, PHONE) is None


async def test_without_a_token_there_is_no_door(clean: None) -> None:
    async with visiting(notify.router) as client:
        assert {await posts(client, form(), path) for path in ("inbound", "status")} == {404}


async def test_a_receipt(web: httpx.AsyncClient) -> None:
    async with transaction() as session:
        made = await outbox.post(session, "sms", PHONE, "See you at 10.")
        made.status, made.provider, made.provider_ref = "sent", "notify", "n1"
    body = {"id": "n1", "reference": str(made.id), "to": PHONE, "status": "permanent-failure", "notification_type": "sms"}
    assert await posts(web, body, "status") == 200
    async with transaction() as session:
        row = await session.get_one(Outgoing, made.id)
    assert (row.status, row.error) == ("failed", "unreachable: permanent-failure")
