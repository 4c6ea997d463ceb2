"""A web message: kept with its job first, answered once, in order."""

import asyncio

import pytest
from sqlalchemy import text

from casework import messaging
from casework.base.db import transaction
from casework.base.errors import Conflict, NotAllowed, NotFound, TooLong, Unreadable
from tests.flows.conftest import Assistant, Claimant


async def test_it_is_answered(claimant: Claimant, assistant: Assistant) -> None:
    await claimant.writes("hello")
    await messaging.answer(claimant.conversation)
    assert [m.text for m in await claimant.reads()][1:] == ["hello", "I hear you."]


async def test_it_is_kept_with_the_job_that_will_answer_it(claimant: Claimant) -> None:
    await claimant.writes("hello")
    async with transaction() as session:
        jobs = (await session.execute(text("SELECT task_name, args FROM procrastinate_jobs"))).all()
    assert jobs == [("answer_conversation", {"conversation": str(claimant.conversation)})]


async def test_the_same_id_twice_is_one_message(claimant: Claimant, assistant: Assistant) -> None:
    for _ in range(2):
        await claimant.writes("hello", ref="1")
        await messaging.answer(claimant.conversation)
    assert len(assistant.asked) == 1
    assert [m.sender for m in await claimant.reads()] == ["assistant", "claimant", "assistant"]


async def test_the_same_id_with_other_words_is_refused(claimant: Claimant) -> None:
    await claimant.writes("hello", ref="1")
    with pytest.raises(Conflict):
        await claimant.writes("goodbye", ref="1")


async def test_messages_are_answered_in_order(claimant: Claimant, assistant: Assistant) -> None:
    for words in ("one", "two", "three"):
        await claimant.writes(words)
    await messaging.answer(claimant.conversation)
    assert [turn["text"] for turn in assistant.asked] == ["one", "two", "three"]


async def test_two_answerers_at_once_answer_once(claimant: Claimant, assistant: Assistant) -> None:
    await claimant.writes("hello")
    both = await asyncio.gather(*(messaging.answer(claimant.conversation) for _ in range(2)), return_exceptions=True)
    assert len(assistant.asked) == 1
    assert all(result is None or isinstance(result, messaging.Busy) for result in both)


async def test_an_empty_turn_is_never_silence(claimant: Claimant, assistant: Assistant) -> None:
    assistant.answer = []
    await claimant.writes("hello")
    await messaging.answer(claimant.conversation)
    assert "something went wrong on my side" in (await claimant.last()).text


@pytest.mark.parametrize("words", ["", "   ", "\n\n", "\u200b\u200d", "\x00\x01"])
async def test_nothing_to_read_is_refused(claimant: Claimant, words: str) -> None:
    with pytest.raises(Unreadable):
        await claimant.writes(words)


async def test_5000_characters_are_taken_and_5001_are_not(claimant: Claimant) -> None:
    await claimant.writes("é" * 5000)
    with pytest.raises(TooLong):
        await claimant.writes("é" * 5001)


@pytest.mark.parametrize(
    "words", ["/restart", "مرحبا", "'; DROP TABLE messages;--", "<script>x</script>", "👍🏽", "a\n" * 400]
)
async def test_anything_readable_is_kept_as_it_was_written(claimant: Claimant, words: str) -> None:
    assert (await claimant.writes(words)).message.text == words.strip()


async def test_a_wrong_token_opens_nothing(claimant: Claimant) -> None:
    async with transaction() as session:
        with pytest.raises(NotAllowed):
            await messaging.opened(session, claimant.conversation, "guess")


async def test_a_finished_conversation_is_gone_for_its_token(claimant: Claimant) -> None:
    async with transaction() as session:
        await messaging.finish(session, await messaging.opened(session, claimant.conversation, claimant.token))
    with pytest.raises(NotFound):
        await claimant.writes("hello")
