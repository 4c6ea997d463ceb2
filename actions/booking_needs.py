"""Questions that come where we ask what would make a meeting easier."""

from rasa_sdk.executor import CollectingDispatcher

from actions.booking_noted import briefly, say_noted
from actions.booking_times import about_times
from actions.booking_words import said_of
from actions.coming import known
from actions.door import Turn
from casework import appointments
from casework.appointments import Appointment, BookingTalk, Step

HOW, WHERE = "how", "where"


def is_asked(text: str) -> bool:
    """Whether it is a question about the meeting that we can answer."""
    if appointments.asks_if_noted(text) or appointments.would_be_reminded(text) or appointments.asks_of_theirs(text) == HOW:
        return True
    return appointments.asks_us(text) and (appointments.asks_for_pet(text) or appointments.asked_about(text) is not None)


async def answered(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> bool:
    """False where it is no question, or asks for what would make it easier: that is noted.

    What we cannot know, such as whether one can park, the office is asked.
    """
    meeting = await turn.session.get_one(Appointment, state.holding_id)
    if appointments.wants_other_way(state, turn.text):
        return False
    if appointments.would_be_reminded(turn.text):
        await _say_reminded(turn, meeting, say)
        state.step = Step.NOTED
        return True
    if await say_noted(turn, turn.text, [meeting], say):
        state.step = Step.INTERPRETER if appointments.lacks_language(meeting.note) else Step.NOTED
        return True
    asks_how = appointments.asks_of_theirs(turn.text) == HOW
    if not (asks_how or appointments.asks_us(turn.text)) or appointments.tells_of_themselves(turn.text):
        return False
    about = WHERE if asks_how else appointments.asked_about(turn.text)
    if appointments.asks_for_pet(turn.text):
        await appointments.note_need(turn.session, meeting, None, turn.text)
        say.utter_message(response="utter_booking_pet", **await said_of(turn, meeting))
    elif about:
        await about_times(turn, state, about, say)
    elif appointments.tells_of_adjustments(turn.text) or appointments.is_for_worker(turn.text):
        return False
    else:
        say.utter_message(response="utter_booking_ask_office", phone=turn.area.phones.office)
    state.misses = 0
    return True


async def _say_reminded(turn: Turn, meeting: Appointment, say: CollectingDispatcher) -> None:
    """That we text them the day before; where we do not, the worker is told that they would be."""
    person = await known(turn)
    if await appointments.is_texted_before(turn.session, meeting, person):
        say.utter_message(response="utter_booking_texted")
        return
    await appointments.note_need(turn.session, meeting, None, turn.text)
    say.utter_message(response="utter_booking_told", told=briefly(turn.text))
