"""Parts of every day that will not do."""

from datetime import UTC, datetime

import pytest

from casework.appointments.words import wishing
from casework.appointments.words.ruling_out import hours_ruled_out
from casework.appointments.words.wishing import busy_in, wish_but
from casework.base.clock import local


@pytest.mark.parametrize(
    ("text", "froms"),
    [
        ("not mornings", [0]), ("phone call, not mornings, not wednesday", [0]), ("no mornings please", [0]), ("not in the morning", [0]),
        ("mornings are no good", [0]), ("i cant do afternoons", [12]), ("afternoons dont suit me", [12]), ("not mornings or evenings", [0, 17]),
        ("not wednesday and not mornings", [0]), ("any day but not in the afternoon", [12]),
        ("no friday morning", []), ("not tomorrow morning", []), ("mornings please", []), ("not sure, morning i think", []),
        ("not this afternoon", []), ("the morning of the 3rd is no good", []), ("thursday morning is no good", []),
        ("no morning on friday", []),
    ],
)  # fmt: skip
def test_hours_of_every_day(text: str, froms: list[int]) -> None:
    assert [start.hour for start, _ in hours_ruled_out(text)] == froms


def test_days_and_hours_are_ruled_out_each_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wishing, "now", lambda: datetime(2026, 11, 26, 10, tzinfo=UTC))
    wish, busy = wish_but("phone call, not mornings, not wednesday")
    assert wish is None
    spans = {f"{local(start):%a %H}-{local(end):%H}" for start, end in busy}
    assert {"Wed 00-00", "Tue 00-12", "Fri 00-12"} <= spans
    assert not [one for one in busy if local(one[0]).hour == 9]


def test_of_one_day_it_is_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wishing, "now", lambda: datetime(2026, 11, 26, 10, tzinfo=UTC))
    assert len(busy_in("thursday morning is no good")) < 15


@pytest.mark.parametrize(
    ("text", "wished", "busy"),
    [
        ("asleep til about 3", "15-17", None), ("im in bed until 2 most days", "14-17", None), ("i dont get up til 3", "15-17", None), ("free til 3", "9-15", None),
        ("i work 9 til 3", None, "9-15"), ("cant do between 12 and 2", None, "12-14"), ("im working 10-2", None, "10-14"), ("i work mornings", None, "9-12"), ("not at 2", None, None),
    ],
)  # fmt: skip
def test_hours_at_work_or_asleep(monkeypatch: pytest.MonkeyPatch, text: str, wished: str | None, busy: str | None) -> None:
    monkeypatch.setattr(wishing, "now", lambda: datetime(2026, 11, 26, 8, tzinfo=UTC))
    wish, spans = wish_but(text)
    assert (f"{wish.hours[0].hour}-{wish.hours[1].hour}" if wish and wish.hours else None) == wished
    each = {f"{local(start).hour}-{local(end).hour}" for start, end in spans}
    assert each == ({busy} if busy else set())
    assert len(spans) in (0, 85)


def test_a_no_to_what_was_offered_rules_out_no_hours_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wishing, "now", lambda: datetime(2026, 11, 26, 8, tzinfo=UTC))
    wish, busy = wish_but("no i sleep till 2! after 3")
    assert wish
    assert wish.hours
    assert (wish.hours[0].hour, busy) == (15, ())
