"""By text, with the real assistant: short answers about times, a phone that others read, and a job that is not lost."""

import pytest

from casework.checkins import bank
from tests.conversations.test_checkins import CADENCE, REASON, is_asked_by_text, run, texts
from tests.conversations.test_conversations import newest_code
from tests.conversations.test_safe_times import SAFE
from tests.running import Running

STARTS = "SELECT count(*) FROM jobs JOIN contact_channels USING (claimant_id) WHERE address = %s"

SENT_SINCE = """
    SELECT text FROM messages JOIN conversations ON conversations.id = conversation_id WHERE phone = %s AND sender = 'assistant'
    AND n > (SELECT max(n) FROM messages AS others WHERE others.conversation_id = conversations.id AND text LIKE 'someone else%%')
"""


def is_asked_when_safe(handrail: Running, phone: str, wish: str = "please keep my details") -> None:
    texts(handrail, phone, wish)
    for words in (newest_code(handrail.database, phone), "Ivy"):
        texts(handrail, phone, words)
    assert "When is it safe" in texts(handrail, phone, "yes")


@pytest.mark.parametrize(("phone", "words", "said"), [("+447700900700", "days only", "10am to 5pm"), ("+447700900701", "not after 6", "10am to 6pm")])
def test_short_times_are_times(handrail: Running, phone: str, words: str, said: str) -> None:
    is_asked_when_safe(handrail, phone)
    assert said in texts(handrail, phone, words)
    assert run(handrail, REASON.format("phone = %s"), phone) == []


def test_a_job_is_no_time_that_is_safe(handrail: Running) -> None:
    phone = "+447700900702"
    is_asked_when_safe(handrail, phone)
    assert "You can say: mornings" in texts(handrail, phone, "it depends really")
    said = texts(handrail, phone, "got a job! start monday")
    assert "few quick questions" in said
    assert run(handrail, SAFE, phone) == [({"neutral": True},)]
    assert "Is that right?" in texts(handrail, phone, "ok")
    assert "Good luck" in texts(handrail, phone, "yes")
    assert run(handrail, CADENCE, phone) == [("usual",)]


def test_a_job_told_from_a_phone_that_others_read(handrail: Running) -> None:
    phone = "+447700900703"
    is_asked_when_safe(handrail, phone)
    texts(handrail, phone, "someone else may see it")
    for words in ("got a job! start monday", "fine", "yes", "when is my next check in", "less"):
        texts(handrail, phone, words)
    assert run(handrail, STARTS, phone) == [(1,)]
    assert run(handrail, CADENCE, phone) == [("light",)]
    said = [one for (one,) in run(handrail, SENT_SINCE, phone)]
    assert len(said) >= 5
    assert [one for one in said if bank().neutral.tells(str(one))] == []


def test_a_worse_answer_later_is_heard(handrail: Running) -> None:
    phone = "+447700900704"
    is_asked_by_text(handrail, phone)
    assert "good to hear" in texts(handrail, phone, "1")
    assert "hardest part" in texts(handrail, phone, "actually 3")
    assert run(handrail, REASON.format("phone = %s"), phone)[0][1] == "P2"


def test_an_ok_is_asked_what_would_help(handrail: Running) -> None:
    phone = "+447700900705"
    is_asked_by_text(handrail, phone)
    assert "make it better" in texts(handrail, phone, "2")
    assert "Thank you for telling us" in texts(handrail, phone, "1")
    assert run(handrail, REASON.format("phone = %s"), phone) == []


def test_details_that_cannot_be_read_lose_no_job(handrail: Running) -> None:
    phone = "+447700900706"
    is_asked_when_safe(handrail, phone)
    texts(handrail, phone, "any time")
    texts(handrail, phone, "I got a job!!")
    said = [texts(handrail, phone, one) for one in ("flibber", "flibber", "flobber", "flobber", "flubber", "flubber", "yes")]
    assert "put down today" in said[1]
    assert run(handrail, STARTS, phone) == [(1,)]
