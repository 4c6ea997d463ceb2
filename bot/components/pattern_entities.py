"""Entities by spaCy's entity ruler. Its pattern files are data, so that other parts can read them too."""

from pathlib import Path
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

PATTERNS = Path(__file__).resolve().parents[2] / "data" / "patterns" / "entities.jsonl"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PatternEntities(EntityExtractorMixin, GraphComponent):
    """Adds benefits, services, days, times, money, postcodes and phone numbers; a pattern's id is the value."""

    @classmethod
    def create(
        cls, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> "PatternEntities":
        return cls()

    def __init__(self) -> None:
        self._nlp = spacy.blank("en")
        ruler = self._nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
        ruler.from_disk(PATTERNS)  # type: ignore[attr-defined]

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            found = [_entity(span) for span in self._nlp(message.get(TEXT) or "").ents]
            known = message.get(ENTITIES, [])
            message.set(ENTITIES, known + self.add_extractor_name(found), add_to_output=True)
        return messages


def _entity(span: Span) -> Dict[str, Any]:
    value = span.ent_id_ or span.text
    return {"entity": span.label_, "value": value, "text": span.text, "start": span.start_char, "end": span.end_char}
