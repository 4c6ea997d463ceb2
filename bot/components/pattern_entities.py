"""Entities by the spaCy pipeline package `en_handrail`, which bot.entities builds from data/patterns."""

from typing import Any, Dict, List

import spacy
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from spacy.tokens import Span

PACKAGE = "en_handrail"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PatternEntities(EntityExtractorMixin, GraphComponent):
    """Adds benefits, services, days, times, money, postcodes and phone numbers; a pattern's id is the value."""

    @classmethod
    def create(
        cls, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> "PatternEntities":
        return cls()

    def __init__(self) -> None:
        self._nlp = spacy.load(PACKAGE)

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            found = [_entity(span) for span in self._nlp(message.get(TEXT) or "").ents]
            known = message.get(ENTITIES, [])
            message.set(ENTITIES, known + self.add_extractor_name(found), add_to_output=True)
        return messages


def _entity(span: Span) -> Dict[str, Any]:
    value = span.ent_id_ or span.text
    return {"entity": span.label_, "value": value, "text": span.text, "start": span.start_char, "end": span.end_char}
