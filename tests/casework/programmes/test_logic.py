from itertools import product

from casework.programmes.logic import Truth, all_of, any_of, at_least, not_
from casework.programmes.packs import Condition, Rule
from casework.programmes.tree import build
from casework.programmes.values import Range

F, U, T = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE


def test_all_and_any_are_the_ends_of_at_least() -> None:
    for values in product(Truth, repeat=3):
        assert at_least(3, values) is all_of(values)
        assert at_least(1, values) is any_of(values)


def test_what_is_not_known_stays_not_known() -> None:
    assert (all_of([T, U]), all_of([F, U]), any_of([F, U]), any_of([T, U])) == (U, F, U, T)
    assert (not_(U), not_(T), at_least(2, [T, U, F]), at_least(2, [T, F, F])) == (U, F, U, F)


def test_not_and_count_can_be_written_in_a_rule() -> None:
    words = {"rule": "r", "met": "m", "not_met": "n", "not_known": "k"}
    conditions = {name: Condition.model_validate({"fact": name, "is": "yes", **words}) for name in "abc"}
    rule = Rule.model_validate({"all": [{"count": {"at_least": 2, "of": ["a", "b", "c"]}}, {"not": "c"}]})
    values = {"a": Range(1, 1), "b": Range(0, 1), "c": Range(0, 0)}
    assert build(rule, conditions, {}).truth(values) is U
    assert build(rule, conditions, {}).truth({**values, "b": Range(1, 1)}) is T
