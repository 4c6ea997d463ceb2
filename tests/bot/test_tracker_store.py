"""What is remembered stays whole and stays small."""

from uuid import uuid4

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.tracker_store import MOST_EVENTS, BoundedTrackerStore, bounded

DOMAIN = Domain.from_yaml(
    """
version: "3.1"
intents: [greet]
slots:
  misses: {type: float, initial_value: 0, influence_conversation: false, mappings: [{type: custom}]}
  answer: {type: text, influence_conversation: false, mappings: [{type: custom}]}
forms:
  questions_form: {required_slots: [answer]}
"""
)


def a_turn(number):
    return [
        UserUttered("hello", {"name": "greet"}, message_id=str(number)),
        SlotSet("misses", float(number)),
        BotUttered("hi"),
        ActionExecuted("action_listen"),
    ]


def a_long_tracker(turns=60):
    opening = [ActionExecuted("action_listen"), ActiveLoop("questions_form")]
    events = opening + [event for number in range(turns) for event in a_turn(number)]
    return DialogueStateTracker.from_events("c", events, DOMAIN.slots, domain=DOMAIN)


@pytest.fixture
def store(database):
    return BoundedTrackerStore(DOMAIN, host=database)


def test_few_events_stay_as_they_are():
    events = a_turn(1)
    assert bounded(events, DOMAIN) == events


def test_many_events_become_few_that_come_to_the_same():
    tracker = a_long_tracker()
    kept = bounded(list(tracker.events), DOMAIN)
    again = DialogueStateTracker.from_events("c", kept, DOMAIN.slots, domain=DOMAIN)
    assert len(kept) <= MOST_EVENTS
    assert again.get_slot("misses") == 59.0
    assert again.active_loop_name == "questions_form"


def test_the_cut_falls_between_turns():
    kept = bounded(list(a_long_tracker().events), DOMAIN)
    first = next(event for event in kept if isinstance(event, (UserUttered, BotUttered)))
    assert isinstance(first, UserUttered)


async def test_a_tracker_comes_back(store):
    name = uuid4().hex
    tracker = DialogueStateTracker.from_events(name, a_turn(3), DOMAIN.slots, domain=DOMAIN)
    await store.save(tracker)
    assert (await store.retrieve(name)).get_slot("misses") == 3.0


async def test_a_forgotten_tracker_is_gone(store):
    name = uuid4().hex
    await store.save(DialogueStateTracker.from_events(name, a_turn(1), DOMAIN.slots, domain=DOMAIN))
    await store.delete(name)
    assert await store.retrieve(name) is None


async def test_an_unknown_tracker_is_none(store):
    assert await store.retrieve("nobody") is None


@pytest.mark.parametrize("text", ["nul \u0000 inside", "half of an emoji \ud83d", "emoji \U0001f642"])
async def test_whatever_a_person_sends_can_be_kept(store, text):
    name = uuid4().hex
    await store.save(DialogueStateTracker.from_events(name, [UserUttered(text)], DOMAIN.slots, domain=DOMAIN))
    assert (await store.retrieve(name)).latest_message.text == text
