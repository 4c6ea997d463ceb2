"""When it is safe to write, in words that people really used; where somebody else is there then, it is left to a person."""

from datetime import time

import pytest

from casework.claimants.safe import settle
from casework.claimants.safe_hours import say_window
from casework.council.models import Texting

HOURS = Texting(earliest=time(10), latest=time(19))


@pytest.mark.parametrize(("text", "window"), [
    ("dont matter", "every day, 10am to 7pm"), ("24/7 im always on my phone lol", "every day, 10am to 7pm"), ("mornin", "every day, 10am to midday"), ("noon", "every day, midday to 1pm"),
    ("sat or sun pref sat", "Saturday and Sunday, 10am to 7pm"), ("evenings but not thurs thats bingo", "Monday to Wednesday and Friday to Sunday, 5pm to 7pm"),
    ("3 days a week im off: tue wed fri. them days", "Tuesday, Wednesday and Friday, 10am to 7pm"), ("my days off are mon and tue so then", "Monday and Tuesday, 10am to 7pm"),
    ("Anytime except after 9 at night i go bed early", "every day, 10am to 7pm"), ("am driving hgv all day so 8pm onwards when parked up", ""), ("no matter what dont text after 6", "every day, 10am to 6pm"),
])  # fmt: skip
def test_their_times_are_kept(text: str, window: str) -> None:
    found = settle(text, None, HOURS)
    assert found.kind not in ("unread", "shared")
    assert say_window(found.contact, HOURS) == window


@pytest.mark.parametrize("text", [
    "im off tuesday but my husband is home then", "im off wed, partner works then", "wed thats when my ex comes", "not thursday thats when he is home", "i work all day so never", "im off sick",
])  # fmt: skip
def test_what_may_be_meant_either_way_is_for_a_person(text: str) -> None:
    found = settle(text, None, HOURS)
    assert found.kind == "unread"
    assert found.contact["neutral"]


@pytest.mark.parametrize("text", [
    "no phone at work, partner done at 5", "phone off at work, my mate gets home 6", "cant have my phone on at work. not good when hes home at 5",
    "no phone at work, dave done at 5", "no phone at work and kids home at 3", "no phone at work, everyone is home at 5",
])  # fmt: skip
def test_an_hour_of_somebody_else_is_none_of_theirs(text: str) -> None:
    assert settle(text, None, HOURS).kind == "unread"


@pytest.mark.parametrize("text", ["phone off at work, im home at 5", "phone off at work done at 5", "no phone at work so i finish at 5"])
def test_their_own_hour_is(text: str) -> None:
    assert say_window(settle(text, None, HOURS).contact, HOURS) == "every day, 5pm to 7pm"


@pytest.mark.parametrize("text", ["he has my phone 24/7", "he is not fussed when", "it doesnt matter to him when you text but he reads them", "he reads them 24/7", "i work 24/7", "im not bothered as long as its after 5"])
def test_any_time_is_not_what_somebody_else_does_or_minds(text: str) -> None:
    assert settle(text, None, HOURS).kind in ("unread", "shared")


def test_who_does_not_mind_takes_no_time_away() -> None:
    found = settle("text me mornings he is not bothered when", None, HOURS)
    assert say_window(found.contact, HOURS) == "every day, 10am to midday"
    assert found.contact["neutral"]


@pytest.mark.parametrize("text", ["doesnt matter to me when thanks", "im not fussed", "text me 24/7 please", "makes no odds to me lol"])
def test_any_time_is_where_nothing_else_is_said(text: str) -> None:
    assert settle(text, None, HOURS).kind == "any"


@pytest.mark.parametrize("text", ["after hes asleep like 11", "after kids are asleep like 8", "after im in bed like 11", "once the kids are down so 8", "after my mate gets off about 4", "after dave has gone like 11"])
def test_an_hour_after_somebody_sleeps_or_goes_may_be_any(text: str) -> None:
    found = settle(text, None, HOURS)
    assert found.kind == "unread"
    assert "from" not in found.contact


@pytest.mark.parametrize("text", ["best is work hours 9 to 5", "its safe in working hours 9 to 5", "work hours 9 to 5 are best", "text me in work hours 9 to 5", "only work hours 9 to 5", "im fine, work 9 to 5"])
def test_hours_of_work_that_are_called_good_are_not_ruled_out(text: str) -> None:
    found = settle(text, None, HOURS)
    assert (found.kind, "from" in found.contact) == ("unread", False)


@pytest.mark.parametrize("text", ["my shifts are 9 to 5", "dont text me in work hours 9 to 5", "not during my shift 9 to 5", "work 9 to 5"])
def test_hours_of_work_alone_are(text: str) -> None:
    assert say_window(settle(text, None, HOURS).contact, HOURS) == "every day, 5pm to 7pm"
