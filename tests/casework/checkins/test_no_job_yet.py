"""Words of a job that did not come, or of a job centre, a coach, boots: no news of a job. Of a job that came they are."""

import pytest

from casework.checkins.told import begins


@pytest.mark.parametrize(
    "said",
    [
        "i havent been taken on", "they havent hired me", "nobody hired me", "wish they had hired me", "got a job centre appointment tomorrow", "got job club tomorrow", "got a job coach called sam",
        "got work boots from you thanks", "found a job online i like", "no one took me on", "they hadnt hired me", "i hope they took me on", "got a job search workshop friday",
        "found a job advert for tesco", "got work clothes thanks", "found a job at asda i fancy", "starting job club next week",
    ],
)
def test_no_job_of_theirs_begins(said: str) -> None:
    assert not begins(said)


@pytest.mark.parametrize(
    "said",
    [
        "got a job", "got a job!! start monday", "been taken on at tesco", "they hired me", "got work at a warehouse", "got a new job in a care home", "found a job at last", "got a job, hope it goes well",
        "found a job thanks to my coach", "got a job at the job centre", "got a job i like", "started work at asda",
    ],
)
def test_a_job_begins(said: str) -> None:
    assert begins(said)
