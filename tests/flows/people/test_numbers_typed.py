"""A number typed on a page chooses what was offered last there, where it is no answer of its own."""

import pytest

from casework import messaging
from casework.base.db import transaction
from casework.messaging.models import Conversation
from tests.flows.conftest import Assistant, Claimant

WAYS = ["Face to face", "By phone", "By video"]
AGES = ["Under 16", "16 to 17", "Rather not say"]
COUNTS = ["None", "One", "Two or more", "Not sure"]


async def heard(claimant: Claimant, assistant: Assistant, titles: list[str], said: str) -> str:
    """What the assistant was told, of the words that answered a question with those choices."""
    assistant.answer = [{"text": "And now?", "choices": [{"title": one, "text": f"{one}, please"} for one in titles]}]
    for words in ("hello", said):
        await claimant.writes(words)
        await messaging.answer(claimant.conversation)
    return str(assistant.asked[-1]["text"])


@pytest.mark.parametrize(("said", "means"), [("1", 0), ("2", 1), ("(3)", 2), ("option 2", 1), ("2 by phone", 1)])
async def test_it_chooses_what_was_offered(claimant: Claimant, assistant: Assistant, said: str, means: int) -> None:
    assert await heard(claimant, assistant, WAYS, said) == f"{WAYS[means]}, please"
    assert (await claimant.reads())[-2].text == said


@pytest.mark.parametrize(
    ("titles", "said"),
    [(WAYS, "4"), (WAYS, "0"), (WAYS, "1 or 2"), (AGES, "2"), (COUNTS, "1"), (["Rather not say"], "1"), ([], "1")],
    ids=["beyond", "none", "either", "age", "count", "a lone way out", "nothing offered"],
)
async def test_it_is_their_own_answer(claimant: Claimant, assistant: Assistant, titles: list[str], said: str) -> None:
    assert await heard(claimant, assistant, titles, said) == said


async def test_in_danger_it_chooses_nothing(claimant: Claimant) -> None:
    for words in ("i want to kill myself tonight", "yes"):
        await claimant.writes(words)
    assert len((await claimant.last()).choices) == 2
    await claimant.writes("2")
    async with transaction() as session:
        assert (await session.get_one(Conversation, claimant.conversation)).safety


MOVES = [{"title": "Yes, cancel it", "text": "Yes, cancel it"}, {"title": "Move it", "text": "I want to move my meeting"}]


@pytest.mark.parametrize("said", ["Move it", "move it please", "MOVE IT!", "move", "pls move it"])
async def test_a_title_typed_is_that_button(claimant: Claimant, assistant: Assistant, said: str) -> None:
    """Of an earlier part of the answer too: its buttons are shown still."""
    assistant.answer = [{"text": "Done.", "choices": MOVES}, {"text": "Anything more?", "choices": [{"title": "No", "text": "No"}]}]
    for words in ("hello", said):
        await claimant.writes(words)
        await messaging.answer(claimant.conversation)
    assert assistant.asked[-1]["text"] == "I want to move my meeting"
    assert (await claimant.reads())[-3].text == said


@pytest.mark.parametrize("said", ["move house", "please", "it", "i want to move it to friday"])
async def test_words_like_a_title_are_their_own(claimant: Claimant, assistant: Assistant, said: str) -> None:
    assistant.answer = [{"text": "Shall I?", "choices": MOVES}]
    for words in ("hello", said):
        await claimant.writes(words)
        await messaging.answer(claimant.conversation)
    assert assistant.asked[-1]["text"] == said
