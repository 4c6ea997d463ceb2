"""The answer "someone else may see it", with who shares the phone, is a shared phone; who reads it makes it a watched one."""

import pytest

from casework import claimants, safeguarding
from casework.council import council
from casework.messaging import phone_said
from casework.safeguarding import Finding

WATCHED = Finding("abuse_monitored", "P1", "self", "R10", "")


@pytest.mark.parametrize(
    "said",
    [
        "someone else may see it, my husband uses this phone", "Someone else may see it my wife shares this phone", "someone else might see it, me and my partner share a phone",
        "somebody else may see it because my boyfriend uses it too", "Someone else may see it",
        "someone else may see it, my lad uses this phone too", "someone else may see it, its my sons phone as well", "someone else may see it my nan borrows it",
    ],
)
def test_it_goes_on_in_neutral_words(said: str) -> None:
    assert phone_said.weighed(said, safeguarding.read(said) or WATCHED, phone=False) is None
    assert claimants.settle(said, None, council().texting).contact == {"neutral": True, "shared": True}


@pytest.mark.parametrize(
    "said",
    [
        "someone else may see it, my husband reads everything", "someone else may see it my husband checks my phone", "someone else may see it, he would kill me",
        "someone else may see it my husband has taken my phone", "my husband reads my texts", "someone else may see it and im scared of my partner",
        "someone else may see it, he has my phone", "someone else may see it my lad goes through it all",
    ],
)
def test_whoever_is_watched_stays_watched(said: str) -> None:
    assert phone_said.weighed(said, WATCHED, phone=True) is not None
