"""When they are paid, told at the payday question, is no trouble with pay; and a first day that is put right there is kept."""

from datetime import date

import pytest

from casework.checkins import days, news, reporting, rereading

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize("said", ["been payed loads already its every 4 weeks", "every 4 wks", "im paid each month", "been paid, its every fortnight"])
def test_how_often_is_the_answer(said: str) -> None:
    assert reporting.says_plainly("first_payday", said)
    assert news(said, "checkin_pay_hours_problem") is None or news(said) == "good"


@pytest.mark.parametrize("said", ["paid every 4 weeks but its short", "they owe me, its every month this happens", "not paid every week like they said"])
def test_trouble_beside_it_is_trouble(said: str) -> None:
    assert news(said, "checkin_pay_hours_problem")


def test_the_end_of_a_week_is_none_of_a_month() -> None:
    assert days.payday("end of week", date(2026, 12, 7), TODAY) != date(2026, 12, 31)


def test_a_payday_that_is_past_beside_how_often_is_an_answer() -> None:
    assert reporting.understands("first_payday", "every 4 wks, last paid on 20 nov")


@pytest.mark.parametrize(
    ("said", "first", "payday"),
    [("no wait my first day is 7 december not 31st thats payday", date(2026, 12, 7), date(2026, 12, 31)), ("no 15 december not 31st", date(2026, 12, 15), None)],
)
def test_another_first_day_in_place_of_the_one_taken(said: str, first: date, payday: date | None) -> None:
    found = rereading.instead(said, TODAY, date(2026, 12, 31))
    assert found
    assert (found.starts_on, found.first_payday) == (first, payday)


@pytest.mark.parametrize("said", ["7 december", "its the 15th not the 12th", "i get paid 15 december not 31st"])
def test_no_other_first_day(said: str) -> None:
    assert rereading.instead(said, TODAY, date(2026, 12, 31)) is None


@pytest.mark.parametrize("said", ["fridays, first one is the 11th", "paid on fridays, first one is 11 december", "first one the 11th, then every friday"])
def test_the_first_of_several_paydays_is_the_one_that_is_named_first(said: str) -> None:
    assert days.payday(said, date(2026, 12, 2), date(2026, 11, 30)) == date(2026, 12, 11)
