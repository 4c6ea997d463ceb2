"""What ordinary people met, a fourth time: times told apart, names given once, what is said beside an answer."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Cancel
from actions.booking import BookingQuestions
from actions.booking_times import about_times
from casework import appointments, staff
from casework.appointments import BookingTalk, Step
from casework.appointments.booking.ringing import rung_ends
from casework.appointments.steps import DECLINED
from casework.appointments.times.diary import Slot
from casework.appointments.times.roughly import around, near
from casework.appointments.words.asked_apart import beside_no
from casework.appointments.words.meeting_ways import after_nothing
from casework.appointments.words.noting import is_for_worker
from casework.appointments.words.picking import slots
from casework.appointments.words.school_run import is_school_run
from casework.appointments.words.shown_day import of_day_shown
from casework.appointments.words.told_early import tells_early, without_told
from casework.appointments.words.whom import asks_which
from casework.base.clock import local
from casework.base.db import transaction
from casework.base.words import words
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works
from tests.flows.appointments.test_booking_asides import hears, turn
from tests.flows.appointments.test_booking_notes import made
from tests.flows.appointments.test_booking_talks import UNKNOWN, chat, day, says
from tests.flows.appointments.test_booking_walked_on import asked, booked, step

__all__ = ["chat"]
THEN = ("1", "yes", "Jo", "07700 900123")


@pytest.fixture
async def amina(sam: Staff) -> Staff:
    """She has as much time as Sam."""
    async with transaction() as session:
        made = await staff.add(session, "amina@example.org", "Amina Begum", "key_worker", ["northbridge"], "a long password")
    await works(made)
    return made


def starts(talk: BookingTalk) -> list[str]:
    return [one["start"] for one in talk.offered]


@pytest.mark.parametrize("text", ["{day} about 1.30", "{day} around 10", "as late as possible on {day}", "{day} at 1.30", "{day}"])
async def test_no_time_is_shown_twice(chat: UUID, amina: Staff, text: str) -> None:
    talk = await says(chat, "face to face", text.format(day=day()))
    assert len(set(starts(talk))) == len(starts(talk)) > 0


def free(on: int, *hours: str, worker: str = "sam") -> list[Slot]:
    found = [datetime.combine(date(2026, 12, on), time.fromisoformat(one), UTC) for one in hours]
    return [Slot(one, one + timedelta(minutes=30), 0, worker, "hub") for one in found]


def test_of_two_workers_at_one_time_the_first_is_shown_and_another_time() -> None:
    found = around([*free(4, "13:30", worker="amina"), *free(4, "13:30", "14:00", "14:15")], time(13, 30))
    assert [(f"{one.start:%H:%M}", one.worker) for one in found] == [("13:30", "amina"), ("14:00", "sam"), ("14:15", "sam")]


def test_near_an_hour_of_any_day_is_no_morning() -> None:
    found = near([*free(3, "09:00", "14:45"), *free(4, "09:00", "12:45"), *free(7, "15:15")], time(15))
    assert [f"{one.start:%d %H:%M}" for one in found] == ["03 14:45", "07 15:15"]


async def test_which_is_with_whom_is_told(chat: UUID, amina: Staff) -> None:
    talk = await says(chat, "face to face", f"{day()} about 1.30")
    for one, worker in zip(talk.offered, ("Sam", "Amina Begum", "Sam"), strict=True):
        one["worker"] = worker
    say = CollectingDispatcher()
    async with transaction() as session:
        assert appointments.asked_of_times(talk, "which one is amina") == "which"
        await about_times(turn(session, chat, "which one is amina", "nlu_fallback"), talk, "which", say)
    assert say.messages[0]["response"] == "utter_booking_about_which"
    assert say.messages[0]["each"].casefold().count("with ") == len(talk.offered)


@pytest.mark.parametrize("text", ["which one is amina", "Which one is with Amina?", "which is amina's", "who is which", "which ones are with sam pls"])
async def test_which_is_whose_is_no_choice(chat: UUID, amina: Staff, text: str) -> None:
    await says(chat, "face to face", f"{day()} about 1.30")
    assert asks_which(text, ["Amina Begum", "Sam"])


async def test_with_whom_they_all_are_is_told_to_who_asks_for_another(chat: UUID, amina: Staff) -> None:
    talk = await says(chat, "face to face", day())
    other = {"Sam": "amina", "Amina": "sam"}[slots(talk)[0].worker.split()[0]]
    assert await asked(chat, f"which one is {other}") == ["utter_booking_about_other"]


@pytest.mark.parametrize("text", ["which one is the earliest", "which one is best", "which is free", "which one is later", "amina please", "the one with amina", "which bus is it", "who is amina"])
def test_it_is_not_asked_which_is_whose(text: str) -> None:
    assert not asks_which(text, ["Amina Begum", "Sam"])


@pytest.mark.parametrize("text", ["the {n}th at 11", "{weekday} at 11", "the {weekday} one at 11.00", "Morning on the {weekday}, the 11:00"])
async def test_a_day_named_as_one_of_those_shown_is_that_one(chat: UUID, text: str) -> None:
    shown = await says(chat, "face to face", day())
    on = local(datetime.fromisoformat(starts(shown)[0]))
    talk = await says(chat, text.format(n=on.day, weekday=f"{on:%A}"))
    assert talk.step == Step.CONFIRM
    assert await kept(talk) == on.replace(hour=11, minute=0)


async def kept(talk: BookingTalk) -> datetime:
    async with transaction() as session:
        return (await session.get_one(appointments.Appointment, talk.holding_id)).starts_at


EIGHTH = [datetime(2026, 12, 8, hour, 30, tzinfo=UTC) for hour in (9, 11, 13)]


@pytest.mark.parametrize("text", ["the 8th at 1.30", "Afternoon on the tuesday, the 1.30", "the tuesday one at 1.30", "1.30 on the 8th"])
def test_of_the_day_that_is_shown(text: str) -> None:
    wish = of_day_shown(text, EIGHTH)
    assert wish
    assert wish.first == EIGHTH[-1]


@pytest.mark.parametrize("text", ["this tuesday at 1.30", "not tuesday", "the 8th of january at 1.30", "the 9th at 1.30", "any tuesday at 1.30", "wednesday at 1", "tomorrow at 1.30"])
def test_of_no_day_that_is_shown(text: str) -> None:
    assert of_day_shown(text, EIGHTH) is None


NAMED = [("It is Margaret", "Margaret"), ("its lee", "lee"), ("hi its jo", "jo"), ("this is kev", "kev"), ("I'm Jo", "Jo")]


@pytest.mark.parametrize("before", [(), ("face to face",), ("face to face", "{day}"), ("face to face", "{day}", "1")])
@pytest.mark.parametrize(("text", "name"), NAMED)
async def test_a_name_told_before_it_is_asked_is_kept(chat: UUID, before: tuple[str, ...], text: str, name: str) -> None:
    async with transaction() as session:
        await appointments.begin_talk(session, chat)
    talk = await says(chat, *(one.format(day=day()) for one in before)) if before else None
    await asked(chat, text)
    assert (await says(chat, "hm")).name == name
    assert await step(chat) == (talk.step if talk else Step.FORMAT)


@pytest.mark.parametrize(("text", "name"), [("lee 07700900123", "lee"), ("its lee 07700 900123", "lee"), ("Lee Smith 07700900123", "Lee Smith")])
async def test_a_name_and_a_number_are_asked_no_more(chat: UUID, text: str, name: str) -> None:
    await says(chat, "face to face", day())
    await asked(chat, text)
    for one in ("1", "yes"):
        await asked(chat, one)
    assert await step(chat) == Step.ADJUSTMENTS
    assert (await made()).name == name


@pytest.mark.parametrize("text", ["yes its Lee", "yes its lee", "yes it is Lee"])
async def test_a_name_beside_a_yes_to_the_only_time_or_to_the_one_read_back(chat: UUID, text: str) -> None:
    for before in ((), ("1",)):
        await says(chat, "face to face", f"{day()} at 10", *before)
        await asked(chat, text)
    assert await step(chat) == Step.NUMBER


@pytest.mark.parametrize("text", ["its cold", "its urgent", "I'm Polish", "its tuesday", "it is important", "its ok", "its for me", "its private", "its raining", "its video", "im autistic", "its the hub"])
@pytest.mark.parametrize("at", [Step.FORMAT, Step.WHEN, Step.CHOOSE, Step.CONFIRM])
def test_nobody_is_named(text: str, at: Step) -> None:
    assert not tells_early(BookingTalk(step=at, offered=[], name="", number=""), text)


@pytest.mark.parametrize("text", ["call 07700900123", "mum 07700900123", "morning 07700900123"])
def test_no_name_stands_before_a_number(text: str) -> None:
    talk = BookingTalk(step=Step.FORMAT, offered=[], name="", number="")
    without_told(talk, text)
    assert talk.name == ""


def test_the_name_of_one_who_is_shown_is_not_theirs() -> None:
    offered = [{"worker": "Sam", "start": "2026-12-08T10:00:00+00:00"}]
    assert not tells_early(BookingTalk(step=Step.CHOOSE, offered=offered, name="", number=""), "its sam")


ASKED = [("what happens at the first meeting", "utter_meeting_covers"), ("what do you ask at first meeting", "utter_meeting_covers"), ("how long is it", "utter_booking_about_long"), ("will there be stairs", "utter_meeting_step_free")]


@pytest.mark.parametrize(("text", "answer"), ASKED)
async def test_a_plain_question_is_answered_at_every_step_and_chooses_nothing(chat: UUID, text: str, answer: str) -> None:
    for said in ("face to face", day(), "1", "yes", "Jo", "07700900123"):
        await says(chat, said)
        before = await step(chat)
        assert await asked(chat, text) == [answer]
        assert await step(chat) == before


@pytest.mark.parametrize("text", ["what will you ask me", "what is the meeting about", "what happens when i come", "wot do u do at the first appointment", "what does it involve"])
def test_what_is_talked_about(text: str) -> None:
    assert appointments.plainly_asked(text) == "covers"


@pytest.mark.parametrize("text", ["what do i need for the first meeting", "what time is the meeting", "what happens at the first meeting with my boss", "what happens at work", "what do i bring to the meeting", "what happens next", "the first one"])
def test_of_nothing_that_is_talked_about(text: str) -> None:
    assert appointments.plainly_asked(text) != "covers"


@pytest.mark.parametrize("text", ["will there be steps to take", "will there be a lift to the interview", "is there a first step"])
def test_of_no_stairs(text: str) -> None:
    assert appointments.plainly_asked(text) != "steps"


BOTH = ["she can come with me but only Thursday. Can we change it to Thursday", "i need a quiet room. can you make it thursday?", "no. can we move it to thursday"]


@pytest.mark.parametrize("text", BOTH)
async def test_a_move_beside_what_is_told_is_begun_and_both_are_heard(chat: UUID, text: str) -> None:
    await says(chat, "face to face", f"{day()} at 10", *THEN)
    meeting = await made()
    assert "utter_booking_moving" in await asked(chat, text)
    assert await step(chat) == Step.CHOOSE
    assert ("can come" in (await made()).note) == ("can come" in text)
    await says(chat, "1", "yes")
    now = await made()
    assert (now.id, local(now.starts_at).weekday()) == (meeting.id, 3)


@pytest.mark.usefixtures("on_a_monday")
@pytest.mark.parametrize("text", BOTH[:2])
async def test_the_same_where_a_time_is_read_back(chat: UUID, text: str) -> None:
    await says(chat, "face to face", f"{day()} at 10", "1")
    assert "utter_booking_need_kept" in await asked(chat, text)
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        assert {local(one.start).weekday() for one in slots(talk)} == {3}


@pytest.mark.parametrize("text", ["she can come with me. she is free on thursday", "i need a lift. can you make it quiet", "can i change my job. i work thursdays", "can we change it to thursday"])
def test_nothing_is_moved_beside_it(text: str) -> None:
    assert appointments.moves_beside(text) is None


@pytest.mark.parametrize("before", [(f"{day()} at 10",), (f"{day()} at 10", "1")])
@pytest.mark.parametrize("text", ["no nothing like that, the phone appointment please", "nothing, by phone please"])
async def test_a_way_after_that_nothing_is_needed_is_taken(chat: UUID, before: tuple[str, ...], text: str) -> None:
    await says(chat, "face to face", *before)
    await asked(chat, text)
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        assert talk.format == "phone"


async def test_the_same_once_it_is_booked(chat: UUID) -> None:
    await says(chat, "face to face", f"{day()} at 10", *THEN)
    await asked(chat, "no nothing like that, the phone appointment please")
    await says(chat, "yes")
    assert (await made()).format == "phone"


@pytest.mark.parametrize("text", ["no video please", "no nothing like that, i hate the phone", "nothing about the phone", "no, no phone"])
def test_no_way_after_nothing(text: str) -> None:
    assert after_nothing(text) is None


AFTER = ["after 9:30 i bring children", "after 9.30 i take the kids to school", "not before 9:30 i bring my child to school", "after 9:30 because i drop the kids off", "i take my kids to school so after 9:30"]


@pytest.mark.parametrize("text", AFTER)
@pytest.mark.parametrize("intent", ["cancel_appointment", "appointment_format", "nlu_fallback"])
async def test_children_taken_somewhere_first_are_an_hour(chat: UUID, text: str, intent: str) -> None:
    for before in (("face to face",), (day(),), ("1",)):
        await says(chat, *before)
        assert await asked(chat, text, intent) == []
        talk = await says(chat, "hm")
        assert talk.wish
        assert (talk.wish["hours"] or [])[:1] == ["09:30:00"]


@pytest.mark.parametrize("text", AFTER)
async def test_nothing_is_called_off_over_it(chat: UUID, text: str) -> None:
    await booked(chat, "face to face")
    assert await hears(chat, Cancel(), text, "cancel_appointment") == ["utter_booking_moving"]


@pytest.mark.parametrize("text", ["can i bring my kids after 9:30", "i will come after 9:30 and bring my son", "i bring my son with me", "after 9:30 i bring the kids along", "i take my daughter to school"])
def test_who_comes_along_is_no_hour(text: str) -> None:
    assert not (is_school_run(text) and appointments.wish_in(text))


@pytest.mark.parametrize(("text", "rest"), [("no im alright. what if im a bit late", "what if im a bit late"), ("No I'm all right thanks. can i bring my mum?", "can i bring my mum?"), ("no i am good, what if i cant come", "what if i cant come")])
def test_a_question_beside_a_no_is_apart(text: str, rest: str) -> None:
    assert beside_no(text) == rest


@pytest.mark.parametrize("text", ["no im alright", "no im right handed. is that ok", "im alright. what if im late"])
def test_no_question_beside_a_no(text: str) -> None:
    assert beside_no(text) is None


async def test_what_would_help_is_not_asked_again_after_such_a_no(chat: UUID) -> None:
    await says(chat, "face to face", day(), *THEN)
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        talk.why = DECLINED
    say = CollectingDispatcher()
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        heard = turn(session, chat, "what if im a bit late", "nlu_fallback")
        await BookingQuestions().take(heard, talk, say)
        await BookingQuestions().ask(heard, talk, say)
    assert [one["response"] for one in say.messages] == ["utter_booking_about_late", "utter_booking_all_set"]


async def test_when_not_to_ring_is_for_the_worker(chat: UUID) -> None:
    await says(chat, "by phone", day(), *THEN)
    await asked(chat, "just dont ring b4 then")
    assert await step(chat) == Step.NOTED
    assert "dont ring b4 then" in (await made()).note


@pytest.mark.parametrize("text", ["dont ring", "dont ring me before i start work", "i never call before that shift", "ring before then"])
def test_nothing_of_how_to_ring(text: str) -> None:
    assert not is_for_worker(text)


@pytest.mark.parametrize(("way", "said"), [
    ("by phone", ("yes", "Jo", "07700 900123 and jo@example.org")), ("by phone", ("yes", "Jo", "jo@example.org", "07700 900123")), ("by phone", ("yes my email is jo@example.org", "Jo", "07700 900123")),
    ("by video", ("yes", "Jo", "jo@example.org")), ("by video", ("yes my email is jo@example.org", "Jo")),
])  # fmt: skip
async def test_an_email_given_is_read_back_and_used(chat: UUID, way: str, said: tuple[str, ...]) -> None:
    await says(chat, way, day(), "1")
    for one in said:
        heard = await asked(chat, one)
        assert ("utter_booking_told" in heard) == ("@" in one and one != said[-1])
    assert await step(chat) == Step.EMAIL
    assert appointments.to_prove(await made()) == "jo@example.org"


async def test_an_email_that_is_proved_leaves_the_number_to_ring(chat: UUID) -> None:
    talk = await says(chat, "by phone", day(), "1", "yes", "Jo", "07700 900123 and jo@example.org")
    async with transaction() as session:
        meeting = await session.get_one(appointments.Appointment, talk.holding_id)
        open_ = await appointments.talk_of(session, chat)
        assert open_
        await appointments.prove_email(session, open_, meeting, UNKNOWN)
        assert meeting.reach == {"kind": "email", "address": "jo@example.org"}
        assert await rung_ends(session, meeting) == "123"


@pytest.mark.parametrize("text", ["rather not say", "i have no phone", "my email is broken"])
async def test_a_number_is_still_needed_where_we_ring(chat: UUID, text: str) -> None:
    assert (await says(chat, "by phone", day(), "1", "yes", "Jo", text)).step == Step.NUMBER


async def put(chat: UUID) -> str:
    """Why the times are shown that are, as it is said with them."""
    say = CollectingDispatcher()
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        await BookingQuestions().ask(turn(session, chat, "", "nlu_fallback"), talk, say)
    return str(say.messages[-1].get("why", ""))


async def test_that_it_is_somebody_else_is_said_once(chat: UUID, amina: Staff) -> None:
    talk = await says(chat, "face to face", day())
    shown = slots(talk)[0].worker.split()[0]
    await asked(chat, f"not {shown}")
    assert words("utter_booking_why_other_worker").text in await put(chat)
    assert await put(chat) == ""
    talk = await says(chat, f"{day()} at 11")
    assert shown not in {one.worker.split()[0] for one in slots(talk)}
    assert await put(chat) == ""


async def test_whom_they_would_rather_meet_is_said_to_be_noted_once(chat: UUID) -> None:
    await says(chat, "face to face", day())
    assert await asked(chat, "i want a woman") == ["utter_booking_who_kept"]
    assert await asked(chat, "can i have a lady worker on friday") == []
    assert await asked(chat, "i am deaf") == ["utter_booking_need_kept"]


@pytest.mark.parametrize("text", ["not monday", "not joe", "not bothered", "not the first one"])
async def test_nobody_who_is_shown_is_refused(chat: UUID, text: str) -> None:
    talk = await says(chat, "face to face", day())
    assert not appointments.would_rather_meet(talk, text)


@pytest.mark.parametrize("before", [(), ("face to face",)])
async def test_one_of_ours_may_be_refused_before_any_time_is_shown(chat: UUID, amina: Staff, before: tuple[str, ...]) -> None:
    async with transaction() as session:
        await appointments.begin_talk(session, chat)
    if before:
        await says(chat, *before)
    await asked(chat, "i dont want to see sam")
    talk = await says(chat, *(() if before else ("face to face",)), day())
    assert {one.worker for one in slots(talk)} == {"Amina Begum"}


@pytest.mark.parametrize("text", ["i dont want to see anyone", "i dont want to meet face to face", "not monday", "i dont want to see people", "i dont want to meet on friday", "i dont want to see a man"])
def test_nobody_of_ours_is_refused(text: str) -> None:
    assert not appointments.would_rather_meet(BookingTalk(step=Step.FORMAT, offered=[], name="", number=""), text)


@pytest.mark.parametrize(("text", "rather"), [("a woman please", True), ("i said a lady pls", True), ("with a female worker if possible please", True), ("a woman", False), ("a woman at work please help", False), ("please help a woman", False)])
def test_a_woman_please(text: str, rather: bool) -> None:
    assert appointments.prefers_who(text) is rather
