"""Safe times beside a STOP, a watched phone and danger: what forbids most counts."""

from datetime import timedelta

import pytest

from casework import claimants, outbox
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.words import words as wording
from tests.flows.conftest import Assistant
from tests.flows.phones import PHONE, gets, known, texts_us, thread, waits_for_a_person
from tests.flows.texts.test_safe_times import has_stopped, safe_contact, stands


@pytest.mark.parametrize(
    "words",
    [
        "stop messaging me on fri sat sun mon tue wed thu",
        "I said stop texting me at 6 in the morning you woke my kids. I want no more",
        "stop texting me night and day",
        "stop texting me from monday",
    ],
)
async def test_a_stop_that_leaves_no_times_we_know_is_a_stop(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada")
    await texts_us(words)
    assert "no more texts" in (await gets())[0]
    assert await has_stopped()
    assert await safe_contact(ada) is None


async def test_what_leaves_nothing_of_their_own_week_is_a_stop(clean: None, assistant: Assistant) -> None:
    await stands(await known("Ada"), days=["mon"])
    await texts_us("dont text me on mondays")
    assert "no more texts" in (await gets())[0]


@pytest.mark.parametrize("words", ["dont text me after 6", "stop texting me so much"])
async def test_in_danger_what_forbids_some_texts_is_a_stop(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us("i want to die")
    await texts_us(words)
    await gets()
    assert (await thread()).safety
    assert await has_stopped()


async def test_a_real_stop_is_one(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("dont text me at night or any time")
    assert "no more texts" in (await gets())[0]
    assert await has_stopped()


async def test_a_watched_phone_keeps_its_careful_way(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("my partner reads my texts, he mustn't see")
    async with transaction() as session:
        watched = await outbox.quietness(session, PHONE)
    assert watched
    assert watched.why == "watched"
    assert await safe_contact(ada) is None


async def test_a_start_from_a_watched_phone_stays_neutral_and_is_looked_at(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("my partner reads my texts, he mustn't see")
    await texts_us("START")
    contact = await safe_contact(ada)
    assert contact
    assert contact["neutral"] is contact["shared"] is True
    assert await waits_for_a_person() == "safe_contact"


async def test_a_pause_of_stopped_texts_says_that_they_are_stopped(clean: None, assistant: Assistant) -> None:
    for words in ("STOP", "PAUSE"):
        await texts_us(words)
    answer = (await gets())[-1]
    assert "stopped already" in answer
    assert "START" in answer
    async with transaction() as session:
        still = await outbox.quietness(session, PHONE)
    assert still
    assert (still.why, still.until) == ("stopped", None)


async def test_times_told_while_texts_are_stopped_are_kept_and_texts_stay_stopped(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    for words in ("STOP", "dont text me at night"):
        await texts_us(words)
    assert "Your texts are stopped" in (await gets())[-1]
    assert await safe_contact(ada) == {"until": "17:00"}
    assert await has_stopped()


async def test_start_from_a_wrong_number_days_later_brings_texts_back_and_nobodys_record(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("wrong number")
    async with transaction() as session:
        (await claimants.get(session, ada)).channels[0].closed_at = now() - timedelta(days=2)
    await texts_us("START")
    assert "We do not know who has this number" in (await gets())[-1]
    assert not await has_stopped()
    assert (await thread()).claimant_id is None
    async with transaction() as session:
        assert (await claimants.get(session, ada)).channels[0].closed_at
    await texts_us("hello")
    assert (await gets())[-1] == "I hear you."


async def test_times_told_beside_somebody_who_reads_it_are_kept_and_nothing_is_said(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("dont text me after 6 he goes mad")
    assert await gets() == [wording("utter_safety_r10", "sms").text]
    kept = await safe_contact(ada)
    assert kept
    assert kept["until"] == "18:00"
    assert await waits_for_a_person() == "safe_contact"


@pytest.mark.parametrize(
    "words",
    ["i am not safe at night he hits me", "cant cope in the evenings i want to die", "i cant go on at night i want to die", "he wont leave me alone at night he hits me"],
)
async def test_distress_is_no_wish_about_hours(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada")
    before = await safe_contact(ada)
    await texts_us(words)
    assert await safe_contact(ada) == before


@pytest.mark.parametrize("words", ["i dont want texts at night he hits me", "he hits me. dont text me at night"])
async def test_no_texts_then_beside_a_danger_is_one(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada")
    await texts_us(words)
    assert (await safe_contact(ada) or {})["until"] == "17:00"


@pytest.mark.usefixtures("on_a_monday")
async def test_a_stop_with_an_end_is_a_pause_and_its_day_is_said(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("stop texting me til xmas")
    (answer,) = await gets()
    assert "25 December" in answer
    assert "STOP ends all" in answer
    async with transaction() as session:
        known_of = await outbox.quietness(session, PHONE)
    assert known_of
    assert known_of.why == "paused"
