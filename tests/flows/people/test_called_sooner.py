"""Who waits for a person, and cannot wait that long, is rung sooner."""

from datetime import timedelta

import pytest

from casework import handoff
from casework.base.clock import now
from casework.base.db import transaction
from casework.council import council
from casework.texts.control import would_be_sooner
from tests.flows.conftest import Assistant
from tests.flows.phones import gets, known, texts_us, thread

SOONER = [
    "can they do it sooner i need to get to work tmrw", "cant someone ring me any sooner", "thats too late", "i cant wait that long",
    "could you ring earlier please", "wednesday is too late, i need it today",
]


@pytest.mark.parametrize("words", SOONER)
async def test_the_case_is_due_sooner_and_that_is_said(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us("hello")
    await gets()
    later = now() + timedelta(days=3)
    async with transaction() as session:
        conversation = await thread()
        await handoff.request(session, conversation.id, council().area(conversation.area), "checkin_money", promised_by=later)
    await texts_us(words)
    async with transaction() as session:
        case = await handoff.open_handoff(session, (await thread()).id)
    assert case
    assert case.promised_by
    assert case.promised_by < later
    assert "will ring" in (await gets())[-1]


async def test_where_nobody_is_to_ring_the_assistant_hears_it(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    received = await texts_us("can they do it sooner")
    assert received
    assert not received.settled


@pytest.mark.parametrize(
    "words",
    ["can i start sooner", "my shift is too late for the bus", "i cant wait to start", "sooner or later", "it is too late to text me now", "i need help with my cv", "can you tell them im early"],
)
def test_other_words_ask_for_nothing_sooner(words: str) -> None:
    assert not would_be_sooner(words)
