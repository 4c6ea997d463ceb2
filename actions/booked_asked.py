"""A question or a remark about the meeting they have: answered with what we know, and else with who does."""

from rasa_sdk.executor import CollectingDispatcher

from actions.asked_plainly import say_steps
from actions.booking_words import said_of
from actions.coming import known, theirs
from actions.door import Turn
from casework import appointments
from casework.appointments import Appointment
from casework.base.clock import now
from casework.council import say_when_in_full

# What is answered with words of its own; what is not here has them by its name.
SAID = {
    "long": "utter_booking_about_long",
    "money": "utter_meeting_money",
    "tests": "utter_meeting_no_tests",
    "fares": "utter_booking_ask_office",
    "papers": "utter_booking_ask_office",
    "heard_back": "utter_booking_ask_office",
}
TO_NOTE = frozenset({"worker_told", "longer"})


async def say_of_booked(turn: Turn, text: str, meeting: Appointment, say: CollectingDispatcher) -> bool:
    """False where they ask nothing of it. What its worker is to know is noted."""
    person = await known(turn)
    topic = await appointments.asked_of(turn.session, meeting, person, text)
    if topic is None:
        return False
    if topic == "steps":
        await _say_steps(turn, text, meeting, say)
        return True
    pet = topic == "place" and appointments.asks_for_pet(text)
    if pet or topic in TO_NOTE:
        await appointments.note_need(turn.session, meeting, person, text)
    name = "utter_booking_pet" if pet else _name(topic, meeting)
    at = await appointments.next_reminder(turn.session, meeting, person) if topic == "remind" else None
    reminded = say_when_in_full(at, now()) if at else ""
    if topic == "remind" and not at:
        name = "utter_booked_not_reminded"
    say.utter_message(response=name, reminded=reminded, phone=turn.area.phones.office, **await said_of(turn, meeting))
    return True


async def _say_steps(turn: Turn, text: str, meeting: Appointment, say: CollectingDispatcher) -> None:
    """Whether there are any; what they tell of themselves beside it is noted."""
    await say_steps(turn, say)
    if appointments.tells_of_adjustments(text) or appointments.tells_need(text):
        await appointments.note_need(turn.session, meeting, await known(turn), text)
        say.utter_message(response="utter_booking_noted_need", **await said_of(turn, meeting))


async def say_unknown(turn: Turn, say: CollectingDispatcher) -> bool:
    """A question that may be of the meeting they have, and that nobody here can answer; False where it is none, or they have none."""
    meeting = next(iter(await theirs(turn)), None)
    if meeting is None or not await appointments.may_be_of(turn.session, meeting, turn.text):
        return False
    say.utter_message(response="utter_booking_ask_office", phone=turn.area.phones.office)
    return True


def _name(topic: str, meeting: Appointment) -> str:
    in_person = meeting.format == "in_person"
    if topic == "at_door" and in_person and appointments.is_near(meeting.starts_at, now()):
        return "utter_booked_locked"
    if topic == "place" and not in_person:
        return "utter_booking_ask_office"
    if topic == "what_now" and meeting.format == "phone":
        return "utter_booked_what_now_call"
    return SAID.get(topic, f"utter_booked_{topic}")
