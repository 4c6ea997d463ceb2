"""A STOP behind what a phone answered by itself is obeyed and confirmed once, whatever that was read as."""

import pytest

from casework import outbox
from casework.base.db import transaction
from tests.flows.conftest import Assistant
from tests.flows.phones import PHONE, gets, texts_us


@pytest.mark.parametrize(
    "machine",
    [
        "Automatic reply: I am away. Reply STOP to end.",
        "This is an automated reply. I am away from my phone.",
        "This is an automated message. This number is not monitored. Reply STOP to stop.",
    ],
)
async def test_it_is_confirmed_once(clean: None, assistant: Assistant, machine: str) -> None:
    await texts_us(machine)
    assert await gets() == []
    await texts_us("STOP")
    await texts_us("stop")
    (said,) = await gets()
    assert "texts" in said
    async with transaction() as session:
        known = await outbox.quietness(session, PHONE)
    assert known is not None
    assert known.why in ("stopped", "watched")
