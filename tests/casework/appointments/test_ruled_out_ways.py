"""Ways to meet that will not do, where no other is named."""

from uuid import uuid4

import pytest

from casework.appointments import BookingTalk, Step, rules_out


def talk(step: Step = Step.FORMAT, format: str | None = None) -> BookingTalk:
    return BookingTalk(conversation_id=uuid4(), step=step, format=format, offered=[])


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("no face to face", "in_person"), ("I don't want to come in", "in_person"), ("cant come in person", "in_person"), ("rather not come in", "in_person"),
        ("i cant leave the house", "in_person"), ("im not coming in", "in_person"), ("not f2f pls", "in_person"), ("no phone", "phone"),
        ("i hate phone calls", "phone"), ("i dont like talking on the phone", "phone"), ("dont want a video call", "video"), ("not video", "video"),
    ],
)  # fmt: skip
def test_it_will_not_do(text: str, way: str) -> None:
    assert rules_out(talk(), text) == way


@pytest.mark.parametrize(
    "text",
    ["no, face to face", "by phone not face to face", "i cant come in on monday", "can i come in tomorrow", "can't you ring me", "why cant i come in",
     "i dont mind", "not bothered", "cant come in the morning", "is it not face to face", "same day in one go im not coming in twice", "im not coming in before 10",
     "i dont want to come in more than once", "not coming in on my own"],
)  # fmt: skip
def test_it_may_do(text: str) -> None:
    assert rules_out(talk(), text) is None


def test_of_the_way_they_chose_a_bare_no_may_be_a_yes_to_it() -> None:
    assert rules_out(talk(Step.CHOOSE, "phone"), "no phone") is None
    assert rules_out(talk(Step.CHOOSE, "in_person"), "i dont want to come in") == "in_person"
    assert rules_out(talk(Step.CHOOSE, "phone"), "i dont want to come in") is None
    assert rules_out(talk(Step.NAME, "in_person"), "i dont want to come in") is None
