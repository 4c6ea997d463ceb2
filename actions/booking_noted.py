"""They ask if what they need is noted, or told it before: what is noted is said, and never asked again."""

from collections.abc import Sequence
from textwrap import shorten

from rasa_sdk.executor import CollectingDispatcher

from actions.coming import known
from actions.door import Turn
from casework import appointments
from casework.appointments import Appointment

# As much of it as a text has room for.
MOST_LETTERS = 40


def briefly(note: str) -> str:
    """As much of it as is said back."""
    return shorten(note.strip(), MOST_LETTERS, placeholder="…")


async def say_noted(turn: Turn, text: str, meetings: Sequence[Appointment], say: CollectingDispatcher) -> bool:
    """False where they do not ask, have no meeting, or ask for what nobody noted; what they tell again is noted with the next."""
    sure = next((noted for one in meetings if (noted := appointments.asks_if_sure(one.note, text))), "")
    if not sure and (not meetings or not appointments.asks_if_noted(text)):
        return False
    found = sure or next((noted for one in meetings if (noted := appointments.noted_of(one.note, text))), "")
    if not found and appointments.tells_again(text):
        await appointments.note_need(turn.session, meetings[0], await known(turn), text)
        found = text.strip()
    if found:
        say.utter_message(response="utter_booking_noted_is", noted=briefly(found))
        if appointments.asked_about(text) == "where":
            say.utter_message(response="utter_booking_about_where", where=appointments.where(meetings[0]))
    return bool(found)
