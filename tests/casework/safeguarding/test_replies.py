"""Every pack has its words, they fit two texts, and a nine-year-old can read them."""

import re
from itertools import chain
from typing import Any

import pytest
import textstat

from casework import directory
from casework.base.clock import now
from casework.base.words import responses
from casework.safeguarding import reply
from casework.safeguarding.data import load

PACKS = sorted({pack for row in load("packs.yml")["classes"].values() for pack in row["packs"].values()})
NATIONS = ["england", "wales", "scotland", "northern_ireland"]
GSM_7 = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
TWO_TEXTS = 306
NINE_YEARS_OLD = 4
PRESSED = re.compile(r"press 55|under 18")
SAFETY = {name: wordings for name, wordings in responses().items() if name.startswith("utter_safety_")}


def texts(pack: str, channel: str | None) -> list[str]:
    return [one["text"] for one in SAFETY[f"utter_safety_{pack.lower()}"] if one.get("channel") == channel]


def test_every_class_has_a_priority_and_a_pack() -> None:
    for row in load("packs.yml")["classes"].values():
        assert row["priority"] in ("P0", "P1", "P2", "P3")
        assert "self" in row["packs"]


@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_has_two_wordings_so_that_none_is_said_twice_running(pack: str) -> None:
    assert len(set(texts(pack, None))) >= 2
    assert pack == "calm" or len(set(texts(pack, "sms"))) >= 2


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_fits_two_plain_texts(pack: str, nation: str) -> None:
    found = directory.contacts(reply(pack).contacts, nation, now())[:3]
    contacts = "\n".join(directory.render(found, "sms"))
    for text in texts(pack, "sms"):
        said = text.format(contacts=contacts, emergency="999", homeless="020 7946 0000", promise="")
        assert set(said) <= GSM_7
        assert len(said) <= TWO_TEXTS, said


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("pack", [pack for pack in PACKS if reply(pack).contacts])
def test_what_is_said_again_fits_too(pack: str, nation: str) -> None:
    found = directory.contacts(reply(pack).contacts, nation, now())[:3]
    contacts = "\n".join(directory.render(found, "sms"))
    for text in [*texts("again_now", "sms"), *texts("again_soon", "sms")]:
        said = text.format(contacts=contacts, emergency="999")
        assert set(said) <= GSM_7
        assert len(said) <= TWO_TEXTS, said


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
