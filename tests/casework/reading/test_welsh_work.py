"""A job told of in Welsh, and what only sounds like one."""

from datetime import date

import pytest

from casework.checkins import days
from casework.reading import in_english, tells_of_a_job, tells_of_a_job_and_hours

TOLD = [
    ("dw i wedi cael swydd", "I got a job"),
    ("cefais i waith", "I got a job"),
    ("dwi'n dechrau gwaith dydd Llun", "I got a job, I start Monday"),
    ("Ces i swydd newydd!", "I got a job"),
    ("dwi di cael job", "I got a job"),
    ("rwyf wedi cael swydd yn Asda", "I got a job"),
    ("dw i'n dechrau swydd newydd yfory", "I got a job, I start tomorrow"),
    ("wedi cael gwaith o'r diwedd, dechrau dydd Mawrth", "I got a job, I start Tuesday"),
    ("mae gen i swydd nawr", "I got a job"),
    ("dechreuais i waith newydd", "I got a job"),
    ("ma swydd da fi", "I got a job"),
]


@pytest.mark.parametrize(("said", "means"), TOLD)
def test_a_job_is_told_of(said: str, means: str) -> None:
    assert tells_of_a_job(said) == means


@pytest.mark.parametrize(
    "said",
    [
        "dw i ddim wedi cael swydd", "dw i eisiau swydd", "wedi cael cyfweliad am swydd", "dw i'n chwilio am waith", "dw i wedi colli fy swydd",
        "mae fy mab wedi cael swydd", "dw i'n dechrau gwaith am chwech bob dydd", "sut mae cael swydd?", "dw i wedi cael cynnig swydd", "dechrau gwaith gwirfoddol",
        "I got a job", "gwaith", "waith cartref", "",
    ],
)
def test_what_is_near_is_none(said: str) -> None:
    assert tells_of_a_job(said) is None


def test_hours_beside_the_news_are_no_refusal() -> None:
    said = "dwi wedi dechrau gwaith heddiw, dim ond neges ar ol 5"
    assert tells_of_a_job(said) == "I got a job, I start today"
    assert tells_of_a_job_and_hours(said) == "I got a job, I start today. only text me after 5"


@pytest.mark.parametrize("said", ["dim ond neges ar ol 5", "dwi ddim wedi dechrau gwaith, dim ond neges ar ol 5", "dwi wedi cael swydd", "dim ond gwaith ar ol 5"])
def test_hours_are_told_only_beside_a_job(said: str) -> None:
    assert tells_of_a_job_and_hours(said) is None


@pytest.mark.parametrize("said", ["diwrnod olaf y mis", "ar ddiwrnod olaf y mis", "diwedd y mis"])
def test_the_end_of_a_month_in_welsh_is_a_payday(said: str) -> None:
    english = in_english(said)
    assert english
    assert days.payday(english, date(2026, 12, 1), date(2026, 11, 30)) == date(2026, 12, 31)
