"""How often in a row nothing was understood, and what was likely meant."""

from itertools import pairwise
from typing import Any

from rasa_sdk import Tracker

from actions.fallback import buttons, likely_meanings, misses_before, step
from casework.base.speaking import speaking

MISSED, UNDERSTOOD = "action_fallback", "action_reply"


def tracker(*turns: str) -> Tracker:
    """A conversation: what was done for each earlier message, then a message nothing was done for yet."""
    events: list[dict[str, Any]] = []
    for action in turns:
        events += [{"event": "user"}, {"event": "action", "name": action}, {"event": "action", "name": "action_listen"}]
    return Tracker("id", {}, {}, [*events, {"event": "user"}], False, None, {}, "action_listen")


def test_misses_count_only_in_a_row() -> None:
    assert misses_before(tracker()) == 0
    assert misses_before(tracker(UNDERSTOOD)) == 0
    assert misses_before(tracker(MISSED)) == 1
    assert misses_before(tracker(MISSED, MISSED)) == 2
    assert misses_before(tracker(MISSED, UNDERSTOOD)) == 0
    assert misses_before(tracker(MISSED, UNDERSTOOD, MISSED)) == 1


def ranked(*pairs: tuple[str, float]) -> dict[str, Any]:
    return {"intent_ranking": [{"name": name, "confidence": confidence} for name, confidence in pairs]}


def test_the_two_likeliest_are_put_in_plain_words() -> None:
    message = ranked(("need_debt", 0.34), ("need_housing", 0.22), ("greet", 0.1))
    assert likely_meanings(message) == ["utter_meaning_need_debt", "utter_meaning_need_housing"]


def test_nothing_is_asked_about_words_nobody_knows_or_that_have_no_meaning_of_their_own() -> None:
    assert likely_meanings(ranked(("nlu_fallback", 0.9), ("need_debt", 0.14), ("need_housing", 0.12))) == []
    assert likely_meanings(ranked(("out_of_scope", 0.14), ("greet", 0.12))) == []
    assert likely_meanings({}) == []


def test_abuse_at_home_is_never_offered_as_a_guess() -> None:
    assert likely_meanings(ranked(("need_domestic_abuse", 0.35), ("need_housing", 0.3))) == []


def test_every_miss_in_a_row_is_answered_in_another_way_and_the_third_offers_a_person() -> None:
    steps = [step(before) for before in range(9)]
    assert len(set(steps[:3])) == 3
    assert all(one != after for one, after in pairwise(steps))
    assert all("offer_person" in one for one in steps[2:])
    assert all("offer_person" not in one for one in steps[:2])


def test_they_are_shown_in_the_language_spoken_and_stand_for_english() -> None:
    assert buttons(["utter_meaning_need_debt"]) == [
        {"title": "Help with money I owe", "payload": "Help with money I owe"},
        {"title": "Talk to a person", "payload": "Talk to a person"},
    ]
    with speaking("cy"):
        assert buttons([]) == [{"title": "Siarad â pherson", "payload": "Talk to a person"}]
