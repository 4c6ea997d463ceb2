"""What the door says of a message's language outranks the classifier."""

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.components.other_language import OtherLanguage


@pytest.mark.parametrize(
    ("metadata", "intent"),
    [
        ({"language": "pl"}, "other_language"),
        ({"language": "en", "area": "vale"}, "greet"),
        ({"area": "vale"}, "greet"),
        (None, "greet"),
    ],
)
def test_the_language_of_the_door_counts(metadata, intent):
    message = Message.build("dzień dobry")
    message.data |= {"intent": {"name": "greet", "confidence": 0.9}, "metadata": metadata}
    OtherLanguage().process([message])
    assert message.get("intent")["name"] == intent
