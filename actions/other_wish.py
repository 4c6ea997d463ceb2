"""A message held two wishes: the one that was not answered is said aloud, and offered next."""

from dataclasses import replace

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.asked_plainly import asked_plainly
from actions.door import DoorAction, Event, Turn
from casework import appointments, messaging
from casework.base.words import words

SLOT = "other_wishes"
LATER = "other_wish_later"
ARRANGED = frozenset({"book_appointment", "reschedule_appointment"})


class OtherWish(DoorAction):
    """Says the words named after what was played: that it comes later, or the question whether it comes next.

    A plain question of a meeting is answered at once.
    """

    action = "action_other_wish"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        first, *others = turn.tracker.get_slot(SLOT)["wishes"]
        if not others and turn.intent == LATER and await asked_plainly(replace(turn, text=first["text"]), say):
            return [SlotSet(SLOT, None)]
        if first["intent"] in ARRANGED and not appointments.would_further(first["text"]) and await _is_done(turn):
            return [SlotSet(SLOT, {"wishes": others, "named": False, "offered": False} if others else None)]
        meaning = words(f"utter_meaning_{first['intent']}").text
        say.utter_message(response=f"utter_{turn.intent}", meaning=meaning, said=first["text"])
        return []


async def _is_done(turn: Turn) -> bool:
    """What has just been booked or moved is not offered again."""
    return await appointments.arranged_lately(turn.session, await messaging.get(turn.session, turn.conversation))


ACTIONS = (OtherWish,)
