"""Answers to check-ins, and silence, against the real database: taken, followed up, escalated, forgiven."""

from asyncio import Event, gather, timeout
from datetime import timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from sqlalchemy import select, update

from casework import checkins, claimants, handoff, messaging
from casework.audit import AuditRow
from casework.base.db import transaction
from casework.checkins import Checkin, outcomes, rules, service
from casework.council import council
from casework.handoff import Handoff
from casework.messaging import Message
from casework.staff import Staff
from tests.flows.conftest import Assistant
from tests.flows.phones import gets, said, texts_us, thread
from tests.flows.working import Clock, amina, answers, asked, case, clock, due, goes_on_to, keeps_silent, starts

__all__ = ["amina", "clock"]


async def test_an_answer_by_number(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    heard = await answers(amina, "1")
    assert (heard.outcome, heard.follow_up, heard.promised_by) == ("good", None, None)
    (first,) = await asked(amina)
    assert (first.state, first.score, first.trend) == ("answered", 1, None)
    assert await case() is None


async def test_trouble_in_words_is_a_case_the_same_day(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    heard = await answers(amina, "2 but they still havent paid me")
    assert heard.outcome == "not_paid"
    made = await case()
    assert made is not None
    assert (made.reason, made.level) == ("checkin_not_paid", "P2")
    assert (
        made.promised_by
        == heard.promised_by
        == rules.promise(council().area("northbridge"), given("not_paid"), clock())
    )


def given(outcome: str) -> outcomes.Task:
    task = outcomes.outcomes().outcomes[outcome].task
    assert task is not None
    return task


async def test_one_follow_up_makes_the_case_graver(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    heard = await answers(amina, "3")
    assert heard.follow_up
    assert "hardest part" in heard.follow_up.text
    first = await case()
    assert first is not None
    assert (first.reason, first.level) == ("checkin_struggling", "P3")
    heard = await answers(amina, "I may leave")
    assert heard.follow_up is None
    after = await case()
    assert after is not None
    assert (after.reason, after.level) == ("checkin_leaving", "P2")
    assert after.promised_by <= first.promised_by


async def test_not_good_twice_running_is_graver(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    for _ in range(2):
        await goes_on_to(amina, clock)
        await answers(amina, "not good at all")
    found = await asked(amina)
    assert [(one.level, one.trend) for one in found] == [("P3", None), ("P2", "same")]


async def test_a_job_that_ends_ends_the_questions(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    assert (await answers(amina, "got sacked mate")).outcome == "left"
    assert await due(amina) == []
    made = await case()
    assert made is not None
    assert (made.reason, made.level) == ("checkin_left", "P2")
    await starts(amina, clock, in_days=10)
    assert (await due(amina))[0].step == "day_before"


async def test_two_misses_a_note_a_call_then_seldom(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    for _ in range(2):
        await goes_on_to(amina, clock)
        await keeps_silent(clock)
    assert [one.state for one in await asked(amina)] == ["missed", "missed"]
    await goes_on_to(amina, clock)
    assert "No word from you" in (await said())[-1].text
    await keeps_silent(clock)
    made = await case()
    assert made is not None
    assert (made.reason, made.level) == ("checkin_no_reply", "P3")
    days = [one.due_at.date() for one in await due(amina)]
    assert all((later - day).days >= 27 for day, later in pairwise(days))


async def is_to_be_rung(who: UUID, clock: Clock) -> None:
    await starts(who, clock)
    for _ in range(2):
        await goes_on_to(who, clock)
        await keeps_silent(clock)
    await goes_on_to(who, clock)
    await keeps_silent(clock)
    made = await case()
    assert made is not None
    assert made.reason == "checkin_no_reply"


async def test_who_answers_after_all_is_not_rung(amina: UUID, clock: Clock) -> None:
    await is_to_be_rung(amina, clock)
    assert (await answers(amina, "all fine thanks")).promised_by is None
    assert await case() is None
    note = (await asked(amina))[-1]
    assert (note.question, note.why, note.level, note.promised_by) == ("no_reply", "answered", None, None)
    async with transaction() as session:
        assert "checkins.no_call" in (await session.execute(select(AuditRow.act))).scalars().all()


async def test_who_answers_with_trouble_is_rung_about_that(amina: UUID, clock: Clock) -> None:
    await is_to_be_rung(amina, clock)
    await answers(amina, "not great, they havent paid me")
    made = await case()
    assert made is not None
    assert (made.reason, made.level) == ("checkin_not_paid", "P2")


async def test_who_asks_for_a_person_meanwhile_gets_one(amina: UUID, clock: Clock) -> None:
    await is_to_be_rung(amina, clock)
    await texts_us("CALL")
    await answers(amina, "all fine thanks")
    made = await case()
    assert made is not None
    assert made.reason == "call"


ASKED = [("CALL", "call"), ("only text me after 8pm", "safe_contact"), ("you only text me and nobody helps", "unheard")]


@pytest.mark.parametrize(("words", "reason"), ASKED)
async def test_what_is_asked_for_while_the_call_is_overdue_is_not_lost(
    amina: UUID, clock: Clock, words: str, reason: str
) -> None:
    await is_to_be_rung(amina, clock)
    async with transaction() as session:
        await session.execute(update(Handoff).values(promised_by=clock() - timedelta(days=9)))
    await texts_us(words)
    await answers(amina, "all fine thanks")
    made = await case()
    assert made is not None
    assert made.reason == reason


async def test_a_grave_call_on_top_of_another_wish_loses_neither(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us("CALL")
    await is_to_be_rung(amina, clock)
    await answers(amina, "all fine thanks")
    made = await case()
    assert made is not None
    assert made.reason == "call"


async def test_a_web_answer_and_a_text_at_once_wait_for_each_other_and_end(amina: UUID, clock: Clock) -> None:
    await is_to_be_rung(amina, clock)
    talk, job_held, talk_held = (await thread()).id, Event(), Event()

    async def on_the_web() -> None:
        async with transaction() as session:
            await service.open_job(session, amina)
            job_held.set()
            await talk_held.wait()
            await service.answered(session, await claimants.get(session, amina))

    async def by_text() -> None:
        async with transaction() as session:
            await messaging.locked(session, talk)
            talk_held.set()
            await job_held.wait()
            await service.open_job(session, amina)

    async with timeout(20):
        await gather(on_the_web(), by_text())
    assert await case() is None


async def test_a_call_in_hand_stays_with_who_took_it(amina: UUID, clock: Clock, sam: Staff) -> None:
    await is_to_be_rung(amina, clock)
    async with transaction() as session:
        await handoff.take(session, (await thread()).id, sam)
    await answers(amina, "all fine thanks")
    made = await case()
    assert made is not None
    assert made.taken_by == sam.id


async def test_a_late_answer_counts_and_brings_the_questions_back(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    planned = len(await due(amina))
    for _ in range(2):
        await goes_on_to(amina, clock)
        await keeps_silent(clock)
    assert len(await due(amina)) < planned - 2
    await answers(amina, "all good thanks")
    assert [one.state for one in await asked(amina)] == ["missed", "answered"]
    assert [one.step for one in await due(amina)][:3] == ["week_1", "week_2", "week_3"]


async def test_words_that_nothing_was_read_from_reach_a_person(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us("purple monkey dishwasher")
    async with transaction() as session:
        await session.execute(update(Message).where(Message.sender == "claimant").values(at=clock()))
        await session.execute(
            update(Checkin).where(Checkin.sent_at.is_not(None)).values(sent_at=clock() - timedelta(hours=1))
        )
    await keeps_silent(clock)
    made = await case()
    assert made is not None
    assert made.reason == "checkin_unread"


async def test_a_workers_own_question_goes_once(amina: UUID, clock: Clock, sam: Staff) -> None:
    await starts(amina, clock)
    async with transaction() as session:
        await checkins.ask_own(session, await claimants.get(session, amina), sam, "Did the new boots fit?")
    await goes_on_to(amina, clock)
    assert (await said())[-1].text.endswith("Did the new boots fit?")
    assert (await answers(amina, "like a glove")).outcome == "said"
    await goes_on_to(amina, clock)
    assert "boots" not in (await said())[-1].text


async def test_left_is_obeyed_whether_or_not_the_assistant_runs(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    assistant.up = False
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us("LEFT")
    assert "Our help does not end" in (await said())[-1].text
    assert await due(amina) == []
    made = await case()
    assert made is not None
    assert (made.reason, made.level) == ("checkin_left", "P2")


async def test_a_pay_problem_reaches_a_person_with_the_facts(amina: UUID, clock: Clock) -> None:
    payday = clock().date() + timedelta(days=20)
    await starts(amina, clock, first_payday=payday)
    await goes_on_to(amina, clock)
    await answers(amina, "2 but they still havent paid me")
    async with transaction() as session:
        facts = await checkins.facts_of(session, amina)
    assert facts.job
    assert facts.job.first_payday == payday
    assert facts.checkin
    assert (facts.checkin.outcome, facts.checkin.level) == ("not_paid", "P2")
    assert facts.checkin.words == "How was your first day?"


async def test_who_is_told_by_somebody_else_of_a_job_that_ended_is_to_ring(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    async with transaction() as session:
        await checkins.job_ended(session, await claimants.get(session, amina), clock().date(), call=True)
    made = await case()
    assert made
    assert (made.reason, made.level) == ("checkin_left", "P2")
    assert made.promised_by == rules.promise(council().area("northbridge"), given("left"), clock())


async def test_an_ok_is_asked_what_would_help_once(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    heard = await answers(amina, "2")
    assert heard.follow_up
    assert "make it better" in heard.follow_up.text
    assert (await answers(amina, "It is fine")).follow_up is None
    assert await case() is None


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
        assert await service.followed_job(session, amina)
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
        assert await service.followed_job(session, amina) is None
