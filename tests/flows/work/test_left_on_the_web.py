"""Who said in a chat that a job is over, and did not mean it, says so there too."""

from uuid import UUID, uuid4

import pytest

from api.turns import take_in
from casework import checkins, claimants, identity, messaging
from casework.base.db import transaction
from tests.flows.conftest import Assistant, Claimant
from tests.flows.people.test_identity import says
from tests.flows.texts.test_safe_times_asked import comes_to_safe
from tests.flows.working import Clock, clock, starts

__all__ = ["clock"]


async def left_in_a_chat(claimant: Claimant, clock: Clock) -> UUID:
    """Zoe proved who she is, started work, and said in the chat that she left."""
    zoe = await comes_to_safe(claimant)
    await says(claimant, "any time")
    async with transaction() as session:
        check = await identity.current(session, claimant.conversation)
        assert check
        await identity.end(session, check)
    await starts(zoe, clock, -3)
    async with transaction() as session:
        await checkins.tell(session, await claimants.get(session, zoe), "left", claimant.conversation)
        talk = await messaging.locked(session, claimant.conversation)
        await messaging.record(session, talk, "assistant", "I am sorry.", choices=[{"title": "Find a time", "text": "book"}])
    return zoe


@pytest.mark.parametrize("words", ["sorry i didnt mean left", "im still there", "actually i havent left"])
async def test_leaving_is_taken_back(claimant: Claimant, clock: Clock, assistant: Assistant, words: str) -> None:
    zoe = await left_in_a_chat(claimant, clock)
    await take_in(claimant.conversation, str(uuid4()), words)
    assert assistant.asked[-1]["before"] == [{"event": "checkin_asked"}]
    async with transaction() as session:
        waits = await checkins.waiting(session, zoe)
        assert waits
        heard = await checkins.hear(session, await claimants.get(session, zoe), waits, "still_there", claimant.conversation)
        assert heard.outcome == "still_there"
        assert await checkins.followed_job(session, zoe)
        assert checkins.read(waits, words) == "still_there"


async def test_thanks_take_nothing_back(claimant: Claimant, clock: Clock, assistant: Assistant) -> None:
    zoe = await left_in_a_chat(claimant, clock)
    await take_in(claimant.conversation, str(uuid4()), "thanks")
    assert not assistant.asked[-1].get("before")
    async with transaction() as session:
        assert await checkins.waiting(session, zoe) is None
