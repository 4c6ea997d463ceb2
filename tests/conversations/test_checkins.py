"""Questions about work, asked and answered with the real assistant: in the web chat and by text."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import psycopg

from tests.conversations.test_conversations import newest_code
from tests.running import Chat, Running

DUE = (
    "UPDATE checkins SET due_at = now() - interval '1 minute', look_at = now() + interval '1 day' WHERE step = 'day_1'"
)
# What sending does, at whatever hour these tests run.
SENT = """
    WITH thread AS (
        UPDATE conversations SET pending = '[{"event": "checkin_asked"}]', last_n = last_n + 1
        WHERE phone = %s RETURNING id, claimant_id, last_n
    ), message AS (
        INSERT INTO messages (id, conversation_id, n, sender, text, choices, private, language, at)
        SELECT gen_random_uuid(), id, last_n, 'assistant', 'How was your first day?', %s, false, 'en', now() FROM thread
    )
    UPDATE checkins SET state = 'sent', sent_at = now(), conversation_id = thread.id
    FROM thread WHERE checkins.claimant_id = thread.claimant_id AND step = 'day_1'
"""
CHOICES = json.dumps([{"title": one, "text": one} for one in ("Good", "OK", "Not good")])
CADENCE = "SELECT cadence FROM jobs JOIN contact_channels USING (claimant_id) WHERE address = %s"
REASON = "SELECT reason, level FROM handoffs JOIN conversations ON conversations.id = conversation_id WHERE {} ORDER BY asked_at"


def run(handrail: Running, statement: str, *values: object) -> list[tuple[object, ...]]:
    with psycopg.connect(handrail.database) as connection:
        done = connection.execute(statement, values)
        return done.fetchall() if done.description else []


@contextmanager
def somebody_with_a_job(handrail: Running, phone: str) -> Iterator[Chat]:
    with handrail.chat() as chat:
        chat.say("please keep my details")
        chat.say(phone)
        for words in (newest_code(handrail.database, phone), "Fay", "yes", "any time", "I got a job!!"):
            chat.say(words)
        for words in ("tomorrow", "not sure", "The usual"):
            chat.say(words)
        assert "Good luck" in heard(chat, "yes")
        yield chat


@contextmanager
def asked_in_a_chat(handrail: Running, phone: str) -> Iterator[Chat]:
    """A new chat of somebody whose first day is to be asked about, as soon as they prove who they are."""
    with somebody_with_a_job(handrail, phone):
        run(handrail, DUE)
    with handrail.chat() as chat:
        chat.say("who is my key worker?")
        chat.say(phone)
        assert "How was your first day?" in heard(chat, newest_code(handrail.database, phone))
        yield chat


def is_asked_by_text(handrail: Running, phone: str) -> None:
    with somebody_with_a_job(handrail, phone):
        texts(handrail, phone, "hello")
    run(handrail, SENT, phone, CHOICES)


def heard(chat: Chat, words: str) -> str:
    return filled("\n".join(message["text"] for message in chat.say(words)))


def filled(said: str) -> str:
    """Nothing is left open in what is said."""
    assert "{" not in said, said
    return said


def test_who_proves_who_they_are_is_asked_what_is_due(handrail: Running) -> None:
    phone = "+447700900631"
    with asked_in_a_chat(handrail, phone) as chat:
        assert "hardest part" in heard(chat, "Not good")
        assert "We will not speak to your boss" in heard(chat, "the boss is bullying me")
        assert run(handrail, REASON.format("conversations.id = %s"), chat.id) == [("checkin_conflict", "P2")]


def test_a_text_is_answered_with_a_number_then_in_words(handrail: Running) -> None:
    phone = "+447700900632"
    is_asked_by_text(handrail, phone)
    assert "hardest part" in texts(handrail, phone, "3")
    assert "We will not tell your boss" in texts(handrail, phone, "they have not paid me what they said they would")
    assert run(handrail, REASON.format("phone = %s"), phone)[0][1] == "P2"
    assert "What would you like to do?" not in texts(handrail, phone, "yes pls")


def test_another_matter_comes_first_and_the_answer_still_counts(handrail: Running) -> None:
    phone = "+447700900633"
    is_asked_by_text(handrail, phone)
    said = texts(handrail, phone, "I need help with my rent arrears and debts please")
    assert "How was your first day" not in said
    assert "good to hear" in texts(handrail, phone, "really good thanks")


def test_a_question_back_by_text_is_answered_and_the_question_put_again(handrail: Running) -> None:
    phone = "+447700900751"
    is_asked_by_text(handrail, phone)
    for words, answer in (("whats this for?", "small problems"), ("who are you again", "job support"), ("who is this", "job support"), ("do i have to answer", "do not have to"), ("is this a robot", "a computer")):
        said = texts(handrail, phone, words)
        assert answer in said, said
        assert "How was your first day?" in said, said
    assert "What would make it better?" in texts(handrail, phone, "2")


def test_so_it_is_in_the_chat(handrail: Running) -> None:
    with asked_in_a_chat(handrail, "+447700900752") as chat:
        for words, answer in (("why are you asking", "Your employer never does"), ("whats this for?", "small problems"), ("who is this", "help chat"), ("are you a real person?", "a computer")):
            said = heard(chat, words)
            assert answer in said, said
            assert "How was your first day?" in said, said
        assert "What would make it better?" in heard(chat, "2")


def texts(handrail: Running, phone: str, words: str) -> str:
    """What came back to one text, as the demonstration's phone page shows it."""
    with httpx.Client(base_url=handrail.url, timeout=60, follow_redirects=True) as http:
        before = http.get("/phone", params={"number": phone}).text
        http.post("/phone", data={"number": phone, "text": words}).raise_for_status()
        page = http.get("/phone", params={"number": phone}).text
    return filled(plain(page).removeprefix(common(plain(before), plain(page))))


