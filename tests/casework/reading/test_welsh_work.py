"""A job told of in Welsh, and what only sounds like one."""

import pytest

from casework.reading import tells_of_a_job

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
