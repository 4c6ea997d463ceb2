"""Replies keep their names: which response was chosen, what was filled in, how many of the buttons are its own."""

from typing import Any, Dict, Optional

from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

OWN = "own_buttons"
VALUES = "values"
NOT_VALUES = frozenset({"buttons", "domain_responses"})


class Naming(TemplatedNaturalLanguageGenerator):
    """Says what Rasa's own generator says; `VALUES` and `OWN` go into the metadata of what was said."""

    def __init__(self, endpoint_config: Optional[EndpointConfig], domain: Domain) -> None:
        super().__init__(domain.responses)

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> Optional[Dict[str, Any]]:
        draft = await super().generate(utter_action, tracker, output_channel, **kwargs)
        if draft is None:
            return None
        own = len(draft.get("buttons") or [])
        return {**draft, VALUES: _plain(kwargs), OWN: own}


def _plain(given: Dict[str, Any]) -> Dict[str, Any]:
    return {
        name: value
        for name, value in given.items()
        if name not in NOT_VALUES and isinstance(value, (str, int, float)) and not isinstance(value, bool)
    }
