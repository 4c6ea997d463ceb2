"""A phone that somebody else may read, once texts go there again: every text there tells nothing."""

from uuid import UUID

import pytest

from casework import checkins, claimants, handoff, messaging
from casework.base.db import transaction
from casework.checkins import bank
from tests.flows.conftest import Assistant
from tests.flows.phones import OTHER, gets, known, said, texts_us, thread
from tests.flows.working import Clock, amina, clock, starts

__all__ = ["amina", "clock"]
ORDERS = [
    "HELP", "CALL", "ring me after 3", "LATE", "im running 10 mins late", "PAUSE", "stop texting me til xmas", "START", "SAFE",
    "dont text me at night", "any time but my phone is shared", "text me less", "less", "when is my next check in", "NEWS", "NO NEWS",
    "how often do you text me", "you keep texting me and nobody helps", "LEFT", "STOP", "PAUSE", "START", "NONE", "wrong number",
]


async def is_shared(person: UUID) -> None:
    async with transaction() as session:
        (await claimants.get(session, person)).safe_contact = {"neutral": True, "shared": True}


def tell_nothing(told: list[str]) -> None:
    assert [one for one in told if bank().neutral.tells(one) or "Northbridge" in one] == []


async def test_every_order_is_answered_without_a_word_of_it(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock)
    await is_shared(amina)
    for words in ORDERS:
        await texts_us(words)
    told = await gets()
    assert len(told) >= len(ORDERS) - 4
    tell_nothing(told)


async def test_after_a_danger_and_a_start_too(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    for words in ("he reads my texts", "START", "HELP", "im running late", "when is my next check in"):
        await texts_us(words)
    told = await gets()
    assert len(told) == 5
    tell_nothing(told)


async def test_what_waits_for_a_start_on_a_watched_phone_is_written_so_too(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("good morning")
    async with transaction() as session:
        assert not await messaging.is_discreet(session, await thread())
    await texts_us("he reads my texts")
    async with transaction() as session:
        assert await messaging.is_discreet(session, await thread())


async def test_after_a_danger_and_a_start_help_is_answered_and_trouble_reaches_a_person(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    for words in ("he reads my texts", "START", "HELP"):
        await texts_us(words)
    assert "CALL" in (await said())[-1].text
    tell_nothing(await gets())
    await texts_us("not paid")
    async with transaction() as session:
        asked = await handoff.open_handoff(session, (await thread()).id)
    assert asked
    assert "checkin_not_paid" in (asked.reason, asked.asked_again)


async def test_in_another_danger_help_is_no_order(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    for words in ("i want to die", "HELP"):
        await texts_us(words)
    assert "CALL" not in (await said())[-1].text


async def test_also_where_nobody_gave_us_the_number(clean: None, assistant: Assistant) -> None:
    for words in ("he reads my texts", "START", "HELP"):
        await texts_us(words, OTHER)
    told = await gets(OTHER)
    assert len(told) == 3
    tell_nothing(told)


async def test_what_the_assistant_says_is_said_neutrally(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await is_shared(amina)
    assistant.answer = [{"text": "Good luck with the job.", "choices": [], "name": "utter_job_done", "values": {"name": "A", "often": "now and then"}}]
    await texts_us("i start monday")
    (told,) = await gets()
    assert told.startswith("Good luck. We will text you now and then.")


async def test_the_follow_up_tells_nothing_either(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await is_shared(amina)
    async with transaction() as session:
        claimant = await claimants.get(session, amina)
        talk = (await messaging.of_claimant(session, amina))[0] if await messaging.of_claimant(session, amina) else await messaging.start_desk(session, claimant)
        heard = await checkins.tell(session, claimant, "struggling", talk.id)
    assert heard.follow_up == bank().follow_ups["ring_you"]


@pytest.mark.parametrize("words", ["less", "fewer", "not so often"])
async def test_less_is_less_where_nothing_is_open(amina: UUID, clock: Clock, words: str) -> None:
    await starts(amina, clock)
    await is_shared(amina)
    await texts_us(words)
    async with transaction() as session:
        job = await checkins.followed_job(session, amina)
    assert job
    assert job.cadence == "light"
    (told,) = await gets()
    assert "now and then" in told
    tell_nothing([told])
