"""Replies in own words to a reminder, to a missed meeting, and about how late."""

from time import monotonic

import pytest

from casework.appointments.booking.replying import Replying, is_coming, minutes_now, replying, says_coming, takes_up
from casework.appointments.words.asking import minutes_in, says_late, says_there
from casework.appointments.words.beginning import Beginning, beginning, would_book
from casework.appointments.words.wording import Wording, wording
from casework.base.yamlfile import DataModel


@pytest.mark.parametrize(
    "said",
    ["yep ill be there", "see you then", "yes coming", "see u tomorrow", "i can make it", "thats fine", "still on", "Yes", "i'll be there thanks", "will see you there"],
)
def test_who_will_be_there_says_so(said: str) -> None:
    assert is_coming(said)


@pytest.mark.parametrize(
    "said",
    ["ill be there but late", "i can't make it", "i wont be there", "not coming", "yes but can we change it", "will you be there?", "thanks", "where is it",
     "i might come", "i'll be there if the bus comes", "no", "im here", "running late"],
)  # fmt: skip
def test_who_says_more_or_less_does_not(said: str) -> None:
    assert not is_coming(said)


def test_a_bare_yes_says_of_itself_no_coming() -> None:
    assert not says_coming("yes")


@pytest.mark.parametrize("said", ["yes", "ok go on then", "yes please", "yeah tuesday", "next week if you can"])
def test_another_time_is_taken_up(said: str) -> None:
    assert takes_up(said)


@pytest.mark.parametrize(
    "said",
    ["tuesday at 2", "weds or thurs after 2", "how about monday morning", "yes tuesday would be good", "monday works", "tomorrow 10am pls", "yeah sorry i missed it, friday?",
     "go ahead", "yes  please " + " " * 60, "start of next week", "Friday 4th December at 2pm"],
)  # fmt: skip
def test_a_time_with_little_beside_it_is_taken_up(said: str) -> None:
    assert takes_up(said)


@pytest.mark.parametrize(
    "said",
    ["got a job start monday", "yeah got a job start monday", "start monday", "sorry was in A&E today", "my nan died on monday", "yes my nan died", "yeah sorry im in hospital",
     "ok thanks im working now", "i work mondays now", "in court tuesday", "i was attacked yesterday", "kids were ill today", "evicted on friday", "sectioned last week",
     "sanctioned since monday", "moving house friday", "got a meeting with the doctor monday"],
)  # fmt: skip
def test_news_is_no_wish_for_another_time(said: str) -> None:
    assert not takes_up(said)


def test_what_is_long_is_read_at_once() -> None:
    began = monotonic()
    for said in ("be," * 1600, "x" * 5000, "on monday " + " " * 5000 + "then", "call it " * 700):
        assert not takes_up(said) or said.startswith("on")
        assert minutes_now(said) is None
        assert not would_book(said)
    assert monotonic() - began < 1


@pytest.mark.parametrize(("model", "field"), [(Replying, "coming"), (Beginning, "unless"), (Wording, "needs")])
def test_a_pattern_that_could_take_for_ever_is_a_fault_of_the_file(model: type[DataModel], field: str) -> None:
    good = {Replying: replying, Beginning: beginning, Wording: wording}[model]()
    assert list(good.problems({})) == []
    bad = good.model_copy(update={field: ("(?:go|go on|on)* now",)})
    assert [where for where, _ in bad.problems({})] == [(field, 0)]


@pytest.mark.parametrize("said", ["no thanks", "no not next week", "what happened", "i cant come next week", "im in hospital"])
def test_another_time_is_not_taken_up(said: str) -> None:
    assert not takes_up(said)


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("make that 20", 20), ("20 mins now", 20), ("sorry more like 25", 25), ("actually 30", 30), ("its 40 minutes now sorry", 40), ("20", None),
     ("option 2 please", None), ("make that 2pm", None), ("im 22", None), ("make it tuesday", None)],
)  # fmt: skip
def test_how_late_it_is_now(said: str, minutes: int | None) -> None:
    assert minutes_now(said) == minutes


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("late for my 2 o'clock", None), ("gonna be late for the 10am meeting, 15 mins", 15), ("bus 43 is late", None), ("half an hour late", 30), ("late 15", 15),
     ("an hour and a half late", 90), ("late for my 2", None)],
)  # fmt: skip
def test_an_hour_of_the_day_and_a_bus_are_no_minutes(said: str, minutes: int | None) -> None:
    assert minutes_in(said) == minutes


@pytest.mark.parametrize("said", ["running l8", "im l8", "gonna be a bit late", "late", "stuck in traffic", "i am 10 mins late"])
def test_late_in_other_words(said: str) -> None:
    assert says_late(said)


@pytest.mark.parametrize("said", ["i'm outside", "im here early", "im early", "got here early", "arrived", "outside now"])
def test_there_in_other_words(said: str) -> None:
    assert says_there(said)


@pytest.mark.parametrize("said", ["im here to get help with a cv", "i live outside town", "later please", "its too late"])
def test_neither_late_nor_there(said: str) -> None:
    assert not says_late(said)
    assert not says_there(said)
