"""Times that are good while somebody is away are kept; while they sleep by day or work by night they are at home, and a person asks."""

from datetime import time

import pytest

from casework.claimants.safe import settle
from casework.council.models import Texting

HOURS = Texting(earliest=time(10), latest=time(19))
AT_HOME = [
    "only when hes on nights mon to thu", "only when hes asleep mon to thu", "only when hes in bed mon to thu", "only when hes gone mon to thu", "only text me when shes on nights tues and wed",
    "only when my husband is asleep monday to friday", "only when hes working nights mon to thu", "only when hes working from home monday", "only when hes at work at night mon to thu",
]
AWAY = [
    ("only when hes at work mon to thu", ["mon", "tue", "wed", "thu"]),
    ("only text me when hes out, tuesdays", ["tue"]),
    ("only when my partner is away weekends", ["sat", "sun"]),
    ("only when hes on days mon to thu", ["mon", "tue", "wed", "thu"]),
    ("only when shes at her work fridays", ["fri"]),
]


@pytest.mark.parametrize("said", AT_HOME)
def test_who_may_be_at_home_leaves_no_times(said: str) -> None:
    settled = settle(said, None, HOURS)
    assert settled.kind == "unread"
    assert settled.contact == {"neutral": True, "note": said}


@pytest.mark.parametrize(("said", "days"), AWAY)
def test_who_is_away_leaves_the_days_that_are_named(said: str, days: list[str]) -> None:
    assert settle(said, None, HOURS).contact == {"days": days, "neutral": True}
