"""Meetings that are not with us, and those that only stand beside one."""

import pytest

from casework.appointments import is_with_others


@pytest.mark.parametrize(
    "text",
    ["meeting my mate tuesday", "my hospital appointment was cancelled", "got a job interview on monday", "seeing the doctor thursday so cant talk",
     "ive got court on monday", "dentist appointment tomorrow", "i need to cancel my doctors appointment", "meeting up with my sister at 3",
     "my gp appt got moved to tuesday", "going to see my mum tuesday", "i have an appointment with the nurse on friday", "when is my hospital appointment"],
)  # fmt: skip
def test_it_is_not_with_us(text: str) -> None:
    assert is_with_others(text)


@pytest.mark.parametrize(
    "text",
    ["can i see my key worker tuesday, my hospital appointment was cancelled", "cant come, i have a hospital appointment",
     "my hospital appointment is on thursday so can we move it", "meeting my key worker tuesday", "need to move my meeting, got a job interview",
     "can you see me before my interview", "cancel my appointment", "i cant make thursday, hospital appointment", "can i bring my mate to the meeting",
     "hospital appt thursday so friday would be better", "id like to meet someone"],
)  # fmt: skip
def test_something_is_asked_of_us(text: str) -> None:
    assert not is_with_others(text)
