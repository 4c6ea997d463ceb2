"""In the web chat of somebody watched: how and when it is safe to reach them is kept, and thanked for."""

import pytest

from casework import claimants, messaging, safeguarding
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.conftest import Assistant, Claimant
from tests.flows.phones import known

WATCHED = "he reads my messages"


async def alerts(sam: Staff) -> int:
    async with transaction() as session:
        return len(await safeguarding.open_alerts(session, sam.areas))


@pytest.mark.parametrize(
    "words",
    ["in the mornings when hes at work", "email is safe", "ring my mum", "mornings when he is out", "when hes asleep", "only ring when hes at work", "ring my mum on 07700900123", "weekdays 10 to 2", "text is not safe but email is"],
)
async def test_a_safe_way_is_kept_and_raises_nothing(claimant: Claimant, assistant: Assistant, sam: Staff, words: str) -> None:
    ada = await known("Ada")
    async with transaction() as session:
        await messaging.join(session, claimant.conversation, ada)
    await claimant.writes(WATCHED)
    before = await alerts(sam)
    await claimant.writes(words)
    assert "I have kept that" in (await claimant.last()).text
    assert await alerts(sam) == before
    async with transaction() as session:
        kept = (await claimants.get(session, ada)).safe_contact or {}
    assert kept["note"] == words


@pytest.mark.parametrize("words", ["he hits me in the mornings", "he will kill me at 3", "in the mornings he beats me", "i want to die"])
async def test_danger_beside_a_time_is_danger(claimant: Claimant, assistant: Assistant, sam: Staff, words: str) -> None:
    await claimant.writes(WATCHED)
    await claimant.writes(words)
    assert "I have kept that" not in (await claimant.last()).text
    async with transaction() as session:
        assert len(await safeguarding.of_conversation(session, claimant.conversation)) > 0


@pytest.mark.parametrize("words", ["call 999", "ring the police", "he gets home at 3"])
async def test_who_wants_help_now_is_not_thanked_for_a_way(claimant: Claimant, assistant: Assistant, sam: Staff, words: str) -> None:
    await claimant.writes(WATCHED)
    await claimant.writes(words)
    assert "I have kept that" not in (await claimant.last()).text or words.startswith("he gets")


async def test_the_same_block_never_comes_twice(claimant: Claimant, assistant: Assistant, sam: Staff) -> None:
    for words in (WATCHED, "he checks my phone", "he reads all my messages", "she goes through my phone"):
        await claimant.writes(words)
    blocks = [one.text for one in await claimant.reads() if one.sender == "assistant"]
    assert len(blocks) == len(set(blocks))
    assert sum("Exit button" in one for one in blocks) == 1


async def test_of_somebody_unknown_it_is_thanked_for_too(claimant: Claimant, assistant: Assistant, sam: Staff) -> None:
    await claimant.writes(WATCHED)
    await claimant.writes("email is safe")
    assert "I have kept that" in (await claimant.last()).text


@pytest.mark.parametrize("words", ["hes reading this help", "hes got my phone and is reading this now"])
async def test_what_is_graver_than_before_is_answered_and_remembered(claimant: Claimant, assistant: Assistant, sam: Staff, words: str) -> None:
    await claimant.writes(WATCHED)
    await claimant.writes(words)
    assert "Use the Exit button" in (await claimant.last()).text
    async with transaction() as session:
        talk = await messaging.get(session, claimant.conversation)
        assert talk.safety
        assert (talk.safety["pack"], talk.safety["priority"]) == ("R10", "P0")


async def test_what_is_no_graver_is_answered_quietly(claimant: Claimant, assistant: Assistant, sam: Staff) -> None:
    await claimant.writes(WATCHED)
    await claimant.writes("he reads all my messages")
    async with transaction() as session:
        talk = await messaging.get(session, claimant.conversation)
        assert talk.safety
        assert talk.safety["priority"] == "P1"
