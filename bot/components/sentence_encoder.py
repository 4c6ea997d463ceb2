"""Sentence vectors as a dense feature. Rasa's classifier has no C: scaling the vector by √C does the same."""

import os
from pathlib import Path
from typing import Any, Dict, List, Optional, Text, Type

import numpy as np
from encoder import ADAPTED, Encoder
from encoder.model import FOLDER
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(DenseFeaturizer, GraphComponent):
    """Adds one row of 384 floats to each message; `scale` is the length of that row."""

    @classmethod
    def required_components(cls) -> List[Type]:
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {**DenseFeaturizer.get_default_config(), "scale": 3.5}

    @classmethod
    def create(
        cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> "SentenceEncoder":
        return cls(execution_context.node_name, config)

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """Other vectors are other features: Rasa's cache must not mistake them."""
        return (Path(os.environ[FOLDER]) / ADAPTED.stamp).read_text()

    def __init__(self, name: Text, config: Dict[Text, Any]) -> None:
        super().__init__(name, config)
        self._encoder = Encoder(kind=ADAPTED)

    def process(self, messages: List[Message]) -> List[Message]:
        self._read(messages, self._encoder)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self._read(training_data.training_examples, Encoder(threads=os.cpu_count() or 1, kind=ADAPTED))
        return training_data

    def _read(self, messages: List[Message], encoder: Encoder) -> None:
        """Words that come to nothing still get a row: the classifier fails on a message without features."""
        readable = [message for message in messages if message.get(TEXT) is not None]
        if readable:
            vectors = encoder.vectors([message.get(TEXT) for message in readable])
            for message, vector in zip(readable, vectors * self._config["scale"]):
                message.add_features(self._feature(vector))

    @classmethod
    def validate_config(cls, config: Dict[Text, Any]) -> None:
        return None

    def _feature(self, vector: np.ndarray) -> Features:
        return Features(vector[np.newaxis, :], FEATURE_TYPE_SENTENCE, TEXT, self._config["alias"])
