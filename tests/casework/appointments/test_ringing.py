"""On which of their numbers we ring: asked, or told of the meeting they have."""

import pytest

from casework.appointments.booking.ringing import number_to_ring
from casework.appointments.words.having import asks_of_theirs


@pytest.mark.parametrize(
    "text",
    ["no. I only want to know which phone number he'll ring", "which number have you got me down as", "thanks. what number will u ring me on", "no what number have u got for me",
     "I just want to know if it's my mobile or my landline you'll ring", "what number will you ring", "have you got my right number"],
)  # fmt: skip
def test_which_of_theirs_is_asked(text: str) -> None:
    assert asks_of_theirs(text) == "number"


@pytest.mark.parametrize("text", ["what number will you ring me from", "what number will it be from", "what number bus do i get", "what number do i ring", "what number is the hub"])
def test_another_number_is_asked(text: str) -> None:
    assert asks_of_theirs(text) != "number"


@pytest.mark.parametrize("text", ["so is it 3 or half past she rings", "Is Amina ringing at 3 or 3.30?", "is it tuesday or wednesday", "is she calling me at 2pm or 2.30pm?"])
def test_of_two_times_which_is_asked(text: str) -> None:
    assert asks_of_theirs(text) == "when"


@pytest.mark.parametrize("text", ["is it 2 or 3 years", "are there 2 or 3 of you", "will it take 20 or 30 mins", "do i need 1 or 2 forms", "is it my fault or hers"])
def test_of_two_other_things_which_is_asked(text: str) -> None:
    assert asks_of_theirs(text) is None


@pytest.mark.parametrize("text", ["the number should be my mobile 07700 900232 please, not the landline", "please just put 07700 900232 as my number", "ring me on 07700 900232", "use 07700 900232"])
def test_a_number_is_told(text: str) -> None:
    assert number_to_ring(text) == "+447700900232"


@pytest.mark.parametrize("text", ["my number has changed its 07700 900232", "text me on 07700 900232", "ring me now on 07700 900232", "can you ring my mum on 07700 900232", "dont ring me on 07700 900232"])
def test_a_number_is_of_something_else(text: str) -> None:
    assert number_to_ring(text) is None
