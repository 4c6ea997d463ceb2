"""The days of a job, and how often to ask, as people say them."""

import time
from datetime import UTC, date, datetime

import pytest

from casework.checkins import JobReport, days, reporting, steps
from casework.checkins.schedule import Cadence, cadence_of

# A Monday, the last of its month.
TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("got a job!!! start monday 6am amazon", "2026-12-07"),
        ("i started a new job today", "2026-11-30"),
        ("no its tomorrow i start", "2026-12-01"),
        ("The 14th", "2026-12-14"),
        ("yesterday", "2026-11-29"),
        ("last friday", "2026-11-27"),
        ("started mon", "2026-11-30"),
        ("I started on Thursday", "2026-11-26"),
        ("been there since tues", "2026-11-24"),
        ("2 weeks ago", "2026-11-16"),
        ("started on the 20th", "2026-11-20"),
        ("Got the job at Tesco, started last week, paid end of month", "2026-11-23"),
        ("i start on the 7th and get paid on the 28th", "2026-12-07"),
        ("got a job", None),
        ("get paid on the 28th", None),
    ],
)
def test_the_first_day_may_be_over(text: str, day: str | None) -> None:
    found = days.first_day(text, TODAY)
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "starts_on", "day"),
    [
        ("friday", TODAY, "2026-12-04"),
        ("The last day of the month", TODAY, "2026-12-31"),
        ("the last day of this month", date(2026, 11, 23), "2026-11-30"),
        ("end of month", date(2026, 12, 7), "2026-12-31"),
        ("last friday of the month", date(2026, 12, 7), "2026-12-25"),
        ("i get paid weekly on a friday", date(2026, 12, 1), "2026-12-04"),
        ("2 weeks", date(2026, 12, 7), "2026-12-22"),
        ("Got the job at Tesco, started last week, paid on the 15th", date(2026, 11, 23), "2026-12-15"),
        ("weekly", TODAY, None),
    ],
)
def test_the_first_payday_comes_after_the_first_day(text: str, starts_on: date, day: str | None) -> None:
    found = days.payday(text, starts_on, TODAY)
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "cadence"),
    [
        ("normal", "usual"),
        ("dont mind", "usual"),
        ("u pick", "usual"),
        ("more", "more"),
        ("weekly", "more"),
        ("as little as poss pls", "light"),
        ("not often", "light"),
        ("once a month", "light"),
        ("yes", "usual"),
        ("ok", "usual"),
        ("yeah thats fine", "usual"),
        ("no thanks", None),
        ("purple", None),
    ],
)
def test_how_often_in_their_own_words(text: str, cadence: Cadence | None) -> None:
    assert cadence_of(text) == cadence


