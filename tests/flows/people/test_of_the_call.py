"""What somebody says of the call that they wait for is with whoever rings, and what was promised stands."""

import pytest

from casework import handoff
from casework.base.clock import now
from casework.base.db import transaction
from casework.council import say_when
from casework.texts.control import is_of_the_call
from tests.flows.conftest import Assistant
from tests.flows.phones import gets, known, texts_us, thread

OF_IT = [
    "when will someone ring, my other shift starts at 2", "cant answer phone at work can they text me", "tonight?", "will someone call me tonight?",
    "what time are they ringing", "can they text me instead?", "are you still ringing me today",
]


@pytest.mark.parametrize("words", OF_IT)
async def test_it_is_noted_and_the_promise_is_said_again(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us("CALL")
    async with transaction() as session:
        before = await handoff.open_handoff(session, (await thread()).id)
    assert before
    await texts_us(words)
    assert say_when(before.promised_by, now()) in (await gets())[-1]
    async with transaction() as session:
        after = await handoff.open_handoff(session, (await thread()).id)
    assert after
    assert after.promised_by == before.promised_by
    assert any(words.rstrip("?") in one for one in after.also)


@pytest.mark.parametrize("words", ["tonight?", "when will someone ring"])
async def test_where_nobody_is_to_ring_the_assistant_hears_it(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    received = await texts_us(words)
    assert received
    assert not received.settled


@pytest.mark.parametrize(
    "words",
    ["ring me tonight", "when do i ring in sick", "tonight", "when do they pay me", "i cant work the phones at work", "can they move my shift", "will they sack me today", "my boss rings me at work", "when is my meeting"],
)
def test_other_words_are_not_of_it(words: str) -> None:
    assert not is_of_the_call(words)
