"""Late, said while a check-in waits for its answer: for the meeting of that day, else only with the answer."""

from datetime import timedelta
from uuid import UUID

import pytest

from casework import appointments
from casework.appointments.booking import lateness
from casework.base.db import transaction
from tests.flows.appointments.test_late import late, meeting
from tests.flows.conftest import Assistant
from tests.flows.phones import said, texts_us, waits_for_a_person
from tests.flows.working import Clock, amina, clock, goes_on_to, starts

__all__ = ["amina", "clock", "meeting"]


@pytest.mark.parametrize("words", ["im late", "running late"])
async def test_without_a_meeting_the_question_is_put_again(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us(words)
    asked, _, again = (await said())[-3:]
    assert again.choices == asked.choices
    assert again.text in asked.text
    assert await waits_for_a_person() is None


async def test_with_a_meeting_that_day_its_worker_is_told(
    amina: UUID, clock: Clock, meeting: UUID, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    async with transaction() as session:
        begins = (await appointments.get(session, meeting)).starts_at
    monkeypatch.setattr(lateness, "now", lambda: begins - timedelta(hours=1))
    await texts_us("running late")
    assert (await late(meeting))[1]
    assert "Your time is kept" in (await said())[-1].text
