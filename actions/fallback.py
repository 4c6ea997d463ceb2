"""When the assistant does not understand: two likely meanings, then other words, then a person."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import will_not_come
from actions.door import DoorAction, Event, Turn
from actions.identity import wishes_channel
from actions.questionnaire import LISTEN, begin
from actions.screening_keeping import carried
from casework.base.words import responses, words

PERSON_AFTER = 3
LIKELY = 0.1
NAME = "action_fallback"


class Fallback(DoorAction):
    """Counts misses in a row; the third offers a person by itself. Then it listens, whatever brought it here."""

    action = NAME

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if (opened := await carried(turn, say)) is not None:
            return begin(turn, "screening") if opened else [LISTEN]
        if (chosen := await wishes_channel(turn, say)) is not None:
            return chosen or [LISTEN]
        if (called_off := await will_not_come(turn, say)) is not None:
            return called_off
        before = misses_before(turn.tracker)
        meanings = likely_meanings(turn.tracker.latest_message) if before == 0 else []
        if before + 1 >= PERSON_AFTER:
            say.utter_message(response="utter_offer_person")
        elif len(meanings) == 2:
            say.utter_message(response="utter_which_of_two", buttons=buttons(meanings))
        else:
            say.utter_message(response="utter_rephrase")
        return [LISTEN]


def misses_before(tracker: Tracker) -> int:
    """How many messages in a row before this one were not understood."""
    turns: list[list[str]] = [[]]
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            turns.append([])
        elif event.get("event") == "action":
            turns[-1].append(event["name"])
    count = 0
    for actions in turns[1:]:
        if NAME not in actions:
            break
        count += 1
    return min(count, PERSON_AFTER - 1)


def likely_meanings(message: dict[str, Any]) -> list[str]:
    """The names of the words for the two likeliest intents, where both are likely enough to be worth asking about."""
    ranking = [one for one in message.get("intent_ranking") or [] if one["name"] != "nlu_fallback"][:2]
    names = [f"utter_meaning_{one['name']}" for one in ranking if one["confidence"] >= LIKELY]
    return [name for name in names if name in responses()]


def buttons(meanings: list[str]) -> list[dict[str, str]]:
    """Each in the language spoken; what it stands for is English, which the assistant knows."""
    names = dict.fromkeys([*meanings, "utter_meaning_request_human"])
    return [{"title": words(name).text, "payload": responses()[name][0]["text"]} for name in names]


ACTIONS = (Fallback,)
