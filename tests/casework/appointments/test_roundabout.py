"""A day named in a roundabout way, an hour that is not it, and what is said in passing while times are shown."""

from datetime import date, time, timedelta

import pytest

from casework.appointments.words.booked import asked_of_booked
from casework.appointments.words.making_it import makes_it
from casework.appointments.words.passing import agreed_beside, remark_in
from casework.appointments.words.picking import refuses_hour
from casework.appointments.words.roundabout import plain_bounds
from casework.appointments.words.saying import asks_for_more, had_enough
from casework.appointments.words.wishing import wish_but, wish_in
from casework.base.clock import local, now

A_DAY = timedelta(days=1)


def first_day(text: str) -> date:
    wish = wish_in(text)
    assert wish
    return local(wish.first).date()


def coming(weekday: int) -> date:
    """The next day of that name, after today."""
    today = local(now()).date()
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


@pytest.mark.parametrize(("text", "plain"), [
    ("leave it till january", "from january"), ("can we leave it till after christmas please", "can we from after christmas please"),
    ("push it back til friday", "from friday"), ("lets wait until next week", "lets from next week"),
    ("ive got exams till thurs so after that", "after thurs"), ("im away until friday so after then", "after friday"),
    ("working till 3 so after that", "after 3"), ("Im at my mums til the 10th, any time after that", "after the 10th"),
    ("It's my birthday tomorrow so not then. Day after is fine", "not tomorrow, the day after tomorrow is fine"),
    ("wednesday is my sons sports day so not then, friday is fine", "not wednesday, friday is fine"), ("the 4th is a funeral so cant do then", "not the 4th"),
])  # fmt: skip
def test_in_plain_words(text: str, plain: str) -> None:
    assert plain_bounds(text) == plain


@pytest.mark.parametrize("text", [
    "i cant wait till friday", "dont leave it till friday", "leave the kids till 3", "is friday free if not then monday",
    "not then, thursday", "if thursday is full or not then monday", "after that im free", "friday till 3",
])  # fmt: skip
def test_in_plain_words_already(text: str) -> None:
    assert plain_bounds(text) == text


def test_not_that_day_but_the_one_after() -> None:
    wish, busy = wish_but("It's my birthday tomorrow so not then. Day after is fine")
    assert wish
    tomorrow = local(now()).date() + A_DAY
    assert local(wish.first).date() == tomorrow + A_DAY
    assert [local(start).date() for start, _ in busy] == [tomorrow]
    assert first_day("leave it till january").month == 1


@pytest.mark.parametrize(("text", "days", "not_on"), [
    ("Mon or Thurs. Signing on is Weds", {0, 3}, 2), ("monday or friday. i sign on thursday", {0, 4}, 3), ("mon or tues, court is wednesday", {0, 1}, 2),
])  # fmt: skip
def test_what_is_on_then_is_no_wish(text: str, days: set[int], not_on: int) -> None:
    wish, busy = wish_but(text)
    assert wish
    assert wish.days == days
    assert coming(not_on) in {local(start).date() for start, _ in busy}


@pytest.mark.parametrize("text", ["Work is fine friday", "the meeting is friday", "friday, work is nearby"])
def test_nothing_is_on_then(text: str) -> None:
    wish, busy = wish_but(text)
    assert wish
    assert not busy


@pytest.mark.parametrize(("text", "at"), [("9 30", time(9, 30)), ("the 1 30 please", time(13, 30)), ("4 15 would do", time(16, 15))])
def test_an_hour_in_two_words(text: str, at: time) -> None:
    wish = wish_in(text)
    assert wish
    assert wish.hours
    assert wish.hours[0] == at


@pytest.mark.parametrize("text", ["2 30 minute calls", "flat 1 30 high st", "my number is 07700 900 1 30"])
def test_two_numbers(text: str) -> None:
    assert wish_in(text) is None


