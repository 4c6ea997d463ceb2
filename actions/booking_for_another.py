"""A meeting for somebody else: they book their own, and it is said kindly how; an age told then is a guess at nothing."""

from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.door import Event, Turn, last_said, name_of
from casework import appointments

ASKED = frozenset({"utter_booking_for_another", "utter_booking_for_another_age"})
UNREAD = "action_fallback"


def say_for_another(turn: Turn, say: CollectingDispatcher) -> bool:
    """False where the meeting is their own."""
    if not appointments.is_for_another(turn.text):
        return False
    say.utter_message(response="utter_booking_for_another", phone=turn.area.phones.office)
    return True


def told_an_age(turn: Turn, say: CollectingDispatcher) -> list[Event] | None:
    """ "He is 22" alone tells of no trouble, whatever it was taken for. None: not said."""
    if not appointments.tells_an_age(turn.text):
        return None
    if said_of_another(turn, say):
        return []
    return [] if turn.tracker.active_loop_name else [FollowupAction(UNREAD)]


def said_of_another(turn: Turn, say: CollectingDispatcher) -> bool:
    """Their age, told of whom the meeting was to be for: False where nothing of that was said before."""
    if not appointments.tells_an_age(turn.text) or name_of(last_said(turn)) not in ASKED:
        return False
    say.utter_message(response="utter_booking_for_another_age")
    return True
