"""A first day that is over is never read as one to come, nor one far ahead where nobody said so."""

from datetime import date

import pytest

from casework.checkins import days

# A Sunday, the last but one of its month.
TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("got job started 1st november", "2026-11-01"),
        ("started on 10 november", "2026-11-10"),
        ("started tuesday 10 november", "2026-11-10"),
        ("started 5th october", "2026-10-05"),
        ("started in october", "2026-10-01"),
        ("been there since october", "2026-10-01"),
        ("1 nov", "2026-11-01"),
        ("10/11", "2026-11-10"),
        ("start 1st nov", "2026-11-01"),
        ("last week monday", "2026-11-16"),
        ("tuesday last week", "2026-11-17"),
        ("started two mondays ago", "2026-11-16"),
        ("started monday before last", "2026-11-16"),
        ("started 2 weeks ago monday", "2026-11-09"),
        ("first shift was friday", "2026-11-27"),
        ("ive started work! last tuesday", "2026-11-24"),
        ("i started. 1st november", "2026-11-01"),
    ],
)
def test_a_day_that_is_over(text: str, day: str) -> None:
    assert days.first_day(text, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("i start 1 april", "2027-04-01"),
        ("i start on 5 january", "2027-01-05"),
        ("5 jan", "2027-01-05"),
        ("1 november 2027", "2027-11-01"),
        ("starting in february", "2027-02-01"),
        ("my first shift is friday", "2026-12-04"),
        ("first of december", "2026-12-01"),
        ("i have a meeting with you. start monday", "2026-11-30"),
    ],
)
def test_a_day_to_come_stays_one(text: str, day: str) -> None:
    assert days.first_day(text, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("first pay is this friday", "2026-12-04"),
        ("first payday is friday", "2026-12-04"),
        ("every week friday", "2026-12-04"),
        ("each week on a friday", "2026-12-04"),
        ("paid every friday", "2026-12-04"),
        ("first pay is the 1st of december", "2026-12-01"),
        ("paid on the first", "2026-12-01"),
    ],
)
def test_the_first_pay_is_no_first_of_a_month(text: str, day: str) -> None:
    assert days.payday(text, date(2026, 11, 23), TODAY) == date.fromisoformat(day)
