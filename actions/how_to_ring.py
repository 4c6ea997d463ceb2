"""Where, when and by what name to ring, told beside a wish for a person: passed on, with what cannot be."""

from rasa_sdk.executor import CollectingDispatcher

from actions.booking_words import in_a_row
from actions.door import Turn
from casework import appointments, handoff
from casework.appointments.words.meeting_ways import format_of
from casework.appointments.words.particulars import number_in
from casework.base.words import words
from casework.council import say_week_briefly
from casework.reading import introduced_in

MOST_LETTERS = 160


async def say_passed_on(turn: Turn, say: CollectingDispatcher) -> bool:
    """Whether whoever waits for a person told how to reach them; no hour is promised when nobody is there."""
    told = {"name": introduced_in(turn.text), "number": number_in(turn.text), "when": appointments.wish_in(turn.text)}
    named = [words(f"utter_handoff_their_{one}").text for one, there in told.items() if there]
    if not named or len(turn.text) > MOST_LETTERS:
        return False
    if not await handoff.note_told(turn.session, turn.conversation, " ".join(turn.text.split())):
        return False
    say.utter_message(response="utter_handoff_passed_on", told=in_a_row(named, words("utter_and").text))
    say_if_closed_then(turn, say)
    return True


async def say_told_meanwhile(turn: Turn, say: CollectingDispatcher) -> bool:
    """The same of words that nothing else understands, where they speak of ringing or give a number."""
    return (format_of(turn.text) == "phone" or number_in(turn.text) is not None) and await say_passed_on(turn, say)


def say_if_closed_then(turn: Turn, say: CollectingDispatcher) -> None:
    wish = appointments.wish_in(turn.text)
    if wish and appointments.is_outside_hours(turn.area, wish.written()):
        say.utter_message(response="utter_handoff_not_open_then", hours=say_week_briefly(turn.area.opening))
