"""A new number that is not in use yet gets no code."""

import pytest

from casework.identity import is_for_later


@pytest.mark.parametrize(
    "text",
    ["my new number from tomorrow is 07700 900555", "07700900555 is my new one from monday", "im getting a new sim tomorrow its 07700 900555", "from next week its 07700900555", "new number as of the 7th 07700 900555"],
)
def test_it_is_for_later(text: str) -> None:
    assert is_for_later(text)


@pytest.mark.parametrize("text", ["my new number is 07700 900555", "i changed it on monday 07700900555", "my new number from tomorrow", "ring me tomorrow on 07700 900555", "it changed last week 07700 900555", "ring me from monday on 07700 900555"])
def test_it_is_in_use_or_no_number(text: str) -> None:
    assert not is_for_later(text)
