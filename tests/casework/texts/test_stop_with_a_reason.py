"""A STOP with its reason beside it, or in other words, is one; what somebody wants to have stopped is none."""

from datetime import date, datetime

import pytest

from casework.base.clock import LONDON
from casework.texts.control import OFF, order_of
from casework.texts.pausing import pause_until

REASONS = [
    "STOP you people are useless", "stop please im in hospital", "stop im moving abroad", "stop i have a new job",
    "plz stop my phone is always going off", "stop its doing my head in", "stop, this isnt my number", "stoop txting me", "sto p",
    "leave me alone will you", "can i opt out of this", "quit bothering me", "Please discontinue", "its too much can you just not",
    "I have asked my solicitor. do not contact me on this number again", "remove my number from your system pls",
    "wud u mind not texting anymore luv", "i dont wish to receive further messages", "i'm not interested in your texts anymore",
    "finish with the texts", "when will you stop texting me",
]
OF_OTHERS = [
    "stop work", "i want to stop work", "stop my money", "stop my benefits", "stop him", "stop paying me", "stop smoking help",
    "stop my wages going down", "stop it happening again", "stop my boss texting me", "stop the sanctions", "my ex wont stop texting me",
    "they want me to quit", "quit my job", "i had to stop i was in pain", "bus stop im at it now", "can i opt out of my pension",
    "i'm not interested in the job", "finish with the agency", "finish work at 5", "remove my number from my account",
    "when do the texts stop", "why did your texts stop", "unsubscribe from the job alerts", "no more please hours",
]


@pytest.mark.parametrize("said", REASONS)
def test_a_reason_beside_it_leaves_a_stop_one(said: str) -> None:
    assert order_of(said, quiet=False) == "stop"
    assert order_of(said, quiet=False, whole=True) == "stop"


@pytest.mark.parametrize("said", OF_OTHERS)
def test_what_they_want_to_have_stopped_is_no_order(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) is None


@pytest.mark.parametrize("said", ["no thanks no more", "no more please, my mother died and i cant be doing with it"])
def test_no_more_is_a_stop_only_where_nothing_is_asked(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) == "unwanted"
    assert order_of(said, quiet=False) is None


@pytest.mark.parametrize(
    "said",
    [
        "im on holiday for a fortnight dont text me", "dont text me im away til monday", "im in hospital for 2 weeks stop texting",
        "stop texting me im away until friday",
    ],
)
def test_who_is_away_until_a_day_pauses(said: str) -> None:
    assert order_of(said, quiet=False) == "pause_until"


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("im away til monday dont text me", date(2026, 12, 7)),
        ("im away for a week no texts please", date(2026, 12, 8)),
        ("im on holiday for a fortnight dont text me", date(2026, 12, 15)),
        ("dont text me im away til friday", date(2026, 12, 4)),
    ],
)
def test_the_pause_is_as_long_as_they_are_away(said: str, last: date) -> None:
    assert order_of(said, quiet=False) == "pause_until"
    assert pause_until(said, datetime(2026, 12, 1, 10, tzinfo=LONDON)).date() == last


def test_who_is_away_without_an_end_is_asked_until_when() -> None:
    assert order_of("im on holiday dont text me", quiet=False) == OFF


@pytest.mark.parametrize("said", ["ok i want them back please", "sorry that was a mistake it is me", "that was a mistake"])
def test_a_stop_is_taken_back_in_other_words(said: str) -> None:
    assert order_of(said, quiet=True) == "start_again"
    assert order_of(said, quiet=False) is None


@pytest.mark.parametrize("said", ["i dont want them back", "that was a mistake they paid me wrong"])
def test_what_takes_nothing_back_starts_nothing(said: str) -> None:
    assert order_of(said, quiet=True) is None


def test_news_are_ended_by_their_name() -> None:
    assert order_of("unsubscribe from the news", quiet=False) == "no_news"


@pytest.mark.parametrize(
    "said",
    [
        "dim mwy o negeseuon", "stopiwch y negeseuon", "peidiwch a tecstio fi", "stopiwch anfon tecstiau", "peidiwch anfon negeseuon",
        "stop y tecsts plis",
    ],
)
def test_a_welsh_stop_is_one(said: str) -> None:
    assert order_of(said, quiet=False) == "stop"


@pytest.mark.parametrize("said", ["peidiwch tecstio gyda'r nos", "peidiwch a stopio tecstio", "ddim yn gwybod", "stopiwch y gwaith"])
def test_welsh_that_ends_nothing(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) is None
