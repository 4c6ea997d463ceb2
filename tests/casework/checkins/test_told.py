"""News in the words of a new job: whose it is, and whether it is one."""

import pytest

from casework.checkins.told import begins, no_job_of_theirs


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


@pytest.mark.parametrize(
    "words",
    [
        "my mate started at amazon",
        "my sister works at tesco now",
        "my lad got taken on at the warehouse",
        "my cousin starts at lidl monday",
        "my mates been hired by dpd",
        "hes starting with dpd tomorrow",
    ],
)
def test_who_else_starts_somewhere_is_somebody_else(words: str) -> None:
    assert no_job_of_theirs(words) == "others"


@pytest.mark.parametrize("words", ["my mate got us in at nissan", "my mate started me at his garage", "my brother is taking me on", "my mate started at amazon and i start monday too"])
def test_who_gets_somebody_in_gets_them_in(words: str) -> None:
    assert no_job_of_theirs(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "they offered me a job havent said yes",
        "been offered something at aldi not sure if i should take it",
        "got offered the job but thinking about it",
        "theyve offered me it, got til friday to decide",
        "offered a job at greggs do i take it",
        "job offer but i havent accepted yet",
        "havent said yes to the offer",
    ],
)
def test_what_is_only_offered_has_not_begun(words: str) -> None:
    assert no_job_of_theirs(words) == "offer"


@pytest.mark.parametrize("words", ["they offered me the job", "offered me it and i start monday", "took the job they offered, starting friday", "offered the job, said yes straight away"])
def test_an_offer_they_took_is_theirs(words: str) -> None:
    assert no_job_of_theirs(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "zero hours job started sat",
        "got a zero hours contract start mon",
        "started zero hours work at the pub last week",
        "been taken on at tesco",
        "took me on at the chippy",
        "just started at sports direct",
        "got the job at argos starting thursday",
        "new job starts tmrw",
    ],
)
def test_a_job_that_begins_is_told_plainly(words: str) -> None:
    assert begins(words)


@pytest.mark.parametrize(
    "words",
    [
        "they put me on zero hours",
        "no hours this week",
        "my zero hours job gave me no shifts",
        "started the job but they cut my hours",
        "started my job and not been paid",
        "started at 6 this morning",
        "i want to start work",
        "looking to start a new job",
        "how do i start a job search",
        "start of my shift was late",
        "got a job interview monday",
        "job starting to get me down",
        "starting with headaches at work",
        "found work stressful today",
        "work started laying people off",
        "the work starts to hurt my back",
        "my son has a job started at asda",
        "her job starts monday",
        "my mums got a new cleaning job",
        "got work tomorrow",
    ],
)
def test_trouble_and_wishes_are_no_beginning(words: str) -> None:
    assert not begins(words)
