"""Times that people name in an order: until when a pause lasts, and from when they would like to be rung."""

from datetime import UTC, date, datetime

import pytest

from casework.base.clock import LONDON, local
from casework.council import council
from casework.texts.calling import wished
from casework.texts.pausing import pause_until

AREA = council().area("northbridge")
# A Wednesday.
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("PAUSE", "2026-12-09"),
        ("pause for 3 weeks", "2026-12-16"),
        ("PAUSE till 20 december", "2026-12-20"),
        ("pause til after xmas", "2026-12-27"),
        ("pause until after christmas pls", "2026-12-27"),
        ("stop texting me til xmas", "2026-12-25"),
        ("leave me alone til january", "2027-01-01"),
        ("no texts til next week", "2026-11-30"),
        ("stop texting for a week", "2026-12-02"),
        ("stop texting until the end of the month", "2026-11-30"),
        ("stop texting for a bit", "2026-12-09"),
    ],
)
def test_a_pause_ends_when_they_say(text: str, day: str) -> None:
    assert pause_until(text, local(NOON)).date().isoformat() == day


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("CALL", None),
        ("call me asap", None),
        ("call me tomorrow", "26 09:00"),
        ("ring me after 4 pls", "25 16:00"),
        ("ring me at 3", "25 15:00"),
        ("can you call me friday at 10am", "27 10:00"),
        ("ring me tonight", "26 09:00"),
        ("call me on saturday at 2pm", "30 09:00"),
    ],
)
def test_who_names_a_time_is_rung_soon_after_it_in_hours_when_we_do(text: str, after: str | None) -> None:
    found = wished(text, AREA, NOON)
    assert (found and local(found).strftime("%d %H:%M")) == after


@pytest.mark.parametrize(
    ("said", "on", "until"),
    [
        ("pause for the week", 2, 9), ("pause for the week", 6, 13), ("no texts for the week", 4, 11), ("no texts this week", 2, 6), ("no texts this week", 5, 13),
        ("no texts this week", 6, 13), ("pause this week pls", 6, 13), ("pause for the rest of this week", 2, 6), ("no texts this weekend", 5, 6), ("pause next week", 6, 13),
    ],
)
def test_a_week_is_a_week_on_whatever_day_it_is_said(said: str, on: int, until: int) -> None:
    assert pause_until(said, datetime(2026, 12, on, 11, tzinfo=LONDON)).date() == date(2026, 12, until)
