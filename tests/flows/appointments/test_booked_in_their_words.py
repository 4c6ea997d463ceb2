"""People's own words about a meeting they have: a question with a remark beside it, what we do not know, and another time."""

from datetime import datetime, time, timedelta

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import about_theirs
from actions.door import Turn
from actions.smalltalk import Reply
from casework import appointments
from casework.appointments import Appointment, TimeOff, Who
from casework.appointments.words.booked import asked_of_booked
from casework.appointments.words.having import refused_worker
from casework.appointments.words.wishing import wish_but, without_told_hour
from casework.base.clock import local
from casework.base.db import transaction
from tests.flows.appointments.test_booking_talks import AREA
from tests.flows.appointments.test_having import mine, says, talk_of  # noqa: F401
from tests.flows.conftest import Claimant

ASKED = [
    ("I'm outside and the door's locked!!", "utter_booked_at_door"),
    ("im here but its all shut", "utter_booked_at_door"),
    ("hi im at the door and nobody is answering", "utter_booked_at_door"),
    ("School just rang, my little one has chicken pox. What shall I do?", "utter_booked_what_now"),
    ("my car broke down, what should i do", "utter_booked_what_now"),
    ("the childminder is poorly and i dont know what to do. what can i do?", "utter_booked_what_now"),
    ("how long does it go on for, ive work at 1", "utter_booking_about_long"),
    ("what time will it finish cos i need the bus at 12", "utter_booking_about_long"),
    ("will it take long, my dad is waiting for me", "utter_booking_about_long"),
    ("dose it cost anything", "utter_booked_free"),
    ("do i need to pay, im skint", "utter_booked_free"),
    ("will this mess with my universal credit", "utter_meeting_money"),
    ("Will I have to do any tests or maths? I'm rubbish at it", "utter_meeting_no_tests"),
    ("is there a spelling test, i hated school", "utter_meeting_no_tests"),
    ("wheres bridge house, is it the one next to lidl", "utter_booked_place"),
    ("Is there disabled parking at Bridge House? I have a blue badge", "utter_booked_place"),
    ("is there a cafe nearby, I'll be early", "utter_booked_place"),
    ("do i press a buzzer or just walk in", "utter_booked_place"),
    ("what floor is it on", "utter_booked_place"),
    ("is bridge house near the bus station", "utter_booked_place"),
    ("is it ok if im early", "utter_booked_place"),
    ("is there somewhere to lock my bike up", "utter_booked_place"),
    ("bye for now see you at 11", "utter_booked_see_you"),
    ("Could I bring my dog, he's only small", "utter_booking_pet"),
    ("do they pay the taxi? i cant manage the bus with my leg", "utter_booking_ask_office"),
    ("Amina asked for my payslips but the printer's bust. Can I show them on my phone?", "utter_booking_ask_office"),
    ("i have another question, when do i hear back about the forklift course", "utter_booking_ask_office"),
    ("whats sams number", "utter_booked_worker_number"),
    ("can i have her number please", "utter_booked_worker_number"),
    ("how do i get hold of my worker", "utter_booked_worker_number"),
    ("can you ask sam to call me before, just a quick q about my DBS", "utter_booked_worker_told"),
    ("please pass a message on to my key worker", "utter_booked_worker_told"),
    ("Are you able to add ten minutes on at the end? I've a lot of forms to go through.", "utter_booked_longer"),
    ("can we have a bit longer please", "utter_booked_longer"),
    ("Can you remind me in the morning about nine?", "utter_booked_"),
    ("ok see u tomorrow then", "utter_booked_see_you"),
    ("great thanks see you tuesday", "utter_booked_see_you"),
]

OF_SOMETHING_ELSE = [
    "im outside, he locked me out and took my phone",
    "he hit me again. what shall i do",
    "i have nothing to eat and my kid is poorly, what shall i do",
    "how long is the course",
    "how long does it go on for, can we move it to friday",
    "will getting a job mess with my universal credit",
    "is there a job at tesco",
    "do i have to do maths for the job",
    "can you ask my landlord to call me",
    "whats the jobcentre number",
    "how long, can we do it by phone instead",
    "can i have more money",
    "see you in court",
    "remind me what a key worker is",
    "does it cost anything. cant make it anyway",
]


