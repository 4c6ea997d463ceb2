"""When it is safe to text, told without being asked: what was kept is said back."""

import pytest

from tests.flows.conftest import Assistant
from tests.flows.phones import gets, known, texts_us


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("only text me between 10 and 12", "every day, 10am to midday"),
        ("text me between 10 and 12 only", "every day, 10am to midday"),
        ("after 6 is not safe", "every day, 10am to 6pm"),
        ("only between 10 and 12 is safe", "every day, 10am to midday"),
        ("mornings only please", "every day, 10am to midday"),
    ],
)
async def test_it_is_said_back(clean: None, assistant: Assistant, words: str, kept: str) -> None:
    await known("Ada")
    await texts_us(words)
    (told,) = await gets()
    assert kept in told.split("only then")[-1], told


@pytest.mark.parametrize("words", ["is it safe there after 6?", "work is not safe", "the bus after 6 is no good for my shift", "its not safe"])
async def test_other_words_of_what_is_safe_keep_no_times(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us(words)
    assert not any("only then" in one for one in await gets())
