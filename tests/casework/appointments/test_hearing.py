"""What people say to the questions of a booking."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from casework.appointments import BookingTalk, Step
from casework.appointments.times.diary import Slot
from casework.appointments.words import wishing
from casework.appointments.words.asking import minutes_in
from casework.appointments.words.hearing import other_format, says_how, says_who_meets, understands, would_leave, yes_to
from casework.appointments.words.meeting_ways import format_of, only_how, wishes_for_format
from casework.appointments.words.needing import tells_of_adjustments
from casework.appointments.words.not_coming import cannot_come
from casework.appointments.words.particulars import declines, keeps, name_in, number_in
from casework.appointments.words.picking import chosen, picks
from casework.appointments.words.saying import only_again, picked, whichever
from casework.appointments.words.wishing import wish_but, wish_in
from casework.base.clock import local

TIMES = [
    ("2026-12-01T09:00:00+00:00", "Tuesday 1 December at 9am"),
    ("2026-12-01T14:00:00+00:00", "Tuesday 1 December at 2pm"),
    ("2026-12-03T09:00:00+00:00", "Thursday 3 December at 9am"),
]


def talk(step: Step = Step.CHOOSE) -> BookingTalk:
    shown = [
        {"start": start, "end": start.replace(":00:00", ":30:00"), "diary": 1, "worker": "Sam", "venue": "hub", "title": title}
        for start, title in TIMES
    ]
    return BookingTalk(conversation_id=uuid4(), step=step, offered=shown)


@pytest.mark.parametrize(
    ("text", "wished", "cannot"),
    [
        ("the week after next but wednesday i have physio", "Mon 07", [("Wed 09 00:00", "Thu 10 00:00")]),
        ("7 december but i have doctor in the morning", "Mon 07", [("Mon 07 09:00", "Mon 07 12:00")]),
        ("next week but tuesday i have doctor", "Mon 30", [("Tue 01 00:00", "Wed 02 00:00")]),
        ("thursday but after 3", "Thu 03", []),
    ],
)
def test_what_they_cannot_is_said_of_the_time_wished_for(
    text: str, wished: str, cannot: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wishing, "now", lambda: datetime(2026, 11, 26, 10, tzinfo=UTC))
    wish, busy = wish_but(text)
    assert wish
    assert local(wish.first).strftime("%a %d") == wished
    assert [(local(start).strftime("%a %d %H:%M"), local(end).strftime("%a %d %H:%M")) for start, end in busy] == cannot


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("1", 0),
        ("3.", 2),
        ("4", None),
        ("0", None),
        ("the second one please", 1),
        ("the last", 2),
        ("tuesday 1 december at 2pm", 1),
        ("none of them", None),
        ("yes", None),
        ("i dont mind", 0),
        ("you choose", 0),
        ("ok 1", 0),
        ("ok 2", 1),
        ("i'll take the 2nd please", 1),
        ("no hang on the 3rd one", 2),
        ("no the third", 2),
        ("the middle one", 1),
        ("The second one you said, thank you", 1),
        ("the 4th", None),
        ("not the first one", None),
        ("at 3", None),
        ("3pm", None),
    ],
)
def test_one_of_the_times_shown(text: str, place: int | None) -> None:
    assert chosen(talk(), text) == place


@pytest.mark.parametrize(("text", "place"), [("11", 2), ("ok 11", 2), ("10 please", 1), ("9", 0), ("3", 2), ("12", None), ("4", None), ("the 11th", None)])
def test_a_bare_hour_is_one_of_them_where_it_is_no_place(text: str, place: int | None) -> None:
    booking = talk()
    booking.offered = [one | {"start": f"2026-12-01T{hour}:00:00+00:00"} for one, hour in zip(booking.offered, ("09", "10", "11"), strict=True)]
    assert chosen(booking, text) == place


def test_the_3rd_is_the_only_one_of_that_day_before_the_third() -> None:
    booking = talk()
    booking.offered = booking.offered[2:] + booking.offered[:2]
    assert chosen(booking, "the 3rd") == 0
    assert chosen(booking, "the 3rd one") == 2


def test_who_takes_one_of_the_list_may_say_thank_you() -> None:
    assert picks(talk(), "The second one you said, thank you")
    assert picks(talk(Step.CONFIRM), "the middle one")
    assert not picks(talk(), "can i ask something first")
    assert not picks(talk(Step.NAME), "the first one")


@pytest.mark.parametrize(
    ("text", "format"),
    [("face to face", "in_person"), ("can you ring me", "phone"), ("on zoom", "video"), ("dunno", None),
     ("book a video call mon 1 feb 2pm", "video"), ("can we meet by phone", "phone"), ("face 2 face i said", "in_person"),
     ("i would prefer a person not a phone call", "in_person"), ("a call is no good", None), ("by video not phone", "video")],
)
def test_how_to_meet(text: str, format: str | None) -> None:
    assert format_of(text) == format


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("id like a video call please", True), ("can we do a video meeting next week", True), ("i would prefer in person", True),
        ("do you do video", False), ("i'd like to know if its by phone", False), ("which app do i need for the video thing", False),
    ],
)  # fmt: skip
def test_who_names_a_way_to_meet_and_wants_it_would_meet(text: str, wishes: bool) -> None:
    assert wishes_for_format(text) == wishes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("in person", True), ("I would prefer in person", True), ("face 2 face i said", True),
        ("i would prefer a person not a phone call", True), ("i would prefer a person", False), ("can i talk to someone", False),
    ],
)  # fmt: skip
def test_in_person_while_a_meeting_is_found_is_how_to_meet(text: str, said: bool) -> None:
    booking = talk()
    booking.format = "in_person"
    assert says_who_meets(booking, text) == said
    assert not says_who_meets(talk(Step.CANCEL), text)


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("i would prefer a person not a phone call", "in_person"), ("can someone ring me instead", "phone"),
        ("face 2 face would be better", "in_person"), ("face to face pls", "in_person"), ("Meet face to face", "in_person"),
        ("in person i said", "in_person"), ("can we do it on the phone", "phone"), ("video please", "video"), ("ftf", "in_person"),
        ("no i meant by phone", "phone"), ("id rather come in", "in_person"), ("a call would be easier", "phone"),
        ("i cant do phone calls face to face is best", "in_person"), ("can we do video instead of phone", "video"),
        ("no wait, phone was better. go back to phone", "phone"), ("go back to phone", "phone"), ("phone was better than in person", "phone"),
        ("hang on, video after all", "video"), ("call me back", None), ("phone was stolen", None), ("my phone is back on", None),
        ("not by phone please", None), ("is it by phone", None), ("will it be face to face", None), ("do you do video", None),
        ("yes ill be there", None), ("is there parking", None), ("ring me tomorrow", None), ("can my mum come in", None),
        ("call me on 07700 900400", None), ("Sam Ring", None), ("can i meet you", None), ("someone will meet me there", None),
    ],
)  # fmt: skip
def test_nothing_but_how_to_meet_in_however_many_words(text: str, format: str | None) -> None:
    assert only_how(text) == (format is not None)
    booking = talk(Step.NAME)
    booking.format = "home_visit"
    assert says_how(booking, text) == (format is not None)
    if format:
        assert (format_of(text), name_in(text)) == (format, None)
        assert understands(booking, text)


@pytest.mark.parametrize("text", ["scrap that", "forget all of it please", "bin that thanks", "drop it"])
def test_who_lets_it_be_where_a_name_is_asked_leaves_no_name(text: str) -> None:
    assert all(would_leave(talk(step), text) for step in (Step.CHOOSE, Step.NAME, Step.NUMBER))
    assert name_in(text) is None
    assert not would_leave(talk(Step.ADJUSTMENTS), text)
    assert not would_leave(talk(Step.CONFIRM), f"{text} make it tuesday")


@pytest.mark.parametrize(
    ("text", "number"),
    [("07700 900123", "+447700900123"), ("it's 0161 496 0000", "01614960000"), ("no phone", None), ("12", None)],
)
def test_a_number_to_ring(text: str, number: str | None) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize(("text", "kept"), [("yes", False), ("Keep it", True), ("no dont cancel it", True), ("hmm", None)])
def test_a_meeting_is_only_cancelled_by_a_yes(text: str, kept: bool | None) -> None:
    assert keeps(text) is kept


@pytest.mark.parametrize(("text", "minutes"), [("15 mins late", 15), ("running late", None), ("999 minutes", 180)])
def test_how_late(text: str, minutes: int | None) -> None:
    assert minutes_in(text) == minutes


def test_other_times_is_no_wish_but_later_on_friday_is() -> None:
    assert only_again("Other times")
    assert not only_again("later on friday")


def test_rather_not_say_is_heard() -> None:
    assert declines("I would rather not say")
    assert not declines("Sam")


def test_a_yes_takes_the_only_time_shown() -> None:
    one = talk()
    one.offered = one.offered[:1]
    assert [chosen(one, said) for said in ("yes please", "ok", "no", "hmm")] == [0, 0, None, None]


@pytest.mark.parametrize("step", [Step.FORMAT, Step.WHEN, Step.CHOOSE, Step.CONFIRM])
def test_never_mind_leaves_the_booking(step: Step) -> None:
    assert would_leave(talk(step), "never mind")
    assert understands(talk(step), "oh forget it")
    assert not would_leave(talk(step), "not now, friday")
    assert not would_leave(talk(Step.CANCEL), "changed my mind")


@pytest.mark.parametrize("step", [Step.FORMAT, Step.WHEN])
def test_who_does_not_mind_is_understood(step: Step) -> None:
    assert understands(talk(step), "not fussed")
    assert not understands(talk(step), "my landlord is awful")


@pytest.mark.parametrize("text", ["can't make it", "i no can come", "cant come sorry", "i wont be able to attend", "unable to make it"])
def test_who_will_not_come_says_so(text: str) -> None:
    assert cannot_come(text)
    assert not cannot_come("can my mum come")


@pytest.mark.parametrize(
    ("text", "tells"),
    [("my sister come with me ok?", True), ("can i bring my mum", True), ("what do i need to bring", False), ("is it by phone?", False)],
)
def test_what_the_worker_should_know(text: str, tells: bool) -> None:
    assert tells_of_adjustments(text) == tells


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("tuesday 24th november", True),
        ("tues 24/11", True),
        ("tuesday 24 november at 3", True),
        ("24th november", True),
        ("24th november at 3", True),
        ("1st april", False),
        ("tuesday 24 november 2027", False),
        ("tuesday 3rd december", False),
        ("thursday 26 november", False),
        ("tuesday or wednesday", False),
    ],
)
def test_a_date_just_past_whose_weekday_agrees_has_gone_by(text: str, gone: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    today = datetime(2026, 11, 26, 10, tzinfo=UTC)
    monkeypatch.setattr(wishing, "now", lambda: today)
    wish = wish_in(text)
    assert wish
    assert (wish.first < today.replace(hour=0)) is gone


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("yes please", True),
        ("yes thats fine thursday at 9", True),
        ("yes, remind me tomorrow", True),
        ("yes but an hour later", False),
        ("yes make it friday", False),
        ("yes but can it be 10", False),
        ("no", False),
    ],
)
def test_a_yes_that_would_have_it_otherwise_is_none(text: str, agreed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wishing, "now", lambda: datetime(2027, 1, 4, 10, tzinfo=UTC))
    held = Slot(datetime(2027, 1, 7, 9, tzinfo=UTC), datetime(2027, 1, 7, 10, tzinfo=UTC), 1, "", None)
    assert yes_to(text, held) is agreed


@pytest.mark.parametrize("text", ["yes ring me", "yes actually i will phone if im late"])
def test_a_yes_with_a_call_changes_no_way_to_meet(text: str) -> None:
    assert other_format(BookingTalk(step=Step.CONFIRM, format="in_person", offered=[]), text) is None


@pytest.mark.parametrize("text", ["no, the last friday of next month", "yes please its my second time"])
def test_what_counts_something_else_is_no_place_in_the_list(text: str) -> None:
    assert picked(text) is None


@pytest.mark.parametrize(("words", "any_will_do"), [("any of those is fine", True), ("i can do any of those", True), ("I cant do any of those, I work til 5", False), ("dont want any of them", False)])
def test_none_of_them_is_not_any_of_them(words: str, any_will_do: bool) -> None:
    assert whichever(words) is any_will_do
