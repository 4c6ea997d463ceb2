"""The soonest there is, and another service on the way, in people's words."""

from datetime import datetime, timedelta

import pytest

from casework.appointments.words.asking import asked_about
from casework.appointments.words.needing import services_in
from casework.appointments.words.saying import whichever
from casework.appointments.words.wishing import wish_in
from casework.base.clock import local
from casework.council import council
from casework.reading import read_when

AT = datetime(2026, 11, 24, 10)


@pytest.mark.parametrize("said", ["as soon as poss", "soonest you have", "soon as poss pls", "soonest possible"])
def test_the_soonest_is_read_as_as_soon_as_possible(said: str) -> None:
    assert read_when(said, AT) == read_when("as soon as possible", AT)
    assert read_when(said, AT)["kind"] != "none"


def test_soon_as_alone_is_any_time() -> None:
    assert whichever("soon as")
    assert not whichever("soon as i finish work")


@pytest.mark.parametrize(
    ("said", "services"),
    [
        ("can i see a housing person when i come in, friday 18 december", ["housing options"]),
        ("meet my worker together with the debt advisor", ["money advice"]),
        ("i want a meeting about housing", []),
    ],
)
def test_who_else_is_to_be_seen_on_the_same_way(said: str, services: list[str]) -> None:
    assert services_in(said, council().area("northbridge")) == services


def test_how_long_a_time_is_kept_is_not_how_long_it_takes() -> None:
    assert asked_about("how long have i got") == "until"
    assert asked_about("how long does it take") == "long"


@pytest.mark.parametrize("said", ["by phone on tuesday", "a meeting by video call on tuesday"])
def test_how_to_meet_is_no_deadline(said: str) -> None:
    wish = wish_in(said)
    assert wish
    assert (local(wish.first).weekday(), wish.last - wish.first) == (1, timedelta(days=1))
