"""A phone that somebody else may read is told nothing of what it is about, by whatever may be answered there."""

import re
from pathlib import Path

import pytest

from casework import texts
from casework.base.domain import originals
from casework.base.speaking import discreetly, speaking
from casework.base.words import responses, words
from casework.checkins import bank
from casework.checkins.outcomes import outcomes
from tests.casework.texts.test_welsh_wordings import WELSH
from tests.casework.texts.test_wordings import LONG

ROOM = Path(texts.__file__).parent
# What the text door says, and what is answered there to check-ins and to news of a job.
FILES = ("texts", "often", "checkins", "checkin_answers", "jobs")
NAMED = re.compile(r'"(utter_\w+)"')
# What somebody hears who gave us their details by text.
REGISTERED = {"utter_register_done", "utter_register_known"}
# Not asked there at all.
PAYDAY = {"utter_job_ask_first_payday", "utter_job_payday", "utter_job_payday_unknown"}
BY_OTHERS = {name for path in ROOM.glob("*.py") for name in NAMED.findall(path.read_text())}
NAMES = sorted(({name for file in FILES for name in originals()[file]} | REGISTERED | (BY_OTHERS & responses().keys())) - PAYDAY)
VALUES = {"council": "Northbridge Council", "question": "How are things?", "payday": "First payday: not known yet."}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("language", "values"), [("en", LONG), ("cy", WELSH)])
def test_no_answer_tells_what_it_is_about(name: str, language: str, values: dict[str, object]) -> None:
    with discreetly(), speaking(language):
        said = words(name, "sms", **(values | VALUES | {"worker": "Sam", "news": "A fair for you."}))
    shown = " ".join([said.text, *(one["title"] for one in said.choices)])
    assert bank().neutral.tells(shown) == [], shown
    assert "Northbridge" not in shown


def test_the_list_knows_the_words() -> None:
    assert bank().neutral.tells("Your worker, Northbridge job support") == ["worker", "job"]


def test_the_door_is_read_whole() -> None:
    assert {"utter_text_started", "utter_text_late", "utter_checkin_done_left", "utter_booking_late_other_day"} <= set(NAMES)
    assert {f"utter_checkin_done_{one}" for one in outcomes().outcomes} <= set(NAMES)
    assert len(NAMES) > 70


def test_each_stands_for_something_that_is_said() -> None:
    assert [name for name in originals()["neutral"] if name.removesuffix("_neutral") not in responses()] == []
