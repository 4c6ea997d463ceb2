"""Unpaid work is good news and no job to follow; a job beside it is one."""

import pytest

from casework.checkins.told import begins, no_job_of_theirs


@pytest.mark.parametrize(
    "words",
    [
        "started volunteering at the foodbank on monday",
        "ive started volunteering at a charity shop",
        "im a volunteer at the library now",
        "i start volunteering tomorrow",
        "got some voluntary work at the hospice",
        "just started some unpaid work at age uk",
    ],
)
def test_it_is_no_job(words: str) -> None:
    assert (no_job_of_theirs(words), begins(words)) == ("volunteering", False)


@pytest.mark.parametrize("words", ["got a job after volunteering there", "the volunteering turned into a paid job i start monday", "they took me on where i volunteered", "started at tesco", "where can i volunteer"])
def test_a_job_is_one(words: str) -> None:
    assert no_job_of_theirs(words) != "volunteering"
