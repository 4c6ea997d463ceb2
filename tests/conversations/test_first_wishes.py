"""First words that plainly ask for a meeting, in English and in Welsh, with the real assistant; reminders by e-mail."""

import pytest

from tests.conversations.test_channels import heard
from tests.conversations.test_checkins import run, texts
from tests.conversations.test_conversations import newest_code
from tests.running import Running

NOTE = "SELECT note, format, features FROM appointments JOIN conversations ON conversations.id = conversation_id WHERE phone = %s AND appointments.state = 'booked'"
REACH = "SELECT reach FROM appointments WHERE name = %s AND state = 'booked'"


@pytest.mark.parametrize(
    ("phone", "words", "said"),
    [
        ("+447700900802", "can i hav appt on tues or thurs not b4 10 n not after 2", "How would you like to meet?"),
        ("+447700900803", "yeah alright book us in", "How would you like to meet?"),
        ("+447700900804", "i mean an apointment", "How would you like to meet?"),
        ("+447700900805", "help with anxiety apointment tues afternoon pls", "Whoever meets you will know that."),
        ("+447700900806", "pls book meeting. no speak good english. i need polish", "Whoever meets you will know that."),
        ("+447700900807", "i am asylum seeker i want meeting plz arabic language", "Whoever meets you will know that."),
        ("+447700900808", "hi can i get a home visit pls im disabled", "When may we ring you?"),
        ("+447700900809", "I need a home visit i cant leave the house", "When may we ring you?"),
        ("+447700900810", "can sumone come 2 my house, i dont go out", "When may we ring you?"),
        ("+447700900811", "can u not come to my house, meet at the hub instead", "Shall we find a time?"),
        ("+447700900812", "hoffwn i drefnu apwyntiad os gwelwch yn dda", "Sut hoffech chi gwrdd?"),
        ("+447700900813", "Shwmae, alla i gael apwyntiad", "Sut hoffech chi gwrdd?"),
        ("+447700900814", "shwmae, dwi eisiau gweld fy ngweithiwr ddydd Mawrth", "Ysgrifennwch y 6 rhif"),
        ("+447700900815", "mae angen i mi newid fy apwyntiad", "Ysgrifennwch y 6 rhif"),
    ],
)
def test_what_is_asked_for_begins(handrail: Running, phone: str, words: str, said: str) -> None:
    assert said in texts(handrail, phone, words)


def test_a_place_however_it_is_spelled_is_looked_at(handrail: Running) -> None:
    """Nobody of the demonstration meets people at the library."""
    words = "cud i hav a apointment at the liberry nxt wed afta skool run, i got a wheelchair"
    assert "Nothing is free at that place" in texts(handrail, "+447700900801", words)


def test_the_language_is_kept_with_the_booking(handrail: Running) -> None:
    phone, words = "+447700900806", "pls book meeting. no speak good english. i need polish"
    for one in (words, "1", "next week", "1", "yes", "Ola", "no"):
        said = texts(handrail, phone, one)
    ((note, format_, _),) = run(handrail, NOTE, phone)
    assert words in str(note)
    assert format_ == "in_person"
    assert said


def test_a_booking_is_moved_and_called_off_in_welsh(handrail: Running) -> None:
    phone = "+447700900816"
    for one in ("hoffwn i drefnu apwyntiad", "wyneb yn wyneb", "wythnos nesaf", "1", "ie", "Nia", "na"):
        texts(handrail, phone, one)
    assert len(run(handrail, NOTE, phone)) == 1
    assert "9" in texts(handrail, phone, "symud i ddydd Mercher bore")
    texts(handrail, phone, "canslo")
    texts(handrail, phone, "ie")
    assert run(handrail, NOTE, phone) == []


def test_reminders_by_email_to_somebody_new(handrail: Running) -> None:
    email = "bee@example.org"
    with handrail.chat() as chat:
        heard(chat, "can i have an appointment, id like reminders by email please")
        for one in ("face to face", "next week", "1", "yes"):
            heard(chat, one)
        assert "e-mail address will do" in heard(chat, "Bee")
        said = heard(chat, email)
        assert "Done." in said
        assert "6 numbers" in said
        assert run(handrail, REACH, "Bee") == [({"to_prove": email},)]
        assert "did not match" in heard(chat, "000000")
        assert "Reminders go to" in heard(chat, newest_code(handrail.database, email))
        assert run(handrail, REACH, "Bee") == [({"kind": "email", "address": email},)]


def test_an_address_may_be_left_unproved(handrail: Running) -> None:
    with handrail.chat() as chat:
        for one in ("book a meeting", "face to face", "next week", "1", "yes", "Cas", "cas@example.org"):
            heard(chat, one)
        assert "what we agreed stands" in heard(chat, "leave it out")
        assert run(handrail, REACH, "Cas") == [({"to_prove": "cas@example.org"},)]
