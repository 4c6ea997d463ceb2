"""Before a job has begun nobody can say how it goes: good words are no check-in, and trouble still is."""

from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.checkins import WorkNews
from casework.base.db import transaction
from casework.checkins import reporting
from tests.flows.conftest import Assistant
from tests.flows.phones import texts_us, thread
from tests.flows.work.test_work_news import heard
from tests.flows.working import Clock, amina, asked, clock, starts

__all__ = ["amina", "clock"]


async def tells(words: str, intent: str, about: str | None = None) -> None:
    await texts_us(words)
    async with transaction() as session:
        await WorkNews().act(await heard(session, await thread(), intent, about), CollectingDispatcher())


@pytest.mark.parametrize("words", ["as normal x", "all good", "fine thanks"])
async def test_good_words_are_no_check_in(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock, 3)
    await tells(words, "checkin_going_well")
    assert await asked(amina) == []


async def test_at_the_payday_question_they_are_its_answer(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await texts_us("i got a job")
    async with transaction() as session:
        made = await reporting.report(session, (await thread()).id, amina)
        reporting.take_both(made, "in 3 days")
    await tells("as normal x", "checkin_going_well", "jobs")
    assert await asked(amina) == []


async def test_trouble_is_heard_all_the_same(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock, 3)
    await tells("im being bullied already", "checkin_conflict_at_work")
    assert [one.outcome for one in await asked(amina)] == ["conflict"]


async def test_once_it_has_begun_they_are_one(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock, 0)
    await tells("all good", "checkin_going_well")
    assert [one.outcome for one in await asked(amina)] == ["good"]
