"""A moment that a test sets, for what hangs on a weekday, a holiday or the hour; and a directory that was checked lately."""

from datetime import datetime
from types import SimpleNamespace

import pytest

from casework.base import clock
from casework.base.clock import LONDON, now
from casework.directory.records import Service

MONDAY = datetime(2026, 11, 30, 12, tzinfo=LONDON)


def set_to(monkeypatch: pytest.MonkeyPatch, at: datetime) -> None:
    """Everything of ours that reads the time reads that one, and it passes from there; the database keeps its own."""
    gone = at - now()
    monkeypatch.setattr(clock, "datetime", SimpleNamespace(now=lambda zone: datetime.now(zone) + gone))


@pytest.fixture
def on_a_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """A noon of which no day of the two weeks to come is closed, with Christmas inside what may be booked."""
    set_to(monkeypatch, MONDAY)


@pytest.fixture
def checked_lately(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever day it is, every record of the directory was checked lately enough for its numbers to be shown."""
    monkeypatch.setattr(Service, "current", lambda service, on: True)
