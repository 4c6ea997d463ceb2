"""What people say about a meeting they have, with the real assistant."""

from tests.conversations.test_checkins import heard, texts
from tests.conversations.test_reminders import books
from tests.conversations.test_second_thoughts import is_offered
from tests.running import Running


def test_asked_changed_called_off_and_wanted_back_on_the_web(handrail: Running) -> None:
    with handrail.chat() as chat:
        for words in ("i want to book a face to face meeting", "week after next in the morning", "1", "yes", "Jo", "i would rather not say", "no"):
            last = heard(chat, words)
        assert "all set" in last
        assert "It is with" in heard(chat, "whos coming")
        assert "It takes about 60 minutes" in heard(chat, "how long is it")
        assert "It is at" in heard(chat, "how do i get there")
        assert "will know before you meet" in heard(chat, "my sister is coming with me")
        assert "will know before you meet" in heard(chat, "can I bring my mum")
        said = heard(chat, "make it a phone call")
        assert "by phone" in said, said
        if "Shall I book it?" not in said:
            is_offered(said)
            said = heard(chat, "1")
        assert "Shall I book it?" in said
        assert "What number" in heard(chat, "yes")
        assert "it is moved" in heard(chat, "07700 900123")
        assert "Shall I cancel it?" in heard(chat, "cancel my meeting")
        assert "It is cancelled" in heard(chat, "yes")
        said = heard(chat, "didnt mean to cancel")
        assert "Shall I book it?" in said
        assert "Done." in heard(chat, "yes")


def test_by_text_another_worker_and_rebooked(handrail: Running) -> None:
    phone = "+447700900689"
    books(handrail, phone)
    is_offered(texts(handrail, phone, "someone else please"))
    assert "Your meeting stays as it is" in texts(handrail, phone, "never mind")
    texts(handrail, phone, "cancel my meeting")
    assert "cancelled" in texts(handrail, phone, "1")
    assert "When suits you?" in texts(handrail, phone, "can you rebook me")
    is_offered(texts(handrail, phone, "friday morning"), "Friday")
    texts(handrail, phone, "1")
    assert "What first name" in texts(handrail, phone, "yes")
    assert "Booked" in texts(handrail, phone, "Jo")
    assert "not on the waiting list" in texts(handrail, phone, "am i still on the list")
