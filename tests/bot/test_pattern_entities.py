"""What is picked out of a message, and what only looks like it."""

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.components.pattern_entities import PatternEntities


@pytest.fixture(scope="module")
def read():
    component = PatternEntities()

    def read(text):
        (message,) = component.process([Message.build(text)])
        return [(entity["entity"], entity["value"]) for entity in message.get("entities")]

    return read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("im on uc and PIP", [("benefit", "UC"), ("benefit", "PIP")]),
        ("do i lose my carer’s allowance", [("benefit", "CARERS_ALLOWANCE")]),
        ("the job centre said no", [("service", "jobcentre")]),
        ("weds or tmrw after half two", [("day", "wednesday"), ("day", "tomorrow"), ("time", "half two")]),
        ("10.30am on the 12th of may", [("time", "10.30am"), ("day", "12th of may")]),
        ("i owe £1,250.50 and 200 quid", [("money", "£1,250.50"), ("money", "200 quid")]),
        ("l1 8jq", [("postcode", "l1 8jq")]),
        ("m14gb", [("postcode", "m14gb")]),
        ("ring +44 7700 900123 or 07700 900 124", [("phone", "+44 7700 900123"), ("phone", "07700 900 124")]),
    ],
)
def test_an_entity_is_found(read, text, found):
    assert read(text) == found


@pytest.mark.parametrize("text", ["may I come in", "a1 2 go", "half an hour", "i am 25", "the pipe burst", ""])
def test_what_only_looks_like_one_is_left(read, text):
    assert read(text) == []


def test_what_was_found_before_is_kept_and_places_are_given():
    message = Message.build("on uc")
    message.set("entities", [{"entity": "other", "value": "x"}])
    PatternEntities().process([message])
    other, benefit = message.get("entities")
    assert other["entity"] == "other"
    assert (benefit["start"], benefit["end"], benefit["text"]) == (3, 5, "uc")
