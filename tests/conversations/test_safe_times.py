"""By text, with the real assistant: when it is safe to write, and a phone that is new."""

from tests.conversations.test_checkins import REASON, heard, is_asked_by_text, run, texts
from tests.conversations.test_conversations import newest_code
from tests.running import Running

SAFE = "SELECT safe_contact FROM claimants JOIN contact_channels ON claimant_id = claimants.id WHERE address = %s AND closed_at IS NULL"
OPEN = "SELECT address FROM contact_channels JOIN claimants ON claimants.id = claimant_id WHERE preferred_name = %s AND closed_at IS NULL"


def test_times_are_told_while_proving_by_text_and_the_job_goes_on(handrail: Running) -> None:
    phone = "+447700900646"
    texts(handrail, phone, "I got a job!!")
    assert "What shall we call you?" in texts(handrail, phone, newest_code(handrail.database, phone))
    texts(handrail, phone, "Ivy")
    assert "When is it safe" in texts(handrail, phone, "yes")
    said = texts(handrail, phone, "only 10 to 12 on saturdays pls, dont text me at night")
    assert "Saturday, 10am to midday" in said
    assert "When is your first day?" in said
    assert run(handrail, SAFE, phone) == [({"days": ["sat"], "from": "10:00", "until": "12:00"},)]


def test_times_told_after_a_check_in_are_no_news_of_work(handrail: Running) -> None:
    phone = "+447700900647"
    is_asked_by_text(handrail, phone)
    assert "good to hear" in texts(handrail, phone, "1")
    assert "Saturday, 10am to midday" in texts(handrail, phone, "not safe to text me at night, only 10 to 12 saturdays")
    assert "short and plain" in texts(handrail, phone, "my phone is shared with my brother")
    assert run(handrail, REASON.format("phone = %s"), phone) == []
    (kept,) = run(handrail, SAFE, phone)
    assert kept == ({"days": ["sat"], "from": "10:00", "until": "12:00", "neutral": True, "shared": True},)


def test_a_new_phone_takes_over_from_the_old(handrail: Running) -> None:
    old, new = "+447700900648", "+447700900649"
    with handrail.chat() as chat:
        chat.say("please keep my details")
        chat.say(old)
        for words in (newest_code(handrail.database, old), "Lou Newphone", "yes"):
            chat.say(words)
        assert "Lou" in heard(chat, "any time")
    assert "Which number or e-mail did we have for you before?" in texts(handrail, new, "hi its lou, new number")
    assert "sent a code" in texts(handrail, new, "my old number was 07700 900648")
    assert "this phone too" in texts(handrail, new, newest_code(handrail.database, old))
    assert run(handrail, OPEN, "Lou Newphone") == [(old,)]
    assert f"We use {new} from now on" in texts(handrail, new, newest_code(handrail.database, new))
    assert run(handrail, OPEN, "Lou Newphone") == [(new,)]
