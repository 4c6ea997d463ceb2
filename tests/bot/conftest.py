"""Runs in the assistant's own environment (Python 3.10), against the PostgreSQL it is given."""

import os
from pathlib import Path

import pytest
import rasa
from rasa.core.agent import Agent
from rasa.utils.endpoints import EndpointConfig

from bot.tracker_store import BoundedTrackerStore

PROJECT = Path(__file__).parent / "project"
NOBODY_THERE = EndpointConfig("http://127.0.0.1:9")


@pytest.fixture(scope="session")
def database() -> str:
    return os.environ["HANDRAIL_TEST_DATABASE_URL"]


@pytest.fixture(scope="session")
def agent(database: str, tmp_path_factory: pytest.TempPathFactory) -> Agent:
    """A small assistant of two intents, whose one action of its own fails."""
    os.environ["RASA_CACHE_DIRECTORY"] = str(tmp_path_factory.mktemp("cache"))
    trained = rasa.train(
        domain=str(PROJECT / "domain.yml"),
        config=str(PROJECT / "config.yml"),
        training_files=[str(PROJECT / "nlu.yml"), str(PROJECT / "rules.yml")],
        output=str(tmp_path_factory.mktemp("models")),
    )
    agent = Agent.load(trained.model, action_endpoint=NOBODY_THERE)
    agent.tracker_store = BoundedTrackerStore(agent.domain, host=database)
    agent.processor.tracker_store = agent.tracker_store
    return agent
