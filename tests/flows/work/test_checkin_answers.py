"""Answers to check-ins against the real database: taken, followed up, given to a person."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import update

from casework import checkins, claimants
from casework.base.db import transaction
from casework.checkins import Checkin, outcomes, rules
from casework.council import council
from casework.messaging import Message
from casework.staff import Staff
from tests.flows.conftest import Assistant
from tests.flows.phones import said, texts_us
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


async def test_trouble_beside_a_number_is_promised_at_once_and_all_of_it_is_on_the_case(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    heard = await answers(amina, "2 - ok but rent is 2 months behind and my manager keeps cutting my shifts")
    assert heard.follow_up is None
    assert heard.promised_by
    made = await case()
    assert made
    assert (made.reason, made.level, made.also) == ("checkin_hours_cut", "P2", ["checkin_money"])


async def test_what_stands_in_the_way_of_a_first_day_is_seen_to_before_it(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock, 2)
    await goes_on_to(amina, clock)
    heard = await answers(amina, "no cos the bus dont run that early")
    assert heard.outcome == "getting_there"
    assert heard.promised_by == rules.promise(council().area("northbridge"), outcomes.Task(level="P2", days=0), clock())
    made = await case()
    assert made is not None
    assert made.level == "P2"


async def test_the_same_later_on_has_its_own_time(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock, -30)
    await goes_on_to(amina, clock)
    heard = await answers(amina, "no cos the bus dont run that early")
    assert heard.promised_by == rules.promise(council().area("northbridge"), given("getting_there"), clock())