def test_when_they_finish_is_no_wish() -> None:
    for text, hour in (("i finish at the school kitchen at 1.45 so 2 onwards suits, can i book", 14), ("my shift ends at 12 so from 1", 13), ("my bus gets in at 9.40, so after 10", 10)):
        wish = wish_in(text)
        assert wish
        assert wish.hours
        assert wish.hours[0] == time(hour), text


@pytest.mark.parametrize("text", ["anything but 9.30", "not the half nine", "not the 9 30 please", "i cant do 11", "all but eleven", "anything except the quarter past ten one"])
def test_an_hour_that_is_not_it(text: str) -> None:
    assert refuses_hour(text)


@pytest.mark.parametrize("text", ["not 9 but 11", "not nine, ten", "not 2 people", "not 1", "not the first one", "anything but friday"])
def test_no_hour_is_refused_alone(text: str) -> None:
    assert not refuses_hour(text)


@pytest.mark.parametrize("text", [
    "let me look at my calendar 1 sec", "hang on checking with my mum", "gimme 2 mins", "bear with me while i check", "im just asking my partner", "let me get my diary",
])  # fmt: skip
def test_they_look_first(text: str) -> None:
    assert remark_in(text) == "no_hurry"


@pytest.mark.parametrize("text", ["im looking for my own job", "let me see the other times", "ringing my worker", "hang on i said thursday", "1", "please", "im checking the times"])
def test_no_wait_is_asked_for(text: str) -> None:
    assert remark_in(text) is None


@pytest.mark.parametrize("text", ["nm sorted it", "not to worry got it sorted", "nvm got one sorted elsewhere", "its all sorted now thanks", "ive got it sorted"])
def test_it_is_sorted(text: str) -> None:
    assert had_enough(text)


@pytest.mark.parametrize("text", ["is it sorted", "can you get it sorted", "have you got it sorted", "sorted thanks", "got my cv sorted", "i need to get it sorted now"])
def test_it_is_not_sorted(text: str) -> None:
    assert not had_enough(text)


@pytest.mark.parametrize("text", ["show me a few more", "any others?", "what else have you got", "got any more times", "the next three pls", "what other times are there"])
def test_more_are_asked_for(text: str) -> None:
    assert asks_for_more(text)


@pytest.mark.parametrize("text", ["other times", "no more", "any other help", "anything else", "what else should i bring", "i got more shifts"])
def test_no_more_are_asked_for(text: str) -> None:
    assert not asks_for_more(text)


@pytest.mark.parametrize("text", [
    "actually 2 oclock wednesday was better, is that still going", "the wednesday at 2 was better can i have that", "friday would be better", "2pm would be easier for me",
])  # fmt: skip
def test_another_time_was_better(text: str) -> None:
    assert makes_it(text)


@pytest.mark.parametrize("text", ["my old job was better", "is wednesday better", "thursday was better at work", "it was better last friday"])
def test_no_time_was_better(text: str) -> None:
    assert not makes_it(text)


@pytest.mark.parametrize("text", ["Yes. How do I cancel if something comes up?", "yes how do i change it", "ok how do i rebook if im ill"])
def test_a_yes_and_how_one_changes_it(text: str) -> None:
    beside = agreed_beside(text)
    assert beside
    assert (beside.answer, beside.kind) == ("yes", "how")


@pytest.mark.parametrize("text", ["ok how do i change my bank details", "how do i cancel", "yes can we change it to friday"])
def test_no_yes_and_how_one_changes_it(text: str) -> None:
    beside = agreed_beside(text)
    assert beside is None or beside.kind != "how"


@pytest.mark.parametrize(("text", "topic"), [
    ("parking?", "place"), ("is there a bus?", "place"), ("toilets", "place"), ("any parking there", "place"),
    ("can i get my fare back", "fares"), ("bus fare?", "fares"), ("travel costs", "fares"),
    ("is the bus late", None), ("parking fine", None), ("i need a bus pass", None), ("train for a job", None),
])  # fmt: skip
def test_of_the_place_in_a_word(text: str, topic: str | None) -> None:
    assert asked_of_booked(text) == topic
