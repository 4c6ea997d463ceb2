"""What people in work wrote by text is understood the first time that they say it."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.checkins import CheckinQuestions, WorkNews
from actions.directory import Signpost
from actions.jobs import JobQuestions, JobStart
from actions.smalltalk import Reply
from casework import checkins, handoff, identity, messaging, outbox
from casework.base.clock import LONDON, local, now
from casework.base.db import transaction
from casework.checkins import days, reporting, rereading, rules, steps
from casework.checkins.answers import read
from casework.checkins.models import JobReport
from casework.checkins.outcomes import Task
from casework.checkins.questions import bank
from casework.checkins.understanding import news
from casework.council import council, say_date, say_full_date, say_when
from casework.reading import is_said_again, read_name
from casework.texts import pausing, rather_texts
from casework.texts.control import asks_who_rings, only_rather_texts
from tests.flows.conftest import Assistant
from tests.flows.phones import OTHER, PHONE, gets, known, said, texts_us, thread
from tests.flows.texts.test_safe_times import has_stopped, safe_contact
from tests.flows.work.test_work_news import heard, names
from tests.flows.working import Clock, amina, answers, case, clock, due, goes_on_to, starts

__all__ = ["amina", "clock"]

CHILDREN = ["who has the baby my mum let me down n nursery is full", "no one to have the kids", "mum cant watch him no more", "nursery is full", "who will look after the kids while i work"]
NO_CHILDREN = ["who has the keys", "who has the kids birthday", "my mum had the baby today all good", "nursery full time starts monday", "my mum let me down", "she wont pick up the phone", "nobody has kids at my work"]
WORN = ["So so. Very tired on my feet all day", "my feet are killing me", "not good. so tired all the time", "ok but my back is killing me"]
NOT_WORN = ["tired but good", "very tired but loving it", "kids are so tired", "so tired of the bus", "ok but tired", "on my feet all day but used to it"]


@pytest.mark.parametrize("words", CHILDREN)
async def test_nobody_for_the_children_is_trouble_at_once(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us(words)
    told = await answers(amina, words)
    made = await case()
    assert (told.outcome, told.follow_up) == ("getting_there", None)
    assert made
    assert made.promised_by == rules.promise(council().area("northbridge"), Task(level="P3", days=0), clock())


@pytest.mark.parametrize("words", CHILDREN)
async def test_so_it_is_whatever_it_was_taken_for(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us(words)
    async with transaction() as session:
        turn = await heard(session, await thread(), "need_childcare")
        state = await CheckinQuestions().open(turn)
        assert state
        assert CheckinQuestions().is_choice(turn, state)


async def test_beside_services_near_them(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock, 0)
    await texts_us("who has the baby my mum let me down n nursery is full")
    say = CollectingDispatcher()
    async with transaction() as session:
        await Signpost().act(await heard(session, await thread(), "need_childcare"), say)
    assert names(say)[0] == "utter_checkin_done_getting_there"


@pytest.mark.parametrize("words", NO_CHILDREN)
def test_other_words_of_children_are_none(words: str) -> None:
    assert news(words) != "getting_there"


@pytest.mark.parametrize("words", WORN)
async def test_what_wears_them_out_is_told_and_not_asked(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us(words)
    told = await answers(amina, words)
    assert (told.outcome, told.follow_up) == ("worn_out", None)


@pytest.mark.parametrize("words", NOT_WORN)
def test_a_little_tired_is_no_trouble(words: str) -> None:
    assert news(words) != "worn_out"


TEXT_ONLY = ["text only please, I can't pick up calls at work", "I cant pick up calls at work, text me", "can u text me instead of ringing", "not allowed my phone at work, can someone text me"]
CALLS_ARE_FINE = ["text me after 6", "dont text me ring me", "text me the address instead", "i cant pick up the kids", "i text only my mum", "i got a text from work instead of a call"]


@pytest.mark.parametrize("words", TEXT_ONLY)
async def test_who_cannot_be_rung_is_texted_by_the_same_time(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada")
    await texts_us("CALL")
    before = await case()
    assert before
    await texts_us(words)
    when = say_when(before.promised_by, now())
    assert (await gets())[-1].startswith(f"All right: we will text you, not ring. A person will text you {when}")
    after = await case()
    assert after
    assert after.promised_by == before.promised_by
    assert "text_instead" in after.also
    assert await safe_contact(ada) == {"note": "Wants no calls."}


async def test_where_nobody_is_to_ring_it_stands_on_the_record_and_with_the_next_case(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us(TEXT_ONLY[0])
    assert "no calls" in (await gets())[-1]
    await answers(amina, "they havent paid me")
    made = await case()
    assert made
    assert (made.reason, made.also) == ("checkin_not_paid", ["text_instead"])


async def test_beside_trouble_both_are_taken(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us("they havent paid me. text only please i cant pick up calls at work")
    say = CollectingDispatcher()
    async with transaction() as session:
        await WorkNews().act(await heard(session, await thread(), "checkin_pay_hours_problem"), say)
    made = await case()
    assert made
    assert "text_instead" in made.also
    assert names(say)[:2] == ["utter_checkin_done_not_paid", "utter_checkin_by_text"]


@pytest.mark.parametrize("words", CALLS_ARE_FINE)
def test_other_words_of_texts_and_calls_are_no_such_wish(words: str) -> None:
    assert not rather_texts(words)


@pytest.mark.parametrize("words", ["they havent paid me. text only please i cant pick up calls at work", "text only please, what time is my meeting", "hours cut again. dont ring me text me pls"])
def test_beside_more_it_is_not_all_they_say(words: str) -> None:
    assert rather_texts(words)
    assert not only_rather_texts(words)


async def test_what_stopped_stays_silent(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("STOP")
    before = await gets()
    await texts_us(TEXT_ONLY[0])
    assert await gets() == before


async def test_of_one_case_one_time_is_told(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us("hello")
    talk = (await thread()).id
    sooner = clock() + timedelta(minutes=31)
    async with transaction() as session:
        await handoff.request(session, talk, council().area("northbridge"), "request_human", promised_by=sooner)
    told = await answers(amina, "they havent paid me")
    made = await case()
    assert made
    assert told.promised_by == made.promised_by == sooner


async def test_what_is_worse_beside_it_is_told_with_its_time(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us("they want me to leave and no one to have the kids")
    told = await answers(amina, "they want me to leave and no one to have the kids")
    made = await case()
    assert made
    assert told.promised_by == made.promised_by


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("no texts from 14th to 20th please", date(2026, 12, 14), date(2026, 12, 20)),
        ("going on hols 12 to 20 dec dont text then", date(2026, 12, 12), date(2026, 12, 20)),
        ("no texts 28 dec to 4 jan", date(2026, 12, 28), date(2027, 1, 4)),
        ("no texts 28 to 4 jan", date(2026, 12, 28), date(2027, 1, 4)),
        ("im on holiday from friday for a week", date(2026, 12, 4), date(2026, 12, 11)),
        ("pause for a week from friday", date(2026, 12, 4), date(2026, 12, 11)),
        ("away from monday til friday", date(2026, 12, 7), date(2026, 12, 11)),
        ("im away next week", date(2026, 12, 7), date(2026, 12, 13)),
        ("im on holiday til friday", None, date(2026, 12, 4)),
        ("pause for a week", None, date(2026, 12, 7)),
        ("pause for two weeks from today", None, date(2026, 12, 14)),
        ("no texts this week im on nights", None, date(2026, 12, 6)),
        ("away until next monday", None, date(2026, 12, 7)),
    ],
)
def test_when_a_pause_begins_and_ends(words: str, first: date | None, last: date) -> None:
    at = datetime(2026, 11, 30, 12, tzinfo=LONDON)
    assert (pausing.first_day(words, at), pausing.last_day(words, at)) == (first, last)


async def test_a_pause_to_come_is_said_back_with_both_days_and_keeps_nothing_back_before(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    first, last = (local(now()).date() + timedelta(days=more) for more in (5, 11))
    await texts_us(f"no texts from {first:%-d %b} to {last:%-d %b} please")
    assert (await gets())[-1].startswith(f"All right. No check-in texts from {say_date(first)} to {say_date(last)}.")
    async with transaction() as session:
        assert await outbox.quietness(session, PHONE) is None
        kept = await session.get_one(outbox.QuietNumber, PHONE)
        assert kept.since
        assert kept.until
        assert (local(kept.since).date(), local(kept.until).date()) == (first, last)
        kept.since = now() - timedelta(hours=1)
    async with transaction() as session:
        assert outbox.kept_back(await outbox.quietness(session, PHONE), "checkin") == "paused"


async def test_start_ends_a_pause_to_come_and_stop_outweighs_it(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("im away next week")
    await texts_us("STOP")
    assert await has_stopped()
    await texts_us("START")
    await texts_us("im away next week")
    await texts_us("START")
    async with transaction() as session:
        assert await session.get(outbox.QuietNumber, PHONE) is None


PAID = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("words", "payday"),
    [
        ("Had my first pay last friday", PAID), ("27 november", PAID), ("friday 27th", PAID), ("it was the 27th nov", PAID), ("got paid friday", PAID),
        ("had it on the 27th", PAID), ("already been paid", None), ("friday", date(2026, 12, 4)), ("27th", date(2026, 12, 27)), ("10th dec", date(2026, 12, 10)),
        ("last day of the month", date(2026, 11, 30)), ("every friday", date(2026, 12, 4)), ("25 december", date(2026, 12, 25)), ("friday 4th", date(2026, 12, 4)),
    ],
)
def test_a_payday_that_is_over_is_that_day(monkeypatch: pytest.MonkeyPatch, words: str, payday: date | None) -> None:
    monkeypatch.setattr(steps, "now", lambda: datetime(2026, 11, 30, 12, tzinfo=LONDON))
    made = JobReport(step="first_payday", starts_on=date(2026, 11, 2), misses=0)
    reporting.take(made, words)
    assert (made.step, made.first_payday, made.starts_on) == ("cadence", payday, date(2026, 11, 2))


@pytest.mark.parametrize("words", ["27 november", "last friday", "they paid me last friday"])
def test_no_payday_is_before_the_first_day(words: str) -> None:
    assert days.payday(words, date(2026, 12, 3), date(2026, 11, 30)) != PAID


async def test_nothing_is_asked_of_a_payday_that_is_over(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock, -21, first_payday=local(clock()).date() - timedelta(days=3))
    assert "payday" not in {one.step for one in await due(amina)}
    assert all(one.due_at > clock() for one in await due(amina))


MOVED = ["actualy start is tues 8th", "Friday the 4th I start, not Thursday", "they moved my start to friday", "start date is 9th dec now", "i dont start til monday now", "no its the 8th i start"]
NOT_MOVED = ["start with monthly", "i start at 7 every day", "when do i start", "i start my shift at 6 on monday", "my kids start school monday", "my course starts on monday", "every week starting next week", "my first day was great"]


@pytest.mark.parametrize("step", ["first_payday", "cadence", "confirm"])
@pytest.mark.parametrize(("words", "day"), zip(MOVED, [8, 4, 4, 9, 7, 8], strict=True))
def test_the_first_day_is_put_right_at_any_question(monkeypatch: pytest.MonkeyPatch, step: str, words: str, day: int) -> None:
    monkeypatch.setattr(steps, "now", lambda: datetime(2026, 11, 30, 12, tzinfo=LONDON))
    made = JobReport(step=step, starts_on=date(2026, 12, 3), misses=0)
    reporting.take(made, words)
    assert (made.step, made.starts_on, made.misses) == (step, date(2026, 12, day), 0)


@pytest.mark.parametrize("words", NOT_MOVED)
def test_other_words_of_starting_put_nothing_right(words: str) -> None:
    assert rereading.starts_otherwise(words, date(2026, 11, 30)) is None


async def test_it_is_said_back_and_the_question_goes_on(amina: UUID, assistant: Assistant) -> None:
    day = local(now()).date() + timedelta(days=9)
    await texts_us(f"no its {day:%-d %b} i start")
    async with transaction() as session:
        made = await reporting.report(session, (await thread()).id, amina)
        made.step, made.starts_on = "first_payday", day - timedelta(days=5)
    say = CollectingDispatcher()
    async with transaction() as session:
        turn = await heard(session, await thread(), "inform", "jobs")
        state = await JobQuestions().open(turn)
        assert state
        assert JobQuestions().is_choice(turn, state)
        await JobQuestions().take(turn, state, say)
        await JobQuestions().ask(turn, state, say)
    assert names(say) == ["utter_job_day_now", "utter_job_ask_first_payday"]


@pytest.mark.parametrize("words", ["actualy start is {day}", "{day} i start, not before", "they moved my start to {day}"])
async def test_after_the_sign_up_it_is_put_right_and_planned_anew(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock, 4)
    day = local(clock()).date() + timedelta(days=9)
    await texts_us(words.format(day=f"{day:%-d %b}"))
    assert (await gets())[-1].startswith(f"Thanks, that is changed: your first day is {say_full_date(day)}.")
    async with transaction() as session:
        job = await checkins.followed_job(session, amina)
        assert job
        assert job.starts_on == day
    first = min(one.due_at for one in await due(amina))
    assert local(first).date() == day - timedelta(days=1)


async def test_who_works_there_already_speaks_of_a_shift(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock, -20)
    await texts_us("i start friday")
    assert (await gets())[-1] == "I hear you."
    async with transaction() as session:
        job = await checkins.followed_job(session, amina)
        assert job
        assert job.starts_on == local(clock()).date() - timedelta(days=20)


@pytest.mark.parametrize("words", ["Priya, like I said", "like i said priya", "priya as i said", "Priya like i told you", "its Priya like i already said"])
def test_a_name_that_they_told_before_is_taken(words: str) -> None:
    assert (read_name(words) or "").casefold() == "priya"
    assert is_said_again(words)


@pytest.mark.parametrize("words", ["as i said", "yes like i said", "monday like i said", "fine like i said", "no as i told you"])
def test_other_words_said_before_are_no_name(words: str) -> None:
    assert not is_said_again(words)


@pytest.mark.parametrize("words", ["who is ring me? is from my job?", "who will be ringing me", "is it my boss who rings?", "who's calling me", "is that from my work?"])
async def test_who_rings_is_told_and_that_it_is_not_their_work(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us("CALL")
    before = await case()
    assert before
    await texts_us(words)
    assert (await gets())[-1].startswith(f"Your key worker, or someone from our team, rings {say_when(before.promised_by, now())} at the latest. It is not your boss")


@pytest.mark.parametrize("words", ["who do i ring in sick", "who rings in sick", "who is this", "my boss rings me at work", "is it for my job", "does my boss pay me"])
def test_other_words_of_ringing_do_not_ask_who_does(words: str) -> None:
    assert not asks_who_rings(words)


async def test_where_nobody_is_to_ring_who_rings_is_for_the_assistant(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("who is ringing me")
    assert (await gets())[-1] == "I hear you."


WANTS_TEXTS = ["started a cleaning job back in july, want the text check in thing", "can i have your check in texts please, i started a job in july", "want the texts cos i started a new job in july"]


@pytest.mark.parametrize("words", WANTS_TEXTS)
async def test_a_job_beside_a_wish_for_our_texts_begins_the_sign_up_with_its_day(clean: None, assistant: Assistant, words: str) -> None:
    await texts_us(words)
    async with transaction() as session:
        events = await Reply().act(await heard(session, await thread(), "sms_start"), CollectingDispatcher())
    assert [one["name"] for one in events] == ["action_job_start"]
    say = CollectingDispatcher()
    async with transaction() as session:
        await JobStart().act(await heard(session, await thread(), "sms_start"), say)
        check = await identity.current(session, (await thread()).id)
        assert check
        assert check.purpose == "job_start"
    ada = await known("Ada", OTHER)
    async with transaction() as session:
        made = await reporting.report(session, (await thread()).id, ada)
        await reporting.take_what_was_said(session, made)
        assert made.starts_on
        assert (made.starts_on.month, made.starts_on.day) == (7, 1)


@pytest.mark.parametrize("words", ["can i have your texts please", "want the texts back on", "my mate started a job, can i have the texts", "i want a job and your texts"])
async def test_a_wish_for_our_texts_alone_begins_none(clean: None, assistant: Assistant, words: str) -> None:
    await texts_us(words)
    say = CollectingDispatcher()
    async with transaction() as session:
        assert await Reply().act(await heard(session, await thread(), "sms_start"), say) == []
    assert names(say) == ["utter_sms_start"]


async def test_who_has_told_of_the_job_gets_our_texts_already(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock, -100)
    await texts_us(WANTS_TEXTS[0])
    say = CollectingDispatcher()
    async with transaction() as session:
        await Reply().act(await heard(session, await thread(), "sms_start"), say)
    assert names(say) == ["utter_sms_start"]


@pytest.mark.parametrize("words", ["1 its only till christmas", "1. its only til xmas", "1 but only there till xmas"])
@pytest.mark.parametrize(("step", "then"), [("starts_on", "first_payday"), ("first_payday", "cadence"), ("cadence", "confirm"), ("none", "confirm"), ("confirm", "done")])
def test_a_number_with_a_remark_is_that_answer(words: str, step: str, then: str) -> None:
    made = JobReport(step=step, starts_on=None if step == "starts_on" else local(now()).date(), misses=0)
    reporting.take(made, words)
    assert (made.step, made.misses) == (then, 0)
    assert reporting.says_plainly(step, words)
    assert reporting.tells_of_its_end(words)


@pytest.mark.parametrize("words", ["2 jobs now", "1 december", "2 weeks after", "1 week", "1 of the lads"])
def test_a_number_that_counts_is_no_such_answer(words: str) -> None:
    assert [step for step in steps.STEPS if reporting.numbered(step, words)] == []


async def test_the_remark_is_noted_for_a_person(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await texts_us("1 its only till christmas")
    async with transaction() as session:
        (await reporting.report(session, (await thread()).id, amina)).step = "starts_on"
    say = CollectingDispatcher()
    async with transaction() as session:
        turn = await heard(session, await thread(), "inform", "jobs")
        state = await JobQuestions().open(turn)
        assert state
        await JobQuestions().take(turn, state, say)
        assert state.starts_on == local(clock()).date()
    made = await case()
    assert made
    assert made.reason == "checkin_temporary"
    assert names(say) == ["utter_job_noted"]


@pytest.mark.parametrize("question", ["hours", "payday", "day_1", "getting_there"])
@pytest.mark.parametrize("words", ["1 its only till christmas", "yes only till xmas"])
def test_in_a_checkin_too_nothing_is_set_against_the_number(question: str, words: str) -> None:
    assert read(bank().questions[question], words) == "temporary"


@pytest.mark.parametrize("words", ["1 but only 10 hours", "yes but not always", "1 only til 3pm"])
def test_what_is_set_against_it_still_is(words: str) -> None:
    assert read(bank().questions["hours"], words) == "pay_wrong"


async def test_the_next_question_is_told_for_after_a_pause_to_come(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock, -8)
    first, last = (local(now()).date() + timedelta(days=more) for more in (4, 12))
    await texts_us(f"no texts from {first:%-d %b} to {last:%-d %b} please")
    async with transaction() as session:
        day = (await checkins.coming(session, amina, None, (first, last)))
    assert day
    assert day.day
    assert not first <= day.day <= last
    await texts_us("when is the next one")
    assert say_date(day.day) in (await gets())[-1]


async def test_in_a_sign_up_text_only_is_heard_and_the_question_goes_on(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await texts_us("got a job")
    talk = (await thread()).id
    async with transaction() as session:
        made = await reporting.report(session, talk, amina)
        made.step = "first_payday"
        await messaging.record(session, await messaging.locked(session, talk), "assistant", "When is your first payday?")
    await texts_us(TEXT_ONLY[0])
    await gets()
    last = [one for one in await said() if one.sender == "claimant"][-1]
    assert last.meant == messaging.GO_ON
    assert await safe_contact(amina) == {"note": "Wants no calls."}
