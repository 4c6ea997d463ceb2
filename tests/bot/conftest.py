"""Runs in the assistant's own environment (Python 3.10), against the PostgreSQL it is given."""

import os

import pytest


@pytest.fixture(scope="session")
def database() -> str:
    return os.environ["HANDRAIL_TEST_DATABASE_URL"]
