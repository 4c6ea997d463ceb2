"""Somebody tells on the web that their number has changed: proved by codes to both, the thread goes on under the new one."""

from uuid import UUID, uuid4

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.door import Turn
from actions.identity import ChangeContact, IdentityQuestions
from casework import claimants, messaging
from casework.base.db import transaction
from casework.council import council
from tests.flows.conftest import Assistant, Claimant
from tests.flows.phones import OTHER, PHONE, gets, said, texts_us, thread
from tests.flows.texts.test_new_phone import newest_code, numbers_of
from tests.flows.working import Clock, amina, clock, goes_on_to, starts

__all__ = ["amina", "clock"]

OLD, NEW = PHONE, OTHER


async def turns(session: object, chat: Claimant, words: str, intent: str) -> Turn:
    received = await chat.writes(words, str(uuid4()))
    tracker = Tracker(str(chat.conversation), {}, {}, [], False, None, {}, "action_listen")
    area = council().area("northbridge")
    return Turn(session, tracker, chat.conversation, str(received.message.id), words, intent, 0.9, area, "web")  # type: ignore[arg-type]


async def begins(chat: Claimant, words: str) -> list[str]:
    say = CollectingDispatcher()
    async with transaction() as session:
        await ChangeContact().act(await turns(session, chat, words, "change_contact"), say)
    return [one["response"] for one in say.messages]


async def hears(chat: Claimant, words: str) -> list[str]:
    """What an answer to the open question brings."""
    say, questions = CollectingDispatcher(), IdentityQuestions()
    async with transaction() as session:
        turn = await turns(session, chat, words, "nlu_fallback")
        check = await questions.open(turn)
        assert check
        await questions.take(turn, check, say)
        if not questions.more(turn, check):
            await questions.done(turn, check, say)
    return [one["response"] for one in say.messages if one.get("response")]


async def changes(chat: Claimant, words: str) -> list[str]:
    """The whole way, with both phones at hand."""
    await begins(chat, words)
    await hears(chat, "07700 900123")
    await hears(chat, await newest_code(OLD))
    await hears(chat, "07700 900456")
    return await hears(chat, await newest_code(NEW))


@pytest.mark.parametrize("words", ["ive got a new number", "this is my new phone"])
async def test_both_are_proved_and_the_thread_is_kept(
    amina: UUID, clock: Clock, claimant: Claimant, assistant: Assistant, words: str
) -> None:
    await texts_us("hello")
    before = await thread(OLD)
    assert await changes(claimant, words) == ["utter_change_contact_done"]
    assert await numbers_of(amina) == [NEW]
    after = await thread(NEW)
    assert (after.id, after.claimant_id) == (before.id, amina)
    assert "hello" in [one.text for one in await said(NEW)]


async def test_what_is_asked_next_goes_to_the_new_number_alone(amina: UUID, clock: Clock, claimant: Claimant, assistant: Assistant) -> None:
    await starts(amina, clock)
    await texts_us("hello")
    await changes(claimant, "ive got a new number")
    old = len(await gets(OLD))
    await goes_on_to(amina, clock)
    assert len(await gets(OLD)) == old
    assert "first day" in (await gets(NEW))[-1] or "start tomorrow" in (await gets(NEW))[-1]


async def test_whoever_has_the_old_number_now_is_nobody_we_know(amina: UUID, clock: Clock, claimant: Claimant, assistant: Assistant) -> None:
    await texts_us("hello")
    await changes(claimant, "ive got a new number")
    await texts_us("hi who is this", OLD)
    async with transaction() as session:
        talk = await messaging.of_phone(session, OLD)
        assert talk
        assert talk.claimant_id is None
        assert not list(await claimants.by_address(session, "sms", OLD))


async def test_without_the_code_to_the_new_one_nothing_changes(amina: UUID, clock: Clock, claimant: Claimant, assistant: Assistant) -> None:
    await begins(claimant, "new number")
    await hears(claimant, "07700 900123")
    await hears(claimant, await newest_code(OLD))
    await hears(claimant, "07700 900456")
    wrong = "000000" if await newest_code(NEW) != "000000" else "000001"
    assert await hears(claimant, wrong) == ["utter_identity_refused"]
    assert await numbers_of(amina) == [OLD]
