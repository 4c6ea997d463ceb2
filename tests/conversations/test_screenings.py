"""Whole screenings with the real assistant, and what must happen around them."""

import re
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import psutil
import psycopg
import pytest

from casework.programmes import questions
from tests.conversations.test_checkins import heard, run, texts
from tests.running import Chat, Running

MOST_TURNS = 25
BACK_SECONDS = 120
CHECK, YES = "Is it right?", "Yes, that is right"
ROWS = "SELECT answers::text, results::text FROM screenings WHERE conversation_id = %s ORDER BY started_at"
PLAIN_NO = {"q_area": "yes", "q_age": "49"}


def through(chat: Chat, answers: Mapping[str, str], start: str = "could i get help?") -> str:
    """Answers every question as it comes, "no" to those not listed, says the summary is right; what came out."""
    said = heard(chat, start)
    for _ in range(MOST_TURNS):
        if CHECK in said:
            return heard(chat, YES)
        said = heard(chat, answers.get(asked(said), "no"))
    raise AssertionError(f"it does not end: {said}")


def asked(said: str) -> str:
    found = [one.id for one in questions() if one.text.format(area="Northbridge") in said]
    assert len(found) == 1, said
    return found[0]


def choices(handrail: Running, chat: Chat) -> list[str]:
    return [choice["title"] for message in chat.read() for choice in message["choices"]]


def test_unlikely_everywhere_is_no_empty_page(handrail: Running) -> None:
    with handrail.chat() as chat:
        said = through(chat, PLAIN_NO)
        assert "good match" not in said
        assert "could fit" not in said
        for words in ("You told us nothing on our list is true for you.", "jobcentre", "Job Club", "Careers", "A person decides"):
            assert words in said
        assert {"Ask a person to check", "Book a talk anyway", "See other help"} <= set(choices(handrail, chat))


def test_another_age_is_another_outcome(handrail: Running) -> None:
    answers = {"q_area": "yes", "q_age": "25", "q_claim": "yes", "q_claimlen": "14 months"}
    with handrail.chat() as chat:
        assert "Job Guarantee (a demonstration): this looks" not in through(chat, answers)
        said = heard(chat, "actually my age is 24")
        while CHECK not in said and "A person decides" not in said:
            said = heard(chat, answers.get(asked(said), "no"))
        said = heard(chat, YES) if CHECK in said else said
        assert "Job Guarantee (a demonstration): this looks like a good match" in said
        assert "You are under 25." in said


def test_saying_nothing_leaves_all_open_and_offers_a_person_first(handrail: Running) -> None:
    with handrail.chat() as chat:
        said = through(chat, {one.id: "skip" for one in questions()})
        assert said.index("face to face") < said.index("could fit")
        assert "good match" not in said
        assert "may not be the right fit" not in said
        assert "There is more we do not know yet." in said
        assert "I will not ask more private things" in "\n".join(one["text"] for one in chat.read())


def test_danger_in_the_middle_leaves_no_outcome(handrail: Running) -> None:
    with handrail.chat() as chat:
        heard(chat, "could i get help?")
        heard(chat, "yes")
        said = heard(chat, "i want to kill myself")
        assert "999" in said
        assert "paid job" not in said
        assert run(handrail, ROWS, chat.id) == [('{"q_area": "yes"}', None)]
        assert run(handrail, "SELECT claimant_id FROM screenings WHERE conversation_id = %s", chat.id) == [(None,)]


def test_a_job_offer_is_talked_over_with_a_person(handrail: Running) -> None:
    answers = {"q_area": "yes", "q_age": "30", "q_claim": "yes", "q_claimlen": "3 years"}
    with handrail.chat() as chat:
        said = through(chat, answers)
        assert "can change your benefit" in said
        assert "Free benefits advice" in choices(handrail, chat)
        assert "Shall I ask one?" in said
        assert "What shall they know" in heard(chat, "yes") or run(
            handrail, "SELECT 1 FROM handoffs WHERE conversation_id = %s", chat.id
        )


def test_under_16_nothing_is_kept(handrail: Running) -> None:
    with handrail.chat() as chat:
        for words in ("could i get help?", "yes", "no"):
            heard(chat, words)
        assert "Childline" in heard(chat, "im 15")
        assert run(handrail, ROWS, chat.id) == []


