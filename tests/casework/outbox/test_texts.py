"""Texts: sent once, whatever Twilio answers, or does not."""

import asyncio
import logging
from datetime import timedelta

import pytest

from casework.base.clock import now
from casework.base.settings import settings
from casework.outbox import NotYet, deliver
from casework.outbox.rules import MAX_TRIES
from tests.casework.outbox.conftest import changed, delivered, free_port, posted, seen
from tests.casework.outbox.twilio_fake import SOMEONE, Twilio

PHONE = "+447700900123"
LONG_AGO = timedelta(minutes=10)


async def test_without_a_provider_nothing_leaves(clean: None) -> None:
    sent = await delivered(await posted("sms", SOMEONE))
    assert (sent.status, sent.provider, sent.tries) == ("sent", "demonstration", 1)
    assert sent.sent_at


@pytest.mark.parametrize("to", ["+447700900000", "+447700900999"])
async def test_a_demonstration_phone_stays_one(clean: None, twilio: Twilio, to: str) -> None:
    sent = await delivered(await posted("sms", to))
    assert (sent.status, sent.provider) == ("sent", "demonstration")
    assert not twilio.asked


async def test_taken(clean: None, twilio: Twilio) -> None:
    sent = await delivered(await posted("sms", SOMEONE, "See you at 10 – Sam"))
    assert (sent.status, sent.provider, sent.provider_ref) == ("sent", "twilio", twilio.taken[0]["sid"])
    assert twilio.asked[0]["To"] == SOMEONE
    assert twilio.asked[0]["Body"] == "See you at 10 - Sam"


async def test_a_messaging_service_sends(clean: None, twilio: Twilio, monkeypatch: pytest.MonkeyPatch) -> None:
    service = f"MG{'a' * 32}"
    monkeypatch.setenv("HANDRAIL_TWILIO_FROM", service)
    monkeypatch.setenv("HANDRAIL_TWILIO_STATUS_URL", "https://help.example/sms/status")
    assert (await delivered(await posted("sms", SOMEONE))).status == "sent"
    assert twilio.asked[0]["MessagingServiceSid"] == service
    assert twilio.asked[0]["StatusCallback"] == "https://help.example/sms/status"
    assert "From" not in twilio.asked[0]


async def test_refused(clean: None, twilio: Twilio) -> None:
    twilio.answers = ["400"]
    failed = await delivered(await posted("sms", SOMEONE))
    assert (failed.status, failed.error) == ("failed", "HTTP 400, Twilio 20400")


@pytest.mark.parametrize("answer", ["401", "429", "500", "503"])
async def test_not_taken_then_taken(clean: None, twilio: Twilio, answer: str) -> None:
    twilio.answers = [answer]
    outgoing = await posted("sms", SOMEONE)
    waiting = await delivered(outgoing)
    assert (waiting.status, waiting.error) == ("queued", f"HTTP {answer}, Twilio 20{answer}")
    sent = await delivered(outgoing)
    assert (sent.status, sent.tries, sent.error) == ("sent", 2, None)
    assert len(twilio.taken) == 1


async def test_not_taken_for_too_long(clean: None, twilio: Twilio) -> None:
    twilio.answers = ["429"]
    outgoing = await posted("sms", SOMEONE)
    await changed(outgoing, tries=MAX_TRIES - 1)
    assert (await delivered(outgoing)).status == "failed"


