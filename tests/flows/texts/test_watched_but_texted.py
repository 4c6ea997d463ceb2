"""Somebody reads the phone, and its owner says when it is safe to text: texts go on then, and what else they tell is heard."""

import pytest

from casework import claimants, handoff, messaging, outbox
from casework.base.db import transaction
from casework.base.words import words as wording
from tests.flows.conftest import Assistant, Claimant
from tests.flows.people.test_identity import NUMBER, SAYS, begins, code_sent, says
from tests.flows.phones import gets, known, texts_us, thread, waits_for_a_person
from tests.flows.texts.test_safe_times import has_stopped, safe_contact
from tests.flows.texts.test_safe_times_asked import is_asked_when_safe
from tests.flows.texts.test_shared_phones import alerts

CAREFUL = {"neutral": True, "shared": True}


@pytest.mark.parametrize("words", ["only after 6 my ex goes thru my phone", "only text me after 6, he reads my texts", "my ex reads my phone so text me after 6 only"])
async def test_hours_told_beside_it_are_kept_and_texts_go_on(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada")
    await texts_us(words)
    (answer,) = await gets()
    assert "6pm to 7pm" in answer
    assert outbox.length(answer).parts == 1
    assert await safe_contact(ada) == CAREFUL | {"from": "18:00"}
    assert not await has_stopped()
    assert await alerts() == ["P1"]


@pytest.mark.parametrize("words", ["he reads my texts", "my ex reads my phone dont text me", "he reads my texts stop", "dont text me after 6 he goes mad", "text me after 6 he reads my phone and hits me"])
async def test_where_no_hours_are_offered_or_more_is_told_texts_end(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us(words)
    assert await has_stopped()
    assert len(await alerts()) == 1


async def test_a_job_told_beside_it_is_not_lost(clean: None, assistant: Assistant) -> None:
    await texts_us("got a job but only text me after 6 my ex reads my phone")
    await gets()
    assert assistant.asked[-1]["text"] == "got a job"
    assert not await has_stopped()
    assert await alerts() == ["P1"]


@pytest.mark.parametrize("words", ["new phone now, he cant see it. got a job in a cafe", "got a job in a cafe. my own phone now my ex doesnt know about it", "he cant read this new phone. i got a job in a cafe"])
async def test_on_a_phone_that_he_cannot_see_texts_go_on_and_a_job_is_heard(clean: None, assistant: Assistant, words: str) -> None:
    await texts_us(words)
    await gets()
    assert "got a job in a cafe" in assistant.asked[-1]["text"]
    assert "phone" not in assistant.asked[-1]["text"]
    assert not await has_stopped()


@pytest.mark.parametrize("words", ["he can see my new phone. got a job in a cafe", "new phone now but he checks it every night", "new phone he cant see it yet but he will"])
async def test_where_he_sees_the_new_one_too_texts_end(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us(words)
    assert await has_stopped()


@pytest.mark.parametrize(("words", "heard"), [("only after 6 my ex goes thru my phone", "only after 6 my ex goes thru my phone"), ("3 he reads everything", "Someone else may see it")])
async def test_the_question_when_it_is_safe_goes_on(clean: None, assistant: Assistant, words: str, heard: str) -> None:
    await is_asked_when_safe(assistant)
    await texts_us(words)
    await gets()
    assert assistant.asked[-1]["text"] == heard
    assert not await has_stopped()
    assert await alerts() == ["P1"]


async def test_hours_that_were_told_first_are_not_asked_for_again(claimant: Claimant) -> None:
    await claimant.writes("got a job but only text me after 6 my ex reads my phone")
    await begins(claimant, "job_start")
    await says(claimant, SAYS)
    await says(claimant, await code_sent())
    await says(claimant, "Zoe")
    assert await says(claimant, "yes") == ("utter_identity_safe_window", "done")
    async with transaction() as session:
        (zoe,) = await claimants.by_address(session, "sms", NUMBER)
    assert zoe.safe_contact == CAREFUL | {"from": "18:00"}


async def test_ruled_out_hours_that_were_told_first_are_kept(claimant: Claimant) -> None:
    await claimant.writes("i got a job but dont text me when im at work 6am til 2")
    await begins(claimant, "job_start")
    await says(claimant, SAYS)
    await says(claimant, await code_sent())
    await says(claimant, "Zoe")
    assert await says(claimant, "yes") == ("utter_identity_safe_window", "done")
    async with transaction() as session:
        (zoe,) = await claimants.by_address(session, "sms", NUMBER)
    assert zoe.safe_contact == {"from": "14:00"}


async def test_a_job_told_beside_hours_without_texts_is_heard(clean: None, assistant: Assistant) -> None:
    await texts_us("Hi i start a new job at the nursery on monday but please dont text me in the evening my ex reads my phone")
    await gets()
    assert assistant.asked[-1]["text"] == "hi i start a new job at the nursery on monday"
    assert not await has_stopped()
    assert await alerts() == ["P1"]


async def test_a_call_is_promised_at_no_time_before_the_one_they_said(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("only text me after 6 my ex reads my phone")
    await texts_us("call me at 6pm im on 07700900307")
    answer = (await gets())[-1]
    assert answer == wording("utter_text_call_some_time_neutral", "sms").text or "6pm" in answer
    assert "call me at 6pm" in (await safe_contact(ada) or {})["note"]
    assert await waits_for_a_person() == "call"


@pytest.mark.parametrize("words", ["dont ring me at 9 he'll be here!! after 6", "ring me after 6 not before"])
async def test_when_to_ring_a_watched_phone_is_kept_and_said_so_once(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada")
    await texts_us("he reads my texts")
    await texts_us(words)
    await texts_us("ring me after 6 hes at work")
    assert (await gets())[1:] == [wording("utter_safety_way_kept", "sms").text]
    assert words in (await safe_contact(ada) or {})["note"]
    async with transaction() as session:
        asked = await handoff.open_handoff(session, (await thread()).id)
    assert asked
    assert "call" in {asked.reason, *asked.also}


@pytest.mark.parametrize("words", ["hello", "ok", "CALL"])
async def test_other_words_from_a_watched_phone_are_not_answered(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us("he reads my texts")
    await texts_us(words)
    assert len(await gets()) == 1


@pytest.mark.parametrize(("words", "heard"), [("got a job at lidl", "got a job at lidl"), ("so how do i tell u about my job", "I have a new job")])
async def test_after_a_start_a_job_begins_its_questions(clean: None, assistant: Assistant, words: str, heard: str) -> None:
    await known("Ada")
    for one in ("he reads my texts", "START", words):
        await texts_us(one)
    await gets()
    assert assistant.asked[-1]["text"] == heard
    async with transaction() as session:
        assert await messaging.is_discreet(session, await messaging.get(session, (await thread()).id))