def test_a_second_run_stands_beside_the_first(handrail: Running) -> None:
    with handrail.chat() as chat:
        through(chat, PLAIN_NO)
        said = through(chat, PLAIN_NO | {"q_age": "52"})
        assert "Better Placed (a demonstration): this looks like a good match" in said
        rows = run(handrail, ROWS, chat.id)
        assert ['"q_age": 49' in str(answers) for answers, _ in rows] == [True, False]
        assert all(results for _, results in rows)


def test_asking_again_half_way_goes_on_where_it_was(handrail: Running) -> None:
    with handrail.chat() as chat:
        for words in ("could i get help?", "yes", "stop"):
            heard(chat, words)
        said = heard(chat, "could i get help?")
        assert "Here is where we were" in said
        assert asked(said) == "q_work"


@pytest.mark.parametrize("words", ["what do you mean", "whats that", "oes gennych chi gymraeg", "why do you ask"])
def test_what_is_no_answer_is_not_taken_for_one(handrail: Running, words: str) -> None:
    with handrail.chat() as chat:
        heard(chat, "could i get help?")
        heard(chat, "yes")
        assert asked(heard(chat, words)) == "q_work"


def test_stop_stops(handrail: Running) -> None:
    with handrail.chat() as chat:
        for words in ("could i get help?", "yes"):
            heard(chat, words)
        assert "We have stopped" in heard(chat, "stop")


def test_yes_to_the_offer_to_start_starts(handrail: Running) -> None:
    with handrail.chat() as chat:
        assert "Shall we start?" in heard(chat, "see my answers")
        assert asked(heard(chat, "yes")) == "q_area"


def test_who_cannot_read_well_is_offered_a_person_before_the_questions(handrail: Running) -> None:
    with handrail.chat() as chat:
        heard(chat, "i cant read very well")
        said = heard(chat, "could i get help?")
        assert said.index("face to face") < said.index("Do you live in")


def test_from_web_to_text_and_back(handrail: Running) -> None:
    phone = "+447700900641"
    with handrail.chat() as chat:
        for words in ("could i get help?", "yes", "no"):
            heard(chat, words)
        code = place(heard(chat, "Keep my place"))
    assert "How old are you?" in texts(handrail, phone, f"carry on {code}")
    assert "benefit while you look for work" in texts(handrail, phone, "52")
    code = place(texts(handrail, phone, "keep my place"))
    with handrail.chat() as chat:
        said = heard(chat, f"Carry on {code}")
        assert asked(said) == "q_claim"
        while CHECK not in said:
            said = heard(chat, "no")
        assert "Age: 52" in said
        assert "Better Placed (a demonstration): this looks like a good match" in heard(chat, YES)


def place(said: str) -> str:
    found = re.search(r"\d{4} \d{4}", said)
    assert found, said
    return found[0]


def test_two_people_at_once_get_their_own(handrail: Running) -> None:
    def one(age: str) -> str:
        with handrail.chat() as chat:
            return through(chat, PLAIN_NO | {"q_age": age})

    with ThreadPoolExecutor(2) as both:
        older, younger = both.map(one, ("52", "49"))
    assert "Better Placed (a demonstration): this looks like a good match" in older
    assert "good match" not in younger


def test_the_assistant_stopped_in_the_middle_loses_nothing(handrail: Running) -> None:
    with handrail.chat() as chat:
        for words in ("could i get help?", "yes"):
            heard(chat, words)
        rasa(handrail).kill()
        kept = chat.send("no", str(uuid4()))
        assert kept.status_code in (200, 202)
        assert answered(chat, "How old are you?")
        assert asked(heard(chat, "52")) == "q_claim"


def rasa(handrail: Running) -> psutil.Process:
    children = psutil.Process(handrail.process.pid).children(recursive=True)
    return next(one for one in children if "rasa" in one.cmdline() and "run" in one.cmdline())


def answered(chat: Chat, words: str) -> bool:
    """Whether it is said, once the assistant is back."""
    end = time.monotonic() + BACK_SECONDS
    while time.monotonic() < end:
        if any(words in message["text"] for message in chat.read()):
            return True
        time.sleep(1)
    return False


def test_what_nobody_kept_is_nobodys(handrail: Running) -> None:
    with handrail.chat() as chat:
        through(chat, PLAIN_NO)
        with psycopg.connect(handrail.database) as connection:
            row = connection.execute(
                "SELECT claimant_id, code_hash, kept_until FROM screenings WHERE conversation_id = %s", [chat.id]
            ).fetchone()
        assert row == (None, None, None)
