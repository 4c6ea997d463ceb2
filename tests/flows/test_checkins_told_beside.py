"""What people in work wrote by text beside something else, or in other words than were looked for, is heard."""

from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.directory import Signpost
from actions.fallback import Fallback
from actions.jobs import JobStart
from casework.base.db import transaction
from casework.checkins import reporting, rules
from casework.checkins.outcomes import Task
from casework.checkins.understanding import news
from casework.council import council
from tests.flows.conftest import Assistant
from tests.flows.phones import PHONE, known, texts_us, thread
from tests.flows.test_work_news import heard, names
from tests.flows.working import Clock, amina, answers, case, clock, goes_on_to, starts

__all__ = ["PHONE", "amina", "clock"]

OWED = ["wages they still owe me", "I don't owe any money, my employer owes me", "they owe me 2 weeks wages", "work owes me £200", "im still owed overtime"]
OWED_OTHERWISE = ["i owe money", "my mate owes me money for work", "he owes me an apology", "my boss owes me a favour", "they say i owe them pay back", "the council owes me money", "pay what i owe"]
COSTS = ["need boots for work", "they want me to buy steel boots £60", "cant afford the uniform for work", "need to buy my own boots", "need steel toe caps for monday"]
NO_COSTS = ["need new shoes for the kids", "work gave me boots", "i work at boots", "need a job in a clothes shop", "they told me to get my gear and leave", "i dont need boots for work", "need school uniform for my son", "need tools to cope at work"]


@pytest.mark.parametrize("words", OWED)
async def test_what_work_owes_them_is_trouble_with_pay_whatever_it_was_taken_for(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock, -20)
    await texts_us(words)
    say = CollectingDispatcher()
    async with transaction() as session:
        await Signpost().act(await heard(session, await thread(), "need_debt"), say)
    made = await case()
    assert made
    assert made.reason == "checkin_pay_short"
    assert names(say)[0] == "utter_checkin_done_pay_short"


async def test_of_somebody_unknown_it_is_rights_at_work(clean: None, assistant: Assistant) -> None:
    await texts_us(OWED[1])
    say = CollectingDispatcher()
    async with transaction() as session:
        await Signpost().act(await heard(session, await thread(), "need_debt"), say)
    said = say.messages[-1]
    assert "debt" not in str(said).casefold()


@pytest.mark.parametrize("words", OWED_OTHERWISE)
def test_other_debts_are_none_of_work(words: str) -> None:
    assert news(words) != "pay_short"


@pytest.mark.parametrize("words", COSTS)
async def test_what_a_job_costs_is_for_a_person_today(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us(words)
    told = await answers(amina, words)
    made = await case()
    assert (told.outcome, told.follow_up) == ("work_costs", None)
    assert made
    assert made.promised_by == rules.promise(council().area("northbridge"), Task(level="P3", days=0), clock())


@pytest.mark.parametrize("intent", ["need_drugs_alcohol", "need_debt"])
async def test_so_it_is_where_it_was_taken_for_drink_or_debts(amina: UUID, clock: Clock, assistant: Assistant, intent: str) -> None:
    await starts(amina, clock, 3)
    await texts_us(COSTS[0])
    say = CollectingDispatcher()
    async with transaction() as session:
        assert await Signpost().act(await heard(session, await thread(), intent), say) == []
    assert names(say) == ["utter_checkin_done_work_costs"]


async def test_it_begins_no_new_job(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock, 3)
    await texts_us(COSTS[1])
    say = CollectingDispatcher()
    async with transaction() as session:
        await JobStart().act(await heard(session, await thread(), "got_a_job"), say)
        assert await reporting.report_of(session, (await thread()).id) is None
    assert names(say) == ["utter_checkin_done_work_costs"]


async def test_beside_a_new_job_both_are_heard(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("got a job start monday. need boots for work")
    say = CollectingDispatcher()
    async with transaction() as session:
        await JobStart().act(await heard(session, await thread(), "got_a_job"), say)
    assert names(say) == ["utter_job_start", "utter_checkin_done_work_costs"]
    made = await case()
    assert made
    assert made.reason == "checkin_work_costs"


async def test_of_nobody_known_a_person_is_offered(clean: None, assistant: Assistant) -> None:
    await texts_us(COSTS[0])
    say = CollectingDispatcher()
    async with transaction() as session:
        await Fallback().act(await heard(session, await thread(), "out_of_scope"), say)
    assert names(say) == ["utter_work_costs"]


@pytest.mark.parametrize("words", NO_COSTS)
def test_other_words_of_clothes_and_tools_are_no_costs(words: str) -> None:
    assert news(words) != "work_costs"
