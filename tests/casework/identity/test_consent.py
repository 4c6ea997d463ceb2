"""A yes or a no to being kept, with something said beside it; and what is neither."""

import pytest

from casework.identity.consent import agrees_beside, beside_consent, consent, fears_boss


@pytest.mark.parametrize(
    "text",
    [
        "yes. do i have to tell uc", "1 its only til xmas", "y but dont tell my boss", "yeah its zero hours tho", "yes but what for",
        "1, do i get paid for this", "yep i start at 6 so cant talk long", "ok yes will my ex see it", "1 please only my name", "yes my mum has this phone too",
    ],
)
def test_a_yes_with_something_beside_it_is_a_yes(text: str) -> None:
    assert consent(text) == "yes"
    assert agrees_beside(text)


@pytest.mark.parametrize("text", ["yes", "1", "yes please", "yeah thats fine", "y", "yes you can keep it thanks"])
def test_a_plain_yes_is_no_more(text: str) -> None:
    assert consent(text) == "yes"
    assert beside_consent(text) == ""


@pytest.mark.parametrize("text", ["no", "2", "no. why do you need it", "2 i dont want the council knowing", "no thanks", "1 actually no"])
def test_a_no_stays_one(text: str) -> None:
    assert consent(text) == "no"


@pytest.mark.parametrize(
    "text",
    [
        "y do u need it", "1 sec", "2 kids", "1 of the lads told me", "1 yes no", "2 yes", "yes but dont keep my number", "yes if you dont tell anyone",
        "not 8 til 4", "no texts 8 til 4 pls", "1 to 5 only", "yes or no",
    ],
)
def test_what_may_be_either_is_asked_about_again(text: str) -> None:
    assert consent(text) is None


def test_where_they_work_is_named() -> None:
    assert fears_boss("y but dont tell my boss")
    assert not fears_boss("1 its only til xmas")
