"""Plain questions of fear: will they be shouted at, is it the Jobcentre, what if they miss it, how do they get there or join."""

import pytest

from casework.appointments.words.asking import asked_about, plainly_asked
from casework.appointments.words.having import asks_of_theirs


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what if i miss it will i get sanctioned", "miss"),
        ("what if i dont come will they stop my money", "miss"),
        ("what happens if I miss the meeting, do I lose my benefits?", "miss"),
        ("will i get sanctioned if i miss it", "miss"),
        ("do you stop my money if i dont turn up", "miss"),
        ("is it the jobcentre?", "jobcentre"),
        ("is this the job centre", "jobcentre"),
        ("are you the dwp", "jobcentre"),
        ("so are u part of the jobcentre", "jobcentre"),
        ("is that at the job center then?", "jobcentre"),
        ("is it with the jcp", "jobcentre"),
        ("will they shout at me", "kind"),
        ("will they tell me off for being late", "kind"),
        ("are you going to judge me", "kind"),
        ("will they be angry with me", "kind"),
        ("will i get told off", "kind"),
        ("is anyone gonna have a go at me", "kind"),
    ],
)
def test_asked(text: str, asked: str) -> None:
    assert plainly_asked(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "he shouts at me",
        "will he shout at me",
        "is she going to be angry",
        "my boyfriend will shout at me",
        "will he be angry if i leave him",
        "is my ex going to shout at me when he finds me",
        "the jobcentre told me to come",
        "is it near the jobcentre",
        "where is the jobcentre",
        "i was sanctioned last week",
        "i miss my mum",
    ],
)
def test_not_asked(text: str) -> None:
    assert plainly_asked(text) is None


@pytest.mark.parametrize("text", ["how i get there", "how do i get there", "how can we get there please", "how would i get there by bus"])
def test_the_way_there(text: str) -> None:
    assert asked_about(text) == "where"


@pytest.mark.parametrize("text", ["how i get there", "how i find you", "how do i join", "how will i join the call"])
def test_the_way_to_theirs(text: str) -> None:
    assert asks_of_theirs(text) == "where"


@pytest.mark.parametrize("text", ["how do i join", "how will i join the call", "how do i join it then", "how does the video work", "do i need an app", "which app do i need", "will you send me a link"])
def test_how_to_join(text: str) -> None:
    assert asked_about(text) == "join"


@pytest.mark.parametrize("text", ["how do i join the gym", "how do i join the job club", "how do i get there in my career", "i want to join", "i cant use zoom"])
def test_no_question_of_it(text: str) -> None:
    assert asked_about(text) is None
