"""Words that stand near an order and are none: each is what somebody tells us, and would be lost."""

import pytest

from casework.texts.control import order_of


@pytest.mark.parametrize(
    "said",
    [
        "i have no universal credit", "ive got no universal credit", "no universal credit until friday", "i have no pension credit", "ive got no uc credit", "run out of universal credit",
        "no emergency credit", "ran out of gas credit", "no tax credit now", "got no electric credit til payday", "havent got any universal credit",
    ],
)
def test_a_benefit_or_a_meter_is_no_phone_credit(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) is None


@pytest.mark.parametrize("said", ["ive got no credit", "no credit on my phone", "run out of phone credit", "got no more credit til payday", "no mobile credit sorry", "havent got any credit cant reply", "out of text credit"])
def test_the_phone_has_no_credit(said: str) -> None:
    assert order_of(said, quiet=False) == "no_credit"
