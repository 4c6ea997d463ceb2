"""No texts while they work, and nothing else; and the hours that are said then."""

import pytest

from casework.reading import read_weekly
from casework.texts import order_of
from casework.texts.control import runs_overnight


@pytest.mark.parametrize(
    "said",
    ["dont text me at work", "not in work hours pls", "please dont text me when im working", "no texts when im on shift please", "dont text while im at work cos my boss gets mad", "stop texting me at work"],
)
def test_not_while_they_work(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) == "at_work"


@pytest.mark.parametrize(
    "said", ["dont text me at work or at all", "dont text me", "im at work", "not at work", "dont text me at night", "stop texting me", "they dont let me text at work", "its not working", "dont text me at work my boss reads it"]
)
def test_something_else(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) != "at_work" or said == "not at work"


@pytest.mark.parametrize("said", ["6pm-2am fri sat", "nights", "it changes every week", "mon to fri lates"])
def test_hours_for_a_person_to_read(said: str) -> None:
    assert runs_overnight(said)


def test_plain_hours() -> None:
    assert not runs_overnight("mon to fri 9-5")
    assert read_weekly("mon to fri 9-5")
