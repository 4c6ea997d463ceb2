"""When it is safe to write to somebody, in their own words: never more is kept than was said."""

from datetime import time
from time import process_time
from typing import Any

import pytest

from casework.claimants.narrowing import narrow
from casework.claimants.rules import neutral
from casework.claimants.safe import is_of_others, may_say_when, says_only_when, says_when, settle
from casework.claimants.safe_hours import WHEN, Kind, say_window
from casework.claimants.safe_watched import beside_times, offered_times
from casework.council.models import Texting

HOURS = Texting(earliest=time(10), latest=time(19))


def said(text: str, before: dict[str, Any] | None = None) -> str:
    return say_window(settle(text, before, HOURS).contact, HOURS)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("evenings after 6", "every day, 6pm to 7pm"),
        ("not safe to text me at night, only 10 to 12 saturdays", "Saturday, 10am to midday"),
        ("don't text me at night", "every day, 10am to 5pm"),
        ("dont text after 6pm", "every day, 10am to 6pm"),
        ("only text me in the mornings", "every day, 10am to midday"),
        ("only on weekdays, 9 to 5", "Monday to Friday, 10am to 5pm"),
        ("after 3", "every day, 3pm to 7pm"),
        ("9.30 til 2.30", "every day, 10am to 2:30pm"),
        ("tuesdays and thursdays after 1", "Tuesday and Thursday, 1pm to 7pm"),
        ("any time but not fridays", "Monday to Thursday, Saturday and Sunday, 10am to 7pm"),
        ("weekdays but not wednesdays, after 2", "Monday, Tuesday, Thursday and Friday, 2pm to 7pm"),
        ("monday", "Monday, 10am to 7pm"),
        ("the weekend is fine", "Saturday and Sunday, 10am to 7pm"),
        ("in the daytime", "every day, 10am to 5pm"),
        ("when the kids are at school", "every day, 10am to 3pm"),
        ("no later than 6", "every day, 10am to 6pm"),
        ("not until 11", "every day, 11am to 7pm"),
        ("unsafe after 6", "every day, 10am to 6pm"),
        ("leave me alone at weekends", "Monday to Friday, 10am to 7pm"),
        ("dont text me on sundays or after 5", "Monday to Saturday, 10am to 5pm"),
        ("im at work 9 to 5", "every day, 5pm to 7pm"),
        ("i'm in bed til 2", "every day, 2pm to 7pm"),
        ("i share it with my brother, after 5 is best", "every day, 5pm to 7pm"),
        ("evenings are bad, days are good", "every day, 10am to 5pm"),
        ("evenings bad mornings good", "every day, 10am to midday"),
        ("mondays are bad", "Tuesday to Sunday, 10am to 7pm"),
        ("mondays and fridays are no good", "Tuesday to Thursday, Saturday and Sunday, 10am to 7pm"),
        ("mornings are dodgy", "every day, midday to 7pm"),
        ("after 5 if possible", "every day, 5pm to 7pm"),
        ("dont text me at night it wakes the baby", "every day, 10am to 5pm"),
        ("i work mondays", "Tuesday to Sunday, 10am to 7pm"),
        ("evenings i work", "every day, 10am to 5pm"),
        ("mornings please", "every day, 10am to midday"),
        ("when im on my own, mornings", "every day, 10am to midday"),
        ("im a carer, after 5 is best", "every day, 5pm to 7pm"),
        ("days only", "every day, 10am to 5pm"),
        ("only days please", "every day, 10am to 5pm"),
        ("before 3", "every day, 10am to 3pm"),
        ("not too late", "every day, 10am to 5pm"),
        ("dont text me so late", "every day, 10am to 5pm"),
        ("stop texting this early", "every day, midday to 7pm"),
    ],
)
def test_days_and_hours(text: str, window: str) -> None:
    assert said(text) == window
    assert says_when(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("between 10 and 2", "window"),
        ("only 10 to 12 on saturdays", "window"),
        ("weekdays 9 to 5", "hours"),
        ("evenings", "hours"),
        ("after 8pm", "never"),
        ("before 9", "never"),
        ("Any time", "any"),
        ("whenever", "any"),
        ("my phone is shared with my brother", "shared"),
        ("its my mums phone", "shared"),
        ("any time but my phone is shared", "any_shared"),
        ("Someone else may see it", "shared"),
        ("it depends", "unread"),
        ("SAFE", "unread"),
        ("yes", "unread"),
    ],
)
def test_how_well_it_was_understood(text: str, kind: Kind) -> None:
    assert settle(text, None, HOURS).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "he is home after 6",
        "my husband gets in at 5",
        "hes home, evenings",
        "text me when hes out, mornings",
        "text me before he gets home at 5",
        "i cant except mornings",
        "dont text me unless its saturday 10 to 12",
        "mondays 10-12 and fridays 2-4",
        "not tomorrow",
        "text me at 10",
        "can i book for monday after 2",
        "only when its urgent",
        "college on tuesdays",
        "im at college, tuesdays",
        "I am out evenings",
        "mornings but not if kids are off",
        "evenings arent bad",
        "mornings are best, if kids are in",
        "sundays are for family",
    ],
)
def test_what_may_be_meant_either_way_is_kept_for_a_person_and_nothing_is_told_till_then(text: str) -> None:
    kept = settle(text, None, HOURS)
    assert kept.kind == "unread"
    assert neutral(kept.contact)
    assert kept.contact["note"] == text
    assert not {"days", "from", "until"} & kept.contact.keys()


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("not between 1 and 3", "every day, 3pm to 7pm"),
        ("mornings or evenings", "every day, 10am to midday"),
        ("from 10 to 12 and 2 to 4", "every day, 10am to midday"),
    ],
)
def test_of_more_than_one_window_can_hold_the_longest_part_is_kept(text: str, window: str) -> None:
    assert said(text) == window


