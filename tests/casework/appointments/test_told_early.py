"""A name and a number among other words, and a question beside an answer."""

from uuid import uuid4

import pytest

from casework.appointments import (
    BookingTalk,
    Step,
    answer_and_question,
    question_beside,
    tells_early,
    told,
    without_told,
)
from casework.appointments.words.hearing import would_leave
from casework.appointments.words.particulars import name_and_more
from casework.appointments.words.told_early import without_particulars
from tests.casework.appointments.test_hearing import talk as times_shown


def talk(step: Step = Step.FORMAT) -> BookingTalk:
    return BookingTalk(conversation_id=uuid4(), step=step, offered=[])


@pytest.mark.parametrize(
    ("text", "kept", "rest"),
    [
        ("hi my name is sandra jones can i book a meeting tues 10am 07700 900456", "sandra jones, 07700 900456", "hi can i book a meeting tues 10am"),
        ("Hello, Sandra Okafor here. Can I come on Thursday?", "Sandra Okafor", "Can I come on Thursday?"),
        ("2pm please, my name's Aisha", "Aisha", "2pm please"),
        ("my name is may brown, monday", "may brown", "monday"),
        ("can you ring me on 07700900456 tomorrow at 2", "07700 900456", "can you ring me tomorrow at 2"),
        ("i need a meeting, my number is +44 7700 900456", "07700 900456", "i need a meeting"),
        ("its Dave, Dave Marsh", "Dave Marsh", ""),
        ("its Dave, Dave Marsh, can i see someone tuesday", "Dave Marsh", "can i see someone tuesday"),
        ("my names sue brook 07700 900456 can i come tuesday", "sue brook, 07700 900456", "can i come tuesday"),
        ("i want a phone call tuesday im Sue Brook 07700900456", "Sue Brook, 07700 900456", "i want a phone call tuesday"),
        ("can i book face to face tues 10, Sue Brook 07700900456", "Sue Brook, 07700 900456", "can i book face to face tues 10"),
        ("can i see joe tuesday. name sue brook number 07700900456", "sue brook, 07700 900456", "can i see joe tuesday"),
        ("im Dave, 07700900456, need a meeting", "Dave, 07700 900456", "need a meeting"),
        ("im homeless 07700900456", "07700 900456", "im homeless"),
        ("i want a call from Joe 07700900456", "07700 900456", "i want a call from Joe"),
        ("i need a meeting, Tuesday 07700900456", "07700 900456", "i need a meeting, Tuesday"),
        ("01632 960123 tuesday", "01632 960123", "tuesday"),
        ("07700900456", "07700 900456", ""),
    ],
)
def test_what_is_told_among_other_words(text: str, kept: str, rest: str) -> None:
    asked = talk()
    assert tells_early(asked, text)
    assert without_told(asked, text) == rest
    assert told(asked) == kept


@pytest.mark.parametrize(
    "text",
    [
        "my name is on the list already", "my name is spelt wrong", "its cold here", "im new here", "This is Really bad", "whats your name",
        "its monday, monday morning", "its Late, Late again", "its cold, very cold",
        "my mum's number is 07700900456", "ring my mum on 07700900456", "dont ring me on 07700900456", "its my old number 07700900456",
        "at 10.30 on the 12th", "my nino is 12 34 56", "i have 100 questions",
    ],
)
def test_what_is_nobodys_name_and_no_number_of_theirs(text: str) -> None:
    asked = talk()
    assert not tells_early(asked, text)
    assert without_told(asked, text) == text
    assert without_particulars(text) == text
    assert told(asked) == ""


def test_once_a_number_is_asked_it_is_no_early_word() -> None:
    assert not tells_early(talk(Step.NUMBER), "07700 900456")
    assert not tells_early(talk(Step.NAME), "my name is Jo Brown")
    assert tells_early(talk(Step.NAME), "Jo Brown 07700 900456")