@pytest.mark.parametrize(
    ("step", "text", "plain"),
    [
        ("starts_on", "started last week, paid end of month", True),
        ("starts_on", "i have not been paid since i started last week", False),
        ("starts_on", "no i start tomorrow at the new place", True),
        ("first_payday", "i get paid weekly on a friday", True),
        ("first_payday", "its the last friday of the month", True),
        ("first_payday", "on the 28th of each month i think", True),
        ("first_payday", "i got sacked on friday", False),
        ("first_payday", "sacked at the end of the month", False),
        ("first_payday", "they paid me wrong on friday", False),
        ("first_payday", "i didnt get paid on friday", False),
        ("cadence", "i get paid weekly on a friday", False),
    ],
)
def test_a_long_answer_about_no_trouble_is_an_answer(step: str, text: str, plain: bool) -> None:
    assert reporting.says_plainly(step, text) is plain


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("last friday of the month", date(2026, 11, 29), date(2026, 12, 25)),
        ("last friday of the month", date(2026, 11, 20), date(2026, 11, 27)),
        ("last working day", date(2026, 10, 31), date(2026, 11, 30)),
        ("end of month", date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_the_end_of_a_month_is_the_next_there_is(text: str, today: date, day: date) -> None:
    assert days.payday(text, today, today) == day


def test_what_was_said_at_once_is_not_asked_again() -> None:
    made = JobReport(step="starts_on", misses=0)
    reporting.take_both(made, "got the job, started yesterday and get paid every friday")
    assert made.step == "cadence"
    assert made.starts_on
    assert made.first_payday
    assert made.first_payday > made.starts_on


def test_a_first_day_alone_leaves_the_payday_to_be_asked() -> None:
    made = JobReport(step="starts_on", misses=0)
    reporting.take_both(made, "got a job start next monday")
    assert (made.step, made.first_payday) == ("first_payday", None)


@pytest.mark.parametrize(("text", "cadence"), [("ok", "usual"), ("yes", "usual"), ("fine", "usual"), ("not sure", "usual")])
def test_a_yes_to_how_often_is_the_usual(text: str, cadence: Cadence) -> None:
    made = JobReport(step="cadence", misses=0, starts_on=date(2026, 12, 7))
    reporting.take(made, text)
    assert (made.cadence, made.step) == (cadence, "confirm")


def test_a_no_to_how_often_is_asked_about_once() -> None:
    made = JobReport(step="cadence", misses=0, starts_on=date(2026, 12, 7))
    reporting.take(made, "no")
    assert made.step == "none"
    assert reporting.goes_on(made)


@pytest.mark.parametrize(("step", "then"), [("starts_on", "first_payday"), ("first_payday", "cadence"), ("cadence", "confirm"), ("confirm", "person")])
def test_no_job_is_lost_for_a_detail(step: str, then: str) -> None:
    made = JobReport(step=step, misses=0, starts_on=None if step == "starts_on" else date(2026, 12, 7))
    for _ in range(2):
        reporting.take(made, "purple monkey dishwasher")
    assert made.step == then
    assert made.starts_on
    assert reporting.goes_on(made) is (then != "person")


@pytest.mark.parametrize("words", ["start monday" + " " * 3900, "start monday" + " \t" * 1900 + "paid friday", "start " + "and " * 950, "no " * 1300, "\n" * 3900 + "start monday"])
def test_no_row_of_spaces_or_words_is_slow(words: str) -> None:
    began = time.perf_counter()
    days.first_day(words, TODAY)
    days.payday(words, TODAY, TODAY)
    days.is_plain(words, "starts_on")
    assert time.perf_counter() - began < 1


def test_many_spaces_change_nothing() -> None:
    assert days.first_day("start   monday \t  paid    weekly fridays", TODAY) == days.first_day("start monday paid weekly fridays", TODAY)


@pytest.mark.parametrize("said", ["mornings best i start at 12", "i start at 12", "i start 6am", "nights"])
def test_an_hour_is_no_first_day(said: str) -> None:
    assert days.first_day(said, date(2026, 11, 30)) is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("start on monday", date(2026, 12, 7)),
        ("start monday", date(2026, 12, 7)),
        ("start today at 5pm", date(2026, 11, 30)),
        ("i start at 9 on tuesday", date(2026, 12, 1)),
        ("i start 12 dec at 6am", date(2026, 12, 12)),
        ("started at 6am this morning", date(2026, 11, 30)),
    ],
)
def test_said_on_a_monday(said: str, day: date) -> None:
    assert days.first_day(said, date(2026, 11, 30)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("september", "2026-09-01"), ("its september", "2026-09-01"), ("14 september", "2026-09-14"), ("14 september 2026", "2026-09-14"),
        ("i been there since 14 september", "2026-09-14"), ("january", "2027-01-01"), ("31 september 2026", None), ("september the boss said no", None),
    ],
)
def test_a_month_alone_and_a_whole_date(text: str, day: str | None) -> None:
    found = days.first_day(text, TODAY)
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    ("starts_on", "text", "day"),
    [
        (date(2026, 9, 1), "14 september", "2026-09-14"), (date(2026, 11, 23), "9 november", "2026-11-09"),
        (date(2026, 11, 16), "27 november", "2026-11-16"), (date(2026, 11, 23), "4 december", "2026-11-23"), (date(2026, 9, 1), "paid 14 september", "2026-09-01"),
    ],
)
def test_a_date_that_is_over_and_no_payday_is_the_first_day_told_better(starts_on: date, text: str, day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "now", lambda: datetime(2026, 11, 30, 12, tzinfo=UTC))
    made = JobReport(step="first_payday", starts_on=starts_on, misses=0)
    steps.puts_right(made, text)
    assert made.starts_on
    assert made.starts_on.isoformat() == day
