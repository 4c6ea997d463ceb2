"""Somebody else has the number of whom we write to: it leaves the record, and nothing is told."""

import pytest

from casework import claimants
from casework.base.db import transaction
from tests.flows.conftest import Assistant
from tests.flows.phones import gets, known, texts_us


@pytest.mark.parametrize("words", ["this isnt Sharon", "who is sharon? new phone"])
async def test_the_number_is_taken_off(clean: None, assistant: Assistant, words: str) -> None:
    sharon = await known("Sharon")
    await texts_us(words)
    (told,) = await gets()
    assert "taken this number off" in told
    async with transaction() as session:
        assert all(one.closed_at for one in (await claimants.get(session, sharon)).channels)


async def test_a_name_that_is_none_of_theirs_takes_nothing_off(clean: None, assistant: Assistant) -> None:
    sharon = await known("Sharon")
    await texts_us("this isnt Dave")
    async with transaction() as session:
        assert not any(one.closed_at for one in (await claimants.get(session, sharon)).channels)
