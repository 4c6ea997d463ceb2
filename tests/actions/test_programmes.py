"""A programme asked about by its name, running or not."""

from dataclasses import replace
from unittest.mock import sentinel
from uuid import uuid4

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.door import Turn
from actions.screening_start import AboutProgramme
from casework import programmes
from casework.council import council


def asks(words: str) -> Turn:
    tracker = Tracker(str(uuid4()), {}, {}, [], False, None, {}, "action_listen")
    return Turn(sentinel.session, tracker, uuid4(), "1", words, "programme_question", 1.0, council().area("northbridge"), "web")


async def answered(words: str) -> str:
    said = CollectingDispatcher()
    await AboutProgramme().act(asks(words), said)
    return str(said.messages[0]["response"])


async def test_one_that_runs_is_told_of_and_a_closed_one_is_not_running(monkeypatch: pytest.MonkeyPatch) -> None:
    assert await answered("what is Connect to Work about") == "utter_programme_about"
    open_ones = programmes.programmes()
    one = open_ones["connect-to-work"]
    closed = replace(one, pack=one.pack.model_copy(update={"status": "closed"}))
    monkeypatch.setattr(programmes, "programmes", lambda: open_ones | {"connect-to-work": closed})
    assert await answered("what is connect to work about") == "utter_programme_closed"


async def test_programmes_in_general() -> None:
    assert await answered("what programmes are there") == "utter_programme_question"
