"""Intents by logistic regression on sentence vectors, tempered by the examples nearest to the message.

The regression generalises, the neighbours remember: docs/decisions/0007 has what each and both together measured.
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

FILE = "examples.npz"
RANKED = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(LogisticRegressionClassifier):
    """`near` is the neighbours' share of the say, 0 to 1; `width` is how far, in cosine, a neighbour still counts."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {**LogisticRegressionClassifier.get_default_config(), "near": 0.5, "width": 0.05}

    def __init__(self, config: Dict[Text, Any], name: Text, model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, name, model_storage, resource)
        self.examples: Optional[np.ndarray] = None
        self.labels: Optional[np.ndarray] = None

    def train(self, training_data: TrainingData) -> Resource:
        matrix, intents = self._create_training_matrix(training_data)
        self.clf.fit(matrix, intents)
        self.examples = _unit(matrix.toarray())
        self.labels = np.searchsorted(self.clf.classes_, intents)
        self.persist()
        return self._resource

    def persist(self) -> None:
        super().persist()
        with self._model_storage.write_to(self._resource) as folder:
            np.savez(folder / FILE, examples=self.examples, labels=self.labels)

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
        return component

    def process(self, messages: List[Message]) -> List[Message]:
        readable = [message for message in messages if message.get(TEXT) is not None]
        if readable:
            for message, shares in zip(readable, self.shares(self._create_X(readable))):
                ranking = [
                    {"name": str(self.clf.classes_[n]), "confidence": float(shares[n])}
                    for n in np.argsort(-shares, kind="stable")[:RANKED]
                ]
                message.set("intent", ranking[0], add_to_output=True)
                message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def shares(self, matrix: Any) -> np.ndarray:
        """One row for each message, one column for each intent; each row adds up to 1."""
        near = self.config["near"]
        mixed = self.clf.predict_proba(matrix) ** (1 - near) * self._neighbours(_unit(matrix.toarray())) ** near
        return mixed / mixed.sum(axis=1, keepdims=True)

    def _neighbours(self, vectors: np.ndarray) -> np.ndarray:
        weights = np.exp((vectors @ self.examples.T - 1) / self.config["width"])
        shares = np.stack([np.bincount(self.labels, row, len(self.clf.classes_)) for row in weights])
        return shares / shares.sum(axis=1, keepdims=True)


def _unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)).astype(np.float32)
