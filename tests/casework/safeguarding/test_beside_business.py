"""Danger told beside business is read as if it stood alone: made of messages that teach, of which no reader learnt from these."""

from itertools import cycle
from pathlib import Path

import pytest

from casework.safeguarding import layers, read
from casework.safeguarding.business import pieces
from casework.safeguarding.teaching import messages
from encoder.adapter import kept_back

MOST_WORDS, FEWEST = 18, 250
GRAVE = "P1"
KEPT = 0.88
"""Of messages that are grave alone, how many must stay as grave with business before or behind them."""
BUSINESS = range(3, 10)
APART = (", ", ", ", ". ")


def test_a_message_falls_into_clauses() -> None:
    assert pieces("hi, can i book a meeting, my ex raped me and i need a woman") == ["hi", "can i book a meeting", "my ex raped me", "i need a woman"]
    assert pieces("yes please, thanks. bread and butter") == ["yes please, thanks", "bread and butter"]
    assert pieces("  ,. ") == []


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("my ex raped me, can i have an appointment next week", "sexual_violence"),
        ("hiya, i started the new job monday, he's always threatening me", "abuse"),
        ("do i have to bring my passport, i dont want to live", "suicide_thoughts"),
        ("my brother just had a seizure and he isnt coming round, ok see you thursday", "overdose_medical"),
    ],
)
def test_business_beside_it_does_not_hide_it(home: Path, text: str, danger: str) -> None:
    found = read(text)
    assert found
    assert (found.class_, found.priority <= GRAVE) == (danger, True)


@pytest.mark.parametrize(
    "text",
    [
        "im on the bridge, tower bridge, stuck behind a marathon",
        "can i book a meeting, and is there a bus to the library",
        "she's banging on the door, my mum, she's forgotten her keys. brb",
        "i start monday, can you text me the address, thanks",
    ],
)
def test_calm_talk_in_clauses_stays_calm(home: Path, text: str) -> None:
    assert read(text) is None


def test_most_danger_is_found_beside_business(home: Path) -> None:
    assert layers.learned(), f"the second layer is missing from {home}"
    given = [one for one in messages() if kept_back(one.text)]
    business = cycle(one.text.rstrip(".?! ") for one in given if not (one.danger or one.hard) and len(one.text.split()) in BUSINESS and not read(one.text))
    alone = [(one.text, found) for one in given if one.danger and len(one.text.split()) <= MOST_WORDS and (found := read(one.text)) and found.priority <= GRAVE]
    assert len(alone) >= FEWEST
    stays = []
    for number, (text, found) in enumerate(alone[::2]):
        apart, other = APART[number % len(APART)], next(business)
        both = read(f"{other}{apart}{text}" if number % 2 else f"{text.rstrip('.?! ')}{apart}{other}")
        stays.append(both is not None and both.priority <= found.priority)
    assert sum(stays) >= KEPT * len(stays)
