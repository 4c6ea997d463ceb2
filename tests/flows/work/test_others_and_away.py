"""Another's job changes nothing, a job they said no to is over kindly, and who is away or ill is left in peace."""

from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.checkins import WorkNews
from actions.jobs import JobQuestions, JobStart
from casework import checkins, outbox
from casework.base.db import transaction
from casework.base.words import words as wording
from casework.checkins import reporting
from tests.flows.conftest import Assistant
from tests.flows.phones import PHONE, gets, known, texts_us, thread
from tests.flows.texts.test_safe_times import has_stopped
from tests.flows.work.test_work_news import heard, names
from tests.flows.working import Clock, amina, clock, goes_on_to, starts

__all__ = ["amina", "clock"]


@pytest.mark.parametrize(
    ("words", "intent", "told"),
    [("daves job fell through", "checkin_lost_job", "utter_job_of_others_gone"), ("wife has found employment", "checkin_good", "utter_job_of_others")],
)
async def test_anothers_job_ends_none_and_begins_none(amina: UUID, clock: Clock, assistant: Assistant, words: str, intent: str, told: str) -> None:
    await starts(amina, clock, 0)
    await texts_us(words)
    for action in (WorkNews(), JobStart()):
        say = CollectingDispatcher()
        async with transaction() as session:
            turn = await heard(session, await thread(), intent)
            await action.act(turn, say)
            assert names(say) == [told]
            assert await checkins.followed_job(session, amina) is not None
            assert await reporting.report_of(session, turn.conversation) is None


async def test_who_said_no_to_the_job_is_asked_nothing_more(clean: None, assistant: Assistant) -> None:
    lou = await known("Lou")
    await texts_us("decided to turn it down")
    say = CollectingDispatcher()
    async with transaction() as session:
        talk = await thread()
        await reporting.report(session, talk.id, lou)
        turn = await heard(session, talk, "not_sure", "jobs")
        state = await JobQuestions().open(turn)
        assert state
        assert JobQuestions().is_choice(turn, state)
        await JobQuestions().take(turn, state, say)
        assert not JobQuestions().more(turn, state)
        await JobQuestions().done(turn, state, say)
    assert names(say) == ["utter_job_declined"]


@pytest.mark.parametrize(("words", "told"), [("in hospital, be a few weeks", "utter_checkin_done_off_sick"), ("signed off for two weeks", "utter_checkin_question")])
async def test_who_lies_in_hospital_is_not_asked_about_losing_the_job(amina: UUID, clock: Clock, assistant: Assistant, words: str, told: str) -> None:
    await starts(amina, clock, 0)
    await texts_us(words)
    say = CollectingDispatcher()
    async with transaction() as session:
        await WorkNews().act(await heard(session, await thread(), "checkin_off_sick"), say)
    assert names(say)[0] == told


async def test_who_is_away_and_wants_no_texts_has_none_and_is_asked_until_when(clean: None, assistant: Assistant) -> None:
    await known("Lou")
    await texts_us("on holiday dont text me")
    assert (await gets())[-1] == wording("utter_text_back_when", "sms").text
    async with transaction() as session:
        paused = await outbox.quietness(session, PHONE)
    assert paused is not None
    assert paused.why == "paused"
    await texts_us("in 3 weeks")
    assert (await gets())[-1].startswith("All right. No check-in texts until")
    assert assistant.asked == []


async def test_a_pause_that_is_to_come_is_named(clean: None, assistant: Assistant) -> None:
    await known("Lou")
    await texts_us("on holidays from tomorrow dont text")
    assert (await gets())[-1].startswith("All right. No check-in texts from")


@pytest.mark.parametrize("inside", [True, False])
async def test_who_is_busy_may_write_later(amina: UUID, clock: Clock, assistant: Assistant, inside: bool) -> None:
    if inside:
        await starts(amina, clock)
        await goes_on_to(amina, clock)
    await texts_us("busy mate txt u later")
    assert (await gets())[-1] == wording("utter_text_no_rush", "sms").text
    assert not await has_stopped()


async def test_another_of_the_house_is_asked_if_texts_are_all_right(clean: None, assistant: Assistant) -> None:
    await known("Sam")
    await texts_us("This isn't Sam, I'm his gran")
    assert await gets() == [wording("utter_text_safe_shared", "sms").text]


async def test_who_has_the_number_for_years_has_it_taken_off(clean: None, assistant: Assistant) -> None:
    await known("Darren")
    await texts_us("Not Darren. Had this number since 2019")
    assert "taken this number off" in (await gets())[-1]
