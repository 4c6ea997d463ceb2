"""Danger in a text: read first and answered, whatever was stopped and whoever writes; a watched phone stays quiet."""

import pytest

from casework import messaging, outbox, safeguarding
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.conftest import Assistant, Claimant
from tests.flows.phones import PHONE, gets, known, said, texts_us, waits_for_a_person

DANGER = "I want to kill myself"


async def test_danger_with_stop_gets_both_danger_first(clean: None, assistant: Assistant, sam: Staff) -> None:
    await texts_us(f"{DANGER}. STOP")
    first, second = await gets()
    assert "999" in first
    assert "no more texts" in second
    async with transaction() as session:
        assert len(await safeguarding.open_alerts(session, sam.areas)) == 1


async def test_danger_is_answered_after_stop(clean: None, assistant: Assistant) -> None:
    for words in ("STOP", DANGER, "yes"):
        await texts_us(words)
    _, danger, then = await gets()
    assert "999" in danger
    assert "safe" in then
    assert assistant.asked == []


async def test_a_watched_phone_gets_nothing_but_neutral_words(clean: None, assistant: Assistant, sam: Staff) -> None:
    for words in ("he reads my texts. stop", DANGER, "hello", "CALL"):
        await texts_us(words)
    got = await gets()
    assert len(got) == 2
    for one in got:
        assert len(one) < 40
        assert "999" not in one
        assert "council" not in one.lower()
    async with transaction() as session:
        assert len(await safeguarding.open_alerts(session, sam.areas)) == 2
    assert await waits_for_a_person()


@pytest.mark.parametrize(
    "words",
    [
        "he reads my texts and he hits me",
        "he checks my phone and hits me when im home",
        "he's going to hit me when i get home and he reads my phone",
        "someone else has this phone. i am homeless tonight",
    ],
)
async def test_a_watched_phone_is_quiet_whatever_else_is_said(
    clean: None, assistant: Assistant, sam: Staff, words: str
) -> None:
    await texts_us(words)
    (answer,) = await gets()
    assert answer == "Thanks. We have stopped these texts."
    async with transaction() as session:
        quiet = await outbox.quietness(session, PHONE)
        assert len(await safeguarding.open_alerts(session, sam.areas)) == 1
    assert quiet
    assert quiet.why == "watched"


async def test_a_watched_phone_told_of_in_the_web_chat_is_quiet_too(claimant: Claimant, assistant: Assistant) -> None:
    ada = await known("Ada")
    async with transaction() as session:
        await messaging.join(session, claimant.conversation, ada)
    await claimant.writes("he reads my texts, dont text me")
    async with transaction() as session:
        await outbox.post(session, "sms", PHONE, "A notice")
    assert await gets() == []


async def test_somebody_in_danger_who_says_it_again_is_no_machine(clean: None, assistant: Assistant) -> None:
    for _ in range(5):
        await texts_us(DANGER)
    blocks = [one.text for one in await said() if one.sender == "assistant"]
    assert len(blocks) == 5
    assert len(set(blocks)) == 5
    assert all("999" in block for block in blocks)
    assert await waits_for_a_person() is None


@pytest.mark.parametrize(
    "number", ["+442079460018", "+449098790123", "+14155552345", "85258", "MYBANK", ""], ids=lambda one: one[-5:]
)
async def test_danger_from_a_number_we_never_text_is_still_read(
    clean: None, assistant: Assistant, sam: Staff, number: str
) -> None:
    await texts_us(DANGER, number)
    async with transaction() as session:
        assert len(await safeguarding.open_alerts(session, sam.areas)) == 1
    assert await gets(number) == []


async def test_help_in_danger_is_no_word_about_texts(clean: None, assistant: Assistant) -> None:
    for words in (DANGER, "no", "please help me", "1"):
        await texts_us(words)
    *_, still, call = await gets()
    assert "STOP" not in still
    assert "999" in still
    assert "A person will ring" in call


async def test_while_life_is_at_risk_the_emergency_number_comes_before_talk(clean: None, assistant: Assistant) -> None:
    for words in ("took all my tablets", "at home", "can you send someone", "please", "ok"):
        await texts_us(words)
    first, *then = await gets()
    assert "999" in first
    assert len(set(then)) == 4
    assert all("999" in one and "go on with other things" not in one and "\n\n" not in one for one in then)


async def test_who_says_that_they_are_safe_is_not_sent_to_the_emergency_number_again(
    clean: None, assistant: Assistant
) -> None:
    for words in ("I am going to kill myself tonight", "yes", "just tired"):
        await texts_us(words)
    assert "I am still here with you. You can talk to a person" in (await gets())[-1]


@pytest.mark.parametrize(
    "words",
    ["dont text me for a week", "stop texting me til xmas", "dont text me for a while", "no texts for a week", "PAUSE", "stop until monday"],
)
async def test_in_danger_a_pause_is_a_stop(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us("he hit me again")
    await texts_us(words)
    async with transaction() as session:
        quiet = await outbox.quietness(session, PHONE)
        assert quiet
        assert quiet.why == "stopped"