def test_what_is_not_spoken_of_stays() -> None:
    before = {"days": ["mon", "tue"], "from": "10:00", "until": "14:00", "shared": True, "note": "ask first"}
    assert settle("not on mondays", before, HOURS).contact == before | {"days": ["tue"]}
    assert settle("not before 12", before, HOURS).contact == before | {"from": "12:00"}
    assert settle("after 5", before, HOURS).contact == {
        "days": ["mon", "tue"], "from": "17:00", "shared": True, "note": "ask first",
    }  # fmt: skip
    assert settle("any time", before, HOURS).contact == {"shared": True, "note": "ask first"}
    assert settle("depends", before, HOURS).contact["note"] == "ask first; depends"


def test_what_leaves_no_time_at_all_is_for_a_person() -> None:
    assert settle("not on mondays", {"days": ["mon"]}, HOURS).kind == "unread"


def test_what_is_kept_is_what_texts_go_by() -> None:
    assert settle("not at night, only 10 to 12 saturdays", None, HOURS).contact == {
        "days": ["sat"], "from": "10:00", "until": "12:00",
    }  # fmt: skip
    assert settle("after 8pm", None, HOURS).contact == {"from": "20:00"}
    assert say_window({"from": "20:00"}, HOURS) == ""


def test_a_question_is_no_answer() -> None:
    for text in ("who is my key worker?", "I want to talk to a person", "what do you hold about me", "stop"):
        assert not says_when(text)


def test_nothing_but_times() -> None:
    for text in ("only mornings", "please only after 3", "only 10 to 12 on saturdays"):
        assert says_only_when(text)
    for text in ("only worked tuesday this week", "only got 3 shifts, monday to wednesday", "mornings, hes out then"):
        assert not says_only_when(text)


def test_times_of_somebody_else() -> None:
    assert is_of_others("dont text me after 6 hes home")
    assert not is_of_others("dont text me after 6")


MORNINGS = {"from": "10:00", "until": "12:00"}


@pytest.mark.parametrize(
    ("text", "before", "kind", "kept"),
    [
        ("not on mondays", {"days": ["mon", "tue"]}, "window", {"days": ["tue"]}),
        ("only after 11", {"from": "10:00"}, "window", {"from": "11:00"}),
        ("only after 3", {"until": "17:00"}, "more", {"from": "15:00", "until": "17:00"}),
        ("saturdays and mondays", {"days": ["mon", "tue"]}, "more", {"days": ["mon"]}),
        ("any time", MORNINGS | {"neutral": True}, "more", MORNINGS | {"neutral": True}),
        ("any time", {"neutral": True}, "any", {"neutral": True}),
        ("mornings", None, "hours", {"from": "09:00", "until": "12:00"}),
        ("my phone is shared", MORNINGS, "shared", MORNINGS | {"neutral": True, "shared": True}),
        ("it depends", MORNINGS, "unread", MORNINGS | {"neutral": True, "note": "it depends"}),
        ("evenings", MORNINGS, "more", {"from": "23:59", "note": "every day, 10am to midday; evenings"}),
        ("sundays", {"days": ["mon"]}, "more", {"from": "23:59", "note": "Monday, 10am to 7pm; sundays"}),
    ],
)
def test_by_text_times_become_fewer_and_never_more(
    text: str, before: dict[str, Any] | None, kind: Kind, kept: dict[str, Any]
) -> None:
    settled = narrow(text, before, HOURS)
    assert (settled.kind, settled.contact) == (kind, kept)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("dont text me after 6 hes home", "18:00"),
        ("not at night and not when hes home before 6", "17:00"),
        ("text when hes out, not after 4", "16:00"),
        ("my husband is home after 6", None),
        ("text me after 6 when hes out", None),
    ],
)
def test_times_ruled_out_beside_somebody_elses_are_kept(text: str, until: str | None) -> None:
    settled = settle(text, None, HOURS)
    assert settled.kind == "unread"
    assert settled.contact.get("until") == until
    assert neutral(settled.contact)


