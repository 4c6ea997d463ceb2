"""Every pack has its words, they fit two texts, and a nine-year-old can read them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from typing import Any

import pytest
import textstat

from casework import outbox
from casework.base.speaking import speaking
from casework.base.words import responses
from casework.council import NATIONS, Nation, council, say_when
from casework.directory import Signpost
from casework.messaging import as_text, safety_words
from casework.messaging.safety_words import Situation
from casework.safeguarding import reply
from casework.safeguarding.data import load

PACKS = sorted({pack for row in load("packs.yml")["classes"].values() for pack in row["packs"].values()})
SILENT = ("calm", "R10")
# In hours; at the end of the last day before a week without work; at night.
MOMENTS = [datetime(2026, 11, 24, 10, tzinfo=UTC), datetime(2026, 12, 28, 16, 58, tzinfo=UTC), datetime(2026, 12, 30, 3, tzinfo=UTC)]
NINE_YEARS_OLD = 4
PRESSED = re.compile(r"press 55|under 18")
SAFETY = {name: wordings for name, wordings in responses().items() if name.startswith("utter_safety_")}


def texts(pack: str, channel: str | None) -> list[str]:
    return [one["text"] for one in SAFETY[f"utter_safety_{pack.lower()}"] if one.get("channel") == channel]


def by_text(nation: Nation, at: datetime) -> Situation:
    return Situation(council().area("northbridge").model_copy(update={"nation": nation}), "sms", "P1", at)


def test_every_class_has_a_priority_and_a_pack() -> None:
    for row in load("packs.yml")["classes"].values():
        assert row["priority"] in ("P0", "P1", "P2", "P3")
        assert "self" in row["packs"]


@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_has_two_wordings_so_that_none_is_said_twice_running(pack: str) -> None:
    assert len(set(texts(pack, None))) >= 2
    assert pack == "calm" or len(set(texts(pack, "sms"))) >= 2


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("pack", [pack for pack in PACKS if pack not in SILENT])
@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("at", MOMENTS, ids=str)
def test_a_pack_fits_two_texts_with_when_a_person_will_look(
    pack: str, nation: Nation, language: str, at: datetime
) -> None:
    situation = by_text(nation, at)
    found = safety_words.contacts(reply(pack), situation)
    again = ["utter_safety_again_now", "utter_safety_again_soon"] if found else []
    for name in [f"utter_safety_{pack.lower()}", *again]:
        said: list[str] = []
        with speaking(language):
            for _ in range(len(SAFETY[name]) // 2):
                one = safety_words.fitting(name, found, situation, said)
                said.append(one.text)
                length = outbox.length(as_text(one.text, one.choices, language))
                assert (length.encoding, length.parts) == ("GSM-7", 2) or length.parts == 1, one.text
                assert say_when(safety_words.promised(situation), at) in one.text
                if "{contacts}" in SAFETY[name][-1]["text"]:
                    assert shown_in(one.text, found) >= min(1 if reply(pack).near else 2, len(found))
                    numbers = [contact.text.number for contact in found if contact.text and not reply(pack).near]
                    assert not numbers or any(number in one.text for number in numbers)
        assert len(set(said)) == len(said)


def shown_in(text: str, found: Sequence[Signpost]) -> int:
    return sum((one.phone_shown or one.text.number) in text for one in found if one.phone_shown or one.text)


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("pack", [pack for pack in PACKS if pack not in SILENT])
def test_one_contact_on_the_web_is_no_call(pack: str, nation: Nation) -> None:
    found = safety_words.contacts(reply(pack), replace(by_text(nation, MOMENTS[0]), channel="web"))
    assert 1 <= len(found) <= 3
    assert any(one.without_call for one in found)


@pytest.mark.parametrize("pack", PACKS)
def test_at_most_sixty_words_come_before_the_contacts(pack: str) -> None:
    for text in texts(pack, None):
        assert len(text.split("{contacts}")[0].split()) <= 60


def test_no_number_is_typed_in_a_text() -> None:
    typed = [
        one["text"] for one in chain(*SAFETY.values()) if any(sign.isdigit() for sign in PRESSED.sub("", one["text"]))
    ]
    assert typed == []


def test_a_watched_phone_is_told_nothing() -> None:
    for text in texts("R10", "sms"):
        assert not {"safe", "abuse", "council", "help", "{contacts}"} & set(text.lower().split())


def grade(wordings: list[dict[str, Any]]) -> float:
    """School grade by sentence and word length; grade 4 is age nine."""
    words = " ".join(one["text"] for one in wordings).replace("{contacts}", "").replace("{promise}", "")
    return float(
        textstat.automated_readability_index(words.replace("{emergency}", "them").replace("{homeless}", "them"))
    )


@pytest.mark.parametrize("name", sorted(SAFETY))
def test_a_nine_year_old_can_read_it(name: str) -> None:
    assert grade(SAFETY[name]) <= NINE_YEARS_OLD
