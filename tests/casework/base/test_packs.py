"""A language pack: its faults are named by file and line, and what it has is said in its language."""

import json
import shutil
from pathlib import Path

import pytest

from casework.base import packcounts, packs
from casework.base.domain import originals
from casework.base.packfile import places_of
from casework.base.packs import LANGUAGES
from casework.base.settings import ROOT
from casework.base.speaking import speaking
from casework.base.words import choice_texts, phrase, responses, words
from casework.base.yamlfile import DataError

STAFF = {name for name in responses() if name.startswith("utter_alert")}


@pytest.fixture
def welsh(tmp_path: Path) -> Path:
    """A copy of the Welsh pack that may be spoilt."""
    return shutil.copytree(LANGUAGES / "cy", tmp_path / "cy")


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


FAULTS = [
    ("smalltalk.yml", "utter_greet:", "utter_gret:", r"smalltalk.yml line \d+: responses.utter_gret: English has no such"),
    ("smalltalk.yml", "gymorth {council}", "gymorth {cyngor}", r"utter_hello\[0\].text: must have {council} to fill in"),
    ("smalltalk.yml", "gymorth {council}", "gymorth {council", r"utter_hello\[0\].text: must have {council} to fill in"),
    ("smalltalk.yml", '"Gofyn cwestiwn", ', "", r"utter_hello\[0\].buttons: must be 4, as in English"),
    ("handoff.yml", "channel: sms, ", "", r"line \d+: responses.utter_handoff_open: must have its wordings for any channel, sms"),
    ("handoff.yml", "reviewed: false", "reviewed: true", r"\[0\].reviewed: needs who and when"),
    ("handoff.yml", "reviewed: false", "reviewed: {by: Nia}", r"reviewed.on: is missing"),
    ("handoff.yml", ", reviewed: false", "", r"\[0\].reviewed: is missing"),
    ("safeguarding.yml", "leave: [utter_alert,", "leave: [utter_alert_fax,", r"leave\[0\]: English has no utter_alert_fax"),
    ("phrases/screening.yml", 'en: "How old are you?"', 'en: "What is your age?"', r"phrases/screening.yml line \d+: .*says no such"),
    ("phrases/screening.yml", "byw yn ardal {area}?", "byw yma?", r"said: must have {area} to fill in"),
    ("phrases/screening.yml", 'said: "Ie"', 'said: "Do"', r"Yes is said in another way in another file"),
]


@pytest.mark.parametrize(("file", "old", "new", "fault"), FAULTS)
def test_a_fault_is_named_by_file_and_line(welsh: Path, file: str, old: str, new: str, fault: str) -> None:
    spoil(welsh / file, old, new)
    with pytest.raises(DataError, match=fault):
        packs.load(welsh)


def test_a_missing_file_and_one_too_many_are_faults_together(welsh: Path) -> None:
    (welsh / "handoff.yml").rename(welsh / "handof.yml")
    with pytest.raises(DataError) as found:
        packs.load(welsh)
    assert str(found.value).split("\n") == [
        "cy/handoff.yml line 1: is missing",
        "cy/handof.yml line 1: mirrors no file of domain/",
    ]


def test_nothing_that_people_are_told_is_missing_in_welsh() -> None:
    left = {name for topic in packs.pack("cy").topics.values() for name in topic.leave}
    assert {name for name in left if not name.startswith("utter_language_")} == STAFF
    assert [name for name, count in packcounts.counts(packs.pack("cy")).items() if count.missing] == []


def test_what_is_missing_is_counted_and_said_in_english(welsh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (welsh / "fallback.yml").read_text("utf-8").split("\n")
    at = lines.index("  utter_which_of_two:")
    (welsh / "fallback.yml").write_text("\n".join(lines[:at] + lines[at + 2 :]), "utf-8")
    spoilt = packs.load(welsh)
    assert packcounts.counts(spoilt)["fallback.yml"].missing == 1
    monkeypatch.setattr("casework.base.words.wordings_of", lambda _: spoilt.responses)
    with speaking("cy"):
        assert words("utter_which_of_two").language == "en"
        assert words("utter_offer_person").language == "cy"


def test_a_review_counts_once_it_has_a_name_and_a_day(welsh: Path) -> None:
    spoil(welsh / "fallback.yml", "reviewed: false", "reviewed: {by: Nia Example, on: 2026-12-01}")
    count = packcounts.counts(packs.load(welsh))["fallback.yml"]
    assert (count.reviewed, count.unreviewed) == (1, 9)


def test_words_are_welsh_where_welsh_is_spoken_and_nowhere_else() -> None:
    with speaking("cy"):
        said = words("utter_fault")
    assert said.choices == [{"title": "Siarad â pherson", "text": "I want to talk to a person"}]
    assert said.language == "cy"
    assert words("utter_fault").text.startswith("I am sorry")
    assert choice_texts("utter_fault") == ["I want to talk to a person"]


def test_a_sentence_with_a_name_in_it_is_known_too() -> None:
    with speaking("cy"):
        assert phrase("Do you live in the Northbridge area?") == "Ydych chi'n byw yn ardal Northbridge?"
        assert phrase("Said by nobody.") == "Said by nobody."
    assert phrase("How old are you?") == "How old are you?"


def test_no_number_is_typed_in_welsh_either() -> None:
    numbers = [one for one in responses() if one.startswith("utter_safety_")]
    for name in numbers:
        for said in packs.pack("cy").responses.get(name, []):
            bare = said["text"].replace("55", "").replace("18 oed", "")
            assert not any(sign.isdigit() for sign in bare), name


def test_every_file_of_domain_is_mirrored() -> None:
    assert set(packs.pack("cy").topics) == set(originals())


def test_the_words_around_the_chat_have_the_same_names_and_places() -> None:
    english, cy = (json.loads((ROOT / f"api/web/widget/words.{code}.json").read_text("utf-8")) for code in ("en", "cy"))
    assert cy.pop("reviewed") is False
    assert english.keys() == cy.keys()
    assert english["page"].keys() == cy["page"].keys()
    for name, said in english.items():
        if isinstance(said, str):
            assert places_of(said) == places_of(cy[name]), name
