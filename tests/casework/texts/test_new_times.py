"""Other times than before, wished for because shifts have changed; and what only sounds so."""

import pytest

from casework import claimants
from casework.council import council
from casework.texts import order_of


@pytest.mark.parametrize("said", ["can u text me mornings now ive moved to days", "text me evenings instead", "pls text me in the afternoons"])
def test_they_are_an_order(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) == "safe"
    assert claimants.settle(said, None, council().texting).kind in claimants.WINDOWS


@pytest.mark.parametrize("said", ["can you text me weekend bus times", "text me the evening course list", "can u text me mornings my mate says"])
def test_these_are_none(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) != "safe"


@pytest.mark.parametrize(
    ("said", "kept"),
    [("not between 9 and 5", {"from": "17:00"}), ("on shift its mon to thurs 8-4", {"days": ["fri", "sat", "sun"]}), ("not mondays and not after 5", {"days": ["tue", "wed", "thu", "fri", "sat", "sun"], "until": "17:00"})],
)
def test_what_is_ruled_out_together_leaves_the_longer_part(said: str, kept: dict[str, object]) -> None:
    assert claimants.settle(said, None, council().texting).contact == kept
