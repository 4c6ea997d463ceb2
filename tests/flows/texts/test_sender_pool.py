"""Several numbers of ours: one conversation a person, whichever they write to; and they hear from the one they wrote to last."""

from datetime import timedelta
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import delete

from casework import messaging, outbox
from casework.base.clock import now
from casework.base.db import transaction
from casework.outbox import Outgoing
from casework.outbox.lines import lines_of, purge_lines
from casework.outbox.settings import outbox_settings
from casework.texts import fetch_missed
from tests.casework.outbox.twilio_fake import Twilio
from tests.flows.conftest import Assistant
from tests.flows.phones import OTHER, PHONE, gets, said
from tests.flows.texts.test_sms_door import form, fresh_settings, handed, posts, public, twilio, web

__all__ = ["fresh_settings", "handed", "public", "twilio", "web"]
POOL = ["+447700900001", "+447700900002", "+447700900003"]
Web = httpx.AsyncClient


def pool(monkeypatch: pytest.MonkeyPatch, *numbers: str) -> None:
    monkeypatch.setenv("HANDRAIL_TWILIO_FROM", ", ".join(numbers))
    outbox_settings.cache_clear()


@pytest.fixture
def ours(handed: Twilio, monkeypatch: pytest.MonkeyPatch) -> Twilio:
    pool(monkeypatch, *POOL)
    return handed


def senders(ours: Twilio, phone: str) -> list[str]:
    return [one["From"] for one in ours.asked if one["To"] == phone]


async def test_replies_to_any_of_them_are_one_conversation_and_come_from_where_they_wrote(
    web: Web, public: None, ours: Twilio, assistant: Assistant
) -> None:
    for n, one in enumerate(POOL):
        await posts(web, form(To=one, Body=f"question {n}"))
        await gets()
    assert [one.text for one in await said() if one.sender == "claimant"] == [f"question {n}" for n in range(3)]
    heard = senders(ours, PHONE)
    assert len(heard) == 4, "hello, and three answers"
    assert list(dict.fromkeys(heard)) == POOL


async def test_a_fetched_text_is_answered_from_where_it_went(clean: None, ours: Twilio, assistant: Assistant) -> None:
    ours.take({"To": POOL[1], "Body": "I wrote while you were down"}, direction="inbound", **{"from": PHONE})
    assert await fetch_missed() == 1
    await gets()
    assert set(senders(ours, PHONE)) == {POOL[1]}


async def test_what_goes_out_with_others_comes_from_there_too(
    web: Web, public: None, ours: Twilio, assistant: Assistant
) -> None:
    for one, phone in ((POOL[0], PHONE), (POOL[2], OTHER)):
        await posts(web, form(To=one, From=phone, Body="hello there"))
        await gets(phone)
    ours.asked.clear()
    async with transaction() as session:
        several = [(phone, "How is work?", uuid4()) for phone in (PHONE, OTHER)]
        await outbox.post_several(session, several, "checkin")
    await gets()
    assert (senders(ours, PHONE), senders(ours, OTHER)) == ([POOL[0]], [POOL[2]])


async def test_which_number_they_write_to_is_kept_as_long_as_texts_to_them(
    web: Web, public: None, ours: Twilio, assistant: Assistant
) -> None:
    await posts(web, form(To=POOL[1], Body="hello there"))
    later = now() + timedelta(days=400)
    async with transaction() as session:
        await purge_lines(session, later)
        assert await lines_of(session, [PHONE]) == {PHONE: POOL[1]}
        await session.execute(delete(Outgoing))
        await purge_lines(session, now() - timedelta(days=1))
        assert await lines_of(session, [PHONE]) == {PHONE: POOL[1]}, "they wrote only today"
        await purge_lines(session, later)
        assert await lines_of(session, [PHONE]) == {}


async def test_a_number_taken_out_moves_its_people_and_nobody_else(
    web: Web, public: None, ours: Twilio, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    for phone in (PHONE, OTHER):
        await posts(web, form(From=phone, Body="hello there"))
        await gets(phone)
    gone, kept = senders(ours, PHONE)[0], senders(ours, OTHER)[0]
    pool(monkeypatch, *(one for one in POOL if one != gone))
    ours.asked.clear()
    for phone in (PHONE, OTHER):
        await posts(web, form(From=phone, To=gone, Body="hello again"))
        await gets(phone)
    (now,) = set(senders(ours, PHONE))
    assert now != gone
    assert now in POOL
    assert kept != gone
    assert set(senders(ours, OTHER)) == {kept}
    assert [one.text for one in await said() if one.sender == "claimant"] == ["hello there", "hello again"]


async def test_what_any_of_them_got_and_we_missed_is_fetched(
    clean: None, ours: Twilio, assistant: Assistant
) -> None:
    for n, one in enumerate(POOL):
        ours.take({"To": one, "Body": f"missed {n}"}, direction="inbound", **{"from": PHONE})
    assert await fetch_missed() == 3
    assert await fetch_missed() == 0
    assert {one.text for one in await said() if one.sender == "claimant"} == {f"missed {n}" for n in range(3)}


async def test_the_worker_of_a_person_reaches_them_from_their_number(
    web: Web, public: None, ours: Twilio, assistant: Assistant
) -> None:
    """What we begin ourselves comes from the number that answers them."""
    await posts(web, form(Body="hello there"))
    await gets()
    async with transaction() as session:
        talk = await messaging.of_phone(session, PHONE)
        assert talk
        await messaging.record(session, await messaging.locked(session, talk.id), "assistant", "By the way.")
    await gets()
    assert len(set(senders(ours, PHONE))) == 1