@pytest.mark.parametrize(
    ("step", "text", "apart"),
    [
        (Step.CONFIRM, "yes. what do i bring", ("yes.", "what do i bring")),
        (Step.CONFIRM, "yes what do i need to bring", ("yes", "what do i need to bring")),
        (Step.CONFIRM, "no. how do i get there by bus", ("no.", "how do i get there by bus")),
        (Step.CONFIRM, "what do i bring? yes", ("yes", "what do i bring?")),
        (Step.CONFIRM, "yes and can my mum come", ("yes", "can my mum come")),
        (Step.CHOOSE, "2. is there parking?", ("2.", "is there parking?")),
        (Step.CHOOSE, "the first one. who is it with", ("the first one.", "who is it with")),
    ],
)
def test_an_answer_and_a_question(step: Step, text: str, apart: tuple[str, str]) -> None:
    assert answer_and_question(times_shown(step), text) == apart


@pytest.mark.parametrize("text", ["how about thursday? is that ok", "yes. can i come at 3 instead?", "what do i bring", "yes please", "no, i have no idea what to do"])
def test_no_question_beside_an_answer(text: str) -> None:
    assert answer_and_question(times_shown(Step.CONFIRM), text) is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("can i meet someone on tuesday? is it free", "is it free"),
        ("can i book an appointment and what do i need to bring", "what do i need to bring"),
        ("where are you? i want to come in tues", "where are you?"),
        ("who can i see on tuesday", None),
        ("can i book a meeting please", None),
        ("i want a meeting. tuesday is best", None),
    ],
)
def test_a_question_beside_first_words(text: str, asked: str | None) -> None:
    assert question_beside(talk(), text) == asked


def test_who_cannot_come_where_a_name_is_asked_leaves_it() -> None:
    assert would_leave(times_shown(Step.NAME), "cant make it sorry kids ill")
    assert not would_leave(times_shown(Step.NAME), "cant make it friday, thursday?")
    assert not would_leave(times_shown(Step.CHOOSE), "cant make it")


@pytest.mark.parametrize(
    ("text", "told"),
    [("Gary Holt 07700 900231, I want to meet a key worker next Tuesday about 10 if poss", ("Gary Holt", "I want to meet a key worker next Tuesday about 10 if poss")),
     ("Mike Dunne 07700900231 can u book me a phone call with a key worker weds at 3", ("Mike Dunne", "can u book me a phone call with a key worker weds at 3")),
     ("Tom 07700900231 need meeting", ("Tom", "need meeting")), ("Call 07700900231 please", ("", "Call please")),
     ("Book Meeting 07700900231", ("", "Book Meeting")), ("need help 07700900231", ("", "need help"))],
)  # fmt: skip
def test_a_name_before_the_number_is_theirs(text: str, told: tuple[str, str]) -> None:
    asked = talk()
    rest = without_told(asked, text)
    assert ((asked.name, rest), asked.number) == (told, "+447700900231")


@pytest.mark.parametrize("text", ["my workers number is 07700900231", "mum 07700900231", "not on 07700900231"])
def test_a_number_of_somebody_else_is_not_kept(text: str) -> None:
    asked = talk()
    without_told(asked, text)
    assert not asked.number


@pytest.mark.parametrize(
    ("text", "found"),
    [("Gary Holt, I said at the start", ("Gary Holt", "")), ("Mike I put it above", ("Mike", "")), ("Sam already told u", ("Sam", "")), ("Pawel. polish speak only little", ("Pawel", "polish speak only little")),
     ("Dean. can you text me a reminder", ("Dean", "can you text me a reminder")), ("Great. that is good", None), ("Thanks. see you then", None), ("I told you already", None),
     ("no. i cant do it", None), ("Friday. can we do friday", None)],
)  # fmt: skip
def test_a_name_beside_something_else(text: str, found: tuple[str, str] | None) -> None:
    assert name_and_more(text) == found


@pytest.mark.parametrize("text", ["Gary Holt, 07700 900231, I need an appointment", "Gary Holt 07700 900231 can i book", "Gary Holt. 07700900231 - can i come tuesday"])
def test_a_name_before_the_number_is_theirs_whatever_stands_between(text: str) -> None:
    talk = BookingTalk(step=Step.FORMAT, name="", number="")
    without_told(talk, text)
    assert (talk.name, talk.number) == ("Gary Holt", "+447700900231")
