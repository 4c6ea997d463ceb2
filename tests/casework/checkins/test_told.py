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


@pytest.mark.parametrize(
    "words",
    [
        "passed my interview, starting at asda monday",
        "interview done, ive been hired",
        "they rang after the interview, job is mine",
        "applied at Lidl and got in, first day is 7 dec",
        "they offered a job start monday",
        "theyve offered a job at the warehouse",
        "he offered a job start tuesday",
        "had my interview and they said yes",
        "trial shift went well theyre keeping me on",
        "interview went great, start on the 7th",
        "passed the interview!!",
        "passed interview hopefully start soon",
        "got it!! the job from the interview",
        "did a trial day and i start monday",
        "application was successful, i begin tuesday",
    ],
)
def test_a_job_told_beside_its_interview_is_theirs(words: str) -> None:
    assert no_job_of_theirs(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "got an interview monday wish me luck",
        "interview starts at 10 tomorrow",
        "interview on friday, hope i get it",
        "interview on tuesday, cant wait to start",
        "didnt get it after the interview",
        "interview went bad, not hired",
        "applied for a job starting in january",
        "got a job interview start 9am",
        "starting a trial shift monday",
        "ive started my application",
        "interview tomorrow, could start monday if they want me",
        "passed my first interview, second one on friday",
        "my application was unsuccessful",
        "passed the phone interview",
    ],
)
def test_an_interview_alone_is_no_job_yet(words: str) -> None:
    assert no_job_of_theirs(words) == "interview"


@pytest.mark.parametrize("words", ["my son has been offered a job", "shes been offered a job", "they got a job at tesco", "my mate was given a job", "my daughter starts work monday", "they have offered my son a job"])
def test_who_else_was_offered_one_is_somebody_else(words: str) -> None:
    assert no_job_of_theirs(words) == "others"


@pytest.mark.parametrize("words", ["had my interview, dont know if i got it yet", "not heard if i got the job after my interview"])
def test_who_does_not_know_yet_has_none(words: str) -> None:
    assert no_job_of_theirs(words) in ("asked", "interview")
