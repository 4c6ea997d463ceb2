"""Nothing anybody can type stops the reading, and it keeps its time."""

from collections.abc import Callable
from statistics import median
from time import thread_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.safeguarding import Finding, read, rules

WORDS = st.sampled_from(
    ["i", "want", "to", "die", "kill", "myself", "not", "he", "hits", "me", ".", "'", "k", "1", "\n", "😭"]
)
LONG_ENOUGH = "i lost my job last week and i have no idea what to do about the rent, can someone ring me today please"
USUAL = "can i move my meeting to thursday, my shift has changed"
TRIES = 20


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    assert read(text) is None or isinstance(read(text), Finding)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=60), st.lists(st.text(max_size=30), max_size=3))
def test_any_words_in_any_order_with_any_before(words: list[str], before: list[str]) -> None:
    found = read(" ".join(words), before)
    assert found is None or found.priority in ("P0", "P1", "P2", "P3")


def test_the_longest_message_is_read() -> None:
    for text in ("a" * 5000, "k " * 2500, "1!" * 2500, "ਮ" * 5000, "." * 5000, "\u200d" * 5000, "i want to die " * 350):
        read(text)


@pytest.mark.parametrize(
    ("reading", "text", "seconds"),
    [(rules.read, LONG_ENOUGH, 0.003), (read, USUAL, 0.012)],
    ids=["patterns", "both layers"],
)
def test_a_message_takes_its_time_at_most(reading: Callable[[str], object], text: str, seconds: float) -> None:
    reading(text)
    times = []
    for _ in range(TRIES):
        started = thread_time()
        reading(text)
        times.append(thread_time() - started)
    assert median(times) <= seconds
