"""Whose family reads along goes on hearing from us in words that tell nothing; who cannot write there hears no more."""

import pytest
from sqlalchemy import select

from casework import outbox
from casework.base.db import transaction
from casework.base.words import words as wording
from casework.safeguarding import Alert
from tests.flows.conftest import Assistant
from tests.flows.phones import OTHER, PHONE, gets, known, texts_us, waits_for_a_person
from tests.flows.test_safe_times import has_stopped, safe_contact

ASKED = wording("utter_text_safe_shared", "sms").text


async def alerts() -> list[str]:
    async with transaction() as session:
        return [one.priority for one in (await session.execute(select(Alert))).scalars()]


@pytest.mark.parametrize("words", ["my mum reads my texts", "my kids use this phone", "dont mention work in the texts", "dont say what its about"])
@pytest.mark.parametrize("proved", [True, False])
async def test_a_shared_phone_has_neutral_words_and_is_asked_if_texts_are_all_right(
    clean: None, assistant: Assistant, words: str, proved: bool
) -> None:
    ada = await known("Ada", proved=proved)
    await texts_us(words)
    assert await gets() == [ASKED]
    assert outbox.length(ASKED).parts == 1
    assert await safe_contact(ada) == {"neutral": True, "shared": True}
    assert not await has_stopped()
    assert await alerts() == []
    assert await waits_for_a_person() is None
    await texts_us("HELP")
    assert "job" not in (await gets())[-1]


@pytest.mark.parametrize(
    ("answer", "hears", "stops"), [("yes", "Then they go on", False), ("no thanks", "no more texts", True), ("STOP", "no more texts", True)]
)
async def test_the_answer_whether_they_are_all_right(
    clean: None, assistant: Assistant, answer: str, hears: str, stops: bool
) -> None:
    await known("Ada")
    await texts_us("my mum reads my texts")
    await texts_us(answer)
    assert hears in (await gets())[-1]
    assert await has_stopped() is stops
    assert assistant.asked == []


@pytest.mark.parametrize("answer", ["only mornings", "yes but not after 5"])
async def test_times_may_be_told_instead(clean: None, assistant: Assistant, answer: str) -> None:
    ada = await known("Ada")
    await texts_us("my mum reads my texts")
    await texts_us(answer)
    assert "until" in (await safe_contact(ada) or {})
    assert not await has_stopped()


async def test_a_number_that_nobody_gave_us_has_neutral_words_too(clean: None, assistant: Assistant) -> None:
    await texts_us("my mum reads my texts", OTHER)
    await texts_us("HELP", OTHER)
    assert [("job" in one, "council" in one.lower()) for one in await gets(OTHER)] == [(False, False)] * 2


@pytest.mark.parametrize("words", ["cant text here", "cant talk now", "not safe to text"])
async def test_who_cannot_write_there_is_obeyed_quietly_and_looked_at(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us(words)
    assert await gets() == [wording("utter_safety_r10", "sms").text]
    assert await alerts() == ["P1"]
    async with transaction() as session:
        found = await outbox.quietness(session, PHONE)
    assert found
    assert found.why == "watched"


async def test_hours_when_a_partner_is_home_are_a_narrower_window(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("dont text after 5 hubby home")
    (answer,) = await gets()
    assert "10am to 5pm" in answer
    kept = await safe_contact(ada)
    assert kept
    assert (kept["until"], kept["neutral"]) == ("17:00", True)
    assert not await has_stopped()
    assert await alerts() == []
    assert await waits_for_a_person() == "safe_contact"


async def test_with_words_of_fear_it_is_danger(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("dont text after 5 hubby home im scared")
    assert await alerts() == ["P0"]
    assert await has_stopped()
