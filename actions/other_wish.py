"""A message held two wishes: the one that was not answered is said aloud, and offered next."""

from rasa_sdk.executor import CollectingDispatcher

from actions.door import DoorAction, Event, Turn
from casework.base.words import words

SLOT = "other_wishes"


class OtherWish(DoorAction):
    """Says the words named after what was played: that it comes later, or the question whether it comes next."""

    action = "action_other_wish"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        wish = turn.tracker.get_slot(SLOT)["wishes"][0]
        meaning = words(f"utter_meaning_{wish['intent']}").text
        say.utter_message(response=f"utter_{turn.intent}", meaning=meaning, said=wish["text"])
        return []


ACTIONS = (OtherWish,)
