"""Intents by three voices: a regression on sentence vectors, the examples nearest to the message, and its wording.

The regression generalises, the neighbours remember, and wording knows what the vectors blur: docs/decisions/0007 has
what each and all together measured.
"""

from typing import Any, Dict, List, Optional, Text

import numpy as np
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.tells import Tells

FILE, TELLS = "examples.npz", "tells.npz"
LEAST = 1e-9
RANKED = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(LogisticRegressionClassifier):
    """How much say each voice has; `width` is how far, in cosine, a neighbour still counts.

    `weights` are of intents that training has too few messages of for how much can be said: their shares count so
    many times.
    """

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        own = {"meant": 0.5, "near": 0.3, "worded": 0.8, "width": 0.03, "weights": {}}
        return {**LogisticRegressionClassifier.get_default_config(), **own}

    def __init__(self, config: Dict[Text, Any], name: Text, model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, name, model_storage, resource)
        self.examples: Optional[np.ndarray] = None
        self.labels: Optional[np.ndarray] = None
        self.tells: Optional[Tells] = None

    def train(self, training_data: TrainingData) -> Resource:
        matrix, intents = self._create_training_matrix(training_data)
        vectors = matrix.toarray()
        self.clf.fit(vectors, intents)
        self.examples = _unit(vectors)
        self.labels = np.searchsorted(self.clf.classes_, intents)
        self.tells = Tells.learnt(_texts(training_data, len(intents)), self.labels)
        self.persist()
        return self._resource

    def persist(self) -> None:
        super().persist()
        with self._model_storage.write_to(self._resource) as folder:
            np.savez(folder / FILE, examples=self.examples, labels=self.labels)
            self.tells.save(folder / TELLS)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "IntentClassifier":
        component = super().load(config, model_storage, resource, execution_context, **kwargs)
        with model_storage.read_from(resource) as folder, np.load(folder / FILE) as kept:
            component.examples, component.labels = kept["examples"], kept["labels"]
            component.tells = Tells.load(folder / TELLS)
        return component

    def process(self, messages: List[Message]) -> List[Message]:
        readable = [message for message in messages if message.get(TEXT) is not None]
        if readable:
            said = [message.get(TEXT) for message in readable]
            for message, shares in zip(readable, self.shares(self._create_X(readable).toarray(), said)):
                ranking = [
                    {"name": str(self.clf.classes_[n]), "confidence": float(shares[n])}
                    for n in np.argsort(-shares, kind="stable")[:RANKED]
                ]
                message.set("intent", ranking[0], add_to_output=True)
                message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def shares(self, vectors: np.ndarray, texts: List[Text]) -> np.ndarray:
        """One row for each message, one column for each intent; each row adds up to 1."""
        voices = {
            "meant": self.clf.predict_proba(vectors),
            "near": self._neighbours(_unit(vectors)),
            "worded": self.tells.shares(texts),
        }
        mixed = sum(self.config[name] * np.log(np.maximum(said, LEAST)) for name, said in voices.items())
        mixed = np.exp(mixed - mixed.max(axis=1, keepdims=True)) * self._weights()
        return mixed / mixed.sum(axis=1, keepdims=True)

    def _weights(self) -> np.ndarray:
        return np.array([self.config["weights"].get(str(one), 1.0) for one in self.clf.classes_])

    def _neighbours(self, vectors: np.ndarray) -> np.ndarray:
        weights = np.exp((vectors @ self.examples.T - 1) / self.config["width"])
        shares = np.stack([np.bincount(self.labels, row, len(self.clf.classes_)) for row in weights])
        return shares / shares.sum(axis=1, keepdims=True)


def _texts(training_data: TrainingData, count: int) -> List[Text]:
    """The texts in the order of the training matrix."""
    texts = [one.get(TEXT) for one in training_data.intent_examples if one.get("intent") and one.get(TEXT)]
    if len(texts) != count:
        raise ValueError(f"{len(texts)} texts do not fit a training matrix of {count} rows")
    return texts


def _unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)).astype(np.float32)
