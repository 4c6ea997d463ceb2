"""A second meeting beside the one they have."""

from datetime import UTC, datetime

import pytest

from casework.appointments import Appointment
from casework.appointments.booking.further import when_further, would_further
from casework.appointments.words import wishing
from casework.base.clock import local

THEIRS = datetime(2026, 12, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("book me another one the week after too, same time", "Tue 08 10"), ("same time the week after as well", "Tue 08 10"),
        ("a second meeting as well as that one", None), ("can i also have another meeting a week later", "Tue 08 10"),
        ("i want another appointment as well", None), ("book another one on thursday 3 december", "Thu 03 00"),
        ("same time next week too please", "Tue 08 10"), ("one more call in addition to that", None),
        ("can i have another appointment next week as well", "Mon 30 00"), ("could we have the same time the week after too", "Tue 08 10"),
        ("i need a second appointment on friday as well", "Fri 27 00"),
    ],
)  # fmt: skip
def test_one_more(text: str, when: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wishing, "now", lambda: datetime(2026, 11, 26, 10, tzinfo=UTC))
    assert would_further(text)
    wish = when_further(text, Appointment(starts_at=THEIRS))
    assert (f"{local(wish.first):%a %d %H}" if wish else None) == when


@pytest.mark.parametrize(
    "text",
    [
        "same time next week", "move it to the week after", "another time please", "the week after is too early", "another day instead",
        "my mum wants one too", "can i see another worker as well", "i have a meeting", "not friday too", "i got another job as well",
        "i am off sick this week too", "friday is bad too", "same time is hard too", "i am at college on monday too", "i have another appointment monday as well",
        "im off on friday as well", "ive got rent due this week too", "i have court that week as well", "im away the week after too", "we are in school on monday as well",
        "is there another time on friday", "can i come friday as well",
    ],
)  # fmt: skip
def test_what_asks_for_no_second_one(text: str) -> None:
    assert not would_further(text)
