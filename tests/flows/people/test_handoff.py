"""To a person and back: the assistant is silent between, and only the area's own staff see it."""

import pytest

from casework import handoff, messaging, staff
from casework.base.db import transaction
from casework.base.errors import Conflict, NotFound
from casework.council import council
from casework.staff import Staff
from tests.flows.conftest import Assistant, Claimant


async def asks(claimant: Claimant) -> handoff.Handoff:
    async with transaction() as session:
        return await handoff.request(session, claimant.conversation, council().area("northbridge"), "request_human")


async def test_the_whole_way_there_and_back(claimant: Claimant, assistant: Assistant, sam: Staff) -> None:
    await asks(claimant)
    async with transaction() as session:
        assert [h.conversation_id for h in await handoff.waiting(session, sam.areas)] == [claimant.conversation]
        await handoff.take(session, claimant.conversation, sam)
    received = await claimant.writes("hello Sam")
    assert received.settled
    async with transaction() as session:
        await handoff.say(session, claimant.conversation, sam, "Hello, I am Sam.")
    assert ((await claimant.last()).sender, (await claimant.last()).name) == ("person", "Sam")
    async with transaction() as session:
        await handoff.hand_back(session, claimant.conversation, sam)
    await claimant.writes("back again")
    await messaging.answer(claimant.conversation)
    assert [(turn["text"], turn["before"]) for turn in assistant.asked] == [("back again", [{"event": "handed_back"}])]


async def test_asking_twice_keeps_the_place(claimant: Claimant) -> None:
    assert (await asks(claimant)).id == (await asks(claimant)).id


async def test_two_workers_cannot_both_take_it(claimant: Claimant, sam: Staff) -> None:
    async with transaction() as session:
        other = await staff.add(session, "kim@example.org", "Kim", "key_worker", ["northbridge"], "a long password")
        await handoff.take(session, claimant.conversation, sam)
        with pytest.raises(Conflict):
            await handoff.take(session, claimant.conversation, other)
        with pytest.raises(Conflict):
            await handoff.say(session, claimant.conversation, other, "hello")


async def test_a_person_who_takes_it_meanwhile_silences_the_assistant(
    claimant: Claimant, assistant: Assistant, sam: Staff
) -> None:
    await claimant.writes("hello")
    async with transaction() as session:
        await handoff.take(session, claimant.conversation, sam)
    await messaging.answer(claimant.conversation)
    assert (await claimant.last()).sender == "system"


async def test_another_area_sees_nothing(claimant: Claimant, vera: Staff) -> None:
    await asks(claimant)
    async with transaction() as session:
        assert await handoff.waiting(session, vera.areas) == []
        for act in (handoff.seen, handoff.take, handoff.hand_back):
            with pytest.raises(NotFound):
                await act(session, claimant.conversation, vera)
