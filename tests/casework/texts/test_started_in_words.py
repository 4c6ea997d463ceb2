"""START in any words, from a number that gets none; said where texts come it is something else."""

import pytest

from casework.texts.control import order_of


@pytest.mark.parametrize("words", ["actually start again please", "start them again", "start again", "turn them back on", "ok start em up again", "can you start texting me again", "changed my mind start it again"])
def test_it_starts_them(words: str) -> None:
    assert order_of(words, quiet=True) in ("start", "start_again")


@pytest.mark.parametrize("words", ["i start again monday at work", "dont start again", "when do i start", "start by calling me"])
def test_other_starts_do_not(words: str) -> None:
    assert order_of(words, quiet=True) not in ("start", "start_again")
