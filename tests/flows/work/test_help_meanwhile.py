"""Trouble told to a check-in: who can help today comes first, then when a person will; a shared phone hears only that."""

from uuid import UUID

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.checkins import CheckinQuestions
from actions.door import Turn
from casework import claimants
from casework.base.clock import now
from casework.base.db import transaction
from casework.checkins import helping
from casework.council import council, is_open
from casework.directory import book
from tests.flows.conftest import Assistant
from tests.flows.phones import texts_us, thread
from tests.flows.working import Clock, amina, case, clock, goes_on_to, starts

__all__ = ["amina", "clock"]


async def hears(words: str) -> list[str]:
    """What the questions about work say to an answer by text."""
    talk, say, questions = await thread(), CollectingDispatcher(), CheckinQuestions()
    async with transaction() as session:
        tracker = Tracker(str(talk.id), {}, {}, [], False, None, {}, "action_listen")
        turn = Turn(session, tracker, talk.id, "m1", words, "nlu_fallback", 0.3, council().area(talk.area), "sms")
        state = await questions.open(turn)
        assert state
        await questions.take(turn, state, say)
    return [one["response"] for one in say.messages]


async def is_asked(who: UUID, clock: Clock) -> None:
    await starts(who, clock)
    await goes_on_to(who, clock)
    await texts_us("hello")


@pytest.mark.parametrize("hour", [12, 22])
async def test_no_food_is_sorted_today_whatever_the_hour(
    amina: UUID, clock: Clock, assistant: Assistant, monkeypatch: pytest.MonkeyPatch, hour: int
) -> None:
    monkeypatch.setattr("actions.checkins.now", clock)
    await is_asked(amina, clock)
    clock.at = clock.at.replace(hour=hour)
    await hears("im skint, cant pay the rent")
    closed = not is_open(council().area("northbridge"), clock())
    assert await hears("no") == ["utter_checkin_help_today", "utter_checkin_done_no_food_heat", *["utter_signpost_now"] * closed]
    made = await case()
    assert made
    assert made.level == "P1"
    assert made.promised_by > clock()


@pytest.mark.parametrize(("words", "outcome"), [("they havent paid me", "not_paid"), ("the boss is bullying me", "conflict")])
async def test_rights_at_work_have_their_line(amina: UUID, clock: Clock, assistant: Assistant, words: str, outcome: str) -> None:
    await is_asked(amina, clock)
    assert await hears(words) == [f"utter_checkin_done_{outcome}", "utter_checkin_help"]


async def test_how_they_feel_has_its_line(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await is_asked(amina, clock)
    await hears("3")
    assert await hears("How I feel") == ["utter_checkin_done_feelings", "utter_checkin_help"]


async def test_a_phone_that_others_read_hears_only_when(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    async with transaction() as session:
        (await claimants.get(session, amina)).safe_contact = {"neutral": True, "shared": True}
    await is_asked(amina, clock)
    assert await hears("they havent paid me") == ["utter_checkin_done_not_paid"]


async def test_the_second_answer_that_cannot_be_read_is_with_a_person(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await is_asked(amina, clock)
    assert await hears("purple monkeys") == []
    assert await hears("banana") == ["utter_checkin_done_unread"]
    made = await case()
    assert made
    assert made.reason == "checkin_unread"


def test_by_text_whom_to_ask_about_rights_has_a_number() -> None:
    acas = book().national["acas"]
    assert acas.phone
    area, at = council().area("northbridge"), now()
    (line,) = helping.lines("not_paid", area, "sms", at)
    assert acas.phone.shown in line
    assert acas.phone.shown not in "".join(helping.lines("not_paid", area, "web", at))
