"""By text, a plain yes takes up the one thing that was offered; it never answers where something was asked."""

import pytest

from casework import messaging
from casework.base.db import transaction
from tests.flows.phones import texts_us

RIGHTS = {"title": "Free advice about work rights", "text": "Who can advise me about rights at work?"}
OTHER = {"title": "Other help", "text": "Find help near me"}


async def meant(words: str, *said: tuple[str, list[dict[str, str]]]) -> str | None:
    """What is read in the words where these were said just before, together."""
    first = await texts_us("my boss has not paid me")
    assert first
    async with transaction() as session:
        thread = await messaging.locked(session, first.message.conversation_id)
        for text, choices in said:
            await messaging.record(session, thread, "assistant", text, choices=choices, reply_to=first.message.id)
    got = await texts_us(words)
    assert got
    return got.message.meant


@pytest.mark.parametrize("words", ["yes", "Yes please", "yeah", "yep pls"])
async def test_it_is_taken_up_whatever_was_said_after_it(clean: None, words: str) -> None:
    said = ("A person rings you today.", [RIGHTS]), ("They can help too: Acas.", [])
    assert await meant(words, *said) == RIGHTS["text"]


@pytest.mark.parametrize("words", ["ok", "thanks", "yes he did it again", "no"])
async def test_other_words_are_their_own(clean: None, words: str) -> None:
    assert await meant(words, ("A person rings you today.", [RIGHTS])) is None


@pytest.mark.parametrize(
    "said",
    [[("What shall we call you?", [OTHER])], [("A person rings you.", [RIGHTS, OTHER])], [("Good.", [RIGHTS]), ("How is work?", [])]],
)
async def test_a_yes_to_a_question_is_left_to_it(clean: None, said: list[tuple[str, list[dict[str, str]]]]) -> None:
    assert await meant("yes", *said) is None
