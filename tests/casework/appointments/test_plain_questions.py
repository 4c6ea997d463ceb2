"""Who lets us know asks; who lets somebody come, or asks what comes next, asks nothing of the stairs."""

import pytest

from casework.appointments.words.asking import asks_us, plainly_asked
from casework.appointments.words.wording import first, wording


@pytest.mark.parametrize("text", ["let me know about next steps", "can you tell me about the steps i need to take", "tell me about lifts to the interview"])
def test_of_no_stairs(text: str) -> None:
    assert first(text, wording().plainly) != "steps"


@pytest.mark.parametrize("text", ["let me know about the lift", "tell me about steps please", "can you tell me if there are stairs"])
def test_of_stairs(text: str) -> None:
    assert first(text, wording().plainly) == "steps"


@pytest.mark.parametrize("text", ["let me bring my sister", "let us have an interpreter"])
def test_a_wish_is_no_question(text: str) -> None:
    assert not asks_us(text)


@pytest.mark.parametrize("text", ["let me know when", "please tell me where it is"])
def test_a_question(text: str) -> None:
    assert asks_us(text)


@pytest.mark.parametrize("text", ["will i lose my benefits if i come", "does meeting you affect my benefits", "will coming stop my pip", "will they stop my money if i talk to you"])
def test_of_money_and_a_meeting(text: str) -> None:
    assert plainly_asked(text) == "money"


@pytest.mark.parametrize("text", ["will i lose my benefits if i get a job", "will i lose my uc if i go to work", "my money stopped when i came here", "i will lose my money", "will it change my hours"])
def test_of_money_and_something_else(text: str) -> None:
    assert plainly_asked(text) != "money"


@pytest.mark.parametrize(
    "text",
    [
        "is it free", "is it free tho the visit", "is this free", "how much does it cost", "do i have to pay anything", "no i booked already. is it free tho the visit",
        "ok so is the meeting free?", "does it cost anything", "do i have to pay for it", "what does it cost to see you", "is it free or do i pay", "do you charge",
    ],
)
def test_of_what_it_costs(text: str) -> None:
    assert plainly_asked(text) == "free"


@pytest.mark.parametrize(
    "text",
    [
        "is thursday free", "is 3pm free", "is it free at 3", "is it free on thursday", "are you free monday", "do i have to pay tax", "do i have to pay the money back", "how much does childcare cost",
        "how much do you pay", "will it cost me my benefits", "do i pay council tax",
    ],
)
def test_of_no_cost_of_ours(text: str) -> None:
    assert plainly_asked(text) != "free"


@pytest.mark.parametrize(("text", "asked"), [("is amina a woman", "gender"), ("is my worker male or female?", "gender"), ("is there a woman", None), ("is it a man", "gender"), ("is this a man or a computer", None), ("is the boss a woman", None)])
def test_of_who_somebody_is(text: str, asked: str | None) -> None:
    assert plainly_asked(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("can i get my buggy in", "steps"),
        ("is it ok with a double buggy", "steps"),
        ("is there a car park", "place"),
        ("where do i park", "place"),
        ("are there toilets", "place"),
        ("what bus do i get", "place"),
        ("can i bring my dog", "place"),
        ("what number will you ring me on", "number"),
        ("will it be a private number", "number"),
    ],
)
def test_of_the_place_and_of_the_call(text: str, asked: str) -> None:
    assert plainly_asked(text) == asked


@pytest.mark.parametrize("text", ["i parked there last time", "i lost the buggy", "the bus was late", "my number is 07700900123", "is there a time on friday", "can i bring my sister"])
def test_of_neither(text: str) -> None:
    assert plainly_asked(text) not in ("steps", "place", "number")


@pytest.mark.parametrize("text", [
    "no thats it. if the little ones poorly can i change it last minute", "wot?? i asked if i can change it last minute if kid is ill", "can i cancel on the day",
    "is it ok to move it if something comes up", "could I change my appointment at short notice", "will i be able to change it if im ill", "if my kid is sick can i move it",
])  # fmt: skip
def test_whether_it_could_be_changed(text: str) -> None:
    assert plainly_asked(text) == "change_late"


@pytest.mark.parametrize("text", [
    "can i change it to friday", "sorry its last minute, can i change it to friday", "my kid is ill can i move it", "can i move it if possible",
    "can i change it if you have thursday", "if he is poorly can i move it to friday", "can i move it to the day before", "i need to cancel, im ill",
])  # fmt: skip
def test_a_wish_to_change_it(text: str) -> None:
    assert plainly_asked(text) != "change_late"
@pytest.mark.parametrize(
    "text",
    ["is it private", "Is it confidential, by the way?", "You didn't say whether it's confidential, my old employer works with the council", "Will what I say be kept private from my old employer?",
     "You never answered me about privacy though", "will you tell my employer what i say?", "is what i tell you confidential"],
)  # fmt: skip
def test_who_hears_of_it(text: str) -> None:
    assert plainly_asked(text) == "private"


@pytest.mark.parametrize("text", ["is it a private landlord", "do you have a private room", "is private rent covered", "can you tell my boss i am ill", "will it be a private number", "i rent private"])
def test_private_is_something_else(text: str) -> None:
    assert plainly_asked(text) != "private"
