"""Answers in people's own words, with apologies, typing faults and some Welsh; and what must never be read lightly."""

import time
from pathlib import Path

import pytest
import yaml

from casework import safeguarding
from casework.checkins.answers import is_plain, read
from casework.checkins.questions import bank
from casework.checkins.telling import without_asides

ROWS = yaml.safe_load(Path(__file__).with_name("worded_answers.yml").read_text("utf-8"))
HARM = [
    "want to end it all",
    "i want to kill myself",
    "he hits me",
    "i cant go on",
    "been cutting myself again",
    "took an overdose last night",
]
LEAD = ["3 ", "its been rubbish tbh and ", "sorry for late reply its going ok but ", "all good sorry only just seen this. ", "its ok "]


@pytest.mark.parametrize(("question", "said", "means"), [*ROWS["answers"], *ROWS["later"]])
def test_it_is_read_as_meant(question: str, said: str, means: str | list[str]) -> None:
    wanted = means if isinstance(means, list) else [means]
    assert (read(bank().asked(question), said) or "none") in wanted


@pytest.mark.parametrize("lead", LEAD)
@pytest.mark.parametrize("harm", HARM)
def test_danger_is_never_merely_an_answer(lead: str, harm: str) -> None:
    """It is never good or so so; and safety, which reads first, stops it before it could be a mere 3."""
    assert safeguarding.read(lead + harm), lead + harm
    assert read(bank().asked("day_1"), lead + harm) not in ("good", "ok")
    assert not is_plain(lead + harm) or read(bank().asked("day_1"), lead + harm) == "struggling"


def test_what_is_left_without_asides() -> None:
    assert {said: without_asides(said) for said in APART} == APART


APART = {
    "sorry only just seen this. its ok": "its ok",
    "Sorry for late reply all good": "all good",
    "soz mate, didnt see ur text. hate it": "hate it",
    "I mean works ok": "works ok",
    "sorry": "",
    "hi, thanks!": "",
    "im sorry to say im leaving": "to say im leaving",
    "I like it": "i like it",
    "I was late for work": "i was late for work",
}


@pytest.mark.parametrize("said", ["what help is there with my rent and council tax", "sorry", "", "who are you"])
def test_what_is_no_answer_is_not_plain(said: str) -> None:
    assert not is_plain(said)


@pytest.mark.parametrize("word", ["so ", "yes still ", "its ", "a bit ", "not getting ", "work ", "sorry for late ", "it here "])
def test_no_long_text_is_slow(word: str) -> None:
    began = time.perf_counter()
    read(bank().asked("day_1"), word * 200 + "x")
    assert time.perf_counter() - began < 1
