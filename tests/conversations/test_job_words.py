"""A new job in people's own words, with the real assistant: whose it is, an offer, and what is put right at the end."""

import re

import pytest

from tests.conversations.test_checkins import texts
from tests.conversations.test_conversations import newest_code
from tests.running import Running


def knows(handrail: Running, phone: str) -> None:
    texts(handrail, phone, "please keep my details")
    for words in (newest_code(handrail.database, phone), "Fay", "yes", "any time"):
        texts(handrail, phone, words)


def test_none_of_theirs_and_an_offer(handrail: Running) -> None:
    phone = "+447700900671"
    knows(handrail, phone)
    assert "When you start a job yourself" in texts(handrail, phone, "my mate started at amazon")
    assert "an offer is great news" in texts(handrail, phone, "they offered me a job havent said yes")
    assert "Good luck with it" in texts(handrail, phone, "got a trial shift")


@pytest.mark.parametrize(
    ("number", "words", "asks"),
    [
        ("672", "zero hours job started sat", "first payday"),
        ("673", "been taken on at tesco", "first day"),
        ("674", "i start on the 3rd of dec at greggs 16 hrs", "first payday"),
        ("675", "start tmrw!!", "first payday"),
        ("676", "just started at sports direct", "first day"),
    ],
)
def test_a_job_is_heard(handrail: Running, number: str, words: str, asks: str) -> None:
    phone = f"+447700900{number}"
    knows(handrail, phone)
    assert asks in texts(handrail, phone, words)


def test_what_is_put_right_is_read_back_again(handrail: Running) -> None:
    phone = "+447700900677"
    knows(handrail, phone)
    for words in ("got a job!", "next tuesday", "dunno"):
        texts(handrail, phone, words)
    assert "Your first day is Tuesday" in texts(handrail, phone, "The usual")
    assert "Your first day is Monday" in texts(handrail, phone, "no its monday not tuesday")
    said = texts(handrail, phone, "its not amazon its argos")
    assert "only keep the days" in said
    assert re.search(r"first day is Monday .*not known yet", said)
    assert "Is that right?" in texts(handrail, phone, "paid weekly")
    assert re.search(r"first day is Monday .*First payday: \w+day", texts(handrail, phone, "get paid on the last friday of the month"))
    assert "Good luck" in texts(handrail, phone, "yes")


def test_no_day_yet_is_no_hurry(handrail: Running) -> None:
    phone = "+447700900678"
    knows(handrail, phone)
    texts(handrail, phone, "got a job!")
    assert "when you know the day" in texts(handrail, phone, "dont know yet waiting on my dbs")
