"""News of work in the middle of other questions, and a new job told of by somebody new: the actions, for real."""

from dataclasses import replace
from uuid import UUID

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.ext.asyncio import AsyncSession

from actions.checkins import CheckinQuestions, WorkNews
from actions.door import Turn
from actions.fallback import Fallback
from actions.jobs import JobQuestions, JobStart
from casework import checkins, claimants, identity, safeguarding
from casework.base.clock import local
from casework.base.db import transaction
from casework.base.speaking import speaking
from casework.checkins import reporting
from casework.council import council
from casework.messaging import Conversation
from tests.flows.conftest import Assistant
from tests.flows.phones import gets, said, texts_us, thread, waits_for_a_person
from tests.flows.working import Clock, amina, asked, case, clock, due, goes_on_to, sends, starts

__all__ = ["amina", "clock"]


async def heard(session: AsyncSession, talk: Conversation, intent: str, about: str | None = None) -> Turn:
    """The newest text of the thread, as an action is given it; `about`: the questions under way."""
    message = next(one for one in reversed(await said()) if one.sender == "claimant")
    loop = {"name": "questions_form"} if about else {}
    tracker = Tracker(str(talk.id), {"questions_about": about}, {}, [], False, None, loop, "action_listen")
    area = council().area(talk.area)
    return Turn(session, tracker, talk.id, str(message.id), message.text, intent, 0.9, area, "sms")


def names(dispatcher: CollectingDispatcher) -> list[str]:
    return [str(one.get("response") or one.get("text")) for one in dispatcher.messages]


async def test_news_in_the_middle_of_other_questions_asks_nothing_more(
    amina: UUID, clock: Clock, assistant: Assistant
) -> None:
    await texts_us("my hours were wrong last week")
    say = CollectingDispatcher()
    async with transaction() as session:
        turn = await heard(session, await thread(), "checkin_pay_hours_problem", "jobs")
        assert await WorkNews().act(turn, say) == []
    assert names(say) == ["utter_checkin_done_pay_wrong", "utter_checkin_help"]
    async with transaction() as session:
        waits = await checkins.waiting(session, amina)
    assert waits is None


