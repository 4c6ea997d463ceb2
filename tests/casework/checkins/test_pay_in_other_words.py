"""Pay that did not come, or only half of it, in more words; and what only sounds like it."""

import pytest

from casework.checkins.telling import of_words

TROUBLE = {"not_paid", "pay_short"}


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("hi its fatima, they didnt pay me for my first week", "not_paid"),
        ("they still havent paid me", "not_paid"),
        ("got my first pay and its wrong only half", "pay_short"),
    ],
)
def test_it_is_heard(said: str, trouble: str) -> None:
    assert next(iter(of_words(said))) == trouble


@pytest.mark.parametrize("said", ["they didnt pay me enough", "didnt pay me for overtime", "pay was good only half an hour late", "i got paid and its fine", "i only work half days paid weekly"])
def test_it_is_something_else(said: str) -> None:
    assert not TROUBLE & set(of_words(said))
