"""Danger in a message: fixed words at once, an alert at the desk, everything else waits. Rasa is not needed."""

from itertools import pairwise

import pytest

from casework import handoff, messaging, safeguarding
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.conftest import Assistant, Claimant

PLAIN = [
    "I want to kill myself",
    "I've taken all my tablets",
    "im going to end it tonight",
    "he's got a knife outside my door",
]


@pytest.mark.parametrize("words", PLAIN)
async def test_a_plain_statement_is_answered_without_rasa(
    claimant: Claimant, assistant: Assistant, sam: Staff, words: str
) -> None:
    assistant.up = False
    received = await claimant.writes(words)
    assert received.settled
    reply = next(m for m in await claimant.reads() if m.reply_to == received.message.id)
    assert "999" in reply.text
    async with transaction() as session:
        alerts = await safeguarding.open_alerts(session, sam.areas)
    assert [alert.words for alert in alerts] == [words]
    assert alerts[0].priority in ("P0", "P1")


async def test_contacts_are_the_nations_and_one_is_not_a_call(claimant: Claimant) -> None:
    received = await claimant.writes("I want to die")
    text = next(m.text for m in await claimant.reads() if m.reply_to == received.message.id)
    assert "116 123" in text
    assert "SHOUT to 85258" in text
    assert "Lifeline" not in text


async def test_another_area_gets_no_alert(claimant: Claimant, vera: Staff) -> None:
    await claimant.writes("I want to kill myself")
    async with transaction() as session:
        assert await safeguarding.open_alerts(session, vera.areas) == []


async def test_other_things_wait_until_the_person_chooses(claimant: Claimant, assistant: Assistant) -> None:
    await claimant.writes("I want to kill myself")
    await claimant.writes("yes")
    await claimant.writes("what jobs are there")
    assert assistant.asked == []
    await claimant.writes("Go on with other things")
    await claimant.writes("Carry on")
    await messaging.answer(claimant.conversation)
    assert [turn["text"] for turn in assistant.asked] == ["Carry on"]


async def test_asking_for_a_person_reaches_the_assistant_all_the_same(claimant: Claimant, assistant: Assistant) -> None:
    await claimant.writes("I want to kill myself")
    await claimant.writes("I want to talk to a person")
    await messaging.answer(claimant.conversation)
    assert [turn["text"] for turn in assistant.asked] == ["I want to talk to a person"]


async def test_the_same_block_is_not_said_twice_running(claimant: Claimant) -> None:
    for _ in range(4):
        await claimant.writes("I want to die")
    openings = [m.text.split("\n")[0] for m in await claimant.reads() if m.sender == "assistant"][1:]
    assert all(one != following for one, following in pairwise(openings))


async def test_it_reads_along_while_a_person_holds_the_conversation(claimant: Claimant, sam: Staff) -> None:
    async with transaction() as session:
        await handoff.take(session, claimant.conversation, sam)
    await claimant.writes("I want to kill myself")
    async with transaction() as session:
        assert len(await safeguarding.open_alerts(session, sam.areas)) == 1
    assert "999" in (await claimant.last()).text


async def test_the_first_to_look_stays_named(claimant: Claimant, sam: Staff) -> None:
    await claimant.writes("I want to kill myself")
    async with transaction() as session:
        (alert,) = await safeguarding.open_alerts(session, sam.areas)
        first = await safeguarding.acknowledge(session, alert.id, sam.id, sam.areas)
        assert first.acknowledged_by == sam.id
        assert await safeguarding.open_alerts(session, sam.areas) == []
