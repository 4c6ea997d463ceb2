"""What is said of a meeting they have, and what sounds like it and is not."""

from datetime import datetime, time, timedelta

import pytest

from casework.appointments.times.diary import instant
from casework.appointments.words.counting import wish_from
from casework.appointments.words.having import brings_somebody, has_one_already, is_not_late
from casework.appointments.words.making_it import makes_it
from casework.appointments.words.needing import beside_it, told_beside
from casework.appointments.words.not_coming import will_not_be_there
from casework.appointments.words.noting import is_for_worker, leaves_out
from casework.appointments.words.particulars import declines
from casework.appointments.words.wishing import busy_in, wish_in
from casework.base.clock import local, now
from casework.council import council

AREA = council().area("northbridge")
A_DAY = timedelta(days=1)


def wednesday() -> datetime:
    """At nine, in a week or so."""
    day = local(now()).date() + timedelta(days=9)
    while day.weekday() != 2:
        day += A_DAY
    return instant(day, time(9))


@pytest.mark.parametrize(("text", "hour"), [("can we make it later that day, 4pm", 16), ("that day but at 2pm", 14), ("4pm that day instead", 16), ("that same day after 2", 14), ("can i come at 4 on wednesday instead", 16), ("can i do wed at 2 instead", 14), ("wednesday afternoon instead", 12)])
def test_of_its_own_day(text: str, hour: int) -> None:
    wish = wish_from(text, wednesday())
    assert wish
    assert local(wish.first).date() == local(wednesday()).date()
    assert (wish.hours[0] if wish.hours else local(wish.first).time()) == time(hour)


@pytest.mark.parametrize(("text", "days"), [("make it wednesday", 7), ("wednesday at 9", 7), ("thursday at 3", 1)])
def test_of_another_day(text: str, days: int) -> None:
    wish = wish_from(text, wednesday())
    assert wish
    assert local(wish.first).date() == local(wednesday()).date() + days * A_DAY


@pytest.mark.parametrize("text", ["just me", "only me", "nope just me", "its just me", "no just myself thanks", "on my own", "ill come on my own", "nobody else"])
def test_nobody_comes_with_them(text: str) -> None:
    assert declines(text)


@pytest.mark.parametrize("text", ["just me and my mum", "im all alone", "i live alone", "i feel so alone", "its just me against the world", "i cant do it on my own"])
def test_more_than_that_nobody_comes(text: str) -> None:
    assert not declines(text)


@pytest.mark.parametrize("text", ["no i have a meeting already, dont book another", "ive already got one", "i have an appointment already", "dont book another one", "dont need another, ive got one", "got one already".replace("got", "i got")])
def test_they_have_one(text: str) -> None:
    assert has_one_already(text)


@pytest.mark.parametrize("text", ["i have a meeting on thursday", "i have one question", "i have a job already", "i've got one kid", "book another", "i need another meeting", "i already have something on"])
def test_no_word_that_they_have_one(text: str) -> None:
    assert not has_one_already(text)


@pytest.mark.parametrize("text", ["actually cud my mum come", "my sister wants to come too", "is it ok if my mum comes", "would it be ok for my sister to come", "cld my friend sit in"])
def test_who_comes_along(text: str) -> None:
    assert brings_somebody(text)


@pytest.mark.parametrize("text", ["my boss wants to come", "is my money coming", "cud my benefits stop", "my son wants to join the army", "my ex wants to come round", "can i have my appointment back"])
def test_nobody_comes_along(text: str) -> None:
    assert not brings_somebody(text)


@pytest.mark.parametrize("text", ["can mr hill not come please, just me and jo", "i dont want mr hill there", "just me and jo please", "can the job centre man not be there", "i don't want anyone else there", "id rather not have the other person in the meeting"])
def test_who_is_left_out_is_for_the_worker(text: str) -> None:
    assert is_for_worker(text)
    assert not will_not_be_there(text)


@pytest.mark.parametrize("text", ["just me and my mum", "can i not come", "i dont want to come", "can it not be tuesday", "i dont want mr hill to hurt me", "mr hill hit me"])
def test_nobody_is_left_out(text: str) -> None:
    assert not leaves_out(text)


@pytest.mark.parametrize("text", ["actually make it wednesday", "can we move it to thursday at 2", "no make it an hour later", "change my appointment to friday", "lets do it next week"])
def test_made_another_time(text: str) -> None:
    assert makes_it(text)


@pytest.mark.parametrize("text", ["make it stop", "can you make it better", "make it a phone call", "i cant do it on friday", "can you do it now", "can you do it for my job on monday", "move my house on friday", "make that 20"])
def test_made_no_other_time(text: str) -> None:
    assert not makes_it(text)


@pytest.mark.parametrize("text", ["can i see the money person right after", "can i see money advice straight after my meeting", "can i see the money people the same day"])
def test_another_service_beside_it(text: str) -> None:
    assert beside_it(text, AREA) == ["money advice"]


@pytest.mark.parametrize("text", ["money worries", "i need debt help", "can i see you right after 3", "the housing man was rude right after", "can i see someone about debt"])
def test_no_service_beside_it(text: str) -> None:
    assert beside_it(text, AREA) == []


@pytest.mark.parametrize(("text", "told"), [("i'd like to bring my daughter, is there a lift", "i'd like to bring my daughter"), ("im deaf. is there a loop?", "im deaf"), ("is there a lift", ""), ("can i bring my mum", ""), ("id like to bring my daughter", "")])
def test_what_is_told_beside_a_question(text: str, told: str) -> None:
    assert told_beside(text) == told


@pytest.mark.parametrize("text", ["no worries il be on time", "its ok ill be on time", "all good i'll make it on time"])
def test_on_time_after_all(text: str) -> None:
    assert is_not_late(text)


@pytest.mark.parametrize("text", ["is there really nothing after 5", "nothing at all in the evening?", "so theres nothing in the evening", "have you got nothing on friday?", "you really got nothing before 9"])
def test_nothing_asked_is_wished_for(text: str) -> None:
    assert wish_in(text)
    assert not busy_in(text)


@pytest.mark.parametrize("text", ["nothing after 5 please", "no evenings", "not after 5"])
def test_nothing_then_is_ruled_out(text: str) -> None:
    wish = wish_in(text)
    assert busy_in(text) or wish is None or (wish.hours and wish.hours[1] <= time(17))
