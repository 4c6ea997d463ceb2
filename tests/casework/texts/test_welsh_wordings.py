"""Every Welsh wording of a text costs what the English one promises, and is sent without dear letters."""

from typing import Any

import pytest

from casework.base.packs import pack
from casework.base.speaking import speaking
from casework.base.words import phrase, words
from casework.checkins import questions
from casework.messaging import as_text
from casework.outbox import length
from tests.casework.checkins.test_data import FILLED
from tests.casework.texts.test_wordings import LONG, PROMISED, at_its_place, contacts

WELSH = LONG | {
    "often": "bob wythnos i ddechrau, yna'n llai",
    "when": "dydd Mercher 23 Gorffennaf am 11:30am",
    "When": "Dydd Mercher 23 Gorffennaf am 11:30am",
    "opens": "dydd Mercher 23 Gorffennaf am 11:30am",
    "until": "11:30am",
    "window": "dydd Llun, dydd Mercher, dydd Iau, dydd Sadwrn a dydd Sul, 10:30am - 12:30pm",
    "day": "23 Gorffennaf 2027",
    "place": "Rhif 12 yn y ciw ydych chi.",
    "choices": "O dan 16, 16 i 17, 18 i 21, Well gen i beidio dweud",
}
CASES = [
    (name, one) for name, all_of_it in pack("cy").responses.items() for one in all_of_it if one.get("channel") == "sms"
]


@pytest.mark.parametrize(("name", "wording"), CASES, ids=lambda one: one if isinstance(one, str) else "")
def test_it_fits(name: str, wording: dict[str, Any]) -> None:
    promised = next((parts for start, parts in PROMISED.items() if name.startswith(start)), 1)
    choices = [{"title": one["title"], "text": one["payload"]} for one in wording["buttons"]]
    for lines in contacts(name):
        text = as_text(wording["text"].format(**at_its_place(name, WELSH), contacts=lines), choices, "cy")
        found = length(text)
        assert found.encoding == "GSM-7", text
        assert found.parts <= promised, f"{found.units}: {text}"


def test_letters_with_a_roof_would_cost_more() -> None:
    dear = "Gŵyl yn y tŷ: â ê î ô û"
    assert length(as_text(dear, [])).encoding == "UCS-2"
    assert as_text(dear, [], "cy") == "Gwyl yn y ty: a e i o u"


@pytest.mark.parametrize("name", [name for name in pack("cy").responses if name.startswith(("utter_checkin_done_", "utter_job_ask_"))])
def test_what_is_answered_by_text_is_one_part(name: str) -> None:
    filled = FILLED | {"when": WELSH["when"], "day": WELSH["day"], "payday": f"Cyflog cyntaf: {WELSH['day']}."}
    with speaking("cy"):
        said = words(name, "sms", **filled)
    found = length(as_text(said.text, said.choices, "cy"))
    assert (found.encoding, found.parts) == ("GSM-7", 1), said.text


@pytest.mark.parametrize("name", questions.bank().questions)
def test_a_check_in_is_one_part(name: str) -> None:
    with speaking("cy"):
        asked = questions.bank().questions[name].as_said()
        opening = phrase(questions.bank().opening)
        whole = questions.filled_in(f"{opening} {asked.text}", questions.LONG_NAME, questions.LONG_COUNCIL)
        assert questions.fits(whole, asked), as_text(whole, asked.offered, "cy")
        assert asked.text.count("?") == 1
        assert questions.fits(words("utter_checkin_unclear", "sms", question=asked.text).text, asked)


@pytest.mark.parametrize("name", questions.bank().follow_ups)
def test_a_follow_up_is_one_part(name: str) -> None:
    with speaking("cy"):
        asked = questions.bank().follow_ups[name].as_said()
        assert questions.fits(words("utter_checkin_unclear", "sms", question=asked.text).text, asked)


def test_a_choice_stands_for_the_same_in_welsh() -> None:
    with speaking("cy"):
        asked = questions.bank().questions["day_1"].as_said()
    assert asked.offered[0] == {"title": "Da", "text": "Good"}
