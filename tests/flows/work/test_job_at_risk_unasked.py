"""A job that may be lost, told beside another need and unasked, is a person's to see to."""

from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.directory import Signpost
from actions.fallback import Fallback
from actions.smalltalk import Reply
from casework.base.db import transaction
from casework.checkins.understanding import news
from tests.flows.conftest import Assistant
from tests.flows.phones import texts_us, thread
from tests.flows.work.test_work_news import heard, names
from tests.flows.working import Clock, amina, case, clock, starts

__all__ = ["amina", "clock"]

WORDS = ["nursery shut so nobody to have the kids, on my last warning", "no childminder and im on a final warning", "bus never came, got a final written warning",
         "not good no childcare next week and they gave me a last warning"]


@pytest.mark.parametrize("words", WORDS)
async def test_a_person_has_it(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock, 0)
    await texts_us(words)
    say = CollectingDispatcher()
    async with transaction() as session:
        await Signpost().act(await heard(session, await thread(), "need_childcare"), say)
    made = await case()
    assert (made and made.level, "utter_checkin_done_job_at_risk" in names(say)) == ("P2", True)


@pytest.mark.parametrize("words", ["last chance to see it", "weather warning on the radio", "nursery is shut", "its my last week"])
def test_other_warnings_are_none(words: str) -> None:
    assert news(words) != "job_at_risk"


@pytest.mark.parametrize(
    ("words", "outcome"), [("will they sack me do u think", "job_at_risk"), ("ive packed it in", "left"), ("packed in the job today", "left")]
)
async def test_so_is_what_was_not_understood(amina: UUID, clock: Clock, assistant: Assistant, words: str, outcome: str) -> None:
    await starts(amina, clock, 0)
    await texts_us(words)
    say = CollectingDispatcher()
    async with transaction() as session:
        turn = await heard(session, await thread(), "stop_this")
        await (Reply() if outcome == "left" else Fallback()).act(turn, say)
    made = await case()
    assert (made and made.level, f"utter_checkin_done_{outcome}" in names(say)) == ("P2", True)
