"""On which of their numbers we ring for the meeting they have: told by its end, or another told."""

from rasa_sdk.executor import CollectingDispatcher

from actions.booking_words import said_of
from actions.door import Turn
from casework import appointments
from casework.appointments import Appointment


async def about_ringing(turn: Turn, text: str, meeting: Appointment, say: CollectingDispatcher) -> bool:
    """False where it is nothing of that. No more of a number is told than its end: they know it, whoever looks on does not."""
    told = appointments.number_to_ring(text)
    if told:
        await appointments.ring_on(turn.session, meeting, told)
    elif appointments.asks_of_theirs(text) != "number":
        return False
    ends = await appointments.rung_ends(turn.session, meeting)
    name = "utter_booking_rings" if told else "utter_booking_about_number" if ends else "utter_booking_about_no_number"
    say.utter_message(response=name, ends=ends, **await said_of(turn, meeting))
    return True
