import pytest

from casework.base.settings import ROOT
from casework.directory import Book, load


@pytest.fixture(scope="session")
def book() -> Book:
    return load(ROOT / "directory", ROOT / "directory" / "demo")
