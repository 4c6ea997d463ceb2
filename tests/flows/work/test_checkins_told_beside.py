"""What people in work wrote by text beside something else, or in other words than were looked for, is heard."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.checkins import WorkNews
from actions.directory import Signpost
from actions.door import Turn
from actions.fallback import Fallback
from actions.handoff import RequestHuman
from actions.jobs import A_PERSON, JobQuestions, JobStart, _takes_a_person
from actions.opening_hours import OpeningHours
from casework import checkins, claimants, handoff
from casework.base.clock import LONDON, local, now
from casework.base.db import transaction
from casework.base.words import responses
from casework.checkins import days, reporting, rules, steps
from casework.checkins.models import JobReport
from casework.checkins.outcomes import Task
from casework.checkins.understanding import news
from casework.claimants import offered_times
from casework.claimants.safe import settle
from casework.council import council, say_date, say_when
from casework.texts import pausing
from casework.texts.control import order_of
from tests.flows.conftest import Assistant
from tests.flows.phones import PHONE, gets, known, texts_us, thread
from tests.flows.texts.test_safe_times import safe_contact
from tests.flows.work.test_work_news import heard, names
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


@pytest.mark.parametrize(
    ("words", "contact"),
    [
        ("i work 6am to 6pm", {"from": "18:00"}),
        ("work 6am-6pm", {"from": "18:00"}),
        ("my shifts are 6am to 2pm", {"from": "14:00"}),
        ("no im AT WORK then, text me after 6", {"from": "18:00"}),
        ("Not while I'm driving, so after 6pm or Sundays", {"days": ["sun"]}),
        ("only sunday or after 2 clock", {"from": "14:00"}),
        ("any time but i got no signal in the shop", {}),
        ("evenings are best, before 6.30", {"from": "17:00", "until": "18:30"}),
        ("evening after 17 good, before I sleep, I have small baby", {"from": "17:00", "until": "20:00"}),
        ("dont text me on sundays or after 5", {"days": ["mon", "tue", "wed", "thu", "fri", "sat"], "until": "17:00"}),
    ],
)
def test_hours_with_a_reason_beside_them_are_read_at_once(words: str, contact: dict[str, object]) -> None:
    assert settle(words, None, council().texting).contact == contact


@pytest.mark.parametrize("words", ["not when i sleep at 3, so after", "anytime but not when the baby sleeps", "after work 6 to 7 maybe"])
def test_reasons_that_may_change_them_are_for_a_person(words: str) -> None:
    assert settle(words, None, council().texting).kind == "unread"


@pytest.mark.parametrize("words", ["work 6am-6pm", "my shift is 6 to 6"])
def test_the_hours_of_a_shift_are_no_offer(words: str) -> None:
    assert offered_times(words, asked=True) is None


NOT_THEN = ["no im AT WORK then, text me after 6", "no thats when im working, after 6pm"]


@pytest.mark.parametrize("words", NOT_THEN)
async def test_who_has_just_signed_up_may_put_their_hours_right(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada")
    await texts_us("only text me 6am to 6pm")
    assert await safe_contact(ada) == {"from": "06:00", "until": "18:00"}
    await texts_us(words)
    assert await safe_contact(ada) == {"from": "18:00"}


async def test_whoever_holds_it_later_may_not(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("only text me 6am to 6pm")
    async with transaction() as session:
        (await claimants.get(session, ada)).created_at = now() - timedelta(days=2)
    await texts_us(NOT_THEN[0])
    assert "every day, 10am to 6pm" in ((await safe_contact(ada)) or {})["note"]
    assert (await gets())[-1].startswith("Thanks. We text from 10am to 7pm. If you told us other times before, a person will ask you first.")


@pytest.mark.parametrize("words", ["no text me at work", "no i work later", "im at work then text me", "no work today"])
def test_other_words_of_work_refuse_no_hours(words: str) -> None:
    assert not claimants.says_at_work_then(words)


MONDAY = datetime(2026, 11, 30, 12, tzinfo=LONDON)


def told_at(step: str, words: str, monkeypatch: pytest.MonkeyPatch, starts_on: date = date(2026, 11, 2)) -> JobReport:
    monkeypatch.setattr(steps, "now", lambda: MONDAY)
    made = JobReport(step=step, starts_on=None if step == "starts_on" else starts_on, misses=0)
    reporting.take(made, words)
    return made


@pytest.mark.parametrize(("words", "day"), [("start 2moro", 1), ("starting tmoz", 1), ("sorry no i mean thursday the 3rd", 3), ("no sorry thursday the 3rd", 3), ("i meant fri 4th dec", 4)])
def test_the_first_day_is_taken_however_it_is_put(monkeypatch: pytest.MonkeyPatch, words: str, day: int) -> None:
    made = told_at("starts_on", words, monkeypatch)
    assert (made.step, made.starts_on) == ("first_payday", date(2026, 12, day))
    assert reporting.says_plainly("starts_on", words)


@pytest.mark.parametrize(("words", "day"), [("start 2moro", date(2026, 12, 1)), ("sorry no i mean thursday the 3rd", date(2026, 12, 3)), ("started today", date(2026, 11, 30)), ("i started 2day", date(2026, 11, 30))])
def test_at_the_payday_question_it_is_put_right_and_asked_no_more(monkeypatch: pytest.MonkeyPatch, words: str, day: date) -> None:
    made = told_at("first_payday", words, monkeypatch, date(2026, 12, 2))
    assert (made.step, made.starts_on, made.first_payday, made.misses) == ("first_payday", day, None, 0)
    assert reporting.says_plainly("first_payday", words)


def test_who_was_paid_on_a_friday_was_so_on_the_last_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told_at("first_payday", "I was paid on Friday", monkeypatch).first_payday == date(2026, 11, 27)
    assert told_at("first_payday", "i get paid on friday", monkeypatch).first_payday == date(2026, 12, 4)


UNKNOWN = ["I not know pay day. I ask boss", "i dont know payday i will ask my boss", "they havent told me when im paid", "i ask boss", "no idea yet"]
NOT_UNKNOWN = ["i dont know why my pay is low", "not sure they paid me right", "they dont pay me", "i dont know how much is missing", "i will ask my boss about my pay being short"]


@pytest.mark.parametrize("words", UNKNOWN)
async def test_a_payday_that_nobody_told_them_is_no_trouble_with_pay(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await texts_us(words)
    async with transaction() as session:
        made = await reporting.report(session, (await thread()).id, amina)
        made.step, made.starts_on = "first_payday", local(now()).date()
    say = CollectingDispatcher()
    async with transaction() as session:
        turn = await heard(session, await thread(), "checkin_pay_hours_problem", "jobs")
        state = await JobQuestions().open(turn)
        assert state
        assert JobQuestions().is_choice(turn, state)
        await JobQuestions().take(turn, state, say)
        assert (state.step, state.first_payday) == ("cadence", None)
    assert names(say) == []
    assert await case() is None


@pytest.mark.parametrize("words", NOT_UNKNOWN)
def test_other_words_of_pay_are_not_plainly_so(words: str) -> None:
    assert not reporting.says_plainly("first_payday", words)


CUTTING_IT_FINE = "wednesdays a day before i start, thats cutting it fine but ok cheers"


@pytest.mark.parametrize("words", [CUTTING_IT_FINE, "ok thats the day before i start", "cant do tuesday its before my first day"])
async def test_a_day_before_the_first_one_tells_of_no_job(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock, 3)
    await texts_us(words)
    say = CollectingDispatcher()
    async with transaction() as session:
        assert await JobStart().act(await heard(session, await thread(), "got_a_job"), say) == []
        assert await reporting.report_of(session, (await thread()).id) is None
    assert names(say) == ["utter_thanks"]


@pytest.mark.parametrize("words", ["i start wednesday", "got a job, before i start i need a dbs. start monday", "i start the day before christmas"])
def test_a_first_day_is_one_all_the_same(words: str) -> None:
    assert not days.is_beside_start(words)


@pytest.mark.parametrize(
    ("words", "first", "until"),
    [
        ("on holiday from friday", date(2026, 12, 4), date(2026, 12, 18)),
        ("im away from monday 7th", date(2026, 12, 7), date(2026, 12, 21)),
        ("pause from friday", date(2026, 12, 4), date(2026, 12, 18)),
        ("on holiday from friday til the 12th", date(2026, 12, 4), date(2026, 12, 12)),
        ("on holiday til friday", None, date(2026, 12, 4)),
        ("away from home for a week", None, date(2026, 12, 7)),
    ],
)
def test_a_holiday_with_no_end_begins_on_its_day(words: str, first: date | None, until: date) -> None:
    assert (pausing.first_day(words, MONDAY), pausing.pause_until(words, MONDAY).date()) == (first, until)


async def test_it_is_said_back_with_both_days(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    first = local(now()).date() + timedelta(days=4)
    await texts_us(f"on holiday from {first:%-d %b}")
    assert (await gets())[-1].startswith(f"All right. No check-in texts from {say_date(first)} to {say_date(first + timedelta(days=14))}.")


@pytest.mark.parametrize(("outcome", "words"), [("money", "behind on my rent"), ("getting_there", "the bus never comes")])
async def test_help_with_money_and_buses_is_for_the_same_day_though_all_was_well_before(amina: UUID, clock: Clock, assistant: Assistant, outcome: str, words: str) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us("1")
    await answers(amina, "good")
    await texts_us(words)
    async with transaction() as session:
        person = await claimants.get(session, amina)
        told = await checkins.tell(session, person, outcome, (await thread()).id, said=words)
    assert told.promised_by
    made = await case()
    assert made
    assert made.promised_by == rules.promise(council().area("northbridge"), Task(level="P3", days=0), clock())


def offering(turn: Turn) -> Turn:
    """The same turn, after a person was offered."""
    turn.tracker.events.append({"event": "bot", "text": "Shall I ask one?", "data": {"buttons": [{"title": "Yes, a person please", "payload": A_PERSON}]}})
    return turn


async def test_a_yes_to_a_person_beside_news_is_both(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("Yes please. And I have got the job")
    say = CollectingDispatcher()
    async with transaction() as session:
        first = await JobStart().act(offering(await heard(session, await thread(), "got_a_job")), say)
        assert [one["name"] for one in first] == ["action_request_human"]
        then = await RequestHuman().act(replace(await heard(session, await thread(), "request_human"), text=A_PERSON), say)
        assert [one["name"] for one in then] == [None, "action_job_start"]
    made = await case()
    assert made
    assert made.reason == "request_human"


@pytest.mark.parametrize("words", ["I want to talk to a person", "yes please", "no. and i have got the job", "my mate got a job. can i talk to someone"])
async def test_with_no_news_or_no_yes_nothing_else_follows(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us(words)
    async with transaction() as session:
        turn = offering(await heard(session, await thread(), "got_a_job"))
        assert not _takes_a_person(turn)
        if not words.startswith("no"):
            events = await RequestHuman().act(turn, CollectingDispatcher())
            assert len(events) == 1


async def test_trouble_after_a_wish_for_a_person_stands_in_the_case(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock, -20)
    await texts_us("please person call me")
    made = await case()
    assert made
    assert made.reason == "call"
    await texts_us("they havent paid me for 2 weeks")
    async with transaction() as session:
        await WorkNews().act(await heard(session, await thread(), "checkin_pay_hours_problem"), CollectingDispatcher())
    made = await case()
    assert made
    assert {made.reason, *made.also} >= {"call", "checkin_not_paid"}


async def test_of_somebody_unknown_their_words_do(clean: None, assistant: Assistant) -> None:
    await texts_us("please person call me")
    await texts_us("they havent paid me for 2 weeks")
    say = CollectingDispatcher()
    async with transaction() as session:
        await WorkNews().act(await heard(session, await thread(), "checkin_pay_hours_problem"), say)
    made = await case()
    assert made
    assert any("they havent paid me for 2 weeks" in one for one in made.also)
    assert names(say) == ["utter_handoff_told"]


@pytest.mark.parametrize("words", ["someone call me names", "the person who calls me is nice", "a person called me lazy", "i want a person"])
def test_other_words_of_persons_ask_for_no_call(words: str) -> None:
    assert order_of(words, quiet=False, idle=True) != "call"


WHEN_RUNG = "when will they ring, I was on shift"


async def test_when_they_are_rung_is_told_of_the_call_and_not_of_the_office(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("CALL")
    waits = await case()
    assert waits
    await texts_us(WHEN_RUNG)
    assert say_when(waits.promised_by, now()) in (await gets())[-1]
    say = CollectingDispatcher()
    async with transaction() as session:
        await OpeningHours().act(await heard(session, await thread(), "opening_hours"), say)
    assert names(say) == ["utter_handoff_in_line"]


async def test_who_was_not_reached_is_rung_again(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("CALL")
    talk = (await thread()).id
    async with transaction() as session:
        assert await handoff.not_needed(session, talk, "call")
    await texts_us(WHEN_RUNG)
    waits = await case()
    assert waits
    assert waits.returned_at is None


async def test_where_nobody_was_to_ring_the_office_hours_are_told(clean: None, assistant: Assistant) -> None:
    await texts_us("when are you open, can i ring")
    say = CollectingDispatcher()
    async with transaction() as session:
        await OpeningHours().act(await heard(session, await thread(), "opening_hours"), say)
    assert names(say) == ["utter_opening_hours"]


def test_no_answer_that_is_offered_ends_the_texts() -> None:
    """By text the words STOP, CANCEL and END are no answer of ours: they end all texts, as their providers see to it."""
    offered = [(name, said) for name, all_said in responses().items() for one in all_said for button in one.get("buttons", ()) for said in (button["title"], button["payload"])]
    assert [one for one in offered if order_of(one[1], quiet=False) == "stop" and one[1] != "Stop the texts"] == []
