"""Rasa stopped: what was written is kept, the person is told once, the answer comes when it is back."""

import pytest

from casework import messaging
from casework.base.db import transaction
from tests.flows.conftest import Assistant, Claimant


async def test_it_is_kept_and_answered_later(claimant: Claimant, assistant: Assistant) -> None:
    assistant.up = False
    await claimant.writes("are you there")
    with pytest.raises(messaging.AssistantUnavailable):
        await messaging.answer(claimant.conversation)
    assistant.up = True
    await messaging.answer(claimant.conversation)
    assert (await claimant.last()).text == "I hear you."


async def test_the_person_is_told_once(claimant: Claimant, assistant: Assistant) -> None:
    for words in ("one", "two"):
        await claimant.writes(words)
        async with transaction() as session:
            await messaging.tell_kept(session, claimant.conversation)
    told = [m for m in await claimant.reads() if m.sender == "system"]
    assert len(told) == 1
    assert "safe" in told[0].text
