"""What people wrote while they told of a new job: what they said is kept, and is the answer to what was asked."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.fallback import Fallback
from actions.smalltalk import Reply
from casework import claimants, messaging
from casework.base.db import transaction
from casework.base.words import words as wording
from casework.checkins import reporting, steps, telling, told
from casework.checkins.models import JobReport
from casework.council import council
from tests.flows.conftest import Assistant, Claimant
from tests.flows.people.test_identity import says
from tests.flows.phones import known, texts_us, thread
from tests.flows.texts.test_safe_times import has_stopped
from tests.flows.texts.test_safe_times_asked import comes_to_safe
from tests.flows.work.test_work_news import heard, names

TIMES = [
    ("my phones off at work finish at 5", {"from": "17:00"}),
    ("cant look at my phone at work, i get home at 3.30", {"from": "15:30"}),
    ("its off on shift i knock off at 2pm", {"from": "14:00"}),
    ("after ive dropped kids off so like 9.15", {"from": "09:15"}),
    ("once the school run is done about 9.30", {"from": "09:30"}),
    ("dinner time, 12 til half past", {"from": "12:00", "until": "12:30"}),
    ("I work nights so not before 3pm pls", {"from": "15:00"}),
    ("on nights so only after 4", {"from": "16:00"}),
    ("After 6 in the evening when little one's asleep, never before", {"from": "18:00"}),
    ("after 6 once the kids are in bed", {"from": "18:00"}),
    ("Lunch times Monday to Friday thank you kindly", {"days": ["mon", "tue", "wed", "thu", "fri"], "from": "12:00", "until": "14:00"}),
    ("between buses lol no seriously anytimes fine", {}),
    ("Anytime but dont put the word jobcentre in it", {"neutral": True, "shared": True}),
    ("after 5 but never use the word benefits in them", {"from": "17:00", "neutral": True, "shared": True}),
]
# None of these offers the hours after the one they name.
NOT_AFTER = ["text me at work, i finish at 5", "not after 5", "my phone is off till i finish at 5 on fridays only", "before i finish at 5", "mornings best i finish at 5"]
OF_TIMES = ["after ive dropped kids off", "depends on my shifts they change every week", "rota is different every wk", "early. like 7am before i start driving", "when kids are at school"]
OF_NO_TIMES = ["they havent paid me since monday", "can you help me with rent by friday?", "i feel so low", "can i book a meeting at 3", "why do you ask"]


@pytest.mark.parametrize(("words", "kept"), TIMES)
def test_times_are_read_with_their_reasons(words: str, kept: dict[str, Any]) -> None:
    assert claimants.settle(words, None, council().texting).contact == kept


@pytest.mark.parametrize("words", NOT_AFTER)
def test_and_no_hours_that_were_not_offered(words: str) -> None:
    assert claimants.settle(words, None, council().texting).contact.get("from") != "17:00"


@pytest.mark.parametrize("words", OF_TIMES)
def test_what_names_a_time_answers_where_times_are_asked_for(words: str) -> None:
    assert claimants.tells_when(words)


@pytest.mark.parametrize("words", OF_NO_TIMES)
def test_what_is_of_something_else_does_not(words: str) -> None:
    assert not claimants.tells_when(words)


@pytest.mark.parametrize("words", ["what do you mean safe", "how do u mean safe?", "safe from what", "wot does safe mean"])
async def test_what_safe_means_is_told_and_asked_again(claimant: Claimant, words: str) -> None:
    await comes_to_safe(claimant)
    assert await says(claimant, words) == ("utter_identity_safe_means", "safe")
    assert await says(claimant, "mornings") == ("utter_identity_safe_hours", "done")


@pytest.mark.parametrize("words", ["any time is safe", "its safe", "not safe", "what about mornings"])
def test_other_words_do_not_ask_it(words: str) -> None:
    assert not claimants.asks_what_safe_means(words)


async def test_who_would_rather_have_email_is_seen_to_by_a_person(claimant: Claimant) -> None:
    await comes_to_safe(claimant)
    assert await says(claimant, "id rather you emailed") == ("utter_identity_safe_unread", "done")


@pytest.mark.parametrize(("first", "answer", "step"), [
    ("i got a job", "sunday", "starts_on"),
    ("i got a job", "thursdays", "starts_on"),
    ("i got a job", "tomorrow is fine", "starts_on"),
    ("i got a job", "i start on thursday", "first_payday"),
    ("i got a job i start thursday", "sunday", "first_payday"),
])
async def test_what_is_said_of_texts_tells_nothing_of_the_job(clean: None, assistant: Assistant, first: str, answer: str, step: str) -> None:
    person = await known("Ada")
    await texts_us(first)
    talk = (await thread()).id
    async with transaction() as session:
        await messaging.record(session, await messaging.locked(session, talk), "assistant", wording("utter_identity_ask_safe").text)
    await texts_us(answer)
    async with transaction() as session:
        made = await reporting.report(session, talk, person)
        await reporting.take_what_was_said(session, made)
        assert made.step == step


# The 30th of November 2026 is a Monday; their first day is the 3rd of December where the payday is asked for.
TODAY, FIRST = date(2026, 11, 30), date(2026, 12, 3)
PAYDAYS = [
    ("Same day as I get my UC, the 9th", date(2026, 12, 9)),
    ("its when my pip comes, 12th", date(2026, 12, 12)),
    ("28", date(2026, 12, 28)),
    ("Not till end of january how am i meant to eat", date(2027, 1, 31)),
    ("last working day of january", date(2027, 1, 29)),
    ("paid daily cash at end of each shift", None),
    ("after every shift", None),
    ("after my shift on the 28th", date(2026, 12, 28)),
    ("end of my shift on friday", date(2026, 12, 4)),
    ("cash after my shift", None),
    ("per shift", None),
    ("Boss say maybe after one month", None),
    ("about 5 weeks i think", date(2027, 1, 4)),
]
NO_PAYDAYS = ["can i book a meeting on the 9th", "i need a doctor on friday", "my rent is due on the 9th can you help", "they still havent paid me from the 9th"]
DAYS = [
    ("been there since the 2nd week of oct", date(2026, 10, 12)),
    ("1st week of november", date(2026, 11, 2)),
    ("first week in jan", date(2027, 1, 4)),
    ("They moved it, was meant to be today now its friday", date(2026, 12, 4)),
    ("it was supposed to be tuesday but now thursday", date(2026, 12, 3)),
]


def answers(monkeypatch: pytest.MonkeyPatch, step: str, words: str, starts_on: date | None = None) -> JobReport:
    for module in (steps, reporting):
        monkeypatch.setattr(module, "now", lambda: datetime(2026, 11, 30, 12, tzinfo=UTC))
    made = JobReport(step=step, starts_on=starts_on, misses=0)
    reporting.take_both(made, reporting.answer_before(step, words) or words)
    return made


@pytest.mark.parametrize(("words", "day"), PAYDAYS)
def test_a_payday_beside_other_words_is_the_answer(monkeypatch: pytest.MonkeyPatch, words: str, day: date | None) -> None:
    made = answers(monkeypatch, "first_payday", words, FIRST)
    assert made.step == "cadence"
    assert made.first_payday == day or (day and made.first_payday and abs((made.first_payday - day).days) < 5 and "about" in words)
    assert reporting.says_plainly("first_payday", words) or "eat" in words


@pytest.mark.parametrize("words", NO_PAYDAYS)
def test_a_day_of_something_else_is_none(words: str) -> None:
    assert not reporting.says_plainly("first_payday", words)


def test_both_days_are_put_right_in_one_breath(monkeypatch: pytest.MonkeyPatch) -> None:
    made = answers(monkeypatch, "first_payday", "10th of every month so prob 10th jan as i only start 7th", FIRST)
    assert (made.step, made.starts_on, made.first_payday) == ("cadence", date(2026, 12, 7), date(2027, 1, 10))
    made = answers(monkeypatch, "first_payday", "no i start wednesday", FIRST)
    assert (made.step, made.starts_on) == ("first_payday", date(2026, 12, 2))


@pytest.mark.parametrize(("words", "day"), DAYS)
def test_the_first_day_is_read(monkeypatch: pytest.MonkeyPatch, words: str, day: date) -> None:
    assert answers(monkeypatch, "starts_on", words).starts_on == day


@pytest.mark.parametrize(("words", "asks"), [("Next week sometime, they gonna ring me", True), ("some day in january", True), ("next week", False), ("monday 8am", False)])
def test_some_day_of_a_week_is_not_known_yet(monkeypatch: pytest.MonkeyPatch, words: str, asks: bool) -> None:
    assert (answers(monkeypatch, "starts_on", words).step == reporting.LATER) is asks


@pytest.mark.parametrize("words", ["Tomorrow. Is it ok if I bring my own lunch? haha", "this thursday, do i need a tie?", "monday! should i bring my passport?"])
def test_an_answer_before_a_question_counts(words: str) -> None:
    assert reporting.answer_before("starts_on", words)


@pytest.mark.parametrize("words", ["is it tomorrow?", "monday, or is it tuesday?", "what day is best?", "can you help me? i start monday"])
def test_a_question_about_the_day_is_no_such(words: str) -> None:
    assert not reporting.answer_before("starts_on", words)


OVER = [
    ("not starting anymore they gave it to some1 else", reporting.GONE),
    ("I did get a job but its fell through now", reporting.GONE),
    ("they withdrew the offer", reporting.GONE),
    ("its not a paid job its volunteering", reporting.UNPAID),
    ("i dont get paid im a volunteer", reporting.UNPAID),
    ("not starting now till monday", None),
    ("my flat fell through so i start monday", None),
    ("they gave it to me on the spot", None),
    ("i used to volunteer there, start monday", None),
    ("not been paid yet", None),
    ("my new job fell through", reporting.GONE),
    ("job fell through before i started", reporting.GONE),
    ("my son is fine. my job fell through", reporting.GONE),
    ("the childcare for my job fell through", None),
    ("my sons job fell through", None),
    ("my mates job offer was withdrawn", None),
    ("her job fell through", None),
    ("ive started at tesco. the other job fell through", None),
    ("i started at asda. job at tesco fell through", None),
    ("i took voluntary redundancy from asda, starting new job monday", None),
    ("monday. i was volunteering there first", None),
    ("its in the voluntary sector", None),
    ("i volunteer too", None),
]


@pytest.mark.parametrize(("words", "over"), OVER)
def test_a_job_that_is_none_any_more_is_asked_no_more_about(words: str, over: str | None) -> None:
    assert reporting.over(words) == over


@pytest.mark.parametrize("words", ["dunno bout that but can u ring me about my rent", "no idea please call me"])
def test_a_wish_to_be_rung_beside_it_is_heard(words: str) -> None:
    assert reporting.WANTS_CALL in [*telling.of_words(words)]


@pytest.mark.parametrize("words", ["Next week sometime, they gonna ring me", "dunno, boss will call me", "dont ring me"])
def test_who_else_rings_them_is_no_wish(words: str) -> None:
    assert reporting.WANTS_CALL not in [*telling.of_words(words)]


NEWS = [
    "agency rang theyve got me shifts from thurs. its zero hours tho",
    "the agency have given me work starting monday",
    "In work now cheers",
    "finally back in work cheers",
    "Job at hospital kitchen. Start 2 weeks. I wait for DBS paper",
    "wilma here from weds group, got xmas temp at Next til 2 jan starting tonight",
    "started 3 wks ago as a labourer cash in hand",
    "started last monday as a cleaner",
    "Been working at Greggs since september nobody told me i had to text",
    "got bank work with a care agency dont know what hrs il get",
]
NO_NEWS = [
    "agency rang theyve got me an interview thurs",
    "they gave me shifts last week and not paid me",
    "im in work now cant talk",
    "started 3 weeks ago on my cv",
    "not in work now",
    "i was working at greggs until september",
    "job at the hospital advertised, what do i need to start",
    "they have given me work i cant do",
    "dont know what job to get",
    "I did get a job but its fell through now",
]
FEW = ["got a job but i dont want loads of texts about it", "please not too many messages", "i would rather not get a lot of texts", "dont want hundreds of msgs from you"]
NONE_AT_ALL = ["i dont want texts", "stop texting me", "loads of texts is fine", "you send loads of texts, stop it"]


@pytest.mark.parametrize("words", NEWS)
def test_a_new_job_is_heard_as_people_tell_it(words: str) -> None:
    assert told.begins(words)


@pytest.mark.parametrize("words", NO_NEWS)
def test_and_not_where_none_is_told_of(words: str) -> None:
    assert not told.begins(words)


@pytest.mark.parametrize("words", FEW)
def test_few_texts_are_not_none(words: str) -> None:
    assert told.wants_few(words)


@pytest.mark.parametrize("words", NONE_AT_ALL)
def test_none_are_not_few(words: str) -> None:
    assert not told.wants_few(words)


async def test_a_job_beside_a_wish_for_few_texts_stops_none_of_them(clean: None, assistant: Assistant) -> None:
    await texts_us(FEW[0])
    say = CollectingDispatcher()
    async with transaction() as session:
        turn = await heard(session, await thread(), "sms_stop")
        (event,) = await Reply().act(turn, say)
    assert event["name"] == "action_job_start"
    assert not names(say)
    assert not await has_stopped()


async def test_few_texts_alone_are_asked_about(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us(FEW[1])
    say = CollectingDispatcher()
    async with transaction() as session:
        await Reply().act(await heard(session, await thread(), "sms_stop"), say)
    assert names(say)[0].startswith("utter_often")
    assert not await has_stopped()


@pytest.mark.parametrize("words", ["found a job. do i lose my council tax help??", "ive got a job, will it stop my housing benefit"])
def test_a_job_and_what_it_does_to_benefits_are_both_heard(words: str) -> None:
    assert told.asks_of_benefits(words)
    assert any(told.begins(part) for part in told.parts_of(words))


async def test_a_job_that_fell_through_is_no_good_news(clean: None, assistant: Assistant) -> None:
    await texts_us("I did get a job but its fell through now")
    say = CollectingDispatcher()
    async with transaction() as session:
        turn = await heard(session, await thread(), "nlu_fallback")
        await Fallback().act(turn, say)
    assert names(say) == ["utter_checkin_done_left"]
