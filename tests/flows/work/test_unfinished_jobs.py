"""A new job that was half told is not lost: asked about once more, then a person goes through it."""

from datetime import timedelta
from uuid import UUID

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from actions.checkins import ask_what_is_due
from actions.door import Event, Turn
from actions.questions import Validate
from casework import checkins, claimants, handoff, messaging
from casework.base.clock import local
from casework.base.db import transaction
from casework.base.words import words
from casework.checkins import JobReport, jobs, reporting, service, tasks
from casework.claimants import Claimant
from casework.council import council
from casework.messaging import Conversation
from tests.flows.conftest import Assistant
from tests.flows.phones import OTHER, PHONE, said, texts_us, thread
from tests.flows.working import MINUTE, Clock, amina, case, clock, person

__all__ = ["amina", "clock"]

SAFE_LATER = {"from": "15:00", "until": "17:00"}


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


async def another_half_told(clock: Clock) -> None:
    who = await person("Bea", OTHER)
    await texts_us("got a job!", OTHER)
    async with transaction() as session:
        talk = await thread(OTHER)
        made = await reporting.report(session, talk.id, who)
        reporting.take_both(made, "tomorrow")
        await session.execute(update(Conversation).where(Conversation.id == talk.id).values(last_at=clock()))


async def tells_half_in_a_chat(who: UUID, clock: Clock) -> UUID:
    """The chat, which they leave at "when do you start?"."""
    async with transaction() as session:
        talk, _ = await messaging.start(session, "northbridge", "Northbridge")
        await messaging.join(session, talk.id, who)
        await reporting.report(session, talk.id, who)
    await silent_for(clock, hours=0)
    return talk.id


async def shown(chat: UUID) -> list[str]:
    async with transaction() as session:
        return [one.text for one in await messaging.history(session, chat)]


async def test_who_left_a_chat_finds_the_question_once_more_then_a_person(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    chat = await tells_half_in_a_chat(amina, clock)
    await silent_for(clock, hours=25)
    asked = f"{words('utter_job_again').text} {words('utter_job_ask_starts_on').text}"
    assert (await shown(chat))[-1] == asked
    await silent_for(clock, hours=25)
    assert (await shown(chat)).count(asked) == 1
    await silent_for(clock, hours=49)
    async with transaction() as session:
        assert await reporting.report_of(session, chat) is None
        made = await handoff.open_handoff(session, chat)
    assert made
    assert made.reason == "checkin_job_unsure"


async def comes_back(who: UUID) -> tuple[list[str], list[Event], UUID]:
    """Proves who they are in a new chat; what is said, and what follows."""
    say = CollectingDispatcher()
    async with transaction() as session:
        talk, _ = await messaging.start(session, "northbridge", "Northbridge")
        tracker = Tracker(str(talk.id), {}, {}, [], False, None, {}, "action_listen")
        turn = Turn(session, tracker, talk.id, "m1", "123456", "inform", 0.9, council().area("northbridge"), "web")
        events = await ask_what_is_due(turn, await claimants.get(session, who), say)
    return [one["response"] for one in say.messages], events, talk.id


async def test_who_comes_back_in_another_chat_goes_on_there(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    chat = await tells_half_in_a_chat(amina, clock)
    told, events, new = await comes_back(amina)
    assert told == ["utter_job_again"]
    assert {"event": "slot", "timestamp": None, "name": "questions_about", "value": "jobs"} in events
    async with transaction() as session:
        assert await reporting.report_of(session, chat) is None
        made = await reporting.report_of(session, new)
        assert made
        assert (made.step, made.claimant_id) == ("starts_on", amina)


async def test_what_is_half_told_by_text_stays_there_and_others_hear_nothing(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await tells_half(amina, clock)
    await tells_half_in_a_chat(await person("Bea", OTHER), clock)
    assert (await comes_back(amina))[0] == []
    assert await report()


async def report(phone: str = PHONE) -> JobReport | None:
    async with transaction() as session:
        return await reporting.report_of(session, (await thread(phone)).id)


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


async def test_a_day_out_of_reach_is_for_a_person_and_keeps_nobody_waiting(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    """Told of a year back, and settled only when more than a year had gone by."""
    await tells_half(amina, clock)
    await another_half_told(clock)
    async with transaction() as session:
        made = await reporting.report_of(session, (await thread()).id)
        assert made
        made.step, made.starts_on = reporting.PERSON, local(clock()).date() - timedelta(days=364)
    await silent_for(clock, days=5)
    made_case = await case()
    assert made_case
    assert made_case.reason == "checkin_job_unsure"
    async with transaction() as session:
        assert await checkins.followed_job(session, amina) is None
    assert await report() is None
    assert await report(OTHER) is None


async def test_what_fails_keeps_no_other_waiting_and_is_not_hidden(
    amina: UUID, clock: Clock, assistant: Assistant, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await tells_half(amina, clock)
    await another_half_told(clock)
    first = (await thread()).id
    async with transaction() as session:
        await session.execute(update(Conversation).where(Conversation.id == first).values(last_at=clock() - timedelta(hours=1)))
    sound = tasks.give

    async def give(session: AsyncSession, claimant: Claimant, conversation_id: UUID, *more: object) -> None:
        if conversation_id == first:
            raise RuntimeError("no case can be opened for this one")
        await sound(session, claimant, conversation_id, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(tasks, "give", give)
    clock.passes(days=5)
    await jobs.settle_unanswered_checkins(MINUTE)
    assert await report()
    assert "no case can be opened" in caplog.text
    assert await report(OTHER) is None


async def test_who_may_be_texted_later_that_day_is_asked_then(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await tells_half(amina, clock)
    async with transaction() as session:
        (await claimants.get(session, amina)).safe_contact = SAFE_LATER
    await silent_for(clock, hours=24, minutes=30)
    asked = words("utter_job_ask_first_payday", "sms").text
    assert asked not in [one.text for one in await said()]
    assert await case() is None
    clock.passes(hours=3)
    await jobs.settle_unanswered_checkins(MINUTE)
    assert [one.text for one in await said()].count(asked) == 1
    assert await case() is None


async def test_a_thread_that_is_in_use_just_now_is_looked_at_again(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await tells_half(amina, clock)
    clock.passes(hours=25)
    async with transaction() as session:
        await messaging.locked(session, (await thread()).id)
        await jobs.settle_unanswered_checkins(MINUTE)
    assert await case() is None
    await jobs.settle_unanswered_checkins(MINUTE)
    assert words("utter_job_ask_first_payday", "sms").text in [one.text for one in await said()]


async def test_who_cannot_be_asked_for_days_is_for_a_person(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await tells_half(amina, clock)
    async with transaction() as session:
        (await claimants.get(session, amina)).safe_contact = SAFE_LATER
    await silent_for(clock, days=3, minutes=1)
    assert await case()


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
