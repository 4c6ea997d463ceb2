"""Asked for a name, they give none: any name will do, or a person helps, and the time stays kept."""

from rasa_sdk.executor import CollectingDispatcher

from actions.door import Turn
from casework import appointments
from casework.appointments import BookingTalk, Step

# Of refusals it is no more: three misses would let the time go.
MOST = 2


def refuses_name(turn: Turn, state: BookingTalk) -> bool:
    return state.step == Step.NAME and appointments.refuses_name(turn.text)


def heard_no_name(turn: Turn, state: BookingTalk) -> bool:
    if not refuses_name(turn, state):
        return False
    state.misses = MOST if appointments.refuses_any_name(turn.text) else min(state.misses + 1, MOST)
    return True


def ask_any_name(state: BookingTalk, say: CollectingDispatcher) -> None:
    say.utter_message(response="utter_booking_name_person" if state.misses >= MOST else "utter_booking_name_any")
