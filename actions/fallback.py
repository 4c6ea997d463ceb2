"""When the assistant does not understand: two likely meanings, then other words, then a person."""

from functools import cache
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import needs_at_theirs, will_not_come
from actions.asked_plainly import asked_plainly
from actions.booking_begun import by_that_way, would_wait
from actions.booking_for_another import said_of_another
from actions.checkins import JOB_START, about_somebody_elses, begins_a_job, speaker, tells_of_a_job
from actions.door import DoorAction, Event, Turn, last_said, name_of
from actions.how_to_ring import say_told_meanwhile
from actions.identity import wishes_channel
from actions.questionnaire import LISTEN, begin
from actions.screening_keeping import carried
from actions.work_words import (
    about_checkins,
    about_costs,
    about_good_news,
    about_the_answer,
    about_the_end,
    about_the_risk,
    about_the_way,
)
from casework.base.settings import ROOT
from casework.base.words import button, responses
from casework.base.yamlfile import DataModel, load_yaml
from casework.checkins import told

NAME = "action_fallback"
NEVER_OFFERED = ROOT / "bot" / "never_offered.yml"
# Whatever answers it is for the person who is to come.
ASKED_WHAT_TO_KNOW = "utter_handoff_closed"
# What is said at each miss in a row; from the third on a person is offered, in other words each time.
STEPS = ("utter_rephrase", "utter_what_i_can_do", "utter_offer_person", "utter_offer_person_again")


class NeverOffered(DataModel):
    intents: frozenset[str]


@cache
def never_offered() -> NeverOffered:
    """What is not offered as a guess, here as where the message was read."""
    return load_yaml(NEVER_OFFERED, NeverOffered)


class Fallback(DoorAction):
    """Counts misses in a row: no step is the one before it. Then it listens, whatever brought it here."""

    action = NAME

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if (opened := await carried(turn, say)) is not None:
            return begin(turn, "screening") if opened else [LISTEN]
        if said_of_another(turn, say):
            return [LISTEN]
        if (chosen := await wishes_channel(turn, say)) is not None:
            return chosen or [LISTEN]
        if about_somebody_elses(turn, say) or await about_the_end(turn, say):
            return [LISTEN]
        if await about_checkins(turn, say) or await about_the_way(turn, say) or await about_the_risk(turn, say) or about_costs(turn, say) or await about_good_news(turn, say):
            return [LISTEN]
        whose = await speaker(turn)
        if await begins_a_job(turn, whose) or (told.asks_of_benefits(turn.text) and await tells_of_a_job(turn, whose)):
            return [FollowupAction(JOB_START)]
        if await asked_plainly(turn, say) or await about_the_answer(turn, say) or await needs_at_theirs(turn, say):
            return [LISTEN]
        if (booking := by_that_way(turn) or would_wait(turn, say)) is not None:
            return booking
        if (called_off := await will_not_come(turn, say)) is not None:
            return called_off
        if name_of(last_said(turn)) == ASKED_WHAT_TO_KNOW:
            say.utter_message(response="utter_handoff_told")
            return [LISTEN]
        if await say_told_meanwhile(turn, say):
            return [LISTEN]
        before = misses_before(turn.tracker)
        meanings = likely_meanings(turn.tracker.latest_message) if before == 0 else []
        if len(meanings) == 2:
            say.utter_message(response="utter_which_of_two", buttons=buttons(meanings))
        else:
            say.utter_message(response=step(before), council=turn.area.name, phone=turn.area.phones.office)
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
    return count


def step(before: int) -> str:
    """The words for a miss, by how many came before it."""
    return STEPS[before] if before < len(STEPS) else STEPS[2 + before % 2]


def likely_meanings(message: dict[str, Any]) -> list[str]:
    """The names of the words for the two meanings the assistant is in doubt between; none where it knew no word."""
    ranking = (message.get("intent_ranking") or [])[:2]
    if not {*never_offered().intents, "nlu_fallback"}.isdisjoint(one["name"] for one in ranking):
        return []
    return [name for name in (f"utter_meaning_{one['name']}" for one in ranking) if name in responses()]


def buttons(meanings: list[str]) -> list[dict[str, str]]:
    return [button(name) for name in dict.fromkeys([*meanings, "utter_meaning_request_human"])]


ACTIONS = (Fallback,)
