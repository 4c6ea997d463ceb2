"""Two wishes in one message, and going round in circles."""

from typing import Any, Dict, List

import pytest
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, SlotSet, UserUttered
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker

from bot import circles, other_wish
from bot.wishes import Wish, meeting_with_reasons, parts, wishes

READ = {
    "i need to move my meeting": ("reschedule_appointment", 0.9),
    "im behind on rent": ("need_housing", 0.8),
    "i want to come in about money": ("book_appointment", 0.8),
    "hello there friend": ("greet", 0.99),
    "i owe money": ("need_debt", 0.5),
    "yeah": ("affirm", 0.9),
    "no": ("deny", 0.9),
    "say No, carry on": ("carry_on", 0.9),
    "say Yes, please": ("request_human", 0.9),
    "i need polish please": ("language_or_interpreter", 0.9),
    "my meeting needs moving": ("reschedule_appointment", 0.9),
}


async def read(text: str) -> Dict[str, Any]:
    name, confidence = READ.get(text, ("nlu_fallback", 0.3))
    return {"text": text, "intent": {"name": name, "confidence": confidence}}


@pytest.fixture
def tracker() -> DialogueStateTracker:
    return DialogueStateTracker("someone", [AnySlot("other_wishes", mappings=[{}], influence_conversation=False)])


def offered(*titles: str) -> List[Any]:
    buttons = [{"title": title, "payload": f"say {title}"} for title in titles]
    said = UserUttered("hi", {"name": "complaint"}, message_id="m")
    return [said, BotUttered("What now?", {"buttons": buttons}), ActionExecuted("action_listen")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i need to move my appointment and also im behind on rent", ["i need to move my appointment", "im behind on rent"]),
        ("I need a form. I also need a pen please", ["I need a form", "I also need a pen please"]),
        ("hello, i need help with my rent", ["hello", "i need help with my rent"]),
        ("i like bread and butter", ["i like bread and butter"]),
    ],
)
def test_where_one_thing_ends_and_another_begins(text: str, expected: List[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(("beside", "intent"), [
    ("but theres no one to watch my kids till 9.30", "need_childcare"), ("It's about the forklift course", "need_skills"), ("I use a wheelchair", "accessibility_need"),
    ("In person.", "request_human"), ("third time trying", "affirm"), ("I am skint for the bus", "need_transport"), ("my english is bad", "language_or_interpreter"),
])  # fmt: skip
def test_what_is_only_told_beside_a_meeting_is_its_reason(beside: str, intent: str) -> None:
    meeting = Wish("I want a meeting", "book_appointment", 0.98)
    assert meeting_with_reasons([meeting, Wish(beside, intent, 0.95)]) == meeting


@pytest.mark.parametrize(("beside", "intent"), [
    ("can you help with childcare", "need_childcare"), ("how do i get on a forklift course", "need_skills"), ("my husband hits me", "need_domestic_abuse"),
    ("In person with a human", "request_human"), ("let me talk to someone", "request_human"), ("I have no food", "need_food_fuel"), ("cancel the other one", "cancel_appointment"),
    ("I lost my job", "checkin_lost_job"), ("i cant sleep for worry", "need_mental_health"), ("I need money for the bus", "need_transport"),
])  # fmt: skip
def test_what_asks_for_something_else_or_is_urgent_is_no_reason(beside: str, intent: str) -> None:
    assert meeting_with_reasons([Wish("I want a meeting", "book_appointment", 0.98), Wish(beside, intent, 0.95)]) is None


@pytest.mark.parametrize(("beside", "intent"), [("he hit me again last night", "need_domestic_abuse"), ("bailiffs are coming tomorrow", "need_debt"), ("i gambled all my rent", "need_gambling")])
def test_what_is_grave_is_no_reason_though_only_guessed(beside: str, intent: str) -> None:
    assert meeting_with_reasons([Wish("I need an appointment", "book_appointment", 0.95), Wish(beside, intent, 0.45)]) is None


def test_a_meeting_that_is_only_guessed_is_none() -> None:
    assert meeting_with_reasons([Wish("see amina", "book_appointment", 0.5), Wish("my cv", "need_cv_job_search", 0.9)]) is None


def test_the_more_urgent_comes_first_and_what_means_the_same_counts_once() -> None:
    said = [Wish("a", "book_appointment", 0.9), Wish("b", "need_housing", 0.9), Wish("c", "check_appointment", 0.9)]
    assert [one.text for one in wishes(said)] == ["b", "a"]
    assert wishes([Wish("a", "greet", 0.99), Wish("b", "need_debt", 0.59)]) == []


async def test_the_urgent_wish_is_answered_and_the_other_offered(tracker: DialogueStateTracker) -> None:
    heard = await other_wish.heard(tracker, "i need to move my meeting and also im behind on rent", read)
    assert heard["text"] == "im behind on rent"
    assert other_wish.to_say(tracker).event == "other_wish"
    assert tracker.get_slot("other_wishes")["wishes"][0]["text"] == "i need to move my meeting"
    assert (await other_wish.heard(tracker, "hello there friend", read))["intent"]["name"] == "greet"
    assert other_wish.to_say(tracker) is None


async def test_what_is_wanted_on_one_day_is_one_wish(tracker: DialogueStateTracker) -> None:
    text = "i want to come in about money and also im behind on rent. same day please"
    heard = await other_wish.heard(tracker, text, read)
    assert (heard["text"], heard["intent"]["name"]) == (text, "need_housing")
    assert other_wish.to_say(tracker) is None


async def test_a_meeting_that_is_moved_stays_a_wish_of_its_own(tracker: DialogueStateTracker) -> None:
    text = "i need to move my meeting and also im behind on rent. same day please"
    assert (await other_wish.heard(tracker, text, read))["text"] == "im behind on rent"
    assert tracker.get_slot("other_wishes")["wishes"][0]["text"] == "i need to move my meeting"


async def test_an_interpreter_for_a_meeting_is_one_wish(tracker: DialogueStateTracker) -> None:
    text = "i want to come in about money. i need polish please"
    heard = await other_wish.heard(tracker, text, read)
    assert (heard["text"], heard["intent"]["name"]) == (text, "book_appointment")
    assert other_wish.to_say(tracker) is None


async def test_nothing_is_offered_beside_a_question(tracker: DialogueStateTracker) -> None:
    """A no to it goes on with what is left; a yes does that first."""
    await other_wish.heard(tracker, "my meeting needs moving. i need polish please", read)
    buttons = [{"title": title, "payload": f"say {title}"} for title in ("Yes, please", "No, carry on")]
    for event in (BotUttered("A person can get one. Shall I ask a person?", {"buttons": buttons}), ActionExecuted("action_listen")):
        tracker.update(event)
    assert other_wish.to_say(tracker) is None
    assert (await other_wish.heard(tracker, "say Yes, please", read))["intent"]["name"] == "request_human"
    assert (await other_wish.heard(tracker, "no", read))["text"] == "my meeting needs moving"
    assert other_wish.to_say(tracker) is None


@pytest.mark.parametrize("text", ["hello there friend and im behind on rent", "i owe money and im behind on rent"])
async def test_small_talk_or_an_unsure_part_is_no_second_wish(tracker: DialogueStateTracker, text: str) -> None:
    assert (await other_wish.heard(tracker, text, read))["text"] == text
    assert other_wish.to_say(tracker) is None


async def test_an_answer_to_an_open_question_is_never_split(tracker: DialogueStateTracker) -> None:
    tracker.update(ActiveLoop("questions_form"))
    text = "i need to move my meeting and also im behind on rent"
    assert (await other_wish.heard(tracker, text, read))["text"] == text


async def test_while_questions_are_put_the_other_is_named_once_and_offered_at_their_end(
    tracker: DialogueStateTracker,
) -> None:
    await other_wish.heard(tracker, "i need to move my meeting and also im behind on rent", read)
    tracker.update(ActiveLoop("questions_form"))
    assert other_wish.to_say(tracker).event == "other_wish_later"
    assert other_wish.to_say(tracker) is None
    tracker.update(ActiveLoop(None))
    assert other_wish.to_say(tracker).event == "other_wish"


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("yeah", "say Yes, please"),
        ("no", "say No, carry on"),
        ("the second one", "say No, carry on"),
        ("1", "say Yes, please"),
        ("the third one", "the third one"),
    ],
)
async def test_what_was_offered_last_says_what_is_meant(tracker: DialogueStateTracker, text: str, means: str) -> None:
    for event in offered("Yes, please", "No, carry on"):
        tracker.update(event)
    assert (await other_wish.heard(tracker, text, read))["text"] == means