@pytest.mark.parametrize(("text", "name"), ASKED)
async def test_a_question_of_the_meeting_is_answered_and_the_remark_beside_it_is_none(claimant: Claimant, mine: Appointment, text: str, name: str) -> None:  # noqa: F811
    said = await says(claimant, text)
    assert len(said) == 1
    assert said[0].startswith(name)


@pytest.mark.parametrize("text", OF_SOMETHING_ELSE)
def test_what_is_of_something_else_is_not_taken_for_it(text: str) -> None:
    assert asked_of_booked(text) is None


async def test_what_the_worker_is_to_know_is_noted(claimant: Claimant, mine: Appointment) -> None:  # noqa: F811
    await says(claimant, "can you ask sam to call me before, just a quick q about my DBS")
    async with transaction() as session:
        assert "DBS" in (await session.get_one(Appointment, mine.id)).note


async def test_stairs_are_answered_and_what_they_cannot_do_is_noted(claimant: Claimant, mine: Appointment) -> None:  # noqa: F811
    assert await says(claimant, "is it upstairs? I can't do stairs") == ["utter_meeting_step_free", "utter_booking_noted_need"]
    assert await says(claimant, "will it be on the ground floor") == ["utter_meeting_step_free"]
    async with transaction() as session:
        assert "stairs" in (await session.get_one(Appointment, mine.id)).note


@pytest.mark.parametrize(("text", "name"), [("can i wear jeans", "utter_booking_ask_office"), ("is sam nice?", "utter_booking_ask_office"), ("who won the football", "utter_out_of_scope"), ("tell me a joke", "utter_out_of_scope")])
async def test_a_question_of_it_that_nobody_knows_is_for_the_office(claimant: Claimant, mine: Appointment, text: str, name: str) -> None:  # noqa: F811
    say = CollectingDispatcher()
    async with transaction() as session:
        tracker = Tracker(str(claimant.conversation), {}, {}, [], False, None, {}, "action_listen")
        heard = (await claimant.writes(text)).message
        await Reply().act(Turn(session, tracker, claimant.conversation, str(heard.id), text, "out_of_scope", 0.9, AREA, "web"), say)
    assert [one["response"] for one in say.messages] == [name]


async def test_later_is_on_another_day_where_its_own_is_full(claimant: Claimant, mine: Appointment) -> None:  # noqa: F811
    day = local(mine.starts_at).date()
    async with transaction() as session:
        session.add(TimeOff(diary_id=mine.diary_id, first=day, last=day, starts=time(11), ends=time(17)))
    found = await would_move(claimant, mine, "need to make it later in the day, got physio at half 9")
    assert found
    assert all(one > local(mine.starts_at) for one in found)


@pytest.mark.parametrize(("text", "name"), [
    ("Forgot to say I'll need a Tigrinya interpreter please", "utter_booking_noted_is"),
    ("i need someone who speaks polish, my english is not good", "utter_booking_noted_is"),
    ("by the way i use a wheelchair", "utter_booking_noted_need"),
    ("i walk with crutches", "utter_booking_noted_need"),
    ("can my partner come with me", "utter_booking_noted_for"),
])
async def test_only_what_is_asked_is_answered_with_a_yes(claimant: Claimant, mine: Appointment, text: str, name: str) -> None:  # noqa: F811
    say = CollectingDispatcher()
    async with transaction() as session:
        tracker = Tracker(str(claimant.conversation), {}, {}, [], False, None, {}, "action_listen")
        heard = (await claimant.writes(text)).message
        turn = Turn(session, tracker, claimant.conversation, str(heard.id), text, "accessibility_need", 0.9, AREA, "web")
        assert await about_theirs(turn, say)
    assert str(say.messages[0]["response"]) == name


