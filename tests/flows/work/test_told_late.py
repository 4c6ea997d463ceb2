"""A job held for long and told late: the first day is taken at once, the next payday counts, and trouble with pay reaches a person."""

from datetime import date, timedelta

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.checkins import WorkNews
from casework import claimants
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.checkins import days, early, reporting, told
from casework.checkins.models import JobReport
from casework.checkins.understanding import news
from tests.flows.conftest import Assistant
from tests.flows.phones import known, texts_us, thread, waits_for_a_person
from tests.flows.work.test_work_news import heard

BEGAN = local(now()).date() - timedelta(days=139)


async def told_first(words: str) -> JobReport:
    person = await known("Ada")
    await texts_us(words)
    async with transaction() as session:
        made = await reporting.report(session, (await thread()).id, (await claimants.get(session, person)).id)
        await reporting.take_what_was_said(session, made)
    return made


@pytest.mark.parametrize("words", ["i got a job. started {day} at mitie cleaning", "{day} like i said", "its {day} i told you", "started {day}, want the text check in thing"])
async def test_the_first_day_is_taken_at_once(clean: None, assistant: Assistant, words: str) -> None:
    made = await told_first(words.format(day=f"{BEGAN:%-d %B}"))
    assert (made.starts_on, made.step) == (BEGAN, "first_payday")


async def test_a_month_that_is_over_is_a_first_day_too(clean: None, assistant: Assistant) -> None:
    made = await told_first(f"started a cleaning job back in {BEGAN:%B}, want the text check in thing".lower())
    assert made.starts_on == BEGAN.replace(day=1)


async def test_the_next_payday_is_kept_and_trouble_with_it_reaches_a_person(clean: None, assistant: Assistant) -> None:
    await told_first(f"i got a job. started {BEGAN:%-d %B}")
    await texts_us("last day of month usually but they didnt pay me right")
    async with transaction() as session:
        talk = await thread()
        await WorkNews().act(await heard(session, talk, "checkin_pay_hours_problem", "jobs"), CollectingDispatcher())
        made = await reporting.report_of(session, talk.id)
    assert made
    assert made.first_payday
    assert (made.first_payday + timedelta(days=1)).day == 1
    assert await waits_for_a_person() == "checkin_pay_wrong"


@pytest.mark.parametrize("words", ["last day of the month i just said", "last day of the month like i said"])
def test_what_was_said_before_is_read(words: str) -> None:
    assert reporting.says_plainly("first_payday", words)
    assert early.is_payday(words)


def test_the_job_is_told_of_plainly() -> None:
    assert told.begins("started a cleaning job back in july, want the text check in thing")


@pytest.mark.parametrize("words", [
    "hi who is this? got job at tesco nights start mon 7th dec", "I'm Priya, I got a job at a care home starting on monday",
    "Good afternoon. I start at the bakery on Thursday 3rd of December",
])
def test_a_greeting_or_a_name_before_it_changes_nothing(words: str) -> None:
    assert told.begins(words)


@pytest.mark.parametrize("words", ["im not happy i got a job and hate it", "good morning i start at 9 on my shift", "started a job but i want to leave", "i want a job", "i started a job and want my money"])
def test_other_wishes_are_no_plain_news(words: str) -> None:
    assert not told.begins(words)


@pytest.mark.parametrize("words", ["they didnt pay me right", "havent been paid properly", "they never pay me what they said"])
def test_pay_that_is_not_right(words: str) -> None:
    assert news(words) in ("pay_wrong", "not_paid", "pay_short")


@pytest.mark.parametrize("words", ["i dont know when payday is", "they pay me right on time", "not paid weekly its monthly"])
def test_pay_that_is(words: str) -> None:
    assert news(words) != "pay_wrong"


def test_trouble_names_no_day() -> None:
    assert days.payday("they didnt pay me right", date(2026, 7, 14), date(2026, 11, 30)) is None
