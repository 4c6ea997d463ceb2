"""Asking for a person."""

from dataclasses import replace
from uuid import UUID

from rasa_sdk.events import ActiveLoop, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.checkins import JOB_START, speaker, tells_of_a_job
from actions.door import DoorAction, Event, Turn, actions_so_far
from actions.how_to_ring import say_passed_on
from casework import handoff
from casework.base.clock import now
from casework.base.words import words
from casework.council import is_open, next_open, say_when
from casework.messaging import Message


class RequestHuman(DoorAction):
    """Puts the conversation in line for a person; questions under way wait until they are asked for again.

    Who waits for one already, for something that had more time, waits no longer than anybody who asks.
    """

    action = "action_request_human"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        waiting, at = await handoff.open_handoff(turn.session, turn.conversation), now()
        if waiting and waiting.promised_by <= handoff.promise(turn.area, at):
            asked = waiting
        else:
            asked = await handoff.request(turn.session, turn.conversation, turn.area, turn.intent)
        if is_open(turn.area, at):
            name = "utter_handoff_waiting" if waiting else "utter_handoff_open"
            place = _place(await handoff.place(turn.session, asked))
            say.utter_message(response=name, place=place, when=say_when(asked.promised_by, at))
            await say_passed_on(turn, say)
        else:
            await say_passed_on(turn, say)  # What they are asked comes last.
            opens = say_when(next_open(turn.area, at), at)
            say.utter_message(response="utter_handoff_closed", opens=opens, when=say_when(asked.promised_by, at))
        return [ActiveLoop(None), *await _news_beside(turn)]


async def _news_beside(turn: Turn) -> list[Event]:
    """A new job that is told beside the yes to a person is asked about too: "yes please. And I have got the job"."""
    said = await turn.session.get(Message, UUID(turn.message))
    if said is None or JOB_START in actions_so_far(turn.tracker):
        return []
    told = await tells_of_a_job(replace(turn, text=said.text), await speaker(turn))
    return [FollowupAction(JOB_START)] if told else []


async def say_in_line(turn: Turn, say: CollectingDispatcher) -> bool:
    """Until when they wait for a person at most, and how to hear from one sooner. False where none is awaited."""
    waiting = await handoff.open_handoff(turn.session, turn.conversation)
    if waiting is None:
        return False
    say.utter_message(response="utter_handoff_in_line", when=say_when(waiting.promised_by, now()))
    return True


def _place(number: int) -> str:
    return words("utter_handoff_next").text if number == 1 else words("utter_handoff_place", place=number).text


ACTIONS = (RequestHuman,)
