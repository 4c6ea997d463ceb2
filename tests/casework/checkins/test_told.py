"""News in the words of a new job: whose it is, and whether it is one."""

import pytest

from casework.checkins.told import no_job_of_theirs


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("my son got a job", "others"),
        ("my daughter got a job at tesco", "others"),
        ("shes got a job now", "others"),
        ("my partner started work", "others"),
        ("did i get the job", "asked"),
        ("have i got the job?", "asked"),
        ("no news about the job yet", "asked"),
        ("got a job interview tmrw", "interview"),
        ("ive got a second interview", "interview"),
        ("got a trial shift on monday", "interview"),
        ("got a job!!", None),
        ("i got the job", None),
        ("they offered me the job", None),
        ("had my interview and got the job", None),
        ("my brother got me a job", None),
        ("he gave me the job", None),
        ("got a job my mate told me about", None),
        ("my dream job started today", None),
        ("ive been working 2 weeks now", None),
    ],
)
def test_whose_job_it_is(words: str, other: str | None) -> None:
    assert no_job_of_theirs(words) == other
