"""Who would wait for a time that is not free."""

from rasa_sdk.executor import CollectingDispatcher

from actions.booking_words import who_speaks
from actions.door import Turn
from casework import appointments
from casework.appointments import BookingTalk, Step

ASKED_WHEN = (Step.FORMAT, Step.WHEN, Step.CHOOSE)


def wants_to_wait(state: BookingTalk, text: str) -> bool:
    return state.step in ASKED_WHEN and state.moving_id is None and appointments.would_wait(text)


async def about_waiting(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> bool:
    """What there is to say to somebody who cannot wait, or not yet; False where nothing is in the way.

    Whom we cannot write to, a person tells. Before anything was looked for there is nothing to wait for.
    """
    if not wants_to_wait(state, turn.text):
        return False
    can, looked = appointments.can_wait(state, await who_speaks(turn)), bool(state.why and state.wish)
    if can and looked:
        return False
    say.utter_message(response="utter_waiting_first" if can or not looked else "utter_booking_cannot_wait")
    state.misses = 0
    return True
