"""When the person is asked which of two things they mean, and when the assistant goes by its best reading."""

import pytest

from bot.doubt import settled, unguessed

RESPONSES = {"utter_meaning_need_debt", "utter_meaning_need_housing", "utter_meaning_need_domestic_abuse"}


def read(*pairs):
    ranking = [{"name": name, "confidence": confidence} for name, confidence in pairs]
    return {"intent": ranking[0], "intent_ranking": ranking}


def test_between_two_likely_meanings_neither_is_taken():
    parsed = settled(read(("need_debt", 0.4), ("need_housing", 0.3)), RESPONSES)
    assert parsed["intent"]["name"] == "nlu_fallback"
    assert [one["name"] for one in parsed["intent_ranking"]] == ["need_debt", "need_housing"]


@pytest.mark.parametrize(
    "ranking",
    [
        (("need_debt", 0.6), ("need_housing", 0.3)),
        (("need_debt", 0.4), ("need_housing", 0.1)),
        (("need_debt", 0.4),),
        (("need_debt", 0.4), ("greet", 0.3)),
        (("greet", 0.4), ("need_debt", 0.3)),
        (("need_domestic_abuse", 0.4), ("need_debt", 0.3)),
        (("nlu_fallback", 0.1), ("need_debt", 0.3), ("need_housing", 0.3)),
    ],
)
def test_else_the_message_stays_as_it_was_read(ranking):
    parsed = read(*ranking)
    assert settled(parsed, RESPONSES) == parsed


@pytest.mark.parametrize("other", [("need_debt", 0.3), ("greet", 0.05)])
def test_of_abuse_at_home_nothing_is_said_on_a_guess(other):
    assert settled(read(("need_domestic_abuse", 0.35), other), RESPONSES)["intent"]["name"] == "nlu_fallback"


def test_nor_in_the_middle_of_questions():
    assert unguessed(read(("need_domestic_abuse", 0.35)))["intent"]["name"] == "nlu_fallback"
    for parsed in (read(("need_domestic_abuse", 0.4)), read(("need_debt", 0.2))):
        assert unguessed(parsed) == parsed


def test_an_event_of_ours_has_no_ranking():
    parsed = {"intent": {"name": "other_wish", "confidence": 1.0}}
    assert settled(parsed, RESPONSES) == parsed
