"""What cannot be made to stop, or be got through, and help that does not come, are no meeting that somebody stays away from."""

import pytest

from casework.appointments.not_coming import will_not_be_there
from casework.safeguarding import read


@pytest.mark.parametrize(
    "words",
    ["i cant make it stop", "please i cant make it stop", "i can't make it go away", "i cannot make it through", "i cannot make it through the night", "cant make it through another day",
     "i wont make it through this week", "i cant make it stop any more", "police wont come", "the police wont come", "ambulance wont come", "the ambulance wont come", "the police never came",
     "paramedics wont come out", "police refused to come out"],
)  # fmt: skip
def test_a_person_is_wanted_at_once(words: str) -> None:
    found = read(words)
    assert found
    assert (found.priority, found.voice) in (("P1", "self"), ("P0", "self"))
    assert not will_not_be_there(words)


@pytest.mark.parametrize(
    "words",
    ["i cant make it on friday", "i cant make it to the group", "i cant make it through the form", "i cant make it through the traffic", "the bus wont come", "the interpreter wont come",
     "i want to join the police", "my ambulance course starts monday", "the police came to see my neighbour", "cant make it stop at my stop", "will the police come to the job club"],
)  # fmt: skip
def test_what_is_none(words: str) -> None:
    assert read(words) is None
