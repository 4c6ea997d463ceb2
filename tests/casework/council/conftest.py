import pytest

from casework.base.settings import ROOT
from casework.council import Council, load


@pytest.fixture(scope="session")
def council() -> Council:
    return load(ROOT / "council.yml")
