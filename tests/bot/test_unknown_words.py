"""What no word of is known is not understood; what is merely misspelt, foreign to the dictionary or short is."""

import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.unknown_words import UnknownWords

CONFIG = {"threshold": 0.15, "ambiguity_threshold": 0.0}


@pytest.fixture(scope="module")
def understood(tmp_path_factory):
    storage, resource = LocalModelStorage(tmp_path_factory.mktemp("model")), Resource("words")
    examples = [Message.build("i'm skint, nae dosh", "need_debt"), Message.build("cymraeg plîs", "language")]
    UnknownWords.create(CONFIG, storage, resource, None).train(TrainingData(examples))
    component = UnknownWords.load(CONFIG, storage, resource, None)

    def understood(text, confidence=0.9):
        message = Message.build(text)
        best = {"name": "greet", "confidence": confidence}
        message.data |= {"intent": best, "intent_ranking": [best]}
        component.process([message])
        return message.get("intent")["name"] == "greet"

    return understood


@pytest.mark.parametrize("text", ["qwzx plorf", "vbnm zzkt wub", "xxqj ffgh", "ASDLKJ"])
def test_nonsense_is_not_understood(understood, text):
    assert not understood(text)


@pytest.mark.parametrize("text", ["skint", "Cymraeg", "help plorf", "pleeease hlp me", "I’m qwzx", "2", "👍", "?", ""])
def test_anything_with_a_known_word_or_no_word_is_left(understood, text):
    assert understood(text)


def test_what_the_classifier_doubts_still_falls_back(understood):
    assert not understood("help me", confidence=0.1)
