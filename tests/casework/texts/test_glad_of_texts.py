"""Who is glad of our texts stops none, though there is a no to something else."""

import pytest

from casework.texts.control import is_not, order_of, welcomes_texts


@pytest.mark.parametrize(
    "words",
    [
        "No thank you, carry on. Texting suits me perfectly well", "no thanks texting is fine", "no please carry on texting me", "just keep texting me",
        "text is best for me not calls",
    ],
)
def test_it_is_no_stop(words: str) -> None:
    assert welcomes_texts(words)
    assert is_not("stop", words)
    assert order_of(words, quiet=False) != "stop"


@pytest.mark.parametrize(
    "words",
    [
        "no texts", "stop texting is doing my head in", "the texts are too much all right stop", "your texts are not fine", "dont carry on texting me",
        "please dont keep texting me", "fine no more texts", "these texts are just annoying",
    ],
)
def test_who_is_not_glad_is_not_taken_for_it(words: str) -> None:
    assert not welcomes_texts(words)


@pytest.mark.parametrize(
    "words", ["no i didnt mean stop the texts. START", "I did not ask you to stop. Please carry on texting me", "i didnt say stop", "i never said stop, keep texting"],
)
def test_a_stop_that_was_not_meant_is_taken_back(words: str) -> None:
    assert order_of(words, quiet=True) in ("start", "start_again")
    assert order_of(words, quiet=False) != "stop"
