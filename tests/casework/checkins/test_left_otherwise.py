"""Who left something else than a job has lost none; who left one is heard."""

import pytest

from casework.checkins.telling import leaves_something_else
from casework.checkins.understanding import news

LOST = "checkin_lost_job"


@pytest.mark.parametrize(
    "said",
    [
        "left my phone at home", "left school at 16", "I left school when i was 15", "left it on the bus", "left college last year", "left the army in 2019",
        "ive left the house", "left you a message", "left my husband in march", "left care at 18", "left uni in 2020", "left early",
    ],
)
def test_it_ends_no_job(said: str) -> None:
    assert leaves_something_else(said)
    assert news(said, LOST) is None


@pytest.mark.parametrize(
    "said",
    [
        "left", "i left my job", "left tesco on friday", "left because of the boss", "left after 2 weeks", "left school and then got sacked yesterday",
        "left work for good", "ive packed it in", "left it, couldnt do it any more",
    ],
)
def test_a_job_that_ended_is_heard(said: str) -> None:
    assert not leaves_something_else(said)
    assert news(said, LOST) in ("left", "maybe_left")
