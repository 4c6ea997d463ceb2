"""Texts from somebody's phone: taken in once, answered by the assistant or a person; nothing is lost."""

import asyncio

import pytest
from sqlalchemy import text

from casework import handoff, outbox
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.conftest import Assistant
from tests.flows.phones import OTHER, PHONE, gets, known, said, texts_us, thread, waits_for_a_person


async def test_an_unknown_number_gets_a_first_step_and_an_answer(clean: None, assistant: Assistant) -> None:
    await known("Quillfeather", OTHER)
    await texts_us("what help is there")
    hello, answer = await gets()
    assert "job support" in hello
    assert answer == "I hear you."
    assert assistant.asked[0]["text"] == "what help is there"
    assert "Quillfeather" not in hello


async def test_the_same_text_twice_is_one(clean: None, assistant: Assistant) -> None:
    assert await texts_us("hello there", ref="SM1")
    assert await texts_us("hello there", ref="SM1") is None
    await asyncio.gather(*(texts_us("and again", ref="SM2") for _ in range(5)))
    assert [one.text for one in await said() if one.sender == "claimant"] == ["hello there", "and again"]
    await gets()
    assert len(assistant.asked) == 2


async def test_a_text_is_not_taken_in_again_once_its_thread_is_gone(clean: None, assistant: Assistant) -> None:
    await texts_us("hello", ref="SM1")
    async with transaction() as session:
        await session.execute(text("DELETE FROM conversations"))
    assert await texts_us("hello", ref="SM1") is None


async def test_two_people_at_once_do_not_meet(clean: None, assistant: Assistant) -> None:
    await asyncio.gather(*(texts_us(f"I am {phone}, number {n}", phone) for n in range(5) for phone in (PHONE, OTHER)))
    for phone in (PHONE, OTHER):
        written = [one for one in await said(phone) if one.sender == "claimant"]
        assert len(written) == 5
        assert all(phone in one.text for one in written)
    assert (await thread(PHONE)).id != (await thread(OTHER)).id


async def test_rasa_down_the_text_is_kept_and_answered_later(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    assistant.up = False
    await texts_us("what help is there")
    assert await gets() == []
    assistant.up = True
    assert await gets() == ["I hear you."]


async def test_a_worker_killed_over_an_answer_does_it_once(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("what help is there")
    async with transaction() as session:
        await session.execute(text("UPDATE conversations SET leased_until = now() - interval '1 second'"))
    await gets()
    await gets()
    assert await gets() == ["I hear you."]


async def test_a_number_chooses_what_was_offered_last(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    assistant.answer = [{"text": "Which?", "choices": [{"title": "Yes", "text": "Y1"}, {"title": "No", "text": "N2"}]}]
    await texts_us("hello")
    assert await gets() == ["Which?\n1 Yes\n2 No"]
    for words in ("2", "no", "2 no", "1 i really cannot say", "7"):
        await texts_us(words)
        await gets()
    assert [one["text"] for one in assistant.asked[1:]] == ["N2", "N2", "N2", "1 i really cannot say", "7"]
    assert [one.text for one in await said() if one.sender == "claimant"][1] == "2"


async def test_a_long_answer_is_split_at_sentences_in_order(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    sentences = [f"This is sentence number {n} of a long answer that goes on and on." for n in range(20)]
    assistant.answer = [{"text": " ".join(sentences), "choices": []}]
    await texts_us("hello")
    got = await gets()
    assert len(got) > 1
    assert " ".join(got) == " ".join(sentences)
    assert all(one.endswith(".") and outbox.length(one).parts <= 3 for one in got)


async def test_marks_that_nobody_sees_are_no_text(clean: None) -> None:
    assert await texts_us("\u200b \u200e") is None


async def test_a_machine_that_answers_itself_is_left_alone(clean: None, assistant: Assistant) -> None:
    for _ in range(6):
        await texts_us("I am driving and will reply later.")
    assert await gets() == []
    assert assistant.asked == []
    assert await waits_for_a_person() == "automatic_replies"


async def test_a_person_who_repeats_is_offered_a_person_once(clean: None, assistant: Assistant) -> None:
    for _ in range(5):
        await texts_us("where is my money then")
        told = await gets()
    assert len([one for one in told if "may not have understood" in one]) == 1
    assert "CALL: a person rings you" in told[-1]
    assert await waits_for_a_person() == "automatic_replies"


@pytest.mark.parametrize(
    ("words", "says"), [("please just stop texting me", "no more texts"), ("can you ring me", "will ring"), ("he hit me again", "999")]
)
async def test_what_is_meant_in_earnest_is_never_met_with_silence(
    clean: None, assistant: Assistant, words: str, says: str
) -> None:
    await known("Ada")
    for _ in range(4):
        await texts_us("I am so bored today", OTHER)
        await texts_us(words)
        async with transaction() as session:
            await outbox.lift(session, PHONE)
    assert len([one for one in await gets() if says in one]) >= 4


async def test_the_same_short_answer_is_no_machine(clean: None, assistant: Assistant) -> None:
    for _ in range(4):
        await texts_us("no")
    await gets()
    assert len(assistant.asked) == 4


async def test_a_picture_is_declined_and_its_words_are_read(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("what help is there", pictures=True)
    await texts_us("", pictures=True)
    await gets()
    got = await gets()
    assert sum("cannot open pictures" in one for one in got) == 2
    assert [one["text"] for one in assistant.asked] == ["what help is there"]


async def test_a_person_at_the_desk_answers_by_text(clean: None, assistant: Assistant, sam: Staff) -> None:
    await texts_us("CALL")
    talk = await thread()
    async with transaction() as session:
        await handoff.take(session, talk.id, sam)
        await handoff.say(session, talk.id, sam, "I will ring you at 3.")
    assert (await gets())[-1] == "I will ring you at 3."
    await texts_us("thank you")
    assert assistant.asked == []


async def test_one_answer_to_three_questions_is_no_repeat(clean: None, assistant: Assistant) -> None:
    for n in range(5):
        assistant.answer = [{"text": f"Do you have number {n}?", "choices": []}]
        await texts_us("no i dont")
        await gets()
    assert len(assistant.asked) == 5
    assert (await gets())[-1] == "Do you have number 4?"


async def test_one_answer_to_one_question_again_and_again_is(clean: None, assistant: Assistant) -> None:
    assistant.answer = [{"text": "Do you have it?", "choices": []}]
    for _ in range(5):
        await texts_us("no i dont")
        await gets()
    assert "may not have understood" in (await gets())[-1]
    assert await waits_for_a_person() == "automatic_replies"


async def test_a_phone_that_answers_by_itself_is_not_answered(clean: None, assistant: Assistant) -> None:
    await texts_us("I am driving right now and will get back to you later. Sent automatically.")
    assert await gets() == []
    assert assistant.asked == []
