"""Instants in Welsh."""

from datetime import UTC, date, datetime

from casework.base.speaking import speaking
from casework.council import say_date, say_when

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)


def test_instants_in_welsh_and_back_in_english_afterwards() -> None:
    later = datetime(2026, 12, 4, 9, tzinfo=UTC)
    with speaking("cy"):
        assert say_when(datetime(2026, 11, 24, 14, tzinfo=UTC), NOW) == "heddiw am 2pm"
        assert say_when(datetime(2026, 11, 25, 12, tzinfo=UTC), NOW) == "yfory am hanner dydd"
        assert say_when(datetime(2026, 11, 26, 9, 30, tzinfo=UTC), NOW) == "dydd Iau am 9:30am"
        assert say_when(later, NOW) == "dydd Gwener 4 Rhagfyr am 9am"
        assert say_date(date(2027, 2, 1)) == "1 Chwefror 2027"
    assert say_when(later, NOW) == "Friday 4 December at 9am"
