"""How a message is worded tells its intent, however it is spelt; a saved reader answers alike."""

import numpy as np
import pytest

from bot.components.tells import Tells, words

SAID = ["i owe money", "owe the bailiffs money", "hello there", "hiya hello", "sign me up please", "sign up"]
LABELS = np.array([0, 0, 1, 1, 2, 2])


@pytest.fixture(scope="module", params=["learnt", "loaded"])
def tells(request, tmp_path_factory):
    learnt = Tells.learnt(SAID, LABELS)
    if request.param == "learnt":
        return learnt
    file = tmp_path_factory.mktemp("tells") / "tells.npz"
    learnt.save(file)
    return Tells.load(file)


@pytest.mark.parametrize(("text", "label"), [("i owwe munny", 0), ("HELLO?!", 1), ("sgin me up", 2), ("hellooo", 1)])
def test_misspelt_words_still_tell(tells, text, label):
    assert tells.shares([text])[0].argmax() == label


def test_shares_add_up_to_one_also_of_nothing(tells):
    assert np.allclose(tells.shares(["i owe", "", "\u200b"]).sum(axis=1), 1)


def test_words_are_parted_as_people_write_them():
    assert words("I’m skint!! 😩\u200b") == ["i'm", "skint", "!", "!", "😩"]
