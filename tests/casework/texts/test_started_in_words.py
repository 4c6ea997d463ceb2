"""START in any words, from a number that gets none; said where texts come it is something else."""

import pytest

from casework.texts.control import order_of


@pytest.mark.parametrize("words", ["actually start again please", "start them again", "start again", "turn them back on", "ok start em up again", "can you start texting me again", "changed my mind start it again"])
def test_it_starts_them(words: str) -> None:
    assert order_of(words, quiet=True) in ("start", "start_again")


@pytest.mark.parametrize("words", ["i start again monday at work", "dont start again", "when do i start", "start by calling me"])
def test_other_starts_do_not(words: str) -> None:
    assert order_of(words, quiet=True) not in ("start", "start_again")


@pytest.mark.parametrize(
    "words",
    [
        "you can text me again", "please start the texts again", "i want the check ins back", "text me again please", "carry on texting me", "please carry on with the texts",
        "restart my messages", "ok text me", "im ok with texts now", "send me the texts again", "sign me up again", "i didnt mean to stop", "you can start again now",
        "its ok to text me again", "check in with me again",
    ],
)
def test_so_it_does_in_other_words(words: str) -> None:
    assert order_of(words, quiet=True) == "start_again"
    assert order_of(words, quiet=False) != "start_again"


@pytest.mark.parametrize(
    "words",
    [
        "do not text me again", "why did you text me again", "you said you wouldnt text me again", "if you text me again ill report you", "my boss can text me again",
        "you can text my mum", "he texts me again and again", "text me again and ill sue", "i start work again monday", "go on", "continue",
    ],
)
def test_what_is_near_does_not(words: str) -> None:
    assert order_of(words, quiet=True) not in ("start", "start_again")
