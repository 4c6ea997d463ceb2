"""Which week the diary opens on."""

from datetime import date

import pytest

from api.desk.diary import Shown


@pytest.mark.parametrize(
    ("today", "monday"),
    [(date(2026, 11, 29), date(2026, 11, 30)), (date(2026, 11, 28), date(2026, 11, 23)), (date(2026, 11, 30), date(2026, 11, 30))],
)
def test_on_a_sunday_the_week_to_come(today: date, monday: date) -> None:
    assert Shown.coming(today).first == monday
