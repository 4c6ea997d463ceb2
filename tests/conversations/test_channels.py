"""How somebody would rather hear from us, with the real assistant: on the web and by text, asked for once."""

from tests.conversations.test_checkins import run, texts
from tests.conversations.test_conversations import newest_code
from tests.running import Chat, Running

PREFERS = """
    SELECT preferred_channel FROM claimants JOIN contact_channels ON claimant_id = claimants.id WHERE address = %s
"""


def heard(chat: Chat, words: str) -> str:
    return "\n".join(one["text"] for one in chat.say(words))


def registers(handrail: Running, chat: Chat, phone: str) -> None:
    heard(chat, "please keep my details")
    assert "write the 6 numbers" in heard(chat, phone)
    assert "What shall we call you?" in heard(chat, newest_code(handrail.database, phone))
    heard(chat, "Ros")
    heard(chat, "yes")
    assert "Ros" in heard(chat, "any time")


def test_emails_instead_of_texts_and_back(handrail: Running) -> None:
    phone, email = "+447700900651", "ros@example.org"
    with handrail.chat() as chat:
        registers(handrail, chat, phone)
        assert "I need your e-mail address" in heard(chat, "can you email me instead of texting")
        assert "write the 6 numbers" in heard(chat, email)
        assert email in heard(chat, newest_code(handrail.database, email))
        assert run(handrail, PREFERS, phone) == [("email",)]
        assert "by text, to" in heard(chat, "text me instead of email please")
        assert run(handrail, PREFERS, phone) == [("sms",)]
        assert f"by e-mail, to {email}" in heard(chat, "I want receive email no text")
    assert "We text you about your meetings" in texts(handrail, phone, "i dont read emails, text me")
    assert "We e-mail you about your meetings" in texts(handrail, phone, "email is better for me")
    assert run(handrail, PREFERS, phone) == [("email",)]


def test_nobody_chooses_for_somebody_else(handrail: Running) -> None:
    with handrail.chat() as chat:
        assert "check it is you first" in heard(chat, "email me instead of texts")


def test_a_new_address_is_no_wish_for_emails(handrail: Running) -> None:
    phone = "+447700900652"
    with handrail.chat() as chat:
        registers(handrail, chat, phone)
        assert "check that the new one is yours" in heard(chat, "my email has changed")
        assert run(handrail, PREFERS, phone) == [(None,)]
