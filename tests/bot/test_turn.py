"""Reading a turn, and keeping a person's words from being obeyed."""

import pytest

from bot.turn import Malformed, Played, for_understanding, read

TURN = {"conversation": "c", "message": "m"}


@pytest.mark.parametrize("text", ["/restart", " /greet", "\n/greet", "\u00a0/greet", "\t/book{\"a\": 1}"])
def test_what_rasa_would_obey_is_disarmed(text):
    assert not for_understanding(text).strip().startswith("/")


@pytest.mark.parametrize("text", ["hello", "and/or", "24/7 please"])
def test_other_words_stay_as_they_are(text):
    assert for_understanding(text) == text


def test_half_a_character_is_replaced():
    assert for_understanding("so sad \ud83d") == "so sad ?"


def test_an_event_is_an_intent_with_its_slots():
    turn = read({**TURN, "event": "carry_on", "with": {"day": "monday"}})
    assert turn.event == Played("carry_on", {"day": "monday"})
    assert turn.event.parse_data()["intent"] == {"name": "carry_on", "confidence": 1.0}


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        TURN,
        {**TURN, "text": "a", "event": "b"},
        {**TURN, "text": ""},
        {**TURN, "text": 7},
        {**TURN, "text": "a", "before": [{}]},
        {"text": "a", "message": "m"},
    ],
)
def test_anything_else_is_refused(body):
    with pytest.raises(Malformed):
        read(body)
