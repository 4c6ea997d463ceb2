"""Asking for a person."""

from rasa_sdk.events import ActiveLoop
from rasa_sdk.executor import CollectingDispatcher

from actions.door import DoorAction, Event, Turn
from actions.how_to_ring import say_passed_on
from casework import handoff
from casework.base.clock import now
from casework.base.words import words
from casework.council import is_open, next_open, say_when


class RequestHuman(DoorAction):
    """Puts the conversation in line for a person; questions under way wait until they are asked for again."""

    action = "action_request_human"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        waiting = await handoff.open_handoff(turn.session, turn.conversation)
        asked = waiting or await handoff.request(turn.session, turn.conversation, turn.area, turn.intent)
        at = now()
        if is_open(turn.area, at):
            name = "utter_handoff_waiting" if waiting else "utter_handoff_open"
            place = _place(await handoff.place(turn.session, asked))
            say.utter_message(response=name, place=place, when=say_when(asked.promised_by, at))
            await say_passed_on(turn, say)
        else:
            await say_passed_on(turn, say)  # What they are asked comes last.
            opens = say_when(next_open(turn.area, at), at)
            say.utter_message(response="utter_handoff_closed", opens=opens, when=say_when(asked.promised_by, at))
        return [ActiveLoop(None)]


def _place(number: int) -> str:
    return words("utter_handoff_next").text if number == 1 else words("utter_handoff_place", place=number).text


ACTIONS = (RequestHuman,)
