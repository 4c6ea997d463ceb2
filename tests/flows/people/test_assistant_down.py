"""Rasa stopped: what was written is kept, the person is told once, the answer comes when it is back."""

import pytest

from casework import messaging
from casework.base.db import transaction
from casework.messaging.answering import MOST_FAILURES
from tests.flows.conftest import Assistant, Claimant


async def test_it_is_kept_and_answered_later(claimant: Claimant, assistant: Assistant) -> None:
    assistant.up = False
    await claimant.writes("are you there")
    with pytest.raises(messaging.AssistantUnavailable):
        await messaging.answer(claimant.conversation)
    assistant.up = True
    await messaging.answer(claimant.conversation)
    assert (await claimant.last()).text == "I hear you."


async def test_the_person_is_told_once(claimant: Claimant, assistant: Assistant) -> None:
    for words in ("one", "two"):
        await claimant.writes(words)
        async with transaction() as session:
            await messaging.tell_kept(session, claimant.conversation)
    told = [m for m in await claimant.reads() if m.sender == "system"]
    assert len(told) == 1
    assert "safe" in told[0].text


async def test_what_it_fails_over_again_and_again_is_given_up(claimant: Claimant, assistant: Assistant) -> None:
    assistant.fails = {"say that again"}
    await claimant.writes("say that again")
    await claimant.writes("i owe rent")
    for _ in range(MOST_FAILURES - 1):
        with pytest.raises(messaging.AssistantUnavailable):
            await messaging.answer(claimant.conversation)
    assert (await claimant.last()).text == "i owe rent"
    await messaging.answer(claimant.conversation)
    given_up, answered = [one.text for one in await claimant.reads()][-2:]
    assert "ask for a person" in given_up
    assert answered == "I hear you."


async def test_what_was_kept_waits_while_there_is_danger(claimant: Claimant, assistant: Assistant) -> None:
    assistant.up = False
    await claimant.writes("the first of them")
    await claimant.writes("i want to kill myself")
    assistant.up = True
    await messaging.answer(claimant.conversation)
    assert assistant.asked == []
    await claimant.writes("Go on with other things")
    await messaging.answer(claimant.conversation)
    assert [one["text"] for one in assistant.asked] == ["the first of them"]


@pytest.mark.parametrize("words", ["Talk to a person", "can i speak to someone please", "a person", "get me a human"])
async def test_a_person_asked_for_in_danger_is_fetched_first(claimant: Claimant, assistant: Assistant, words: str) -> None:
    assistant.up = False
    await claimant.writes("the first of them")
    await claimant.writes("i want to kill myself")
    assistant.up = True
    await claimant.writes(words)
    await messaging.answer(claimant.conversation)
    assert [one["text"] for one in assistant.asked] == ["I want to talk to a person"]
