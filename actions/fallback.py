"""When the assistant does not understand: two likely meanings, then other words, then a person."""

from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.door import DoorAction, Event, Turn

PERSON_AFTER = 3
LISTEN = FollowupAction("action_listen")


class Fallback(DoorAction):
    """Counts misses in a row; the third offers a person by itself. Then it listens, whatever brought it here."""

    action = "action_fallback"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        misses = int(turn.tracker.get_slot("misses") or 0) + 1
        if misses >= PERSON_AFTER:
            say.utter_message(response="utter_offer_person")
            return [SlotSet("misses", 0), LISTEN]
        say.utter_message(response="utter_rephrase")
        return [SlotSet("misses", misses), LISTEN]


ACTIONS = (Fallback,)
