"""That somebody is safe, told where nothing is open, is thanked for: no times to text, and no list of help."""

import pytest

from casework.texts.control import order_of


@pytest.mark.parametrize(
    "said",
    ["im safe dont worry", "im safe", "I'm safe.", "dont worry im safe", "yes im safe thanks", "dw im safe x", "we are all safe and well", "I am safe at home", "ok im safe now thank you", "dwi'n saff diolch"],
)
def test_who_is_safe_is_thanked(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) == "is_safe"


@pytest.mark.parametrize("said", ["im safe", "im safe dont worry"])
def test_it_is_no_order_where_something_is_asked(said: str) -> None:
    assert order_of(said, quiet=False) is None


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("safe", "safe"), ("keep it safe", "safe"), ("not safe to text", "safe"), ("safe only after 6", "safe"), ("im safe after 6", "safe_times"), ("im not safe", None), ("am i safe", None),
        ("im safe but hes coming back", None), ("is it safe to text you", None), ("im safe for now", None), ("im safe tonight", None), ("im safe until he gets home", None),
        ("im safe stop texting me", "stop"),
    ],
)
def test_what_is_another_thing_stays_so(said: str, order: str | None) -> None:
    assert order_of(said, quiet=False, idle=True) == order
