"""A meeting they have cannot be as it is to be: "I am deaf, can I text instead of a call"."""

from rasa_sdk.executor import CollectingDispatcher

from actions.booking_words import said_of
from actions.coming import known, theirs
from actions.door import Event, Turn
from actions.questionnaire import begin
from casework import appointments


async def not_that_way(turn: Turn, say: CollectingDispatcher) -> list[Event] | None:
    """How else is asked, and what they need is noted. None: no meeting of theirs is that way, or something is open."""
    way = appointments.ruled_out(turn.text)
    if way is None or turn.tracker.active_loop.get("name"):
        return None
    meeting = next((one for one in await theirs(turn) if one.format == way and not one.group_id), None)
    if meeting is None:
        return None
    if appointments.tells_need(turn.text):
        await appointments.note_need(turn.session, meeting, await known(turn), turn.text)
    talk = await appointments.begin_talk(turn.session, turn.conversation, meeting)
    appointments.ask_other_way(talk, meeting)
    say.utter_message(response="utter_booking_moving", **await said_of(turn, meeting))
    return begin(turn, "booking")
