"""What cannot be made to stop, or be got through, and help that does not come, are no meeting that somebody stays away from."""

import pytest

from casework.appointments.words.not_coming import will_not_be_there
from casework.safeguarding import read


@pytest.mark.parametrize(
    "words",
    ["i cant make it stop", "please i cant make it stop", "i can't make it go away", "i cannot make it through", "i cannot make it through the night", "cant make it through another day",
     "i wont make it through this week", "i cant make it stop any more", "police wont come", "the police wont come", "ambulance wont come", "the ambulance wont come", "the police never came",
     "paramedics wont come out", "police refused to come out", "police wont come out to me", "police did not come when i rang", "police not come yet", "police wont come to the house",
     "the police wont come they said its civil", "police did not come out again", "the ambulance never came for my mum", "the ambulance will not come for me", "the pain i cant make it stop",
     "it hurts so much and i cant make it stop", "cant make it through tonight", "i cant make it through today", "i wont make it through this", "i will never be seen again",
     "thinking about leaving the place and never being found", "going to vanish never be seen again"],
)  # fmt: skip
def test_a_person_is_wanted_at_once(words: str) -> None:
    found = read(words)
    assert found
    assert (found.priority, found.voice) in (("P1", "self"), ("P0", "self"))
    assert not will_not_be_there(words)


@pytest.mark.parametrize(
    "words",
    ["i cant make it on friday", "i cant make it to the group", "i cant make it through the form", "i cant make it through the traffic", "the bus wont come", "the interpreter wont come",
     "i want to join the police", "my ambulance course starts monday", "the police came to see my neighbour", "cant make it stop at my stop", "will the police come to the job club", "I applied to the police never came back to me", "applied for a job with the police did not come through",
     "dbs from the police did not come so i cant start work", "my dbs from the police never came", "the police did not come to the careers fair", "police never came out when my shed was robbed last year",
     "the police did not turn up to court so case dropped", "applied for a driver job on the ambulances never came to anything",
     "the ambulance did not come up the drive so i had to walk to work", "roads are flooded cant make it through", "roads are flooded, cant make it through", "snow is too bad cant make it through today",
     "the trains are off so i cant make it through today", "i cant make it through this interview im so nervous", "I cant make it through the day without a coffee",
     "can not make it through today sorry can we move it", "my phone keeps ringing in meetings cant make it stop", "the form keeps going back to page 1 cant make it stop",
     "this beeping on the till i cant make it stop", "lost my CSCS card it will never be found", "my keys will never be found again", "dropped my phone in the canal never be seen again",
     "my keys fell down the drain and will never be seen again"],
)  # fmt: skip
def test_what_is_none(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize("words", ["cant make it through tonight", "i cant make it through tonight", "cant make it through tonight bus is off", "ambulance did not come and he is not breathing"])
def test_at_once_as_ever(words: str) -> None:
    found = read(words)
    assert found
    assert found.priority == "P0"
