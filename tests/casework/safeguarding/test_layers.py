"""The second layer may add and raise, never lower; it reads what is left without figures of speech and denials."""

import logging
from pathlib import Path

import pytest

from casework.base.settings import settings
from casework.safeguarding import layers
from casework.safeguarding.classes import Finding
from casework.safeguarding.layers import _together
from casework.safeguarding.learned import Guess, Learned, parts
from casework.safeguarding.rules import Noticed, reader

BY_PATTERNS = Finding("abuse", "P1", "self", "R9", "he hits me")


def left(text: str) -> list[str]:
    return list(parts(text, reader().notice(text)))


def test_a_message_is_read_whole_and_in_clauses() -> None:
    assert left("hello there. the bus was late but i came") == [
        "hello there. the bus was late but i came",
        "hello there",
        "the bus was late",
        "i came",
    ]


def test_a_figure_of_speech_is_not_read() -> None:
    assert left("i could murder a brew") == ["i could"]


def test_what_is_denied_is_not_read_and_what_stands_beside_it_is() -> None:
    assert left("im not going to kill myself. i cut the grass") == ["i cut the grass"]


@pytest.mark.parametrize("text", ["", "  ", "ok", "?!", "\n\n", "👍"])
def test_nothing_to_read_is_nothing(text: str) -> None:
    assert left(text) == []


def test_no_message_is_read_in_more_than_a_dozen_parts() -> None:
    assert len(left("one more thing. " * 300)) <= 12


def test_it_adds_what_the_patterns_missed() -> None:
    found = _together(None, Guess("suicide_indirect", 0.3, "they would all be fine"))
    assert (found.class_, found.priority, found.pack, found.clause) == (
        "suicide_indirect",
        "P1",
        "R3",
        "they would all be fine",
    )


def test_it_raises_where_it_is_sure_of_the_class() -> None:
    sure = Guess("suicide_now", 0.9, "tonight")
    assert (_together(BY_PATTERNS, sure).class_, _together(BY_PATTERNS, sure).also) == ("suicide_now", ("abuse",))
    assert _together(BY_PATTERNS, Guess("suicide_now", 0.2, "tonight")).class_ == "abuse"


@pytest.mark.parametrize("class_", ["bereavement", "extreme_distress", "no_food_heat"])
def test_it_never_lowers(class_: str) -> None:
    found = _together(BY_PATTERNS, Guess(class_, 1.0, "words"))
    assert (found.class_, found.priority, found.pack) == ("abuse", "P1", "R9")
    assert class_ in found.also


def test_what_is_happening_now_is_life_at_risk() -> None:
    found = _together(None, Guess("suicide_indirect", 0.4, "the bottle is empty now", now=True))
    assert (found.class_, found.priority, found.pack) == ("suicide_now", "P0", "R1")
    raised = _together(BY_PATTERNS, Guess("slavery", 0.2, "he is here", now=True))
    assert (raised.class_, raised.priority, raised.pack) == ("abuse_now", "P0", "R8")


def test_a_class_without_a_graver_one_keeps_its_reply() -> None:
    found = _together(None, Guess("child_risk", 0.9, "he is alone", now=True))
    assert (found.class_, found.priority, found.pack) == ("child_risk", "P0", "R13")


def test_somebody_worried_is_answered_as_such() -> None:
    assert _together(None, Guess("suicide_other", 0.9, "my mate")).voice == "other"
    assert _together(None, Guess("abuse_doing", 0.9, "i shouted")).voice == "doer"


def test_without_it_the_patterns_still_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("HANDRAIL_HOME", str(tmp_path))
    settings.cache_clear()
    layers.learned.cache_clear()
    try:
        with caplog.at_level(logging.ERROR):
            found = layers.read("i want to die")
        assert found
        assert found.class_ == "suicide_thoughts"
        assert "handrail prepare" in caplog.text
    finally:
        monkeypatch.undo()
        settings.cache_clear()
        layers.learned.cache_clear()


def test_an_unread_message_is_never_shown_to_the_classifier_as_something_else() -> None:
    noticed = Noticed({}, figures=((0, 5), (3, 9)))
    assert list(parts("abcdefghij klm", noticed)) == ["j klm"]


@pytest.mark.parametrize(
    ("text", "pack"),
    [
        ("he reads my texts and he hits me", "R10"),
        ("someone else has this phone. i am homeless tonight", "R10"),
        ("i hit my wife and i want to die", "R2"),
        ("my partner wont let me go to work", "R9"),
    ],
)
def test_of_several_alike_the_likelier_hint_is_answered_but_nothing_sure_and_no_watched_phone_stands_back(
    text: str, pack: str
) -> None:
    found = layers.read(text)
    assert found
    assert found.pack == pack


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("plz stop my phone is always going off", ["plz stop my"]),
        ("hands keep going numb from the machine", []),
        ("this aint her phone", []),
        ("i cant be doing with it", []),
        ("this aint her phone. he took it", [". he took it", "he took it"]),
        ("my hands are going numb", ["my hands are going numb"]),
    ],
)
def test_a_busy_phone_and_tired_hands_are_not_read_and_the_danger_beside_them_is(said: str, rest: list[str]) -> None:
    assert left(said) == rest


def guessed(second: Learned, text: str) -> Guess | None:
    noticed = reader().notice(text)
    return second.guess(second.first(text, noticed), noticed)


WELSH = ["dim mwy o negeseuon", "ddim yn gwybod", "pryd mae fy neges nesaf", "stop y tecsts plis"]


def test_the_second_layer_says_nothing_of_short_welsh_and_reads_the_english_beside_it() -> None:
    second = layers.learned()
    assert second
    assert not [one for one in WELSH if guessed(second, one)]
    for one in ("ddim yn gwybod. he hits me", "ddim yn gwybod i want to end it all"):
        assert guessed(second, one)


def test_the_patterns_read_short_welsh() -> None:
    found = layers.read("dim bwyd")
    assert found
    assert found.class_ == "no_food_heat"
