"""Patterns that a long text would make slow are found where they stand, before such a text comes."""

import pytest

from casework.base.patterns import faults_in, pattern_fault, with_parts

SLOW = ["(?:a|b|a)*", "(?:(?:a|b|a) )*c", "(?: (?:(?:a|b)|b))+", "(?:text|messages?|text messages?)*", "(?:in|early|early in )*x", "(?:days?|day){2,}", "(?:(?:a|x+) ?)*b", "(?:x+)*", "(?:ab*|c)+"]
QUICK = ["(?:a|b|a)", "(?:a|b)*", "(?:(?:a|b) )*(?:a|c)", "(?:check ?ins?|texts?)*", r"\\(?:a|a\\)", "(?:a|a)*+", "(?:early in|early)?", "(?: (?:a|x+))*b", "(?: a| x+)*", "(?:(?:a|x+) )*b", r"(?:(?!\b(?:no|not\w*)\b).)*b", "(?:a++|b)*c"]


@pytest.mark.parametrize("pattern", SLOW)
def test_slow(pattern: str) -> None:
    assert pattern_fault(pattern)


def test_a_part_that_nothing_fills_in_is_a_fault() -> None:
    parts = {"day": "(?:day)", "until": "until {day}"}
    assert pattern_fault(with_parts("stop {until}", parts))
    assert pattern_fault(with_parts("stop {until}", dict(reversed(parts.items())))) is None
    assert pattern_fault("a{2}b{1,3}") is None


@pytest.mark.parametrize("pattern", QUICK)
def test_quick(pattern: str) -> None:
    assert pattern_fault(pattern) is None


def test_a_fault_is_named_by_its_place_with_its_parts_filled_in() -> None:
    parts = {"often": "(?:{word}|very)*", "word": "very"}
    assert with_parts("so {often}", parts) == "so (?:very|very)*"
    assert [where for where, _ in faults_in(("said",), ["so", "so {often}"], parts)] == [("said", 1)]
