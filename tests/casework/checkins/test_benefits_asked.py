"""What a job does to benefits, asked in people's own words: of the job, and not of our help."""

import pytest

from casework.checkins.told import asks_of_benefits, asks_of_leaving, asks_to_tell_benefits


@pytest.mark.parametrize(
    "words",
    [
        "will i lose my benefits if i take a job",
        "do my benefits stop when i start work?",
        "what happens to my uc if i get a job",
        "will working affect my universal credit",
        "can i keep my housing benefit if i go back to work",
        "would i be worse off working",
        "scared il lose my benefits if i start this job",
        "if i work 16 hours does my claim close",
        "how much does uc go down when you get paid",
    ],
)
def test_it_is_asked(words: str) -> None:
    assert asks_of_benefits(words)


@pytest.mark.parametrize("words", ["will i lose my benefits", "what about my uc", "but will my benefits stop?", "do i lose my claim"])
def test_the_job_need_not_be_named_where_it_was_told_of(words: str) -> None:
    assert (asks_of_benefits(words), asks_of_benefits(words, bare=True)) == (False, True)


@pytest.mark.parametrize(
    "words",
    [
        "will i lose my benefits if i dont join the programme",
        "do i lose benefits if i turn down a job",
        "they stopped my benefits",
        "i lost my job and need benefits",
        "i got a job",
        "how do i claim universal credit",
        "will i lose my job if im off sick",
    ],
)
def test_other_things_are_not(words: str) -> None:
    assert not asks_of_benefits(words, bare=True)


@pytest.mark.parametrize(
    "words",
    ["do i have to tell universal credit", "do i need to report this to uc", "should i tell the jobcentre", "how do i report it to universal credit"],
)
def test_whether_they_are_to_be_told_is_asked_of_a_job(words: str) -> None:
    assert (asks_to_tell_benefits(words), asks_to_tell_benefits(words, bare=True)) == (False, True)


def test_the_job_may_be_named() -> None:
    assert asks_to_tell_benefits("do i tell uc about my new job")


@pytest.mark.parametrize(
    "words", ["will you tell universal credit", "i told uc", "do i have to tell my boss", "do i have to tell uc my partner moved in", "uc are not paying me"]
)
def test_other_telling_is_not(words: str) -> None:
    assert not asks_to_tell_benefits(words, bare=True)


@pytest.mark.parametrize(
    "words",
    ["do i lose my uc for quitting", "will my benefits stop if i leave my job", "can they sanction me cos i walked out", "worried ill lose my universal credit as i quit"],
)
def test_what_leaving_a_job_does_is_another_question(words: str) -> None:
    assert asks_of_leaving(words)


@pytest.mark.parametrize("words", ["will i lose my benefits if i quit the programme", "i quit", "what happens to my uc if i get a job", "do i lose uc if i leave home"])
def test_leaving_something_else_is_not_asked_of_a_job(words: str) -> None:
    assert not asks_of_leaving(words)
