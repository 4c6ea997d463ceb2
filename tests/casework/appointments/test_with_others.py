"""Meetings that are not with us, and those that only stand beside one."""

import pytest

from casework.appointments import changes_with_others, is_with_others


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


@pytest.mark.parametrize(
    "text",
    ["cancel im in hospital", "need to cancel im in hospital", "cancel tomorrow got court", "i have an interview monday can it be tuesday",
     "could it be later ive got a hospital appointment", "book me in before my job interview", "move it please, got a dentist appointment",
     "need to cancel, hospital appointment tomorrow", "need to cancel hospital appointment came up", "earlier please, got court at 3",
     "id like to postpone ive got a job interview", "im gonna miss it im in hospital", "book us in after the dentist appointment", "could that be wednesday, meeting my mum tuesday"],
)  # fmt: skip
def test_why_ours_is_to_be_changed(text: str) -> None:
    assert not is_with_others(text)
    assert not changes_with_others(text)


@pytest.mark.parametrize("text", ["im in hospital", "got court", "im at the doctors", "i have a job interview on monday"])
def test_whereabouts_are_no_meeting_to_change(text: str) -> None:
    assert is_with_others(text)
    assert not changes_with_others(text)


@pytest.mark.parametrize(
    "text",
    ["my hospital appointment was cancelled", "my gp appt got moved to tuesday", "i need to cancel my doctors appointment", "cancel my job interview",
     "they changed my dentist appointment", "need to move the physio appointment", "rearrange my interview", "seeing the doctor thursday"],
)  # fmt: skip
def test_a_meeting_of_others_is_changed(text: str) -> None:
    assert changes_with_others(text)