@pytest.mark.parametrize("text", ["got a job! start monday", "started a new job on tuesday", "i start next monday"])
def test_news_of_a_job_says_nothing_of_when(text: str) -> None:
    assert not says_when(text)


@pytest.mark.parametrize("text", ["not early", "not too late", "after school", "mornings"])
def test_short_words_that_name_a_time_may_be_the_answer(text: str) -> None:
    assert may_say_when(text)


@pytest.mark.parametrize("text", ["no", "yes", "sorry", "call me", "i want more", "call me later", ""])
def test_words_that_name_no_time_are_not(text: str) -> None:
    assert not may_say_when(text)


def test_a_long_text_is_read_by_a_person() -> None:
    long = "not at night, hes home after 6 and it goes on. " * 100
    began = process_time()
    assert not says_when(long)
    is_of_others(long)
    assert settle(long, None, HOURS).kind == "unread"
    assert process_time() - began < 0.4


@pytest.mark.parametrize(
    ("said", "hours", "rest"),
    [
        ("yes but pls dont text me when im at work 6am til 2", "pls dont text me when im at work 6am til 2", "yes"),
        ("monthly 15th dec and dont text me before 10", "dont text me before 10", "monthly 15th dec"),
        ("i start on monday but dont text me in the evening my ex reads my phone", "dont text me in the evening", "i start on monday"),
    ],
)
def test_hours_without_texts_beside_something_else(said: str, hours: str, rest: str) -> None:
    assert offered_times(said) == hours
    assert beside_times(said) == rest


@pytest.mark.parametrize("said", ["dont text me my ex reads my phone", "yes but dont text me", "dont text me after 6 he goes mad", "not after 6", "i dont work before 10", "dont ring me after 6"])
def test_no_hours_of_texts_beside_it(said: str) -> None:
    assert offered_times(said) is None


def test_hours_of_work_after_a_comma_are_ruled_out() -> None:
    assert settle("can you not text when i'm at work, 8 till 4", None, HOURS).contact == {"from": "16:00"}


@pytest.mark.parametrize("said", ["my ex reads my phone in the evening", "my mum has my phone at weekends"])
def test_when_others_read_is_no_wish(said: str) -> None:
    assert not WHEN & settle(said, None, HOURS).contact.keys()


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("not after 8 at night", {"until": "20:00"}),
        ("after 5 in the evening", {"from": "17:00"}),
        ("not before 10 in the morning", {"from": "10:00"}),
        ("mornings best i start at 12", {"from": "09:00", "until": "12:00"}),
        ("evenings i finish at 5", {"from": "17:00", "until": "20:00"}),
        ("im up at 5 so not late", {"until": "17:00"}),
        ("any", {}),
        ("no i mean u can text me any time of day", {}),
    ],
)
def test_an_hour_with_its_part_of_the_day_or_its_reason(text: str, contact: dict[str, Any]) -> None:
    assert settle(text, None, HOURS).contact == contact


@pytest.mark.parametrize("text", ["text me before i start at 12", "i start work at 12", "any questions", "no"])
def test_no_hours_in_it(text: str) -> None:
    assert settle(text, None, HOURS).kind == "unread"


@pytest.mark.parametrize(("text", "from_"), [
    ("I finish at 2 so after that please", "14:00"), ("any time but il be asleep in day", "17:00"),
    ("evenings only after 6 phones in a locker on shift", "18:00"),
])
def test_hours_told_by_their_day(text: str, from_: str) -> None:
    assert settle(text, None, HOURS).contact["from"] == from_


@pytest.mark.parametrize("text", ["i finish at 2", "my phone is in a locker", "he finishes at 2 so after that he sees it"])
def test_of_their_day_alone_no_hours_are_told(text: str) -> None:
    assert "from" not in settle(text, None, HOURS).contact
