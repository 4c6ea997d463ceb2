"""What is too few to show, what it is for a job to last, and how often we are to be in touch."""

from datetime import date, timedelta

import pytest

from casework.reports.rules import Share, contact_days, lasted

START = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(5, 10, 50), (10, 10, 100), (0, 10, 0), (4, 10, None), (6, 10, None), (9, 9, None), (0, 0, None), (37, 40, None), (30, 40, 75)],
)
def test_few_people_are_not_shown(part: int, whole: int, percent: int | None) -> None:
    assert Share(part, whole).percent == percent


@pytest.mark.parametrize(("whole", "count"), [(0, 0), (1, None), (9, None), (10, 10)])
def test_nor_how_few(whole: int, count: int | None) -> None:
    assert Share(0, whole).count == count


@pytest.mark.parametrize(("part", "about"), [(0, None), (1, "few"), (4, "few"), (5, None), (35, None), (36, "most"), (39, "most"), (40, None)])
def test_a_handful_of_many_is_said_to_be_one(part: int, about: str | None) -> None:
    assert Share(part, 40).about == about


def test_of_few_nothing_is_said() -> None:
    assert Share(3, 9).about is None


def test_what_was_kept_and_what_was_broken_make_the_whole() -> None:
    assert (Share(30, 40).percent, Share(30, 40).rest) == (75, Share(10, 40))


@pytest.mark.parametrize(
    ("ended", "heard", "found"),
    [(None, None, None), (None, 90, None), (None, 91, True), (90, 90, False), (91, None, True), (10, 20, False)],
)
def test_a_job_of_thirteen_weeks(ended: int | None, heard: int | None, found: bool | None) -> None:
    ended_on, heard_on = (START + timedelta(days=one) if one else None for one in (ended, heard))
    assert lasted(START, ended_on, heard_on, 13) is found


@pytest.mark.parametrize(("week", "days"), [(0, 7), (3, 7), (4, 14), (12, 14), (13, 31), (26, 92), (103, 92), (104, None)])
def test_how_often_we_are_in_touch(week: int, days: int | None) -> None:
    assert contact_days(START, START + timedelta(weeks=week)) == days
