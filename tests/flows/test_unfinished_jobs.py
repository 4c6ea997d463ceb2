"""A new job that was half told is not lost: asked about once more, then a person goes through it."""

from uuid import UUID

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import update

from actions.door import Turn
from actions.questions import Validate
from casework import checkins
from casework.base.db import transaction
from casework.base.words import words
from casework.checkins import JobReport, jobs, reporting, service
from casework.council import council
from casework.messaging import Conversation
from tests.flows.conftest import Assistant
from tests.flows.phones import said, texts_us, thread
from tests.flows.working import MINUTE, Clock, amina, case, clock

__all__ = ["amina", "clock"]


async def tells_half(who: UUID, clock: Clock) -> None:
    await texts_us("got a job!")
    async with transaction() as session:
        made = await reporting.report(session, (await thread()).id, who)
        reporting.take_both(made, "tomorrow")
    await silent_for(clock, hours=0)


async def silent_for(clock: Clock, **more: int) -> None:
    """Nothing is said on that thread from now on."""
    async with transaction() as session:
        await session.execute(update(Conversation).values(last_at=clock()))
    clock.passes(**more)
    await jobs.settle_unanswered_checkins(MINUTE)


async def report() -> JobReport | None:
    async with transaction() as session:
        return await reporting.report_of(session, (await thread()).id)


async def test_asked_once_more_then_a_person_and_the_day_is_kept(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await tells_half(amina, clock)
    await silent_for(clock, hours=25)
    asked = words("utter_job_ask_first_payday", "sms").text
    assert [one.text for one in await said()].count(asked) == 1
    await silent_for(clock, hours=25)
    assert [one.text for one in await said()].count(asked) == 1
    assert await report()
    await silent_for(clock, hours=49)
    made = await case()
    assert made
    assert made.reason == "checkin_job_unsure"
    assert await report() is None
    async with transaction() as session:
        job = await checkins.followed_job(session, amina)
        assert job
        assert service.asks_nothing(job)


async def test_a_talk_that_goes_on_is_left_alone(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await tells_half(amina, clock)
    before = len(await said())
    await silent_for(clock, hours=5)
    assert len(await said()) == before
    assert await case() is None


async def test_who_wants_no_texts_is_not_asked_again_and_a_person_looks(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await tells_half(amina, clock)
    await texts_us("STOP")
    before = len(await said())
    await silent_for(clock, hours=25)
    made = await case()
    assert made
    assert made.reason == "checkin_job_unsure"
    assert len(await said()) == before


@pytest.mark.parametrize(("words", "closed"), [("sorry. its the 14th of december", True), ("end of the month", True), ("when do you open", False)])
async def test_an_answer_after_it_was_given_to_a_person_is_thanked_for(
    amina: UUID, clock: Clock, assistant: Assistant, words: str, closed: bool
) -> None:
    await tells_half(amina, clock)
    for hours in (25, 49):
        await silent_for(clock, hours=hours)
    assert await report() is None
    talk, say = await thread(), CollectingDispatcher()
    async with transaction() as session:
        slots = {"questions_about": "jobs"}
        tracker = Tracker(str(talk.id), slots, {}, [], False, None, {"name": "questions_form"}, "action_listen")
        turn = Turn(session, tracker, talk.id, "m1", words, "opening_hours", 0.7, council().area(talk.area), "sms")
        await Validate().act(turn, say)
    assert [one["response"] for one in say.messages] == ["utter_job_closed"] * closed
