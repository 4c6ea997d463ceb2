"""Second thoughts about the times shown."""

from datetime import UTC, datetime, timedelta

import pytest

from casework.appointments import Step
from casework.appointments.words import wishing
from casework.appointments.words.hearing import asked_of_times, corrects, other_format, would_rather_meet
from casework.appointments.words.picking import picks_none, without_no
from casework.appointments.words.saying import picked
from casework.appointments.words.shifting import shift_in, shifted
from casework.base.clock import local
from tests.casework.appointments.test_hearing import talk

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TUESDAY = (datetime(2026, 12, 1, 9, tzinfo=UTC), datetime(2026, 12, 1, 10, tzinfo=UTC))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("move it a day later", DAY), ("an hour later", HOUR), ("push it back a day", DAY), ("a week later pls", 7 * DAY),
        ("bring it forward an hour", -HOUR), ("2 hours earlier", -2 * HOUR), ("half an hour later", HOUR / 2),
        ("a couple of days later", 2 * DAY), ("the day after", DAY), ("30mins later", HOUR / 2),
        ("the day after tomorrow", None), ("the week after next", None), ("later on friday", None), ("in a week", None),
    ],
)  # fmt: skip
def test_how_far_on(text: str, by: timedelta | None) -> None:
    assert shift_in(text) == by


def test_days_on_keep_the_hour_when_the_clocks_change() -> None:
    wish = shifted("a day later", datetime(2026, 10, 24, 9, tzinfo=UTC))
    assert wish
    assert f"{local(wish.first):%d %H:%M}" == "25 10:00"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("no wait the first one", 0), ("the 4th one", 3), ("the second one you said", 1), ("the last", -1), ("option 2", 1),
        ("first thing tuesday", None), ("the 4th", None), ("the second week of january", None), ("last week", None),
        ("hang on a second", None), ("second thoughts, no", None), ("my first time", None), ("at last", None),
    ],
)  # fmt: skip
def test_which_of_the_list_is_named(text: str, place: int | None) -> None:
    assert picked(text) == place


def test_the_fourth_of_three_is_none_of_them() -> None:
    assert picks_none(talk(), "the 4th one")
    assert not picks_none(talk(), "the second one")
    assert not picks_none(talk(), "friday")


@pytest.mark.parametrize(
    ("text", "meant"),
    [("no thurs actually", "thurs actually"), ("no tuesday", "no tuesday"), ("not thursday", "not thursday"), ("no", "no")],
)
def test_a_no_to_the_time_shown_is_no_word_of_another_day(text: str, meant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wishing, "now", lambda: datetime(2026, 11, 26, 10, tzinfo=UTC))
    assert without_no(text, [TUESDAY]) == meant


@pytest.mark.parametrize(
    ("text", "format"),
    [("actually face to face", "in_person"), ("by video", "video"), ("can it be by phone", None), ("i'll come by bus, see you there", None)],
)
def test_another_way_to_meet(text: str, format: str | None) -> None:
    booking = talk(Step.CONFIRM)
    booking.format = "phone"
    assert other_format(booking, text) == format


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("where is it?", "where"), ("who is sam?", "who"), ("how long does it take", "long"), ("who will i see", "who"),
        ("what do i need to bring", "bring"), ("who is joe?", "who"), ("whereabouts", "where"), ("what if im late", "late"),
        ("whats the address", "where"), ("who sees what i write", None), ("who is joe bloggs", None), ("thursday", None),
        ("where is my money", None), ("how long does universal credit take", None), ("how long?", "long"),
    ],
)  # fmt: skip
def test_what_is_asked_of_the_times_shown(text: str, asked: str | None) -> None:
    assert asked_of_times(talk(), text) == asked
    assert asked_of_times(talk(Step.WHEN), text) == asked
    assert asked_of_times(talk(Step.ADJUSTMENTS), text) is None


@pytest.mark.parametrize("text", ["can we make it thursday instead", "thursday would be better", "move it to the afternoon", "a day later"])
def test_a_correction_is_for_the_meeting_being_found(text: str) -> None:
    assert corrects(talk(), text)
    assert not corrects(talk(Step.NAME), text)


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("joe would be better actually", True), ("can i see joe instead", True), ("i'd rather have joe", True), ("joe instead", True),
        ("i'd rather not", False), ("thursday would be better", False), ("i want food", False), ("with my mum", False), ("with mum", False),
        ("can i see someone", False), ("i prefer mornings", False),
    ],
)  # fmt: skip
def test_who_names_one_of_us_may_wish_for_them(text: str, wished: bool) -> None:
    assert would_rather_meet(talk(), text) == wished
    assert not would_rather_meet(talk(Step.NAME), text)


def test_words_of_a_meeting_they_have_are_no_correction() -> None:
    assert not corrects(talk(), "move my other meeting to thursday")
