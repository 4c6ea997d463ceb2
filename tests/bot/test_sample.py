"""The sample on which two pipelines are compared: as many messages of each intent, the same each time."""

from collections import Counter

from bot.evaluation.sample import drawn

CASES = [(f"{intent} {n}", intent) for intent, count in (("greet", 9), ("thanks", 5), ("deny", 2)) for n in range(count)]


def test_as_many_of_each_intent_or_all_where_there_are_fewer():
    assert Counter(intent for _, intent in drawn(CASES, 3)) == {"greet": 3, "thanks": 3, "deny": 2}


def test_the_same_whatever_the_order_they_come_in():
    assert set(drawn(CASES, 3)) == set(drawn(CASES[::-1], 3))


def test_in_the_order_they_came_in_and_each_once():
    sample = drawn([*CASES, *CASES], 4)
    assert sample == sorted(sample, key=CASES.index)
    assert len(sample) == len(set(sample)) == 10


def test_another_seed_draws_others():
    assert drawn(CASES, 3) != drawn(CASES, 3, seed="another")


def test_one_more_message_moves_at_most_one_out():
    before = set(drawn(CASES, 4))
    for n in range(20):
        after = set(drawn([*CASES, (f"hello {n}", "greet")], 4))
        assert len(before - after) <= 1
