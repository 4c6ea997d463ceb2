"""What people text in their own words is obeyed, read back or let be: a call not wanted, a pause, times, a number again."""

from uuid import UUID

import pytest

from casework import handoff, outbox
from casework.base.db import transaction
from casework.base.words import words as wording
from casework.messaging import Conversation
from tests.flows.conftest import Assistant
from tests.flows.phones import PHONE, gets, known, said, texts_us, thread, waits_for_a_person
from tests.flows.texts.test_safe_times import has_stopped, safe_contact
from tests.flows.working import Clock, amina, answers, clock, goes_on_to, starts

__all__ = ["amina", "clock"]


async def test_who_wants_no_call_gets_none_and_it_is_on_the_record(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("CALL")
    assert await waits_for_a_person() == "call"
    await texts_us("dont call me")
    assert "no calls" in (await gets())[-1]
    assert await waits_for_a_person() is None
    await texts_us("no calls please")
    assert await safe_contact(ada) == {"note": "Wants no calls."}


async def test_who_wants_no_call_on_a_shared_phone_is_noted_alone(clean: None, assistant: Assistant) -> None:
    ada, ben = await known("Ada"), await known("Ben")
    await texts_us("hello")
    async with transaction() as session:
        (await session.get_one(Conversation, (await thread()).id)).claimant_id = ada
    await texts_us("i hate phone calls")
    assert await safe_contact(ada) == {"note": "Wants no calls."}
    assert not await safe_contact(ben)


@pytest.mark.parametrize("said_", ["dont call me", "no calls please", "text me dont call me", "i hate phone calls", "never ring me"])
async def test_nobodys_words_are_kept_where_it_is_not_known_who_writes(clean: None, assistant: Assistant, said_: str) -> None:
    people = [await known(name) for name in ("Ada", "Ben")]
    await texts_us(said_)
    assert [await safe_contact(one) for one in people] == [{"note": "Wants no calls."}] * 2


async def test_a_time_that_cannot_be_read_is_held_to_none_of_ours(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("ring me after my shift")
    assert "what you said about the time" in (await gets())[-1]
    assert await waits_for_a_person() == "call"


@pytest.mark.parametrize("words", ["no texts this week im on nights", "im on holiday til the 31st", "away till friday"])
async def test_a_pause_is_confirmed_with_its_day(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us(words)
    assert "No check-in texts until" in (await gets())[-1]
    async with transaction() as session:
        quiet = await outbox.quietness(session, PHONE)
    assert quiet
    assert quiet.why == "paused"


@pytest.mark.parametrize("words", ["I am driving, will reply later", "This number is not monitored. Reply STOP to end.", "Out of office"])
async def test_a_machine_is_not_answered_and_stops_nothing(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us(words)
    assert await gets() == []
    assert not await has_stopped()
    assert assistant.asked == []


async def test_times_that_cannot_be_read_are_asked_for_once(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    for words in ("only text me when its urgent", "not when its bad", "weekdays b4 3"):
        await texts_us(words)
    first, again, *_ = await gets()
    assert "like: weekdays 10 to 2" in first
    assert again != first
    await texts_us("only text me when its urgent")
    assert await safe_contact(ada)


async def test_times_told_after_that_are_read_back(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    for words in ("only text me when its urgent", "weekdays 10 to 2"):
        await texts_us(words)
    assert "we text only then: Monday to Friday, 10am to 2pm" in (await gets())[-1]
    kept = await safe_contact(ada)
    assert kept
    assert (kept["from"], kept["until"], kept["days"]) == ("10:00", "14:00", ["mon", "tue", "wed", "thu", "fri"])


async def test_only_when_somebody_is_at_work_has_days(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("only when he's at work, mon to thu")
    assert "Monday to Thursday" in (await gets())[-1]
    kept = await safe_contact(ada)
    assert kept
    assert (kept["days"], kept["neutral"]) == (["mon", "tue", "wed", "thu"], True)


async def test_a_number_sent_again_is_thanked_for(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us("1")
    await gets()
    await answers(amina, "1")
    await texts_us("1")
    assert (await said())[-1].text == wording("utter_text_had_that", "sms").text


@pytest.mark.parametrize(("words", "hears"), [("late reply sorry", "never too late"), ("sorry only just seen this", "never too late"), ("im at work", "never too late"), ("no credit", "at no cost"), ("who is this", "You are texting a computer"), ("im safe dont worry", "glad you are safe")])
async def test_what_needs_no_assistant_is_answered(clean: None, assistant: Assistant, words: str, hears: str) -> None:
    await known("Ada")
    await texts_us(words)
    assert hears in (await gets())[-1]
    assert assistant.asked == []
    assert await waits_for_a_person() is None


async def test_at_work_is_no_answer_to_how_work_goes(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us("im at work")
    assert (await said())[-1].text == wording("utter_text_no_rush", "sms").text


@pytest.mark.parametrize(
    ("words", "came_to"), [("i wasnt paid", "not_paid"), ("my wages were short", "pay_wrong"), ("they cut my hours", "hours_cut"), ("my boss is bullying me", "conflict"), ("LEFT", "left")]
)
async def test_trouble_told_after_a_start_on_a_watched_phone_gets_its_answer(
    amina: UUID, clock: Clock, assistant: Assistant, words: str, came_to: str
) -> None:
    await starts(amina, clock)
    for one in ("he reads my texts", "START", words):
        await texts_us(one)
    assert "A person will" in (await said())[-1].text
    async with transaction() as session:
        asked = await handoff.open_handoff(session, (await thread()).id)
    assert asked
    assert f"checkin_{came_to}" in (asked.reason, asked.asked_again)


@pytest.mark.parametrize("words", ["ok", "thanks", "what now"])
async def test_other_words_there_are_no_news_of_work(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock)
    for one in ("he reads my texts", "START", words):
        await texts_us(one)
    async with transaction() as session:
        asked = await handoff.open_handoff(session, (await thread()).id)
    assert asked is None or "checkin" not in asked.reason


@pytest.mark.parametrize(("words", "hears"), [("galwch fi", "ring this number"), ("stopiwch", "no more texts"), ("peidiwch", "no more texts")])
async def test_welsh_orders_are_obeyed_in_an_english_thread(clean: None, assistant: Assistant, words: str, hears: str) -> None:
    await known("Ada")
    await texts_us("hello")
    await texts_us(words)
    assert await waits_for_a_person() == "call" if words.startswith("galw") else await has_stopped()


@pytest.mark.parametrize(("words", "means"), [("ie", "Yes"), ("na", "No"), ("ydw", "Yes"), ("nac ydw", "No")])
async def test_a_welsh_yes_or_no_is_heard_in_an_english_thread(clean: None, assistant: Assistant, words: str, means: str) -> None:
    await known("Ada")
    await texts_us(words)
    await gets()
    assert assistant.asked[-1]["text"] == means


@pytest.mark.parametrize("words", ["pam", "ella", "do", "beth"])
async def test_a_name_is_no_welsh(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us(words)
    await gets()
    assert assistant.asked[-1]["text"] == words
