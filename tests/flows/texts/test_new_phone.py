"""Somebody texts from another phone than before: who they are is proved by what we had, and then the phone is theirs."""

import re
from uuid import UUID

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.door import Turn
from actions.identity import ChangeContact, IdentityQuestions
from casework import claimants, identity, messaging
from casework.base.db import transaction
from casework.council import council
from casework.messaging import Message
from tests.flows.conftest import Assistant
from tests.flows.phones import OTHER, PHONE, gets, known, said, texts_us, thread

NEW = OTHER


async def newest_code(phone: str) -> str:
    codes = [found[0] for one in await gets(phone) if (found := re.match(r"\d{6}", one))]
    return codes[-1]


async def newest_from(phone: str) -> Message:
    return [one for one in await said(phone) if one.sender == "claimant"][-1]


async def acts(words: str, meant: str = "My number has changed", phone: str = NEW) -> list[str]:
    """What ChangeContact says to a text from the new phone."""
    await texts_us(words, phone)
    talk, message = await thread(phone), await newest_from(phone)
    say = CollectingDispatcher()
    async with transaction() as session:
        tracker = Tracker(str(talk.id), {}, {}, [], False, None, {}, "action_listen")
        area = council().area(talk.area)
        turn = Turn(session, tracker, talk.id, str(message.id), meant, "change_contact", 0.9, area, "sms")
        await ChangeContact().act(turn, say)
    return [one["response"] for one in say.messages]


async def hears(words: str, phone: str = NEW) -> tuple[list[str], str]:
    """What an answer to the open question brings, and which question is open then."""
    talk, say = await thread(phone), CollectingDispatcher()
    await texts_us(words, phone)
    message = await newest_from(phone)
    questions = IdentityQuestions()
    async with transaction() as session:
        tracker = Tracker(str(talk.id), {}, {}, [], False, None, {}, "action_listen")
        turn = Turn(session, tracker, talk.id, str(message.id), words, "nlu_fallback", 0.9, council().area(talk.area), "sms")
        check = await questions.open(turn)
        assert check
        await questions.take(turn, check, say)
        if not questions.more(turn, check):
            await questions.done(turn, check, say)
        left = await questions.open(turn)
        return [one["response"] for one in say.messages if one.get("response")], left.step if left else ""


async def numbers_of(person: UUID) -> list[str]:
    async with transaction() as session:
        return [one.address for one in claimants.ways(await claimants.get(session, person))]


@pytest.mark.parametrize("words", ["hi its lou, new number", "this is my new number", "ive changed phone its lou here", "new sim"])
async def test_the_natural_ways_are_understood(clean: None, assistant: Assistant, words: str) -> None:
    await texts_us(words, NEW)
    await gets(NEW)
    assert assistant.asked[-1]["text"] == "My number has changed"
    assert (await said(NEW))[0].text == words


async def test_what_else_they_say_with_it_is_not_lost(clean: None, assistant: Assistant) -> None:
    await texts_us("ive got a new phone please cancel thursday", NEW)
    await gets(NEW)
    assert assistant.asked[-1]["text"] == "ive got a new phone please cancel thursday"


async def test_a_number_is_the_answer_to_the_question_for_it(clean: None, assistant: Assistant) -> None:
    await acts("new number")
    await texts_us("my old number was 07700 900123", NEW)
    await gets(NEW)
    assert assistant.asked[-1]["text"] == "my old number was 07700 900123"


async def test_old_then_new_is_proved_and_texts_go_to_the_new(clean: None, assistant: Assistant) -> None:
    lou = await known("Lou")
    await texts_us("hello")
    first = await thread()
    assert await acts("hi its lou, new number") == ["utter_identity_start"]
    assert await hears("my old number was 07700 900123") == (["utter_identity_sent"], "code")
    assert not [one for one in await gets(NEW) if one[:6].isdigit()]
    assert await numbers_of(lou) == [PHONE]
    assert await hears(await newest_code(PHONE)) == (["utter_change_contact_this_phone"], "code")
    assert await numbers_of(lou) == [PHONE]
    assert await hears(await newest_code(NEW)) == (["utter_change_contact_done"], "")
    assert await numbers_of(lou) == [NEW]
    async with transaction() as session:
        person = await claimants.get(session, lou)
        assert messaging.number_of(person) == NEW
        assert await messaging.of_phone(session, PHONE) is None
        assert (await messaging.get(session, first.id)).claimant_id == lou
    assert (await thread(NEW)).claimant_id == lou


