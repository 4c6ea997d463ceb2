"""Patterns that a long text would make slow are known before one comes."""

import re
from time import process_time

import pytest

from casework.checkins import often
from casework.checkins.outcomes import outcomes
from casework.checkins.schedule import cadence_of, schedule
from casework.checkins.telling import of_words

SURE = 0.1


def words_of(*patterns: str) -> set[str]:
    return {word for one in patterns for word in re.findall(r"[^\W\d_]+", re.sub(r"\\.", " ", one))}


def slowest(words: set[str], read: object) -> tuple[float, str]:
    """Of each word three hundred times over, with nothing behind and with what fits nothing."""
    took = []
    read("the files are read")  # type: ignore[operator]
    for one in sorted(words):
        for text in (f"{one} " * 300, f"{one} " * 300 + "zebra"):
            began = process_time()
            read(text)  # type: ignore[operator]
            took.append((process_time() - began, text[:40]))
    return max(took)


def test_no_word_of_an_answer_makes_a_long_text_slow() -> None:
    known = outcomes()
    said = [pattern for one in known.outcomes.values() for pattern in one.said]
    took, text = slowest(words_of(*known.parts.values(), *said, *known.asides), lambda text: [*of_words(text)])
    assert took < SURE, text


def test_no_word_of_a_wish_makes_a_long_text_slow() -> None:
    every = [one for _, patterns in schedule().wishes for one in patterns]
    every += [one for patterns in schedule().often.values() for one in patterns]

    def read(text: str) -> None:
        often.wish_of(text)
        often.is_bare(text)
        cadence_of(text)

    took, text = slowest(words_of(*every), read)
    assert took < SURE, text


@pytest.mark.parametrize(
    "text",
    ["really " * 200, "really " * 22 + "sad", "so " * 500, "very very " * 200, "paid " + "fine " * 200 + "zebra", "bad " + "week " * 200 + "zebra"],
)
def test_a_long_answer_is_read_at_once(text: str) -> None:
    assert [*of_words("skint")] == ["money"]
    began = process_time()
    found = [*of_words(text)]
    assert process_time() - began < SURE, found
