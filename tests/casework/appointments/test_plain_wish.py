"""First words that plainly ask for a meeting, and those that only hold its words."""

import pytest

from casework.appointments.words.first_wish import begins_by_sort
from casework.appointments.words.meeting_ways import format_of
from casework.appointments.words.needing import speaks_only, tells_need
from casework.appointments.words.plain_wish import asks_for_meeting, tells_about
from casework.council import council

AREA = council().area("northbridge")


@pytest.mark.parametrize(
    "text",
    [
        "cud i hav a apointment at the liberry nxt wed afta skool run, i got a wheelchair",
        "can i hav appt on tues or thurs not b4 10 n not after 2",
        "yeah alright book us in",
        "i mean an apointment",
        "help with anxiety apointment tues afternoon pls",
        "need an appointment about my cv on thursday",
        "can i book a meeting to talk about training next week",
        "want apt at riverside library weds",
        "can i get a meeting at the hub on monday i use a wheelchair",
        "ok then book me in for friday",
        "i meant to book an appointment sorry",
        "please book me an appointment not mornings",
        "pls book meeting. no speak good english. i need polish",
        "i am asylum seeker i want meeting plz arabic language",
        "want appointment, i speak only tigrinya",
        "i need an appointment my language is kurdish",
        "can i have an appointment somali speaker please",
        "can i have an appointment, id like reminders by email please",
        "book me a meeting next week and send reminders to my email",
    ],
)
def test_a_meeting_is_asked_for(text: str) -> None:
    assert asks_for_meeting(text, AREA)
    assert begins_by_sort(text, AREA)


@pytest.mark.parametrize(
    "text",
    [
        "hi can i get a home visit pls im disabled",
        "I need a home visit i cant leave the house",
        "can sumone come 2 my house, i dont go out",
        "could someone visit me at home please, im housebound",
        "can u come to mine, cant get out much",
        "would like a home visit cos of my bad legs",
        "can a worker come out to my flat on tuesday",
    ],
)
def test_a_visit_at_home_is_asked_for(text: str) -> None:
    assert asks_for_meeting(text, AREA)
    assert format_of(text) == "home_visit"


@pytest.mark.parametrize(
    "text",
    [
        "i have a meeting at the library on wednesday",
        "i got an appointment tues about my cv",
        "i dont want an appointment",
        "i need help with my cv",
        "i need an appointment and also im behind on rent",
        "need a doctors appointment for my anxiety",
        "can i book a gp appointment",
        "do i need an appointment",
        "what is the meeting about",
        "how do i book an appointment",
        "can i cancel my appointment on tuesday",
        "can i change the meeting to thursday not before 10",
        "my meeting with the jobcentre is on monday",
        "can someone come to my house and fix the boiler",
        "somebody came to my house last night",
        "i work at my house",
        "can i work at home",
        "can u not come to my house, meet at the hub instead",
        "i dont want anyone coming to my house",
        "i want to learn polish",
        "book me in for the mot",
        "i need an appointment, he hits me",
    ],
)
def test_what_is_none(text: str) -> None:
    assert not asks_for_meeting(text, AREA)


def test_not_at_home_but_there() -> None:
    assert format_of("can u not come to my house, meet at the hub instead") == "in_person"
    assert format_of("could u not come to my house, ring me") == "phone"
    assert format_of("can you not come to my house") == "home_visit"


@pytest.mark.parametrize("text", ["i need polish", "no speak good english", "arabic language", "i only speak somali", "we speak urdu", "my language is dari"])
def test_a_language_is_a_need(text: str) -> None:
    assert tells_need(text)


@pytest.mark.parametrize("text", ["i need polish lessons", "i want to learn french", "i am polish", "i want spanish classes", "is there a thai course"])
def test_no_need(text: str) -> None:
    assert not speaks_only(text)


@pytest.mark.parametrize(("text", "about"), [("help with anxiety apointment tues", True), ("can i talk to someone about training", True), ("can i have an appointment at 2 for an hour", False), ("need to see joe on tuesday with my mum", False)])
def test_a_topic(text: str, about: bool) -> None:
    assert tells_about(text) == about
