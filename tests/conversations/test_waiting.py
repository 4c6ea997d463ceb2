"""The waiting list, needs and several meetings, with the real assistant."""

from datetime import date, timedelta

from tests.conversations.test_checkins import heard, run, texts
from tests.conversations.test_conversations import newest_code
from tests.running import Running

BUSY = """
    INSERT INTO outside_busy (id, diary_id, starts_at, ends_at)
    SELECT gen_random_uuid(), id, %s::date, %s::date + interval '1 day' FROM diaries
"""
FREE = "DELETE FROM outside_busy WHERE starts_at::date = %s"
WAITS = "SELECT name, reach->>'address', state FROM waiting_list WHERE reach->>'address' = %s"
BOOKED = "SELECT services, note, state FROM appointments WHERE conversation_id = %s AND state IN ('booked', 'cancelled') ORDER BY starts_at"


def a_thursday() -> date:
    day = date.today() + timedelta(days=15)
    return day + timedelta(days=(3 - day.weekday()) % 7)


def test_a_new_visitor_waits_by_a_number_they_prove_and_leaves_by_text(handrail: Running) -> None:
    phone, day = "+447700900440", a_thursday()
    run(handrail, BUSY, day, day)
    with handrail.chat() as chat:
        chat.say("i want a phone appointment")
        chat.say(f"{day.day} {day:%B} at 10")
        assert "mobile number" in heard(chat, "put me on the waiting list")
        heard(chat, phone)
        assert "first name" in heard(chat, newest_code(handrail.database, phone))
        assert "You are on the waiting list" in heard(chat, "Sam")
    assert run(handrail, WAITS, phone) == [("Sam", phone, "waiting")]
    assert "You are off the waiting list" in texts(handrail, phone, "take me off the list")
    assert run(handrail, WAITS, phone) == [("Sam", phone, "left")]
    run(handrail, FREE, day)


def test_leaving_the_list_in_the_chat(handrail: Running) -> None:
    phone, day = "+447700900441", a_thursday()
    run(handrail, BUSY, day, day)
    with handrail.chat() as chat:
        for words in ("i want a phone appointment", f"{day.day} {day:%B} at 10", "tell me if one comes free", phone):
            chat.say(words)
        for words in (newest_code(handrail.database, phone), "Sam"):
            chat.say(words)
        assert "You are off the waiting list" in heard(chat, "take me off the list")
    run(handrail, FREE, day)


def test_needs_wherever_they_are_said_and_another_service(handrail: Running) -> None:
    with handrail.chat() as chat:
        chat.say("i want to book a face to face meeting")
        assert "will know that" in heard(chat, "i use a wheelchair")
        chat.say("next week in the morning")
        assert "housing options in the same visit" in heard(chat, "housing too on the same trip")
        chat.say("1")
        chat.say("yes")
        chat.say("Jo")
        assert "will know that" in heard(chat, "im deaf")
        assert "Done." in heard(chat, "rather not say")
        assert "will know before you meet" in heard(chat, "by the way i need large print")
        ((services, note, _),) = run(handrail, BOOKED, chat.id)
        assert services == ["housing options"]
        assert note == "i use a wheelchair; im deaf; by the way i need large print"


def test_of_two_meetings_it_is_asked_which(handrail: Running) -> None:
    with handrail.chat() as chat:
        for when in ("next tuesday morning", "tuesday week in the morning"):
            for words in ("i want to book a phone appointment", when, "1", "yes", "Jo", "07700 900442", "no"):
                chat.say(words)
        assert "Which one" in heard(chat, "cancel it")
        assert "Shall I cancel it?" in heard(chat, "the second")
        assert "It is cancelled" in heard(chat, "yes")
        assert [state for _, _, state in run(handrail, BOOKED, chat.id)] == ["booked", "cancelled"]


def test_both_are_moved_or_called_off_by_text(handrail: Running) -> None:
    phone = "+447700900443"
    for when in ("tuesday week in the morning", "wednesday week in the morning"):
        for words in ("book a phone appointment", when, "1", "yes"):
            said = texts(handrail, phone, words)
        if "first name" in said:
            said = texts(handrail, phone, "Jo")
        if "easier" in said:
            texts(handrail, phone, "no")
    assert "Which one" in texts(handrail, phone, "move it")
    assert "Of course" in texts(handrail, phone, "the wednesday one")
    assert "Which one" in texts(handrail, phone, "actually cancel my meetings")
    assert "Shall I call off" in texts(handrail, phone, "both")
    assert "They are cancelled" in texts(handrail, phone, "yes")
