"""While a meeting is being moved: that it is to stay as it is, however said."""

from datetime import time, timedelta
from uuid import uuid4

import pytest

from casework.appointments import BookingTalk, Step
from casework.appointments.times.diary import instant
from casework.appointments.words.hearing import stays_as_it_is
from casework.base.clock import local, now

TODAY = local(now()).date()
A_WEDNESDAY = TODAY + timedelta(days=7 + (2 - TODAY.weekday()) % 7)
STARTS = instant(A_WEDNESDAY, time(10, 30))
SHOWN = [{"start": STARTS.isoformat(), "end": (STARTS + timedelta(hours=1)).isoformat(), "diary": 1, "worker": "Joe", "venue": "hub", "title": f"{A_WEDNESDAY:%A} {A_WEDNESDAY.day} {A_WEDNESDAY:%B} at 10:30am"}]


def moving(step: Step) -> BookingTalk:
    return BookingTalk(conversation_id=uuid4(), step=step, offered=SHOWN if step == Step.CHOOSE else [], moving_id=uuid4())


@pytest.mark.parametrize("step", [Step.WHEN, Step.CHOOSE])
@pytest.mark.parametrize("text", [
    "no dont move it!! keep weds 1030", "just leave it as it was. wed 1030", "no thanks. keep what i got. wednesday", "stop asking me that. im not moving it",
    "don't change it", "leave it how it is", "keep it as is please", "I'll stick with what I have", "keep the old time", "as it was please", "i dont want to move it any more",
    "no, leave the appointment alone", "forget moving it", "I don't want to change my appointment", "keep my original time, wednesday",
])  # fmt: skip
def test_it_stays(step: Step, text: str) -> None:
    assert stays_as_it_is(moving(step), text)


@pytest.mark.parametrize("text", ["keep weds 1030", "can i keep tuesday at 9", "no keep it at 10:30", "stick with wednesday please"])
def test_it_stays_at_its_time(text: str) -> None:
    assert stays_as_it_is(moving(Step.WHEN), text)
    assert not stays_as_it_is(moving(Step.CONFIRM), text)


@pytest.mark.parametrize("text", [
    "friday instead", "don't move it to friday, thursday", "dont change it cancel it", "same time as it was but on tuesday", "keep it short please", "tuesday, same time as it was",
    "keep the day but later", "i can't move my appointment at work", "keep me posted", "wednesday", "the original was better, can it be thursday",
])  # fmt: skip
def test_another_time_is_wished_for(text: str) -> None:
    assert not stays_as_it_is(moving(Step.WHEN), text)


def test_one_of_those_shown_is_taken() -> None:
    assert not stays_as_it_is(moving(Step.CHOOSE), f"keep wednesday {A_WEDNESDAY.day} {A_WEDNESDAY:%B} at 10:30am")
