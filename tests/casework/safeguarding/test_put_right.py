"""What is put right, given up at work, or asked of a first day is no danger; nor is a body that makes going out hard."""

import pytest

from casework.safeguarding import read

CALM = (
    "yes i know where to go but who do i ask for?",
    "i know where to go but not who to ask",
    "actually its fine now, he said sorry",
    "i jacked it in yesterday",
    "no. I only want to know which phone number he'll ring",
    "i just want to know what number they will call me on",
    "ok but if hes ill tomorrow morning how do i tell you, is that alright last minute",
    "can someone come in with me, ill have the little one in a buggy",
    "i jacked the job in on friday",
    "im pregnant and cant walk far can someone come to my house",
    "Can somebody come to my house? I cant really leave the house with my legs",
)
DANGER = (
    "he hit me but its fine now, he said sorry",
    "i know where to go to end it",
    "i cant walk far he broke my leg",
    "i jacked it in i want to die",
    "he knows which phone number he will ring and then he will kill me",
    "if hes ill tomorrow how do i tell you he hit me again",
    "i cant leave the house he wont let me",
)


@pytest.mark.parametrize("words", CALM)
def test_it_alarms_nobody(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize("words", DANGER)
def test_danger_beside_it_is_read(words: str) -> None:
    found = read(words)
    assert found
    assert found.priority in ("P0", "P1")
