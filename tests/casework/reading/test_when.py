"""Days and times as people write them: the worked list, the edges of the calendar, and promises for any text."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.reading import read_when, read_when_line
from handrail.commands import ABOUT, LINES

NONE = {"kind": "none", "start": None, "end": None}
TUESDAY = datetime(2026, 11, 24, 10)
ENOUGH = 0.90
FAST = 0.005


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(__file__).with_name(name).read_text("utf-8").splitlines()]


DEV = lines("dev_when.jsonl")


def right(line: dict[str, Any], wanted: str) -> bool:
    return read_when_line({"text": line["text"], "reference": line["reference"]}) == line[wanted]


@pytest.mark.parametrize("line", DEV, ids=lambda line: f"{line['reference'][:16]}: {line['text']}")
def test_a_day_or_time_is_read(line: dict[str, Any]) -> None:
    assert read_when_line({"text": line["text"], "reference": line["reference"]}) == line["expected"]


def test_the_held_out_list_is_read() -> None:
    held_out = lines("heldout_when.jsonl")
    assert sum(right(line, "expect") for line in held_out) / len(held_out) >= ENOUGH


@pytest.mark.parametrize(
    ("text", "reference", "start"),
    [
        ("in 24 hours", datetime(2027, 3, 27, 12), "2027-03-28T13:00"),
        ("same time tomorrow", datetime(2027, 3, 27, 12), "2027-03-28T12:00"),
        ("in 2 hours", datetime(2027, 3, 28, 0, 30), "2027-03-28T03:30"),
        ("in 24 hours", datetime(2026, 10, 24, 12), "2026-10-25T11:00"),
        ("a week today at 2", datetime(2026, 10, 24, 12), "2026-10-31T14:00"),
        ("in 2 hours", datetime(2026, 10, 25, 0, 30), "2026-10-25T01:30"),
    ],
)
def test_a_clock_change(text: str, reference: datetime, start: str) -> None:
    assert read_when(text, reference) == {"kind": "datetime", "start": start, "end": start}


@pytest.mark.parametrize(
    ("text", "reference", "start"),
    [
        ("29/2", TUESDAY, "2028-02-29"),
        ("in a year", datetime(2028, 2, 29, 9), "2029-02-28"),
        ("in a month", datetime(2027, 1, 31, 9), "2027-02-28"),
        ("the 30th", datetime(2027, 2, 10, 9), "2027-03-30"),
        ("tomorrow", datetime(2026, 12, 31, 23, 59), "2027-01-01"),
        ("1/1", datetime(2026, 12, 31, 9), "2027-01-01"),
        ("easter sunday", TUESDAY, "2027-03-28"),
    ],
)
def test_the_edges_of_the_calendar(text: str, reference: datetime, start: str) -> None:
    assert read_when(text, reference) == {"kind": "date", "start": start, "end": start}


def test_midnight_is_the_end_of_the_day_named() -> None:
    read = read_when("midnight on new year's eve", TUESDAY)
    assert read == {"kind": "datetime", "start": "2027-01-01T00:00", "end": "2027-01-01T00:00"}


@pytest.mark.parametrize("reference", [datetime.min, datetime.max, datetime(9999, 12, 30)])
@pytest.mark.parametrize(
    "text", ["next week", "in 99 years", "in 900 weeks", "last friday", "easter", "the 31st", "in 2 hours"]
)
def test_the_ends_of_time(text: str, reference: datetime) -> None:
    assert set(read_when(text, reference)) >= NONE.keys()


@pytest.mark.parametrize(
    "text", ["x", "5" * 5000, "a b " * 1250, "?!" * 2500, "½²٣" * 1600, "1/" * 2500, "tomorrow " * 555, "-" * 5000]
)
def test_junk_of_any_length(text: str) -> None:
    assert set(read_when(text[:5000], TUESDAY)) >= NONE.keys()


WORDS = st.sampled_from(
    [
        "tomorrow",
        "monday",
        "next",
        "week",
        "weekend",
        "after",
        "before",
        "not",
        "except",
        "or",
        "and",
        "to",
        "at",
        "half",
        "2",
        "10",
        "31st",
        "29/2",
        "until",
        "by",
        "from",
        "any",
        "every",
        "morning",
        "evenings",
        "tuesdays",
        "fortnight",
        "in",
        "days",
        "weeks",
        "xmas",
        "easter",
        "early",
        "end",
        "of",
        "w/c",
        "between",
        "ish",
        "about",
        "no",
        "wait",
    ]
)
TEXTS = st.one_of(
    st.text(min_size=1, max_size=300),
    st.text("0123456789 /-.:+amphst'", min_size=1, max_size=40),
    st.lists(WORDS, min_size=1, max_size=15).map(" ".join),
)


@given(text=TEXTS, reference=st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)))
def test_anything_is_read_without_a_fault(text: str, reference: datetime) -> None:
    read = read_when(text, reference)
    assert read["kind"] in ("datetime", "date", "window", "none")
    assert read.keys() <= {"kind", "start", "end", "recurs", "ask"}
    assert (read["start"] is None) == (read["kind"] == "none")
    if read["start"] and read["end"]:
        assert datetime.fromisoformat(read["start"]) <= datetime.fromisoformat(read["end"]) + timedelta(days=1)


def test_an_ordinary_message_is_read_at_once() -> None:
    texts = [line["text"] for line in DEV]
    start = perf_counter()
    for text in texts:
        read_when(text, TUESDAY)
    assert (perf_counter() - start) / len(texts) < FAST


def test_the_command_reads_a_line() -> None:
    line = {"text": "2moz half ten", "reference": "2026-11-24T10:00 Europe/London"}
    assert LINES["when"](line) == {"kind": "datetime", "start": "2026-11-25T10:30", "end": "2026-11-25T10:30"}
    assert "when" in ABOUT


def test_an_aware_reference_is_taken_to_london() -> None:
    assert read_when_line({"text": "tomorrow", "reference": "2027-06-30T23:30+00:00"})["start"] == "2027-07-02"


def test_what_would_end_before_it_starts_is_nothing() -> None:
    assert read_when("TMORO0AFTA0MON", datetime(2020, 1, 1))["kind"] == "none"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("any morning this week from wednesday onwards", "2026-12-02T09:00", "2026-12-04T12:00"),
        ("from weds this week", "2026-12-02", "2026-12-04"),
        ("next week after wednesday", "2026-12-10", "2026-12-11"),
        ("after wednesday", "2026-12-03", None),
        ("from monday next week to friday", "2026-12-07", "2026-12-11"),
        ("next week after friday", None, None),
    ],
)
def test_a_week_from_a_day_of_it_on(text: str, start: str | None, end: str | None) -> None:
    found = read_when(text, datetime(2026, 11, 30, 15, 12))
    assert (found["start"], found["end"]) == (start, end)