async def test_told_from_the_phone_we_know_both_phones_get_a_code_and_no_number_is_asked_for(clean: None, assistant: Assistant) -> None:
    lou = await known("Lou")
    assert await acts("my new number is 07700900456", phone=PHONE) == ["utter_identity_sent"]
    assert await hears(await newest_code(PHONE), PHONE) == (["utter_identity_sent"], "code")
    assert await numbers_of(lou) == [PHONE]
    assert await hears(await newest_code(NEW), PHONE) == (["utter_change_contact_done"], "")
    assert await numbers_of(lou) == [NEW]


async def test_told_from_a_phone_that_nobody_proved_the_old_number_is_asked_for(clean: None, assistant: Assistant) -> None:
    await known("Lou", proved=False)
    assert await acts("my new number is 07700900456", phone=PHONE) == ["utter_identity_start"]
    assert await gets(NEW) == []


async def test_the_old_number_may_be_told_at_once(clean: None, assistant: Assistant) -> None:
    await known("Lou")
    assert await acts("its lou, my old number was 07700900123") == ["utter_identity_sent"]
    async with transaction() as session:
        check = await identity.current(session, (await thread(NEW)).id)
        assert check
        assert (check.step, check.address) == ("code", PHONE)


async def test_nobody_learns_whether_somebody_is_known(clean: None, assistant: Assistant) -> None:
    """Up to the code, which only the old phone gets, a known number and an unknown one are answered alike."""
    await known("Lou")
    answers = []
    for old in ("07700 900123", "07700 900124"):
        answers.append([await acts("new number"), await hears(old), await hears("000000")])
    assert answers[0] == answers[1]
    assert (await thread(NEW)).claimant_id is None


async def test_the_new_phones_own_number_is_not_the_old_one(clean: None, assistant: Assistant) -> None:
    lou = await known("Lou")
    await acts("new number")
    await hears("07700 900456")
    assert await hears(await newest_code(NEW)) == (["utter_identity_old_unknown"], "old")
    await hears("07700 900123")
    await hears(await newest_code(PHONE))
    await hears(await newest_code(NEW))
    assert await numbers_of(lou) == [NEW]


async def test_a_wrong_code_changes_nothing(clean: None, assistant: Assistant) -> None:
    lou = await known("Lou")
    await acts("new number")
    await hears("07700 900123")
    code = await newest_code(PHONE)
    assert await hears("000000" if code != "000000" else "000001") == (["utter_identity_refused"], "code")
    assert await numbers_of(lou) == [PHONE]


async def test_a_code_by_text_speaks_of_no_chat(clean: None, assistant: Assistant) -> None:
    await acts("new number")
    await hears("07700 900123")
    assert "chat" not in (await gets(PHONE))[-1]


async def test_of_two_numbers_the_old_one_gets_the_code(clean: None, assistant: Assistant) -> None:
    await known("Lou")
    assert await acts("old number 07700 900123 new number 07700 900456") == ["utter_identity_sent"]
    assert [one for one in await gets(PHONE) if one[:6].isdigit()]
    assert not [one for one in await gets(NEW) if one[:6].isdigit()]


@pytest.mark.parametrize("words", ["its lou, my old number was 07700900123", "old number 07700 900123, new one 07700 900456"])
async def test_the_number_told_at_once_is_not_shown_at_the_desk(clean: None, assistant: Assistant, words: str) -> None:
    await known("Lou")
    await acts(words)
    assert (await newest_from(NEW)).private


async def test_a_phone_that_is_somebody_elses_says_so_as_often_as_it_is_tried(clean: None, assistant: Assistant) -> None:
    await known("Lou")
    kit = await known("Kit", NEW)
    await acts("new number")
    async with transaction() as session:
        (await messaging.locked(session, (await thread(NEW)).id)).claimant_id = kit
    await hears("07700 900123")
    assert await hears(await newest_code(PHONE)) == (["utter_identity_new_chat", "utter_identity_gave_up"], "")
    assert await acts("my old number was 07700 900123") == []
    assert (await newest_from(NEW)).private
    async with transaction() as session:
        check = await identity.current(session, (await thread(NEW)).id)
        assert check
        assert not identity.more(check)
