"""A wish about a meeting, told while danger is spoken of: nothing is gone on with, and a person has it."""

import pytest

from casework import handoff, messaging
from casework.base.db import transaction
from tests.flows.conftest import Assistant, Claimant

HURT = "i hurt myself again last night"


async def waits(claimant: Claimant) -> str | None:
    async with transaction() as session:
        asked = await handoff.open_handoff(session, claimant.conversation)
        return asked.reason if asked else None


@pytest.mark.parametrize("words", ["can i move my meeting", "what time is my meeting", "cancel my appointment", "im late"])
async def test_it_is_answered_and_kept(claimant: Claimant, assistant: Assistant, words: str) -> None:
    await claimant.writes(HURT)
    await claimant.writes(words)
    said = (await claimant.reads())[-1]
    assert "told the team about your meeting" in said.text
    assert "999" in said.text
    assert await waits(claimant) == handoff.WISH
    assert assistant.asked == []
    async with transaction() as session:
        assert (await messaging.get(session, claimant.conversation)).safety is not None


async def test_while_life_is_at_risk_help_comes_before_it(claimant: Claimant) -> None:
    await claimant.writes("I've taken all my tablets")
    await claimant.writes("can i move my meeting")
    assert "meeting" not in (await claimant.reads())[-1].text
    assert await waits(claimant) == handoff.WISH


async def test_danger_in_the_same_words_is_spoken_to_first(claimant: Claimant) -> None:
    await claimant.writes(HURT)
    await claimant.writes("cancel my meeting i want to die")
    assert "told the team about your meeting" not in (await claimant.reads())[-1].text


@pytest.mark.parametrize("words", ["its too late for me", "my gp appointment is friday", "cancel everything"])
async def test_other_words_are_no_such_wish(claimant: Claimant, words: str) -> None:
    await claimant.writes(HURT)
    await claimant.writes(words)
    assert await waits(claimant) is None
