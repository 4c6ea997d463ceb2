"""That there is nothing to eat or to heat with, and words that only sound so."""

import re

import pytest

from casework.base.plain import plain
from casework.checkins.outcomes import outcomes

EMPTY = [
    "no food", "no food left", "without food", "no food in the house", "no heating on", "no heating on its freezing", "no heating on cos its cold", "no heating on as cant afford it even if its warm out",
    "no food bank open", "no food and no food bank near", "no food since friday", "no food worried sick",
]
NOT_EMPTY = [
    "No food is fine just rent", "no food worries", "no heating on as its warm", "not without food", "no food banks please", "no food problems here", "no food parcels thanks",
    "never without food", "no heating on cos its boiling",
]


@pytest.mark.parametrize("said", EMPTY)
def test_there_is_nothing_in(said: str) -> None:
    assert re.search(outcomes().empty, plain(said))


@pytest.mark.parametrize("said", NOT_EMPTY)
def test_there_is(said: str) -> None:
    assert not re.search(outcomes().empty, plain(said))
