"""About check-ins in people's own words, with the real assistant: how often, late answers, no bus, a first day told at once."""

import pytest

from tests.conversations.test_checkins import CADENCE, REASON, heard, is_asked_by_text, run, somebody_with_a_job, texts
from tests.conversations.test_conversations import newest_code
from tests.running import Running


def test_how_often_is_changed_by_text_and_in_the_chat(handrail: Running) -> None:
    phone = "+447700900651"
    with somebody_with_a_job(handrail, phone) as chat:
        assert "each week at first, then less" in texts(handrail, phone, "how do i change how often u text")
        assert "now and then" in texts(handrail, phone, "as little as poss")
        assert run(handrail, CADENCE, phone) == [("light",)]
        assert "least already" in heard(chat, "can you text me less often")
        assert "each week at first" in heard(chat, "text me more often please")
        assert run(handrail, CADENCE, phone) == [("usual",)]
        assert "next ask how work is" in heard(chat, "when is my next check in")


@pytest.mark.parametrize(
    ("phone", "words", "answer"),
    [
        ("+447700900652", "sorry only just seen this. its ok", "What would make it better?"),
        ("+447700900657", "sorry for late reply, going ok so far", "What would make it better?"),
    ],
)
def test_a_late_answer_is_the_answer(handrail: Running, phone: str, words: str, answer: str) -> None:
    is_asked_by_text(handrail, phone)
    assert answer in texts(handrail, phone, words)


def test_rubbish_is_trouble_and_somebodys_task(handrail: Running) -> None:
    phone = "+447700900653"
    is_asked_by_text(handrail, phone)
    assert "hardest part" in texts(handrail, phone, "its been rubbish tbh")
    assert run(handrail, REASON.format("phone = %s"), phone) == [("checkin_struggling", "P3")]


def test_no_bus_is_the_answer_to_what_was_asked(handrail: Running) -> None:
    phone = "+447700900654"
    is_asked_by_text(handrail, phone)
    assert "A person will be in touch" in texts(handrail, phone, "the bus didnt stop so im late for work")
    assert run(handrail, REASON.format("phone = %s"), phone) == [("checkin_getting_there", "P3")]


def test_a_first_day_told_at_once_is_not_asked_for_again(handrail: Running) -> None:
    phone = "+447700900655"
    assert "so we know it is you" in texts(handrail, phone, "got a job! start monday")
    for words in (newest_code(handrail.database, phone), "Fay", "yes"):
        texts(handrail, phone, words)
    asked = texts(handrail, phone, "any time")
    assert "first payday" in asked
    assert "first day?" not in asked
    texts(handrail, phone, "not sure")
    assert "Your first day is Monday" in texts(handrail, phone, "as little as poss")
    assert "now and then" in texts(handrail, phone, "yes")


def test_late_for_work_is_late_for_no_meeting(handrail: Running) -> None:
    phone = "+447700900656"
    assert "Ring your work" in texts(handrail, phone, "the bus didnt stop so im late for work")
    assert "Ring your work" in texts(handrail, phone, "the bus didnt stop")
    assert "Nothing is planned" in texts(handrail, phone, "when is my next check in")


def test_who_waits_for_a_call_hears_until_when_and_may_have_it_sooner(handrail: Running) -> None:
    phone = "+447700900985"
    is_asked_by_text(handrail, phone)
    promised = texts(handrail, phone, "the bus didnt stop so im late for work")
    assert "A person will be in touch" in promised
    for words in ("am i getting a call today or not", "i said that already"):
        said = texts(handrail, phone, words)
        assert "A person will be in touch" in said, said
        assert "meeting" not in said
        assert "questions" not in said
    sooner = texts(handrail, phone, "please can someone ring me")
    assert "in line for a person" in sooner or "Nobody is at the desk just now" in sooner
    assert promised.split("in touch ")[1].split(" at the latest")[0] not in sooner


def test_an_answer_beside_a_wish_for_a_meeting_counts(handrail: Running) -> None:
    phone = "+447700900986"
    is_asked_by_text(handrail, phone)
    begun = texts(handrail, phone, "Sorry only just seen this. It went well. Can I book a meeting with someone about my childcare costs?")
    assert "How would you like to meet?" in begun
    assert run(handrail, "SELECT state, score FROM checkins JOIN claimants c ON c.id = claimant_id JOIN contact_channels k ON k.claimant_id = c.id WHERE k.address = %s AND state = 'answered'", phone) == [("answered", 1)]
