"""Twilio's webhooks and the demonstration's phone: who may come in, and that each text comes in once."""

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import func, select
from twilio.request_validator import RequestValidator

from api import desk, phone, sms
from casework import claimants, handoff, messaging, outbox, texts
from casework.base.db import transaction
from casework.base.settings import settings
from casework.council import council
from casework.messaging import Message
from casework.outbox import Outgoing
from casework.outbox import sms as by_text
from casework.outbox.settings import outbox_settings
from casework.staff import Staff
from tests.casework.outbox import conftest as outbox_cast
from tests.casework.outbox import twilio_fake
from tests.casework.outbox.twilio_fake import Twilio
from tests.doors import visiting
from tests.flows.conftest import Assistant
from tests.flows.phones import PHONE, gets

SECRET, OURS = "a token", twilio_fake.PUBLISHED["created"]["from"]
PUBLIC = "https://help.example"
twilio, fresh_settings = outbox_cast.twilio, outbox_cast.fresh_settings


@pytest.fixture
async def web(clean: None) -> AsyncIterator[httpx.AsyncClient]:
    async with visiting(sms.router, phone.router, desk.router, base_url="http://inside:8000") as client:
        yield client


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("HANDRAIL_PUBLIC_URL", PUBLIC)
    settings.cache_clear()
    yield
    monkeypatch.undo()
    settings.cache_clear()


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch, twilio: Twilio) -> Twilio:
    """Drama's numbers too are handed over to the provider that is played."""
    monkeypatch.setattr(by_text, "is_demonstration", lambda to: False)
    return twilio


def form(**changed: str) -> dict[str, str]:
    sent = {
        "MessageSid": f"SM{uuid4().hex}",
        "From": PHONE,
        "To": OURS,
        "Body": "hello",
        "NumMedia": "0",
        "FromCity": "",
    }
    return sent | changed


async def posts(
    web: httpx.AsyncClient, sent: dict[str, str], *, path: str = "/sms/inbound", url: str = PUBLIC, secret: str = SECRET
) -> httpx.Response:
    signature = RequestValidator(secret).compute_signature(url + path, sent)
    return await web.post(path, data=sent, headers={"X-Twilio-Signature": signature})


async def admitted() -> int:
    async with transaction() as session:
        query = select(func.count()).select_from(Message).where(Message.sender == "claimant")
        return (await session.execute(query)).scalar_one()


async def test_the_desk_sees_what_became_of_each_text(web: httpx.AsyncClient, assistant: Assistant, sam: Staff) -> None:
    await web.post("/phone", data={"number": PHONE, "text": "STOP"})
    async with transaction() as session:
        talk = await messaging.of_phone(session, PHONE)
        assert talk
        await handoff.take(session, talk.id, sam)
        await handoff.say(session, talk.id, sam, "Are you well?")
    await gets()
    assert (
        await web.post("/desk/sign-in", data={"email": sam.email, "password": "a long password"})
    ).status_code == 303
    page = (await web.get(f"/desk/conversations/{talk.id}/thread")).text
    assert PHONE in page
    assert "They stopped the texts" in page
    assert "failed, 1 part (not sent: stopped)" in page


async def test_without_a_secret_there_is_no_door(web: httpx.AsyncClient) -> None:
    for path in ("/sms/inbound", "/sms/status"):
        assert (await posts(web, form(), path=path)).status_code == 404
    assert await admitted() == 0


async def test_a_signed_text_is_taken_in_and_answered_by_nothing(
    web: httpx.AsyncClient, public: None, twilio: Twilio
) -> None:
    answer = await posts(web, form())
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/xml"
    assert answer.text.endswith("<Response/>")
    assert await admitted() == 1


async def test_twilio_says_it_twice(web: httpx.AsyncClient, public: None, twilio: Twilio) -> None:
    sent = form()
    assert [(await posts(web, sent)).status_code for _ in range(3)] == [200, 200, 200]
    assert await admitted() == 1


async def test_what_is_not_twilios_is_refused(web: httpx.AsyncClient, public: None, twilio: Twilio) -> None:
    signature = RequestValidator(SECRET).compute_signature(f"{PUBLIC}/sms/inbound", form(Body="hello"))
    altered = await web.post("/sms/inbound", data=form(Body="bye"), headers={"X-Twilio-Signature": signature})
    unsigned = await web.post("/sms/inbound", data=form())
    other_secret = await posts(web, form(), secret="another")
    inside = await posts(web, form(), url="http://inside:8000")
    assert {one.status_code for one in (altered, unsigned, other_secret, inside)} == {403}
    assert await admitted() == 0


async def test_with_no_proxy_the_address_is_our_own(web: httpx.AsyncClient, twilio: Twilio) -> None:
    assert (await posts(web, form(), url="http://inside:8000")).status_code == 200


async def test_an_opt_out_that_twilio_answered(web: httpx.AsyncClient, public: None, twilio: Twilio) -> None:
    await posts(web, form(Body="Stop", OptOutType="STOP"))
    async with transaction() as session:
        assert await outbox.quietness(session, PHONE)
        assert (await session.execute(select(func.count()).select_from(Outgoing))).scalar_one() == 0


async def test_a_receipt_says_what_became_of_it(web: httpx.AsyncClient, public: None, twilio: Twilio) -> None:
    async with transaction() as session:
        made = await outbox.post(session, "sms", PHONE, "See you at 10.")
        made.status, made.provider, made.provider_ref = "sent", "twilio", "SM1"
    receipt = {"MessageSid": "SM1", "MessageStatus": "undelivered", "ErrorCode": "30005"}
    assert (await posts(web, receipt, path="/sms/status")).status_code == 200
    async with transaction() as session:
        row = await session.get_one(Outgoing, made.id)
    assert (row.status, row.error) == ("failed", "unreachable: undelivered, Twilio 30005")


