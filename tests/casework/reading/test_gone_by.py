"""Days and times that have gone by are told from what cannot be read, and a year that is named counts."""

from datetime import datetime

import pytest

from casework.reading import read_gone_by, read_when

THURSDAY = datetime(2026, 11, 26, 10)


@pytest.mark.parametrize(
    "text",
    [
        "today at 6am",
        "this morning at 8",
        "1st november 2026 at 10am",
        "30/11/2020",
        "monday 30 november 2020",
        "monday 30 november 2020 at 10",
        "mon, 30 nov 2020",
        "tuesday 24 november 2026 at 3",
        "march 2019",
        "last tuesday",
        "monday last week",
    ],
)
def test_it_has_gone_by(text: str) -> None:
    assert read_gone_by(text, THURSDAY)
    assert read_when(text, THURSDAY)["kind"] == "none"


@pytest.mark.parametrize(
    "text",
    ["today at 2pm", "6am", "i missed last tuesday so wednesday", "no tuesday", "31st june", "born 3/4/1985", "purple", "in three years", ""],
)
def test_it_has_not(text: str) -> None:
    assert not read_gone_by(text, THURSDAY)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("march 2027", "2027-03-01", "2027-03-31"),
        ("november 2026", "2026-11-26", "2026-11-30"),
        ("tuesday 30 november 2027", "2027-11-30", "2027-11-30"),
    ],
)
def test_the_year_named_counts(text: str, start: str, end: str) -> None:
    read = read_when(text, THURSDAY)
    assert (read["start"], read["end"]) == (start, end)


def test_beyond_the_calendar_nothing_has_gone_by() -> None:
    assert not read_gone_by("in 99 years", datetime.max)
