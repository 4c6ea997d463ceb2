"""What ordinary people met: a call with no number, no name given, a no and something else, what was noted asked again."""

from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Check
from actions.booking import BookingQuestions
from casework import appointments, claimants
from casework.appointments import Step, Who
from casework.appointments.booking.naming import asked_of_cost, declined_and_more
from casework.base.db import transaction
from casework.messaging import Conversation, LastSaid
from tests.flows.appointments.test_booking_asides import hears, turn, under_way
from tests.flows.appointments.test_booking_notes import made
from tests.flows.appointments.test_booking_talks import AREA, chat, day, says  # noqa: F401
from tests.flows.appointments.test_told_early import takes

ASKED = LastSaid("Is there anything that would make it easier?", [])


async def asked(chat: UUID, text: str) -> list[str]:  # noqa: F811
    """What is said to it, with the question that is put then."""
    say = CollectingDispatcher()
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        heard = turn(session, chat, text, "deny")
        assert BookingQuestions().is_choice(heard, talk)
        await BookingQuestions().take(heard, talk, say)
        await BookingQuestions().ask(heard, talk, say)
    return [one["response"] for one in say.messages]


async def until_name(chat: UUID, way: str = "face to face") -> None:  # noqa: F811
    await says(chat, way, f"{day()} at 10", "1", "yes")


async def test_a_video_meeting_that_becomes_a_call_asks_for_a_number(chat: UUID) -> None:  # noqa: F811
    await says(chat, "by video", f"{day()} at 10", "1", "yes", "Jo", "jo@example.org")
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        await appointments.end_talk(session, talk)
        await appointments.begin_talk(session, chat, await session.get_one(appointments.Appointment, (await made()).id))
    talk = await says(chat, "by phone", f"{day()} at 10", "1", "yes")
    assert talk.step == Step.NUMBER
    assert (await made()).format == "video"
    assert (await says(chat, "07700 900123")).step == Step.DONE
    found = await made()
    assert found.format == "phone"
    assert "+447700900123" in found.note


@pytest.mark.parametrize(("told", "step", "reach"), [
    ("07700 900123", Step.DONE, {"kind": "call", "address": "+447700900123"}), ("jo@example.org", Step.EMAIL, {"to_prove": "jo@example.org"}),
])  # fmt: skip
async def test_a_meeting_that_becomes_one_by_video_asks_where_the_link_goes(chat: UUID, told: str, step: Step, reach: dict[str, str]) -> None:  # noqa: F811
    await says(chat, "face to face", f"{day()} at 10", "1", "yes", "Jo", "I would rather not say")
    async with transaction() as session:
        await appointments.begin_talk(session, chat, await session.get_one(appointments.Appointment, (await made()).id))
    assert (await says(chat, "by video", f"{day()} at 10", "1", "yes")).step == Step.NUMBER
    talk = await says(chat, told)
    found = await made()
    assert (talk.step, found.format, found.reach) == (step, "video", reach)
    assert step != Step.EMAIL or talk.holding_id == found.id


async def test_a_call_that_becomes_one_by_video_asks_nothing_again(chat: UUID) -> None:  # noqa: F811
    await says(chat, "by phone", f"{day()} at 10", "1", "yes", "Jo", "07700 900123")
    async with transaction() as session:
        await appointments.begin_talk(session, chat, await session.get_one(appointments.Appointment, (await made()).id))
    assert (await says(chat, "by video", f"{day()} at 10", "1", "yes")).step == Step.DONE


async def test_a_known_person_with_only_an_email_is_asked_for_a_number(chat: UUID) -> None:  # noqa: F811
    async with transaction() as session:
        known = await claimants.create(session, area="northbridge", preferred_name="Jo", source="worker", channels=[("email", "jo@example.org", True)])
    who = Who(AREA, known)
    assert (await says(chat, "by phone", f"{day()} at 10", "1", "yes", who=who)).step == Step.NUMBER
    assert (await says(chat, "07700 900123", who=who)).step in (Step.ADJUSTMENTS, Step.DONE)
    assert "+447700900123" in (await made()).note


async def test_no_name_keeps_the_time(chat: UUID) -> None:  # noqa: F811
    await until_name(chat)
    assert await asked(chat, "No.") == ["utter_booking_name_any"]
    assert await asked(chat, "no") == ["utter_booking_name_person"]
    assert await asked(chat, "no name. put x if u want") == ["utter_booking_name_person"]
    talk = await under_way(chat)
    assert talk
    assert (talk.step, talk.holding_id is not None) == (Step.NAME, True)


