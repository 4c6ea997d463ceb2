"""A failing action fails its turn, and the compiled check still refuses what the stock one refused."""

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot import guard

guard.install()
NOBODY_THERE = EndpointConfig("http://127.0.0.1:9")


def test_a_good_answer_passes():
    assert RemoteAction("a", None)._validate_action_result({"events": [], "responses": []})


@pytest.mark.parametrize("answer", [{"events": "none"}, {"responses": 1}, []])
def test_a_bad_answer_is_refused(answer):
    with pytest.raises(ValidationError):
        RemoteAction("a", None)._validate_action_result(answer)


async def test_an_action_server_that_is_away_fails_the_turn():
    tracker = DialogueStateTracker.from_events("c", [])
    with pytest.raises(guard.ActionFailed, match="action_reply"):
        await RemoteAction("action_reply", NOBODY_THERE).run(None, None, tracker, Domain.empty())