async def test_a_yes_to_shall_i_is_the_first_answer(tracker: DialogueStateTracker) -> None:
    said, _, listens = offered()
    buttons = [{"title": "Talk to a person", "payload": "a person please"}]
    for event in (said, BotUttered("A person can help. Shall I ask one?", {"buttons": buttons}), listens):
        tracker.update(event)
    assert (await other_wish.heard(tracker, "yeah", read))["text"] == "a person please"


async def test_a_yes_to_nothing_that_was_offered_stays_a_yes(tracker: DialogueStateTracker) -> None:
    for event in offered("Find help", "Something else"):
        tracker.update(event)
    assert (await other_wish.heard(tracker, "yeah", read))["text"] == "yeah"


def asked(tracker: DialogueStateTracker, *intents: str) -> bool:
    for n, intent in enumerate(intents):
        tracker.update(UserUttered("words", {"name": intent}, message_id=f"m{n}"))
        tracker.update(UserUttered("played", {"name": "other_wish"}, message_id=f"m{n}/other_wish"))
    return circles.to_say(tracker) is not None


@pytest.mark.parametrize(
    ("intents", "round_and_round"),
    [
        (["need_debt"] * 3, True),
        (["check_appointment"] * 3, True),
        (["book_appointment", "check_appointment", "appointment_format"], False),
        (["need_debt"] * 2, False),
        (["need_debt", "thanks", "need_debt", "need_debt"], False),
        (["need_debt"] * 4, False),
        (["request_human"] * 3, False),
        (["affirm"] * 3, False),
        (["running_late"] * 3, False),
    ],
)
def test_the_same_thing_three_times_running(
    tracker: DialogueStateTracker, intents: List[str], round_and_round: bool
) -> None:
    assert asked(tracker, *intents) is round_and_round


def test_what_is_said_of_the_waiting_list_is_no_circle(tracker: DialogueStateTracker) -> None:
    for n, text in enumerate(["am i on the waiting list", "put me on the list then", "take me off the list"]):
        tracker.update(UserUttered(text, {"name": "check_appointment"}, message_id=f"m{n}"))
    assert circles.to_say(tracker) is None


def test_a_slot_that_is_not_there_changes_nothing() -> None:
    bare = DialogueStateTracker("someone", [])
    bare.update(SlotSet("day", None))
    assert other_wish.to_say(bare) is None
