"""Somebody asks to be rung, or is late, in their own words; the time they name is the time they get."""

from datetime import datetime

import pytest

from casework.base.clock import LONDON
from casework.council import council
from casework.texts.calling import SOME_TIME, wished
from casework.texts.control import order_of

EIGHT = datetime(2026, 12, 1, 8, tzinfo=LONDON)


@pytest.mark.parametrize(
    "said",
    [
        "CALL my partner isnt here", "call me my husband is out", "ring me im on my own", "ring while hes asleep", "fone me", "fone me pls",
        "pls call but not before 12", "call me but not before 12pm", "call after 3",
    ],
)
def test_a_call_is_wished_for(said: str) -> None:
    assert order_of(said, quiet=False) == "call"


@pytest.mark.parametrize(
    "said",
    [
        "call my partner", "call my mum she is ill", "call centre job not for me",
        "call my boss he isnt paying me", "i phone my partner out of work",
    ],
)
def test_nobody_is_asked_to_ring_them(said: str) -> None:
    assert order_of(said, quiet=False) is None


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("pls call but not before 12", 12),
        ("call me but not before 12pm", 12),
        ("call dont ring before 2", 14),
        ("ring me, not til after 3", 15),
        ("call me after 12", 12),
    ],
)
def test_not_before_a_time_is_from_then_on(said: str, hour: int) -> None:
    assert wished(said, council().area("northbridge"), EIGHT) == EIGHT.replace(hour=hour)


def test_who_names_no_time_is_rung_soon() -> None:
    assert wished("call", council().area("northbridge"), EIGHT) is None


@pytest.mark.parametrize("said", ["runing l8", "running l8 sorry", "sorry im running 10 mins late", "late, be there soon"])
def test_who_is_late_is(said: str) -> None:
    assert order_of(said, quiet=False) == "late"


@pytest.mark.parametrize("said", ["Sorry late, been fine at work", "late reply sorry all ok", "late but everything is good"])
def test_a_late_answer_is_an_answer(said: str) -> None:
    assert order_of(said, quiet=False) is None


@pytest.mark.parametrize(
    "said",
    [
        "dont call me", "text me dont call me", "no calls please", "rather text than call", "please dont ring", "no phone calls at work",
        "id prefer texts to calls", "i hate phone calls", "never ring me", "can you text me instead of ringing", "peidiwch ffonio", "cant take calls at work sorry",
    ],
)
def test_who_would_rather_be_texted_is_not_rung(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) == "no_call"


@pytest.mark.parametrize(
    "said", ["no calls back from the job yet", "they dont call me back", "my manager never calls me", "dont call me lazy", "i hate my call centre job", "dont text me just call"]
)
def test_calls_of_others_are_no_wish(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) not in ("no_call", "call")


@pytest.mark.parametrize(
    "said",
    [
        "call me any time after 3", "ring me when i finish at 5", "can someone ring me but not before 12", "pls call me tomorrow morning",
        "ring me after my shift", "could you phone me back in the afternoon", "call me once the kids are asleep", "give me a ring about 4",
    ],
)
def test_a_call_with_a_time_is_one(said: str) -> None:
    assert order_of(said, quiet=False) == "call"


@pytest.mark.parametrize("said", ["ring me a taxi", "call my mum after 3", "they said theyd call me tomorrow", "call me when you have a job for me"])
def test_a_call_of_another_kind_is_none(said: str) -> None:
    assert order_of(said, quiet=False) != "call"


@pytest.mark.parametrize(
    "said",
    [
        "sorry late answering", "late reply sorry", "sorry for the late reply", "sorry only just seen this", "only just saw your text sorry been at work",
        "soz for not replying sooner", "so sorry for the slow reply", "just seen this",
    ],
)
def test_whose_answer_is_late_is_late_for_nothing(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) == "slow"


@pytest.mark.parametrize("said", ["im so late sorry", "just seen the job, how do i apply", "late pay again", "just saw my payslip its wrong", "late shift again"])
def test_what_is_late_besides_is_no_late_answer(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) != "slow"


@pytest.mark.parametrize("said", ["im at work", "at work rn", "cant talk at work", "on shift til 6", "busy atm", "will reply later", "ill text you back on my break"])
def test_who_cannot_write_now_may_wait(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) == "busy"


@pytest.mark.parametrize("said", ["im at work and its awful", "busy with the kids need childcare", "at work they dont pay me", "will you reply later", "im in hospital", "on my way", "im on my way", "on my way to work", "just on my way now"])
def test_who_tells_of_more_than_that_is_heard(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) != "busy"


@pytest.mark.parametrize(("said", "order"), [("no credit", "no_credit"), ("ive got no credit left to reply", "no_credit"), ("run out of credit sorry", "no_credit"), ("universal credit", None), ("no credit union account", None)])
def test_who_has_no_credit(said: str, order: str | None) -> None:
    assert order_of(said, quiet=False) == order


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("who is this", "who"), ("whos this?", "who"), ("new phone who dis", "who"), ("sorry who is texting me", "who"), ("how did u get my number", "number_from"), ("pwy sy na", "who"),
        ("who is this meeting with", None), ("who are you meeting me", None), ("who is my worker", None), ("who is this stop", "stop"),
    ],
)
def test_who_texts_them_is_asked(said: str, order: str | None) -> None:
    assert order_of(said, quiet=False, idle=True) == order


@pytest.mark.parametrize(
    "said",
    [
        "i cant do phone calls", "who is it?", "only just got it today", "phone on tuesday", "get phone tomorrow", "who is this", "i hate phone calls",
        "phone in the morning", "phone tomorrow please", "phone today", "just seen this", "phone call on friday", "no phone calls",
    ],
)
def test_what_may_answer_an_open_question_is_no_order(said: str) -> None:
    assert order_of(said, quiet=False) is None


@pytest.mark.parametrize("said", ["call me tomorrow", "ring me on tuesday", "call back tomorrow morning", "give us a bell on friday", "call after 3", "ring not before 12", "ring but not before 10am pls"])
def test_who_is_to_be_rung_or_from_when_makes_it_a_call(said: str) -> None:
    assert order_of(said, quiet=False) == "call"


@pytest.mark.parametrize(
    ("said", "day", "hour"),
    [("can you ring me tmrw instead", 2, 9), ("ring me tomorrow", 2, 9), ("call me thursday instead pls", 3, 9), ("call me after 3 tomorrow", 2, 15), ("ring me tomorrow afternoon", 2, 12)],
)
def test_a_day_to_be_rung_on_is_kept(said: str, day: int, hour: int) -> None:
    assert order_of(said, quiet=False) == "call"
    assert wished(said, council().area("northbridge"), EIGHT) == EIGHT.replace(day=day, hour=hour)


@pytest.mark.parametrize("said", ["phone after work", "ring me when i finish work", "call me after my shift", "ring me once im home from work", "ring me tomorrow after work"])
def test_when_their_work_ends_only_they_know(said: str) -> None:
    assert order_of(said, quiet=False) == "call"
    assert SOME_TIME.search(said)
    assert wished(said, council().area("northbridge"), EIGHT) is None


@pytest.mark.parametrize("said", ["call me today", "call me now please"])
def test_today_is_soon(said: str) -> None:
    assert wished(said, council().area("northbridge"), EIGHT) is None