async def test_nobody_there(clean: None, twilio: Twilio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDRAIL_TWILIO_API_URL", f"http://127.0.0.1:{free_port()}")
    waiting = await delivered(await posted("sms", SOMEONE))
    assert (waiting.status, waiting.error) == ("queued", "no connection")


@pytest.mark.parametrize("answer", ["taken, lost", "taken, 500", "taken, 502", "taken, unreadable"])
async def test_taken_without_a_yes(clean: None, twilio: Twilio, answer: str) -> None:
    twilio.answers = [answer]
    outgoing = await posted("sms", SOMEONE)
    sent = await delivered(outgoing)
    assert (sent.status, sent.provider_ref) == ("sent", twilio.taken[0]["sid"])
    await delivered(outgoing)
    assert len(twilio.asked) == 1


@pytest.mark.parametrize("answer", ["lost", "502", "unreadable"])
async def test_what_twilio_never_got_is_sent_again_after_a_second_look(clean: None, twilio: Twilio, answer: str) -> None:
    twilio.answers = [answer]
    outgoing = await posted("sms", SOMEONE)
    assert (await delivered(outgoing)).status == "sending"
    assert (await delivered(outgoing)).status == "sending"
    assert len(twilio.asked) == 1
    await changed(outgoing, status_at=now() - LONG_AGO)
    assert (await delivered(outgoing)).status == "queued"
    assert (await delivered(outgoing)).status == "sent"
    assert (len(twilio.asked), len(twilio.taken)) == (2, 1)


async def test_found_at_the_second_look(clean: None, twilio: Twilio) -> None:
    twilio.answers = ["lost"]
    outgoing = await posted("sms", SOMEONE)
    await delivered(outgoing)
    twilio.take(twilio.asked[0], status="delivered")
    await changed(outgoing, status_at=now() - LONG_AGO)
    assert (await delivered(outgoing)).status == "delivered"
    assert len(twilio.asked) == 1


async def test_the_same_words_of_another_text_do_not_count(clean: None, twilio: Twilio) -> None:
    twilio.answers = ["take", "lost"]
    first, second = await posted("sms", SOMEONE), await posted("sms", SOMEONE)
    await delivered(first)
    await delivered(second)
    await changed(second, status_at=now() - LONG_AGO)
    assert (await delivered(second)).status == "queued"
    assert len(twilio.taken) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"body": "Other words"},
        {"direction": "inbound"},
        {"date_created": "Thu, 30 Jul 2015 20:12:31 +0000"},
    ],
)
async def test_what_else_twilio_has_is_not_it(clean: None, twilio: Twilio, other: dict[str, str]) -> None:
    twilio.take({"To": SOMEONE, "Body": "See you at 10."}, **other)
    outgoing = await posted("sms", SOMEONE)
    await changed(outgoing, status="sending", provider="twilio", tries=1, status_at=now() - LONG_AGO)
    assert (await delivered(outgoing)).status == "queued"


async def test_twilio_cannot_say(clean: None, twilio: Twilio) -> None:
    twilio.answers, twilio.lists = ["taken, lost"], False
    outgoing = await posted("sms", SOMEONE)
    assert (await delivered(outgoing)).status == "sending"
    await changed(outgoing, status_at=now() - LONG_AGO)
    assert (await delivered(outgoing)).status == "sending"
    twilio.lists = True
    assert (await delivered(outgoing)).status == "sent"
    assert len(twilio.asked) == 1


async def test_twilio_cannot_say_for_hours(clean: None, twilio: Twilio) -> None:
    twilio.lists = False
    outgoing = await posted("sms", SOMEONE)
    await changed(outgoing, status="sending", provider="twilio", tries=1, status_at=now() - timedelta(hours=7))
    assert (await delivered(outgoing)).status == "held"


async def test_a_worker_died_over_a_demonstration(clean: None) -> None:
    outgoing = await posted("sms", PHONE)
    await changed(outgoing, status="sending", provider="demonstration", tries=1, status_at=now() - LONG_AGO)
    assert (await delivered(outgoing)).status == "sent"


async def test_the_provider_it_went_to_is_gone(clean: None) -> None:
    outgoing = await posted("sms", SOMEONE)
    await changed(outgoing, status="sending", provider="twilio", tries=1, status_at=now() - LONG_AGO)
    assert (await delivered(outgoing)).status == "held"


async def test_two_at_once_send_once(clean: None, twilio: Twilio) -> None:
    outgoing = await posted("sms", SOMEONE)
    results = await asyncio.gather(*(deliver(outgoing) for _ in range(5)), return_exceptions=True)
    assert {type(one) for one in results} <= {type(None), NotYet}
    assert len(twilio.asked) == 1
    assert (await seen(outgoing)).status == "sent"


async def test_the_log_names_no_one(clean: None, twilio: Twilio, caplog: pytest.LogCaptureFixture) -> None:
    twilio.answers = ["400", "taken, lost"]
    with caplog.at_level(logging.INFO):
        await delivered(await posted("sms", SOMEONE))
        await delivered(await posted("sms", SOMEONE))
    assert "failed" in caplog.text
    assert SOMEONE.removeprefix("+") not in caplog.text


async def test_our_own_door_is_told_what_became_of_it(clean: None, twilio: Twilio, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (await delivered(await posted("sms", SOMEONE))).status == "sent"
    assert "StatusCallback" not in twilio.asked[0]
    monkeypatch.setenv("HANDRAIL_PUBLIC_URL", "https://help.example/")
    settings.cache_clear()
    try:
        assert (await delivered(await posted("sms", SOMEONE))).status == "sent"
        assert twilio.asked[1]["StatusCallback"] == "https://help.example/sms/status"
    finally:
        monkeypatch.undo()
        settings.cache_clear()
