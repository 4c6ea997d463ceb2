"""A meeting for somebody else: they book their own, and it is said kindly how. An age told then is a guess at nothing."""

from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.door import Event, Turn, last_said, name_of
from casework import appointments
from casework.appointments import Appointment, BookingTalk, Step

# Why a talk was left, and that it is asked whose the meeting is.
ANOTHER, WHOSE = "another", "whose"
ASKED = frozenset({"utter_booking_for_another", "utter_booking_for_another_age"})
UNREAD = "action_fallback"


def say_for_another(turn: Turn, say: CollectingDispatcher) -> bool:
    """False where the meeting is their own."""
    if not appointments.is_for_another(turn.text):
        return False
    tell_how_another_books(turn, say)
    return True


def say_with_others(turn: Turn, say: CollectingDispatcher) -> bool:
    """False where it is a meeting with us."""
    return _said_elsewhere(say, appointments.is_with_others(turn.text))


def say_changes_with_others(turn: Turn, say: CollectingDispatcher) -> bool:
    """ "My hospital appointment was cancelled" is nothing to move or call off. False where it is a meeting with us."""
    return _said_elsewhere(say, appointments.changes_with_others(turn.text))


def _said_elsewhere(say: CollectingDispatcher, elsewhere: bool) -> bool:
    if elsewhere:
        say.utter_message(response="utter_booking_elsewhere")
    return elsewhere


def tell_how_another_books(turn: Turn, say: CollectingDispatcher) -> None:
    say.utter_message(response="utter_booking_for_another", phone=turn.area.phones.office)


def is_of_whose(state: BookingTalk, text: str) -> bool:
    """Whether the words tell whose the meeting is."""
    return state.step in appointments.FINDING and _whose(state, text) is not None


def _whose(state: BookingTalk, text: str) -> bool | None:
    if state.why == WHOSE:
        return appointments.says_whose(text)
    return False if appointments.is_for_another(text) else None


async def about_whose(turn: Turn, state: BookingTalk) -> bool:
    """Whether whose it is was told or is to be asked; a time that is kept goes only once they say it is another's."""
    told, asked = is_of_whose(state, turn.text), state.why == WHOSE
    theirs = _whose(state, turn.text) if told else None
    state.why = None if asked else state.why
    if not told:
        return False
    state.misses = 0
    if theirs:
        return True
    if not asked and await _is_kept(turn, state):
        state.why = WHOSE
    else:
        state.step, state.why = Step.LEFT, ANOTHER
    return True


async def _is_kept(turn: Turn, state: BookingTalk) -> bool:
    held = await turn.session.get(Appointment, state.holding_id) if state.holding_id else None
    return held is not None and held.state == "held"


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
