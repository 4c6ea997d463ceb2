"""First words that are nothing but a wish to meet begin a booking, and what was said in them is kept."""

import pytest

from casework import appointments, messaging, staff
from casework.appointments import BookingTalk, Step, Who
from casework.appointments.booking import naming
from casework.base.db import transaction
from casework.messaging import Message
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works
from tests.flows.appointments.test_booking_ways import AREA
from tests.flows.conftest import Assistant
from tests.flows.phones import gets, texts_us

PHONE = "+447700900400"
BOOK = "I want to book a meeting"


async def begins(text: str, *then: str) -> BookingTalk:
    """As the assistant begins it, and what is said after."""
    got = await texts_us(text, PHONE)
    assert got
    async with transaction() as session:
        message = await session.get_one(Message, got.message.id)
        assert message.meant == BOOK
        talk = await appointments.begin_talk(session, message.conversation_id)
        said = await appointments.in_own_words(session, message.meant, str(message.id))
        assert said == text
        for one in (said, *then):
            await appointments.listen(session, talk, one, Who(AREA, None, PHONE))
        return talk


@pytest.fixture
async def kim(sam: Staff) -> Staff:
    await works(sam)
    async with transaction() as session:
        kim = await staff.add(session, "kim@example.org", "Kim Jones", "key_worker", ["northbridge"], "a long password")
    await works(kim)
    return kim


@pytest.mark.parametrize("text", ["i need to see kim", "need to see Kim face to face", "can i see kim next week"])
async def test_the_worker_whom_they_name_is_kept(assistant: Assistant, kim: Staff, text: str) -> None:
    talk = await begins(text, *(() if "face" in text else ("face to face",)))
    assert talk.step == Step.CHOOSE
    assert {one["worker"] for one in talk.offered} == {"Kim Jones"}


async def test_how_and_when_are_kept(assistant: Assistant, kim: Staff) -> None:
    talk = await begins("wanna see sum1 next week f2f")
    assert (talk.step, talk.format, talk.why) == (Step.CHOOSE, "in_person", "by_in_person")


async def test_what_they_need_is_kept(assistant: Assistant, kim: Staff) -> None:
    said = "my english is bad, need interpreter for meeting"
    talk = await begins(said, "by phone")
    assert (talk.step, talk.needs) == (Step.WHEN, said)


async def test_whom_nobody_of_ours_is_called_is_left_to_the_assistant(assistant: Assistant, kim: Staff) -> None:
    got = await texts_us("i need to see amina", PHONE)
    assert got
    assert got.message.meant is None


async def test_in_the_middle_of_a_booking_they_are_words_for_it(assistant: Assistant, kim: Staff) -> None:
    talk = await begins("need apointment asap")
    assert talk.step == Step.FORMAT
    async with transaction() as session:
        conversation = await messaging.locked(session, talk.conversation_id)
        await messaging.record(session, conversation, "assistant", "How would you like to meet?")
        assert await naming.wished_meeting(session, conversation, "as soon as poss", messaging.LastSaid("How would you like to meet?", ())) is None


async def test_the_same_time_of_a_meeting_they_have_is_a_wish_to_move_it(assistant: Assistant, kim: Staff) -> None:
    said = "face to face same time next week"
    talk = await begins(said, "1", "yes", "Jo", "no")
    assert talk.step == Step.NOTED
    async with transaction() as session:
        conversation = await messaging.locked(session, talk.conversation_id)
        await appointments.end_talk(session, await session.get_one(BookingTalk, conversation.id))
        assert await naming.wished_meeting(session, conversation, said, None) is None
        assert await naming.wished_meeting(session, conversation, "need another appointment asap", None) == BOOK


@pytest.mark.parametrize("text", ["asap pls", "as soon as poss", "soonest you can"])
async def test_asap_after_something_else_may_be_of_that(assistant: Assistant, kim: Staff, text: str) -> None:
    """Such as the call they asked for."""
    await texts_us("CALL", PHONE)
    got = await texts_us(text, PHONE)
    assert got
    assert got.message.meant is None


async def test_a_meeting_asap_is_one_whatever_was_said_before(assistant: Assistant, kim: Staff) -> None:
    await texts_us("hello", PHONE)
    got = await texts_us("need appointment asap", PHONE)
    assert got
    assert got.message.meant == BOOK


async def test_a_meeting_by_video_is_kept_with_all_they_need(assistant: Assistant, kim: Staff) -> None:
    said = "Can I have a video meeting with an interpreter in Polish? I use a wheelchair"
    talk = await begins(said)
    assert (talk.step, talk.format, talk.features, talk.needs) == (Step.WHEN, "video", ["step_free"], said)


async def test_another_service_in_the_same_visit_is_kept(assistant: Assistant, kim: Staff) -> None:
    talk = await begins("I want to see a key worker and the housing people in the same visit")
    assert talk.services == ["housing options"]


@pytest.mark.parametrize(("words", "hellos"), [("got a job at tesco", 0), ("i start a new job monday", 0), ("hello", 1), ("can you help me get a job", 1), ("my son got a job", 1)])
async def test_who_tells_of_a_job_first_hears_who_we_are_in_the_answer(clean: None, assistant: Assistant, words: str, hellos: int) -> None:
    await texts_us(words)
    assert sum("You are texting a computer" in one for one in await gets()) == hellos
