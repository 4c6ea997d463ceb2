"""Whoever answered a check-in, and says it otherwise a little later, is heard."""

from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.checkins import say_done
from casework import checkins, claimants
from casework.base.db import transaction
from casework.checkins import looking
from tests.flows.conftest import Assistant
from tests.flows.phones import gets, texts_us, thread
from tests.flows.working import Clock, amina, answers, asked, case, clock, due, goes_on_to, starts

__all__ = ["amina", "clock"]



async def has_said_good(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    """And was thanked for it, so that nothing is open."""
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    assistant.answer = [{"text": "That is good to hear.", "choices": []}]
    await texts_us("1")
    await answers(amina, "1")
    await gets()


async def test_a_follow_up_makes_nothing_milder(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    async with transaction() as session:
        (await claimants.get(session, amina)).safe_contact = {"neutral": True}
    await answers(amina, "3")
    await answers(amina, "No, thank you")
    (first,) = await asked(amina)
    assert (first.outcome, first.score) == ("struggling", 3)


@pytest.mark.parametrize("words", ["3", "actually 3", "worse now", "sorry i meant 3", "its got worse", "no wait its not good at all"])
async def test_a_worse_answer_after_a_good_one_counts(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await has_said_good(amina, clock, assistant)
    clock.passes(hours=3)
    await texts_us(words)
    assert (await thread()).pending[-1] == {"event": "checkin_asked"}
    heard = await answers(amina, words)
    assert heard.follow_up
    made = await case()
    assert made
    assert made.level == "P2", "a fall from good to not good"
    (first,) = await asked(amina)
    assert (first.score, first.trend) == (3, "worse")


@pytest.mark.parametrize("words", ["1", "thanks", "i need help with my cv", "see you at 3", "ok", "ok thanks", "great"])
async def test_other_words_after_a_good_answer_open_nothing(
    amina: UUID, clock: Clock, assistant: Assistant, words: str
) -> None:
    await has_said_good(amina, clock, assistant)
    await texts_us(words)
    async with transaction() as session:
        assert await checkins.waiting(session, amina) is None


async def has_said_trouble(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    """And was told that a person will be in touch."""
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    assistant.answer = [{"text": "A person will be in touch.", "choices": []}]
    await texts_us("3")
    await answers(amina, "3")
    await answers(amina, "my pay is wrong")
    await gets()


@pytest.mark.parametrize("words", ["ok", "ok thanks", "okay", "great", "perfect thanks", "brilliant", "lovely ta", "fine"])
async def test_thanks_for_a_promise_take_no_trouble_back(
    amina: UUID, clock: Clock, assistant: Assistant, words: str
) -> None:
    await has_said_trouble(amina, clock, assistant)
    await texts_us(words)
    async with transaction() as session:
        assert await checkins.waiting(session, amina) is None
    (first,) = await asked(amina)
    assert (first.outcome, first.score) == ("pay_wrong", 3)


async def test_a_milder_answer_afterwards_is_heard_and_lowers_nothing(
    amina: UUID, clock: Clock, assistant: Assistant
) -> None:
    await has_said_trouble(amina, clock, assistant)
    await texts_us("actually 1")
    assert (await answers(amina, "actually 1")).promised_by
    (first,) = await asked(amina)
    assert (first.outcome, first.score) == ("pay_wrong", 3)
    assert await case()


@pytest.mark.parametrize("words", ["actually its fine now", "actually 1"])
async def test_who_is_fine_now_hears_that_a_person_is_in_touch_all_the_same(
    amina: UUID, clock: Clock, assistant: Assistant, words: str
) -> None:
    await has_said_trouble(amina, clock, assistant)
    await texts_us(words)
    heard, say = await answers(amina, words), CollectingDispatcher()
    say_done(heard, say)
    assert [one["response"] for one in say.messages] == ["utter_checkin_still_coming"]


async def test_who_was_fine_all_along_hears_of_nobody(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    assert not (await answers(amina, "1")).still_coming


async def test_an_answer_of_last_week_is_not_changed(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await has_said_good(amina, clock, assistant)
    clock.passes(days=3)
    await texts_us("3")
    async with transaction() as session:
        assert await checkins.waiting(session, amina) is None


async def test_who_meant_another_number_is_heard_before_and_after_the_follow_up(
    amina: UUID, clock: Clock, assistant: Assistant
) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await answers(amina, "3")
    assert (await answers(amina, "sorry i meant 1 its all fine")).outcome == "good"
    (first,) = await asked(amina)
    assert (first.outcome, first.score, first.following) == ("struggling", 3, None)
    assistant.answer = [{"text": "That is good to hear.", "choices": []}]
    await texts_us("ok")
    await gets()
    await texts_us("sorry i meant 1 its all fine")
    assert (await thread()).pending[-1] == {"event": "checkin_asked"}


async def has_said_left(who: UUID, clock: Clock) -> None:
    await starts(who, clock)
    await goes_on_to(who, clock)
    await texts_us("LEFT")
    assert await due(who) == []

BACK = ["i didnt mean to say left, im still there", "sorry i havent left", "I never meant to put left"]


@pytest.mark.parametrize("words", BACK)
async def test_a_job_that_was_said_to_be_over_by_mistake_is_put_back(
    amina: UUID, clock: Clock, assistant: Assistant, words: str
) -> None:
    await has_said_left(amina, clock)
    await texts_us(words)
    assert (await answers(amina, words, "checkin_lost_job")).outcome == "still_there"
    async with transaction() as session:
        assert await looking.followed_job(session, amina)
    assert await due(amina)
    assert await case(), "the call that was promised stands"


async def test_a_job_said_to_be_over_unasked_is_put_back_too(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock)
    await texts_us("LEFT")
    await texts_us("i havent left")
    await answers(amina, "i havent left")
    assert await due(amina)


async def test_other_words_put_no_job_back(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await has_said_left(amina, clock)
    await texts_us("what about my money")
    async with transaction() as session:
        assert await checkins.waiting(session, amina) is None
        assert await looking.followed_job(session, amina) is None
