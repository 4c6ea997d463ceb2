"""Sentence vectors as Rasa features."""

import numpy as np
import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.components.sentence_encoder import SentenceEncoder


@pytest.fixture(scope="module")
def component():
    return SentenceEncoder("encoder", {**SentenceEncoder.get_default_config(), "scale": 3.5})


def vector(component, text):
    (message,) = component.process([Message.build(text)])
    _, sentence = message.get_dense_features("text")
    return sentence.features[0]


def test_the_row_is_as_long_as_the_scale(component):
    assert np.linalg.norm(vector(component, "hello")) == pytest.approx(3.5, abs=1e-3)


def test_the_unseen_mark_changes_nothing(component):
    assert np.allclose(vector(component, "\u200b/greet"), vector(component, "/greet"))


def test_a_message_without_words_is_left_alone(component):
    (message,) = component.process([Message({"intent": "greet"})])
    assert message.features == []


def test_empty_words_have_a_row_all_the_same(component):
    assert np.linalg.norm(vector(component, "")) == pytest.approx(3.5, abs=1e-3)
