"""Who is away and wants no texts meanwhile, who cannot write now, and who does not know who writes."""

from datetime import date, datetime

import pytest

from casework.base.clock import LONDON
from casework.texts import order_of
from casework.texts.control import OFF, new_number
from casework.texts.pausing import first_day, last_day

TUESDAY = datetime(2026, 12, 1, 9, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("on holidays from 14 dec dont text", date(2026, 12, 14), None),
        ("Off to Tenerife till the 15th so dont bother with messages til im back", None, date(2026, 12, 15)),
        ("in hospital for three weeks, could the texts wait", None, date(2026, 12, 22)),
        ("going to see my mum in leeds til 20 dec, no texts please", None, date(2026, 12, 20)),
        ("away from friday for 2 weeks dont bother texting", date(2026, 12, 4), date(2026, 12, 18)),
        ("no texts im off to spain for a week", None, date(2026, 12, 8)),
        ("on holiday dont text me", None, None),
        ("im in hospital so please no texts til im out", None, None),
    ],
)
def test_who_is_away_wants_no_texts_meanwhile(said: str, first: date | None, last: date | None) -> None:
    assert order_of(said, quiet=False) in (OFF, "pause_until")
    assert (first_day(said, TUESDAY), last_day(said, TUESDAY)) == (first, last)


@pytest.mark.parametrize(
    "said",
    [
        "off to work till 5 so dont text", "on holiday stop all texts for good", "dont text me at work", "on holiday but my boss wont stop texting", "going to court on friday dont text my ex",
        "in hospital dont text my mum", "on holiday and not been paid, dont bother ringing", "holiday pay not paid dont bother with texts", "stop texting me",
    ],
)
def test_other_wishes_are_no_such_pause(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) != OFF


@pytest.mark.parametrize(
    "said",
    ["busy mate txt u later", "cant talk now, txt u l8r", "cannot chat at the mo", "sorry cant reply now, on my break later", "bit busy mate ill msg u tomorrow", "cant text till i get home"],
)
def test_who_cannot_write_now_writes_later(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) == "busy"


@pytest.mark.parametrize(
    "said", ["busy but dont want texts", "cant talk to my boss", "cant reply stop texting me", "im too busy to work", "cant text here", "cant talk he is here", "cant talk about it stop"]
)
def test_who_says_more_is_not_only_busy(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) != "busy"


@pytest.mark.parametrize("said", ["Sorry, who's this? New phone", "new phone who is this", "who is this? i dont have this number saved", "whos this, lost all my contacts"])
def test_who_asks_who_we_are_has_no_other_number(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) == "who"
    assert new_number(said) is None


@pytest.mark.parametrize("said", ["who is this man at work", "new phone, its dave", "whos texting my boss", "got a new phone"])
def test_a_new_phone_alone_asks_nothing(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) != "who"
