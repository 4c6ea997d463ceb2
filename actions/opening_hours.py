"""When the area's team is open: now or next, and over the week."""

from rasa_sdk.executor import CollectingDispatcher

from actions.door import DoorAction, Event, Turn
from actions.handoff import say_in_line
from casework import texts
from casework.base.clock import local, now
from casework.base.words import words
from casework.council import closes, is_open, next_open, say_time, say_week, say_when


class OpeningHours(DoorAction):
    action = "action_opening_hours"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if texts.is_of_the_call(turn.text) and await say_in_line(turn, say):
            return []
        at, area = now(), turn.area
        if is_open(area, at):
            state = words("utter_open_now", time=say_time(local(closes(area, at)).time())).text
        else:
            state = words("utter_closed_now", when=say_when(next_open(area, at), at)).text
        hours = "\n".join(say_week(area.opening))
        say.utter_message(response="utter_opening_hours", state=state, hours=hours, phone=area.phones.office)
        return []


ACTIONS = (OpeningHours,)
