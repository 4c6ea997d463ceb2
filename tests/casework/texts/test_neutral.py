"""A phone that somebody else may read is told nothing of what it is about, by whatever may be answered there."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from casework import texts
from casework.base.domain import originals
from casework.base.packs import pack
from casework.base.speaking import discreetly, speaking
from casework.base.words import neutral_of, responses, words
from casework.checkins import bank
from casework.checkins.outcomes import outcomes
from tests.casework.texts.test_welsh_wordings import WELSH
from tests.casework.texts.test_wordings import LONG

ROOM = Path(texts.__file__).parent
# What the text door says, and what is answered there to check-ins and to news of a job.
FILES = ("texts", "often", "checkins", "checkin_answers", "jobs")
NAMED = re.compile(r'"(utter_\w+)"')
PLACE = re.compile(r"\{(\w+)\}")
# What somebody hears who gave us their details by text.
REGISTERED = {"utter_register_done", "utter_register_known"}
# Not asked there at all.
PAYDAY = {"utter_job_ask_first_payday", "utter_job_payday", "utter_job_payday_unknown"}
BY_OTHERS = {name for path in ROOM.glob("*.py") for name in NAMED.findall(path.read_text())}
NAMES = sorted(({name for file in FILES for name in originals()[file]} | REGISTERED | (BY_OTHERS & responses().keys())) - PAYDAY)
# Lines of the directory are said there without their names; a programme's name and words not at all.
VALUES = {"services": "Call 01632 960110 (open now, until 4pm)", "opening": "You want help with debt:",
          "programme": "Benefit to Work", "summary": "Work.", "note": "Benefits.", "council": "Northbridge Council", "question": "How are things?", "payday": "First payday: not known yet."}


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
    assert bank().neutral.tells("Depression, anxiety, your doctor. Iselder") == ["depression", "anxiety", "doctor", "iselder"]
    assert bank().neutral.tells("How are things? Shall somebody ring you?") == []


def test_the_door_is_read_whole() -> None:
    assert {"utter_text_started", "utter_text_late", "utter_checkin_done_left", "utter_booking_late_other_day"} <= set(NAMES)
    assert {f"utter_checkin_done_{one}" for one in outcomes().outcomes} <= set(NAMES)
    assert len(NAMES) > 70


# Danger outranks all else: what is said then is its own pack on a phone that is watched. Meanings say back what they
# themselves seemed to say.
SPEAK_PLAINLY = {"safeguarding", "meanings", "opening_hours"}
# What the person plainly asked about there, or what never goes by text; "work" is of a code, a time or a day.
KNOWN = PAYDAY | {
    "utter_screening_likely",
    "utter_screening_possible",
    "utter_screening_warning",
    "utter_screening_demonstration",
    "utter_screening_then_likely",
    "utter_screening_then_possible",
    "utter_screening_then_unlikely",
    "utter_key_worker_change_subject",
    "utter_consent_news",
    "utter_consent_share",
    "utter_booking_entry",
    "utter_booking_entry_cancelled",
    "utter_booking_why_outside",
    "utter_identity_sent",
    "utter_identity_ask_name",
    "utter_identity_refused",
    "utter_identity_code",
    "utter_identity_code_for_texts",
}
EVERY = sorted(
    name
    for file, names in originals().items()
    if file not in SPEAK_PLAINLY
    for name in names
    if not name.endswith("_neutral")
)


@pytest.mark.parametrize("name", EVERY)
def test_whatever_may_be_said_by_text_tells_nothing_but_what_is_listed(name: str) -> None:
    values = defaultdict(str, LONG | VALUES | {"worker": "Sam", "news": "A fair for you."})
    with discreetly():
        said = filled(name, values)
    tells = [*bank().neutral.tells(said), *(["Northbridge"] if "Northbridge" in said else [])]
    assert bool(tells) == (name in KNOWN), said


def filled(name: str, values: defaultdict[str, object]) -> str:
    """As `words` does it; what a caller gives besides stays empty."""
    wordings = responses()[neutral_of(name)]
    mine = [one for one in wordings if one.get("channel") == "sms"] or [one for one in wordings if "channel" not in one]
    return " ".join(
        " ".join([one["text"].format_map(values), *(button["title"] for button in one.get("buttons", ()))]) for one in mine
    )


@pytest.mark.parametrize("name", sorted(originals()["neutral"]))
@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_neutral_wording_names_only_what_its_caller_gives(name: str, language: str) -> None:
    given = {one for wording in responses()[name.removesuffix("_neutral")] for one in PLACE.findall(wording["text"])}
    every = responses() if language == "en" else pack("cy").responses
    told = {one for wording in every[name] for one in PLACE.findall(wording["text"])}
    about_us = {"council", "phone", "emergency"} if name.startswith("utter_text_") else set()
    assert told <= given | about_us


def test_each_stands_for_something_that_is_said() -> None:
    assert [name for name in originals()["neutral"] if name.removesuffix("_neutral") not in responses()] == []