@pytest.mark.parametrize(
    ("text", "name", "reach"),
    [
        ("Bev. rather not give number", "Bev", None),
        ("yes. name Agnieszka", "Agnieszka", None),
        ("Kasia 07700900211", "Kasia", {"kind": "call", "address": "+447700900211"}),
        ("Gav 07700900231", "Gav", {"kind": "call", "address": "+447700900231"}),
    ],
)
async def test_a_name_and_more(chat: UUID, text: str, name: str, reach: dict[str, str] | None) -> None:  # noqa: F811
    await until_name(chat)
    await takes(chat, text, "rather not give a number")
    found = await made()
    assert (found.name, found.reach) == (name, reach)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("no thank you. oh wait can we do fri instead", "oh wait can we do fri instead"),
        ("no ta. who will see wot i write", "who will see wot i write"),
        ("No, thank you", None),
        ("no. im fine", None),
        ("no steps please. i use a chair", None),
    ],
)
async def test_a_no_and_something_else(chat: UUID, text: str, rest: str | None) -> None:  # noqa: F811
    await until_name(chat)
    await says(chat, "Jo", "07700 900123")
    async with transaction() as session:
        conversation = await session.get_one(Conversation, chat)
        conversation.last_n = 4
        assert await declined_and_more(session, conversation, text, ASKED) == rest


async def test_a_no_is_asked_no_more(chat: UUID) -> None:  # noqa: F811
    await until_name(chat)
    await says(chat, "Jo", "07700 900123")
    async with transaction() as session:
        conversation = await session.get_one(Conversation, chat)
        conversation.last_n = 4
        assert await declined_and_more(session, conversation, "no. what room is it", ASKED)
    assert await asked(chat, "what room is it") == ["utter_booking_about_where", "utter_booking_all_set"]


@pytest.mark.parametrize("text", ["i told you BSL", "is interpreter booked yes or no", "has somebody been told i am BSL", "thank you. will interpreter be there on tuesday?"])
async def test_what_is_noted_is_said_and_not_asked_again(chat: UUID, text: str) -> None:  # noqa: F811
    await until_name(chat)
    await says(chat, "Jo", "07700 900123", "I need a BSL interpreter")
    assert await hears(chat, Check(), text, "check_appointment") == ["utter_booking_noted_is"]


async def test_the_language_is_asked_twice_and_no_more(chat: UUID) -> None:  # noqa: F811
    await until_name(chat)
    assert (await says(chat, "Jo", "07700 900123", "I need an interpreter")).step == Step.INTERPRETER
    assert (await says(chat, "yes")).step == Step.INTERPRETER
    assert (await says(chat, "is interpreter booked")).step == Step.NOTED


async def test_cost_is_asked_with_nothing_open(chat: UUID) -> None:  # noqa: F811
    async with transaction() as session:
        conversation = await session.get_one(Conversation, chat)
        assert await asked_of_cost(session, conversation, "no i booked already. is it free tho the visit", None)
        assert await asked_of_cost(session, conversation, "is thursday free", None) is None


@pytest.mark.parametrize("said", [("face to face",), ("face to face", day()), ("face to face", f"{day()} at 10", "1"), ("face to face", f"{day()} at 10", "1", "yes")])
async def test_cost_is_asked_at_every_step(chat: UUID, said: tuple[str, ...]) -> None:  # noqa: F811
    step = (await says(chat, *said)).step
    assert (await asked(chat, "is it free tho the visit"))[0] == "utter_meeting_free"
    talk = await under_way(chat)
    assert talk
    assert talk.step == step


async def test_day_hour_and_way_at_once(chat: UUID) -> None:  # noqa: F811
    await says(chat, "face to face", day())
    talk = await says(chat, f"{day()} at 9 by phone then")
    assert talk.format == "phone"


async def test_an_hour_put_right(chat: UUID) -> None:  # noqa: F811
    talk = await says(chat, "face to face", f"{day()} at 9")
    assert appointments.corrected(talk, "and 11 not 9") == "at 11"
    assert appointments.corrected(talk, "i have 2 kids not 3") is None


async def test_what_is_moved_stays(chat: UUID) -> None:  # noqa: F811
    await until_name(chat)
    await says(chat, "Jo", "07700 900123")
    async with transaction() as session:
        await appointments.begin_talk(session, chat, await session.get_one(appointments.Appointment, (await made()).id))
    assert (await says(chat, "KEEP wed 3pm. dont move it")).step == Step.LEFT