async def test_who_spoke_of_danger_is_not_pressed_about_work(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    for words in ("3 i want to die", "yes", "Go on with other things", "purple monkey"):
        await texts_us(words)
    say, questions = CollectingDispatcher(), CheckinQuestions()
    async with transaction() as session:
        talk = await thread()
        assert await safeguarding.any_open(session, [talk.id])
        turn = await heard(session, talk, "nlu_fallback", "checkins")
        state = await questions.open(turn)
        assert state
        assert state.checkin
        await questions.take(turn, state, say)
        assert not questions.more(turn, state)
    assert names(say) == ["utter_checkin_stopped"]
    assert (await asked(amina))[0].state == "sent"


async def test_somebody_new_who_tells_of_a_job_by_text_is_taken_down(clean: None, assistant: Assistant) -> None:
    await texts_us("got a job!!! start monday 6am amazon")
    say = CollectingDispatcher()
    async with transaction() as session:
        talk = await thread()
        await JobStart().act(await heard(session, talk, "got_a_job"), say)
    assert names(say) == []
    code = next(one[:6] for one in await gets() if one[:6].isdigit())
    async with transaction() as session:
        check = await identity.current(session, talk.id)
        assert check
        for words in (code, "Dee", "yes", "any time"):
            assert await identity.hear(session, check, words, "northbridge") is None
        assert check.claimant_id
        assert check.step == "done"


@pytest.mark.parametrize(("step", "words"), [("cadence", "less"), ("first_payday", "boss say every 2 week")])
async def test_answers_about_a_new_job_are_no_pay_trouble(
    amina: UUID, clock: Clock, assistant: Assistant, step: str, words: str
) -> None:
    await texts_us("i got a job")
    async with transaction() as session:
        made = await reporting.report(session, (await thread()).id, amina)
        made.step, made.starts_on = step, clock().date()
    await texts_us(words)
    async with transaction() as session:
        turn = await heard(session, await thread(), "checkin_pay_hours_problem", "jobs")
        await WorkNews().act(turn, CollectingDispatcher())
        after = await reporting.report_of(session, turn.conversation)
        assert after
        assert (after.step, after.misses) != (step, 0)
    assert await asked(amina) == []
    assert await case() is None


async def falls_back(session: AsyncSession) -> list[str]:
    say = CollectingDispatcher()
    await Fallback().act(await heard(session, await thread(), "nlu_fallback"), say)
    return names(say)


async def test_an_offered_answer_is_taken_while_it_waits_and_known_when_it_is_said_again(
    amina: UUID, clock: Clock, assistant: Assistant
) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us("1")
    async with transaction() as session:
        assert await falls_back(session) == ["utter_checkin_done_good"]
    assert (await asked(amina))[0].outcome == "good"
    async with transaction() as session:
        assert await falls_back(session) == ["utter_checkin_have_it"]


async def test_a_number_of_somebody_never_asked_is_not_understood(amina: UUID, assistant: Assistant) -> None:
    await texts_us("1")
    async with transaction() as session:
        assert await falls_back(session) == ["utter_rephrase"]


async def test_what_is_asked_after_an_answer_is_in_the_language_spoken(
    amina: UUID, clock: Clock, assistant: Assistant
) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us("3")
    say = CollectingDispatcher()
    async with transaction() as session:
        with speaking("cy"):
            await WorkNews().act(await heard(session, await thread(), "checkin_struggling"), say)
    assert say.messages[0]["question"] == "Diolch am ddweud. Beth yw'r rhan anoddaf?"


async def tells_of_a_job(amina: UUID, *answers: str) -> list[str]:
    """What is said at the end, where these are the answers to the questions."""
    await texts_us("hello")
    questions, say = JobQuestions(), CollectingDispatcher()
    async with transaction() as session:
        talk = await thread()
        await reporting.report(session, talk.id, amina)
        for words in answers:
            turn = replace(await heard(session, talk, "inform"), text=words)
            made = await questions.open(turn)
            assert made
            await questions.take(turn, made, say)
        assert not questions.more(turn, made)
        await questions.done(turn, made, say)
    return names(say)


@pytest.mark.parametrize("last", ["Not at all", "no", "none at all pls", "purple"])
async def test_no_to_how_often_is_asked_once_and_then_nothing_is_texted(amina: UUID, clock: Clock, assistant: Assistant, last: str) -> None:
    told = await tells_of_a_job(amina, "tomorrow", "I do not know", "no", *[last] * (2 if last == "purple" else 1), "yes")
    assert told[-1] == "utter_job_done_none"
    assert await waits_for_a_person() == "checkin_no_texts"
    async with transaction() as session:
        job = await checkins.followed_job(session, amina)
    assert job
    before = len(await gets())
    for _ in range(3):
        clock.passes(days=1)
        await sends()
    assert len(await gets()) == before


async def test_who_wants_texts_after_all_has_them(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    assert (await tells_of_a_job(amina, "tomorrow", "I do not know", "no", "Now and then", "yes"))[-1] == "utter_job_done"
    await tells_of_a_job(amina, "tomorrow", "I do not know", "no", "Not at all", "yes")
    async with transaction() as session:
        claimant = await claimants.get(session, amina)
        await checkins.change_often(session, claimant, "text me more")
        job = await checkins.followed_job(session, amina)
        assert job
        assert job.paused_until
        assert job.paused_until < local(clock()).date()


async def test_what_could_not_be_read_back_is_a_persons(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    told = await tells_of_a_job(amina, "purple", "monkey", "I do not know", "usual", "purple monkey", "purple monkey")
    assert told[-1] == "utter_job_gave_up"
    assert await waits_for_a_person() == "checkin_job_unsure"
    async with transaction() as session:
        assert await checkins.followed_job(session, amina) is None
    assert await due(amina) == []