async def test_nobody_of_ours_is_asked_by_anothers_name(claimant: Claimant, mine: Appointment) -> None:  # noqa: F811
    assert await says(claimant, "can you ask derek to call me before") == []


async def test_without_a_meeting_it_is_nothing_of_that(claimant: Claimant) -> None:
    assert await says(claimant, "do i press a buzzer or just walk in") == []


async def would_move(claimant: Claimant, meeting: Appointment, text: str) -> list[datetime]:
    """When the times start that are shown then, or the one that is read back."""
    async with transaction() as session:
        made = await session.get_one(Appointment, meeting.id)
        talk = await appointments.begin_talk(session, claimant.conversation, made)
        await appointments.listen(session, talk, appointments.moved_to(text), Who(AREA))
    talk = await talk_of(claimant)
    if talk.holding_id:
        async with transaction() as session:
            return [local((await session.get_one(Appointment, talk.holding_id)).starts_at)]
    return [local(datetime.fromisoformat(one["start"])) for one in talk.offered]


@pytest.mark.parametrize("text", ["put it back a week please, I'm away with my sister until tomorrow", "can you push it back a week, cant do mondays"])
async def test_a_week_on_it_is_the_same_hour_whatever_else_is_on(claimant: Claimant, mine: Appointment, text: str) -> None:  # noqa: F811
    found = await would_move(claimant, mine, text)
    assert found[0].replace(tzinfo=None) == local(mine.starts_at).replace(tzinfo=None) + timedelta(days=7)


@pytest.mark.parametrize("text", ["need to make it later in the day, got physio at half 9", "can we do it later, ive got the dentist at 10.30"])
async def test_later_is_later_than_the_meeting_and_not_than_what_they_have_on(claimant: Claimant, mine: Appointment, text: str) -> None:  # noqa: F811
    found = await would_move(claimant, mine, text)
    assert found
    assert all(one > local(mine.starts_at) and one.date() == local(mine.starts_at).date() for one in found)


@pytest.mark.parametrize("text", ["got the job centre at 10.30 same day so might be pushing it, can we say 12", "can we make it 12, got the dentist at 2"])
async def test_the_hour_they_ask_for_is_not_that_of_what_they_have_on(claimant: Claimant, mine: Appointment, text: str) -> None:  # noqa: F811
    found = await would_move(claimant, mine, text)
    assert (found[0].date(), found[0].time()) == (local(mine.starts_at).date(), time(12))


@pytest.mark.parametrize("text", ["got physio at half 10", "I finish at the doctors at 3, can we do after that", "how about 11, i work at the hospital"])
def test_an_hour_that_may_be_of_the_meeting_is_kept(text: str) -> None:
    assert "at" in without_told_hour(text) or without_told_hour(text) == text


@pytest.mark.parametrize(("text", "days"), [
    ("sorry wrong day cant do tues at all, thurs or fri is better", {3, 4}),
    ("monday is no good, wednesday would be better", {2}),
    ("i cant do friday. thursday suits me", {3}),
])
def test_what_is_better_is_not_ruled_out(text: str, days: set[int]) -> None:
    wish, busy = wish_but(text)
    assert wish
    assert {day for day in range(5) if not wish.days or day in wish.days} >= days
    assert not {local(start).weekday() for start, _ in busy} & days


@pytest.mark.parametrize("text", ["cant do monday, tuesday or friday", "not thursday, not friday", "monday and tuesday are no good"])
def test_what_is_only_ruled_out_stays_so(text: str) -> None:
    assert wish_but(text)[0] is None


@pytest.mark.parametrize("text", ["dont want sam now can i have someone else", "i dont want her. can i see another worker", "not with him, id like someone else"])
def test_another_worker_said_twice_over(text: str) -> None:
    assert refused_worker(text, ["Sam"])


@pytest.mark.parametrize("text", ["dont want a fuss can i have someone else", "i dont want it can i have another", "i dont want sam to know can i have food"])
def test_no_worker_is_refused(text: str) -> None:
    assert not refused_worker(text, ["Sam"])