async def test_what_the_door_missed_is_fetched_once(
    web: httpx.AsyncClient, public: None, twilio: Twilio, assistant: Assistant
) -> None:
    here = form()
    await posts(web, here)
    came: dict[str, Any] = {"direction": "inbound", "from": PHONE}
    twilio.take({"To": OURS, "Body": "hello"}, **came, sid=here["MessageSid"])
    twilio.take({"To": OURS, "Body": "I missed you"}, **came)
    twilio.take({"To": OURS, "Body": "to somebody"}, direction="outbound-api")
    assert [await texts.fetch_missed(timedelta(days=1)) for _ in range(2)] == [1, 0]
    async with transaction() as session:
        talk = await messaging.of_phone(session, PHONE)
        assert talk
        written = [one.text for one in await messaging.history(session, talk.id) if one.sender == "claimant"]
    assert written == ["hello", "I missed you"]


async def test_when_twilio_cannot_say_what_came(clean: None, twilio: Twilio) -> None:
    twilio.lists = False
    with pytest.raises(outbox.CannotLookUp):
        await texts.fetch_missed(timedelta(days=1))


async def test_a_phone_of_the_demonstration(web: httpx.AsyncClient, assistant: Assistant) -> None:
    sent = await web.post("/phone", data={"number": "07700 900123", "text": "<b>what help is there"})
    assert sent.status_code == 303
    page = await web.get(sent.headers["location"])
    assert "&lt;b&gt;what help is there" in page.text
    assert page.text.index("job support") < page.text.index("I hear you.")
    assert "no-store" in page.headers["cache-control"]
    assert "what help" not in (await web.get("/phone?number=07700900456")).text


@pytest.mark.parametrize(
    ("number", "words"), [("01632 960101", "hello"), ("020 7946 0000", "hello"), ("nobody", "hello"), (PHONE, "  ")]
)
async def test_no_other_number_and_no_empty_text(
    web: httpx.AsyncClient, assistant: Assistant, number: str, words: str
) -> None:
    refused = await web.post("/phone", data={"number": number, "text": words})
    assert refused.status_code == 422
    assert 'role="alert"' in refused.text
    assert await admitted() == 0


async def test_the_phone_page_is_the_demonstrations_alone(
    web: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, twilio: Twilio
) -> None:
    assert (await web.get("/phone")).status_code == 404
    assert (await web.post("/phone", data={"number": PHONE, "text": "hello"})).status_code == 404
    monkeypatch.delenv("HANDRAIL_TWILIO_ACCOUNT_SID")
    monkeypatch.delenv("HANDRAIL_TWILIO_AUTH_TOKEN")
    monkeypatch.delenv("HANDRAIL_TWILIO_FROM")
    outbox_settings.cache_clear()
    assert (await web.get("/phone")).status_code == 200
    monkeypatch.setattr(phone, "council", lambda: council().model_copy(update={"fictional": False}))
    assert (await web.get("/phone")).status_code == 404


async def test_a_stop_in_their_own_words_is_told_to_twilio(web: httpx.AsyncClient, public: None, handed: Twilio) -> None:
    """Nobody gave us the number, so that nothing is to go there any more: but the last words do."""
    await posts(web, form(Body="pls stop texting me"))
    (last,) = await gets()
    assert last.startswith("You will get no more texts from us.")
    assert [(one["contact_id"], one["status"]) for one in handed.consents] == [(PHONE, "opt-out")]


async def test_who_keeps_appointment_texts_is_told_of_once_they_end(
    web: httpx.AsyncClient, public: None, handed: Twilio
) -> None:
    async with transaction() as session:
        await claimants.create(
            session, area="northbridge", preferred_name="Ana", source="worker", channels=[("sms", PHONE, True)]
        )
    await posts(web, form(Body="no more texts please"))
    assert "appointments still come" in (await gets())[-1]
    assert not handed.consents
    await posts(web, form(Body="NONE"))
    await gets()
    assert [one["status"] for one in handed.consents] == ["opt-out"]


async def test_who_starts_again_in_their_own_words_is_let_in_before_they_are_answered(
    web: httpx.AsyncClient, public: None, handed: Twilio
) -> None:
    """Twilio obeyed the STOP; a wish in other words than START it does not read."""
    await posts(web, form(Body="STOP", OptOutType="STOP"))
    handed.stopped.add(PHONE)
    await posts(web, form(Body="can you start the texts again please"))
    assert (await gets())[-1].startswith("Thanks. You will get our texts again.")
    assert [one["status"] for one in handed.consents] == ["opt-in"]


async def test_what_twilio_obeyed_is_not_told_to_it(web: httpx.AsyncClient, public: None, handed: Twilio) -> None:
    for body, kind in (("STOP", "STOP"), ("START", "START")):
        await posts(web, form(Body=body, OptOutType=kind))
        await gets()
    assert not handed.consents


async def test_danger_from_a_number_that_twilio_keeps_back_is_rung(
    web: httpx.AsyncClient, public: None, handed: Twilio, sam: Staff
) -> None:
    handed.stopped.add(PHONE)
    await posts(web, form(Body="I want to kill myself"))
    assert await gets() == []
    await web.post("/desk/sign-in", data={"email": sam.email, "password": "a long password"})
    assert "Our answer did not reach their phone. Please ring them." in (await web.get("/desk")).text
