"""The measure counts as it says, and what is known by heart stays known."""

import pytest

from casework.safeguarding.data import FOLDER
from casework.safeguarding.rules import read
from tests.casework.safeguarding.measure import Result, aims, cases, wilson


def test_wilson_interval() -> None:
    low, high = wilson(95, 100)
    assert (round(low, 3), round(high, 3)) == (0.888, 0.978)
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.timeout(120)
def test_the_patterns_know_every_development_message() -> None:
    results = [Result(case, read(case.text)) for case in cases(FOLDER / "dev")]
    assert [said for said, met in aims(results) if not met] == []
