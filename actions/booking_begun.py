"""Words that begin a booking, whatever the assistant took them for, where nothing is open."""

from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Book
from actions.door import Event, Turn
from casework import appointments


def would_meet(turn: Turn) -> list[Event] | None:
    """"Can you come to my house", "I would like a video call" begin a booking. None: not said."""
    return _booked(turn, appointments.asks_home_visit(turn.text) or appointments.wishes_for_format(turn.text))


def would_wait(turn: Turn, say: CollectingDispatcher) -> list[Event] | None:
    """"Put me on the waiting list" begins a booking: what is free comes first. None: not said."""
    booking = _booked(turn, appointments.would_wait(turn.text))
    if booking is not None:
        say.utter_message(response="utter_waiting_first")
    return booking


def would_see_someone(turn: Turn) -> list[Event] | None:
    """"Hi, can I see someone about a job" is more than a hello. None: not said, or something is open."""
    return _booked(turn, appointments.would_see_someone(turn.text))


def by_that_way(turn: Turn) -> list[Event] | None:
    """"By phone", with nothing open, begins a booking. None: there is more in the words, or something is open."""
    return _booked(turn, appointments.only_a_format(turn.text) is not None)


def in_one_visit(turn: Turn) -> list[Event] | None:
    """A meeting and other services on one day begin a booking. None: not said."""
    return _booked(turn, appointments.asks_one_visit(turn.text, turn.area))


def _booked(turn: Turn, said: bool) -> list[Event] | None:
    """A booking begins, where that was said and nothing is open."""
    return [FollowupAction(Book.action)] if said and not turn.tracker.active_loop.get("name") else None
