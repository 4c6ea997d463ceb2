"""Another service in the visit of a meeting they have."""

from collections.abc import Sequence

from rasa_sdk.executor import CollectingDispatcher

from actions.booking_words import in_a_row
from actions.door import Turn
from casework import appointments
from casework.appointments import Appointment
from casework.base.words import words


async def see_beside(turn: Turn, meeting: Appointment, services: Sequence[str], say: CollectingDispatcher) -> None:
    """Where it is there then the worker sees it with the meeting; else that is said, and nothing is changed."""
    there = appointments.services_beside(turn.area, appointments.slot_of(meeting)) if meeting.format == "in_person" else []
    named = in_a_row(services, words("utter_and").text)
    if set(services) <= set(there):
        meeting.services = list(dict.fromkeys([*meeting.services, *services]))
        say.utter_message(response="utter_booking_services_too", services=named)
    else:
        say.utter_message(response="utter_booking_services_not_then", services=named)
