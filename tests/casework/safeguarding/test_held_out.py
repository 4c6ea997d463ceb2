"""Danger on the held-out messages, both layers together: what has been reached may not be lost.

The aims of the specification stand beside each floor; `make safety` prints the whole.
"""

from pathlib import Path

import pytest

from casework.safeguarding import layers, read
from tests.casework.safeguarding.measure import HELD_OUT, Result, cases

FLOORS = {"plain": 0.93, "indirect": 0.84, "mixed": 0.98, "fairness": 0.89, "negated": 0.87}  # 99, 95, 100, 95, 90 %
CEILINGS = {"hard_negative": 0.16, "ordinary": 0.015}  # 2, 0.5 %


@pytest.fixture(scope="module")
def results(home: Path) -> list[Result]:
    assert layers.learned(), f"the second layer is missing from {home}"
    return [Result(case, read(case.text)) for case in cases(HELD_OUT)]


@pytest.mark.parametrize("group", FLOORS)
def test_danger_is_caught(results: list[Result], group: str) -> None:
    caught = [one.caught for one in results if one.case.group == group and one.case.class_]
    assert len(caught) >= 50
    assert sum(caught) >= FLOORS[group] * len(caught)


@pytest.mark.parametrize("group", CEILINGS)
def test_ordinary_talk_is_left_alone(results: list[Result], group: str) -> None:
    alarmed = [one.alarmed for one in results if one.case.group == group]
    assert len(alarmed) >= 200
    assert sum(alarmed) <= CEILINGS[group] * len(alarmed)
