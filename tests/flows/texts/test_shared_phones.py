"""Whose family reads along goes on hearing from us in words that tell nothing; who cannot write there hears no more."""

import pytest
from sqlalchemy import select

from casework import outbox
from casework.base.db import transaction
from casework.base.words import words as wording
from casework.safeguarding import Alert
from tests.flows.conftest import Assistant
from tests.flows.phones import OTHER, PHONE, gets, known, texts_us, waits_for_a_person
from tests.flows.texts.test_safe_times import has_stopped, safe_contact

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
    ("answer", "hears", "stops"), [("yes", "Then they go on", False), ("no problem", "Then they go on", False), ("no thanks", "no more texts", True), ("STOP", "no more texts", True)]
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


@pytest.mark.parametrize("answer", ["no thats fine", "no its ok", "no dont stop"])
async def test_a_no_that_may_be_a_yes_is_asked_again_once(clean: None, assistant: Assistant, answer: str) -> None:
    await known("Ada")
    for one in ("my mum reads my texts", answer):
        await texts_us(one)
    again = wording("utter_text_safe_again", "sms").text
    assert ((await gets())[-1], outbox.length(again).parts) == (again, 1)
    assert not await has_stopped()
    await texts_us(answer)
    assert (await gets())[-1] == "I hear you."
    assert not await has_stopped()


@pytest.mark.parametrize(("answer", "stops"), [("yes", False), ("no", True), ("STOP", True), ("nope sorry", True)])
async def test_the_answer_to_that(clean: None, assistant: Assistant, answer: str, stops: bool) -> None:
    await known("Ada")
    for one in ("my mum reads my texts", "no thats fine", answer):
        await texts_us(one)
    assert await has_stopped() is stops
    assert assistant.asked == []


@pytest.mark.parametrize("words", ["boss cut my hours and dont say why", "Does anyone answer the phone at your office", "can anyone see my messages"])
async def test_trouble_at_work_and_questions_are_for_the_assistant(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada")
    got = await texts_us(words)
    assert got
    assert not got.settled
    assert await safe_contact(ada) is None
    assert await gets() == ["I hear you."]


async def test_beside_a_job_the_flag_is_kept_and_the_assistant_answers(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    got = await texts_us("my kids use this phone and I start at Tesco on Monday")
    assert got
    assert not got.settled
    assert await safe_contact(ada) == {"neutral": True, "shared": True}
    assert await gets() == ["I hear you."]


@pytest.mark.parametrize("words", ["Sorry, I can't talk right now.", "can't talk at the moment", "I can't chat now"])
async def test_a_declined_call_silences_nobody(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us(words)
    assert not await has_stopped()
    assert await alerts() == []


@pytest.mark.parametrize(
    ("words", "priority"), [("my dad reads my messages im 15", "P0"), ("my manager reads my texts and keeps my passport", "P1")]
)
async def test_danger_beside_it_reaches_a_person(clean: None, assistant: Assistant, words: str, priority: str) -> None:
    await known("Ada")
    await texts_us(words)
    assert await alerts() == [priority]


async def test_once_danger_was_spoken_of_they_need_not_say_where(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("my husband hits me")
    await texts_us("cant talk now")
    async with transaction() as session:
        found = await outbox.quietness(session, PHONE)
    assert found
    assert found.why == "watched"


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


@pytest.mark.parametrize("words", ["cant text here", "cant talk freely", "not safe to text"])
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
