"""Who is neither sure of yes nor of no has answered; what they have got already is no wish for it."""

from datetime import date

import pytest

from casework.base.clock import now
from casework.checkins import alarmed, answers, days, hearing, helping, telling
from casework.checkins.outcomes import outcomes
from casework.checkins.questions import bank
from casework.council import council

TODAY = date(2026, 11, 29)
UNSURE = ["i think so but its confusing", "i suppose", "sort of but not really", "kind of", "maybe", "yes and no", "hard to say", "i guess so"]


@pytest.mark.parametrize("words", UNSURE)
def test_unsure_is_an_answer(words: str) -> None:
    assert answers.read(bank().asked("payday"), words) == "pay_unsure"
    assert answers.read(bank().asked("still_there"), words) == "ok"
    assert answers.read(bank().asked("food_heat"), words) == "no_food_heat"


TOLD_BESIDE = [
    "sort of but my manager keeps having a go at me",
    "i think so but they have messed me about with shifts",
    "not sure because they said i might be finished friday",
    "i suppose though the lads leave me all the lifting",
    "maybe, cos they moved me to another site",
    "kind of if you like getting up at 4",
]


@pytest.mark.parametrize("words", TOLD_BESIDE)
def test_what_is_told_beside_it_and_not_read_is_asked_about(words: str) -> None:
    assert answers.read(bank().asked("still_there"), words) not in ("ok", "good", None)
    assert outcomes().outcomes[answers.read(bank().asked("still_there"), words) or ""].asks or outcomes().outcomes[
        answers.read(bank().asked("still_there"), words) or ""
    ].level


@pytest.mark.parametrize("words", ["sort of but not really", "i think so but im not sure", "maybe but hard to say", "not sure tbh", "yes and no", "kind of but not all the time"])
def test_what_adds_nothing_is_not(words: str) -> None:
    assert answers.read(bank().asked("still_there"), words) == "ok"


def test_trouble_beside_it_counts() -> None:
    assert answers.read(bank().asked("hours"), "sort of but they havent paid me") == "not_paid"
    assert answers.read(bank().asked("payday"), "i think so yes") == "good"


@pytest.mark.parametrize("words", ["got promoted", "got more hours", "got a pay rise", "been given more shifts", "they gave me a promotion"])
def test_what_they_have_got_is_good_news(words: str) -> None:
    assert telling.gravest([*telling.of_words(words, "want_progression")]) == "good"


@pytest.mark.parametrize("words", ["want more hours", "i need a pay rise", "havent got more hours", "i want to get promoted"])
def test_what_they_want_is_not(words: str) -> None:
    assert telling.gravest([*telling.of_words(words, "want_progression")]) == "progression"


@pytest.mark.parametrize(
    ("words", "first", "paid"),
    [
        ("start 7th dec paid weekly fridays", date(2026, 12, 7), date(2026, 12, 11)),
        ("paid fridays start monday", date(2026, 11, 30), date(2026, 12, 4)),
        ("got a job start monday first pay day end of month", date(2026, 11, 30), date(2026, 12, 31)),
        ("ive been working 2 weeks now", date(2026, 11, 15), None),
        ("been there 3 weeks", date(2026, 11, 8), None),
        ("working there for 10 days", date(2026, 11, 19), None),
    ],
)
def test_both_days_in_one_breath(words: str, first: date, paid: date | None) -> None:
    assert days.first_day(words, TODAY) == first
    assert days.payday(words, first, TODAY) == paid


@pytest.mark.parametrize("outcome", [*outcomes().outcomes, hearing.UNREAD, alarmed.DANGER])
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_whatever_an_answer_came_to_can_be_said(outcome: str, channel: str) -> None:
    for area in council().areas:
        helps = helping.lines(outcome, area, channel, now())
        assert helps if helping.is_for_today(outcome) else isinstance(helps, list)


@pytest.mark.parametrize("outcome", [name for name, one in outcomes().outcomes.items() if one.helps])
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_trouble_has_somebody_to_turn_to(outcome: str, channel: str) -> None:
    for area in council().areas:
        assert helping.lines(outcome, area, channel, now())