def common(one: str, other: str) -> str:
    end = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:end]


def plain(page: str) -> str:
    return re.sub(r"<[^>]+>", "", page).replace("&#39;", "'")


def test_who_spoke_of_danger_is_not_pressed_about_work(handrail: Running) -> None:
    phone = "+447700900634"
    is_asked_by_text(handrail, phone)
    assert "999" in texts(handrail, phone, "3 i want to die")
    texts(handrail, phone, "Go on with other things")
    said = texts(handrail, phone, "the purple monkey sleeps")
    assert "You do not have to answer" in said
    assert "How was your first day" not in said


def test_a_new_job_told_by_text_in_many_words(handrail: Running) -> None:
    phone = "+447700900635"
    assert "Text us the 6 numbers" in texts(handrail, phone, "got a job!!!")
    for words in (newest_code(handrail.database, phone), "Fay", "yes"):
        texts(handrail, phone, words)
    assert "When is your first day" in texts(handrail, phone, "any time")
    assert "first payday" in texts(handrail, phone, "started yesterday")
    assert "How often" in texts(handrail, phone, "last friday of the month")
    assert re.search(r"day is \w+day \d+ \w+ \d+\. First payday: \w+day", texts(handrail, phone, "as little as poss pls"))
    assert "Good luck" in texts(handrail, phone, "yeah thats right")
    assert run(handrail, CADENCE, phone) == [("light",)]


def test_work_news_in_the_middle_does_not_push_the_job_aside(handrail: Running) -> None:
    phone = "+447700900636"
    texts(handrail, phone, "got a job")
    for words in (newest_code(handrail.database, phone), "Fay", "yes", "any time", "tomorrow"):
        texts(handrail, phone, words)
    said = texts(handrail, phone, "my hours at the old place were all wrong, they cut my shifts")
    assert "rings you" in said
    assert "first payday" in said
    assert "How often" in texts(handrail, phone, "dunno")
