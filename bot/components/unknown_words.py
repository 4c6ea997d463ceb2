"""A message of which no word is known is not understood, whatever the classifier makes of it."""

import re
from typing import Any, Dict, List, Set, Text, Type

from encoder import known_words
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.fallback_classifier import FallbackClassifier
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.io import json_to_string, read_json_file, write_text_file

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
FILE = "words.json"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class UnknownWords(FallbackClassifier):
    """Falls back as Rasa's own does, and where every word is neither English nor in the training data."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """None: it trains on words alone, beside the classifier it corrects."""
        return []

    @classmethod
    def create(
        cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> "UnknownWords":
        return cls(config, model_storage, resource, set())

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "UnknownWords":
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, set(read_json_file(folder / FILE)))

    def __init__(self, config: Dict[Text, Any], storage: ModelStorage, resource: Resource, trained: Set[str]) -> None:
        super().__init__(config)
        self._storage, self._resource = storage, resource
        self._known = trained | known_words()

    def train(self, training_data: TrainingData) -> Resource:
        texts = [example.get(TEXT) or "" for example in training_data.intent_examples]
        seen = sorted({word for text in texts for word in _words(text)})
        with self._storage.write_to(self._resource) as folder:
            write_text_file(json_to_string(seen), folder / FILE)
        return self._resource

    def _should_fallback(self, message: Message) -> bool:
        words = _words(message.get(TEXT) or "")
        return (bool(words) and not self._known.intersection(words)) or super()._should_fallback(message)


def _words(text: str) -> List[str]:
    return WORD.findall(text.lower().replace("’", "'"))
