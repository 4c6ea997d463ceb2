"""Neighbours and regression together: shares add up, what was seen is remembered, and a saved model answers alike."""

import numpy as np
import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.intents import IntentClassifier
from bot.components.sentence_encoder import SentenceEncoder

SAID = {
    "need_debt": ["i owe money", "bailiffs came", "red letters", "loan shark wants paying", "cannot pay my catalogue"],
    "greet": ["hello", "hiya", "good morning", "alright", "hey there"],
    "register": ["keep my details", "sign me up"],
}
CONTEXT = ExecutionContext(GraphSchema({}), node_name="intents")


def encoded(text, intent=None):
    message = Message.build(text, intent)
    config = SentenceEncoder.get_default_config() | {"alias": "encoder"}
    SentenceEncoder.create(config, None, Resource("encoder"), CONTEXT).process([message])
    return message


@pytest.fixture(scope="module", params=["trained", "loaded"])
def classifier(request, tmp_path_factory):
    storage, resource = LocalModelStorage(tmp_path_factory.mktemp("model")), Resource("intents")
    made = IntentClassifier.create(IntentClassifier.get_default_config(), storage, resource, CONTEXT)
    made.train(TrainingData([encoded(text, intent) for intent, texts in SAID.items() for text in texts]))
    if request.param == "trained":
        return made
    return IntentClassifier.load(IntentClassifier.get_default_config(), storage, resource, CONTEXT)


@pytest.mark.parametrize(("intent", "text"), [(intent, text) for intent, texts in SAID.items() for text in texts])
def test_what_was_seen_is_remembered_even_of_a_rare_intent(classifier, intent, text):
    (message,) = classifier.process([encoded(text)])
    assert message.get("intent")["name"] == intent


def test_shares_add_up_to_one_and_the_ranking_falls(classifier):
    (message,) = classifier.process([encoded("a man is at the door about money")])
    ranking = [one["confidence"] for one in message.get("intent_ranking")]
    assert ranking == sorted(ranking, reverse=True)
    assert sum(ranking) == pytest.approx(1)
    assert message.get("intent")["name"] == "need_debt"


def test_no_words_at_all_is_still_an_answer(classifier):
    (message,) = classifier.process([encoded("")])
    assert np.isfinite(message.get("intent")["confidence"])


def test_a_message_without_text_is_left_alone(classifier):
    (message,) = classifier.process([Message(data={"intent": {"name": "greet"}})])
    assert message.get("intent") == {"name": "greet"}


def test_an_intent_that_weighs_more_wins_sooner(classifier):
    message = encoded("a man is at the door about money")
    plain = {one["name"]: one["confidence"] for one in classifier.process([message])[0].get("intent_ranking")}
    classifier.config["weights"] = {"register": 4}
    heavier = {one["name"]: one["confidence"] for one in classifier.process([message])[0].get("intent_ranking")}
    classifier.config["weights"] = {}
    odds = {name: plain[name] / plain["greet"] for name in plain}
    assert heavier["register"] / heavier["greet"] == pytest.approx(4 * odds["register"])
    assert heavier["need_debt"] / heavier["greet"] == pytest.approx(odds["need_debt"])
    assert sum(heavier.values()) == pytest.approx(1)
