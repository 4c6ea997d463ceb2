"""Sets of weekdays in plain words."""

from collections.abc import Sequence

import pytest

from casework.base.speaking import speaking
from casework.council.say import say_days


@pytest.mark.parametrize(
    ("days", "said", "welsh"),
    [
        (range(7), "every day", "bob dydd"),
        ([5], "Saturday", "dydd Sadwrn"),
        ([0, 1], "Monday and Tuesday", "dydd Llun a dydd Mawrth"),
        (range(5), "Monday to Friday", "dydd Llun - dydd Gwener"),
        ([0, 2, 6], "Monday, Wednesday and Sunday", "dydd Llun, dydd Mercher a dydd Sul"),
        ([0, 1, 2, 3, 5], "Monday to Thursday and Saturday", "dydd Llun - dydd Iau a dydd Sadwrn"),
    ],
)
def test_days(days: Sequence[int], said: str, welsh: str) -> None:
    assert say_days(days) == said
    with speaking("cy"):
        assert say_days(days) == welsh
