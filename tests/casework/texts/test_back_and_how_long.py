"""Somebody is back on a day, and wants no texts for longer: how long they say counts, else the day."""

from datetime import date, datetime

import pytest

from casework.base.clock import LONDON
from casework.texts.pausing import pause_until

TUESDAY = datetime(2026, 12, 1, 12, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("I go back home friday no texts for 2 weeks", date(2026, 12, 15)),
        ("Im off back to work monday no texts next week", date(2026, 12, 13)),
        ("back to work monday no texts this week", date(2026, 12, 6)),
        ("going home friday dont text for a month", date(2027, 1, 1)),
        ("back at work thursday so no texts for 10 days", date(2026, 12, 11)),
        ("home monday please no messages this month", date(2026, 12, 31)),
        ("im away back friday no texts", date(2026, 12, 4)),
        ("pause im back on the 14th", date(2026, 12, 14)),
        ("away this week back monday dont text", date(2026, 12, 7)),
        ("im back next week no texts", date(2026, 12, 7)),
        ("in hospital home next week dont text me", date(2026, 12, 7)),
        ("no texts for 2 weeks im back home friday", date(2026, 12, 4)),
    ],
)
def test_the_last_day_of_a_pause(said: str, last: date) -> None:
    assert pause_until(said, TUESDAY).date() == last
