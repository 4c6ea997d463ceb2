"""What only neighbouring messages, or an age, make grave."""

import pytest

from casework.safeguarding.rules import read


def test_job_loss_and_a_bridge_in_neighbouring_messages_count_together() -> None:
    assert read("where is the nearest bridge") is None
    found = read("where is the nearest bridge", ["hi", "i lost my job today"])
    assert found
    assert (found.class_, found.priority, found.pack) == ("means_query", "P1", "R2")


def test_an_old_danger_is_not_read_again_in_an_ordinary_message() -> None:
    assert read("can i book tuesday", ["i want to die"]) is None


def test_a_plan_after_a_wish_is_now() -> None:
    found = read("im doing it tonight", ["i want to die"])
    assert found
    assert (found.class_, found.priority) == ("suicide_now", "P0")


def test_under_eighteen_is_known_and_raises_one_level() -> None:
    adult, young = read("i want to die"), read("im 15 and i want to die")
    assert adult
    assert young
    assert (adult.priority, adult.under_18) == ("P1", False)
    assert (young.priority, young.under_18) == ("P0", True)


def test_an_age_said_earlier_counts() -> None:
    found = read("i want to die", ["im 16"])
    assert found
    assert found.under_18


@pytest.mark.parametrize("text", ["im 15 minutes away and i want to die", "im 45 and i want to die"])
def test_other_numbers_are_no_childs_age(text: str) -> None:
    found = read(text)
    assert found
    assert not found.under_18
