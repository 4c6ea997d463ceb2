"""A wrong number that may be theirs after all: told the way back once, and nothing of anybody."""

import pytest

from casework import outbox
from casework.base.db import transaction
from tests.flows.conftest import Assistant
from tests.flows.phones import PHONE, gets, known, texts_us


@pytest.mark.parametrize("words", ["no its marek", "im marek sorry", "sorry its me i said wrong number by mistake", "marek here"])
async def test_they_are_told_how_to_start_again(clean: None, assistant: Assistant, words: str) -> None:
    await known("Marek")
    await texts_us("wrong number")
    await texts_us(words)
    await texts_us(words)
    said = await gets()
    assert len(said) == 2
    assert "START" in said[-1]
    assert "Marek" not in said[-1]
    async with transaction() as session:
        quiet = await outbox.quietness(session, PHONE)
    assert quiet is not None
    assert quiet.why == "wrong"


@pytest.mark.parametrize("words", ["ok", "no its not me", "its my mums number"])
async def test_a_stranger_is_left_alone(clean: None, assistant: Assistant, words: str) -> None:
    await known("Marek")
    await texts_us("wrong number")
    await texts_us(words)
    assert len(await gets()) == 1
