"""Bare times, wishes about a visit or a woman, a shift left and a phone's own answer are calm; danger in such words is read."""

import pytest

from casework.safeguarding import read

CALM = [
    "ok phone. tonite at 11pm",
    "tonight at 11pm",
    "at 11pm tonite",
    "tonight",
    "half 10 tonite",
    "can sum1 come to my house abt a job i cant get out",
    "i cant leave the house. can someone come to me about work",
    "i dont go out. can you come to my flat about a job",
    "I'd like to see a woman please, about work. I don't feel safe with men",
    "can i talk to a lady about work as i dont feel safe around men",
    "mam prace od poniedzialku",
    "szukam pracy od poniedzialku",
    "waxaan rabaa shaqo",
    "ok but today pls i cant go back in tomorow",
    "cant go back in there tomorrow",
    "This is an automated reply. I am driving and will see your message later",
]
DANGER = [
    "its tonight then",
    "doing it tonight at 11",
    "11pm tonight its over",
    "ending it tonight at 11pm",
    "can someone come to my house about a job i cant get out he has locked me in",
    "i cant leave the house he wont let me",
    "can someone come to my house i cant get out he locked the door",
    "i want to see a woman. i dont feel safe with the men in my house",
    "i dont feel safe with men after what he did to me",
    "i dont feel safe at home with him",
    "chce umrzec dzisiaj",
    "nie chce zyc",
    "mam dosc zycia",
    "i cant go back in there tomorrow i want to die",
    "i cant go back to him tomorrow",
    "i cant go back in there he will kill me",
    "this is an automated reply. i took all my tablets",
    "i am driving into a wall",
    "i am driving to the bridge and will not see your message",
]
BEFORE = ["I am going to kill myself", "i want to die", "its tonight then"]


@pytest.mark.parametrize("words", CALM)
def test_it_is_no_danger(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize("words", DANGER)
def test_danger_in_such_words_is_read(words: str) -> None:
    assert read(words)


@pytest.mark.parametrize("before", BEFORE)
def test_a_time_after_danger_is_read_as_ever(before: str) -> None:
    found = read("tonight at 11pm", [before])
    assert found
    assert found.priority == "P0"
    assert read("tonight at 11pm", ["can i have a meeting"]) is None
