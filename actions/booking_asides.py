"""Questions that come at whatever question of a booking is open: answered from what is known, and the question stands."""

from rasa_sdk.executor import CollectingDispatcher

from actions.asked_plainly import asked_plainly
from actions.booking_times import about_times
from actions.door import Turn
from casework import appointments
from casework.appointments import BookingTalk, Step

UNSURE = frozenset({"nlu_fallback", "out_of_scope"})


def asks_beside(turn: Turn, state: BookingTalk) -> bool:
    return bool(appointments.asked_of_times(state, turn.text) or appointments.plainly_asked(turn.text)) or _is_unknown(turn, state)


async def answered_beside(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> bool:
    """False where it is no question of the meeting. What we cannot know, such as whether one can park, the office is asked."""
    asked = appointments.asked_of_times(state, turn.text)
    if asked:
        await about_times(turn, state, asked, say)
    elif _is_unknown(turn, state):
        say.utter_message(response="utter_booking_ask_office", phone=turn.area.phones.office)
    elif not await asked_plainly(turn, say):
        return False
    state.misses = 0
    return True


def _is_unknown(turn: Turn, state: BookingTalk) -> bool:
    """A question that neither the assistant nor the booking understands; what would make it easier is read elsewhere."""
    if state.step == Step.ADJUSTMENTS or turn.intent not in UNSURE or appointments.plainly_asked(turn.text):
        return False
    return appointments.asks_something(turn.text) and not appointments.understands(state, turn.text)
