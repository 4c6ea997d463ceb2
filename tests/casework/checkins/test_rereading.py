"""What somebody puts right where a new job is read back changes that alone; another matter changes nothing."""

from datetime import date, timedelta

import pytest

from casework.base.clock import local, now
from casework.checkins import JobReport, reporting
from casework.checkins.rereading import PutRight, is_not_known, put_right, starts_otherwise

# A Tuesday; they start on the Monday after it.
TODAY, MONDAY = date(2026, 11, 24), date(2026, 11, 30)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("no its friday not monday", "2026-11-27"),
        ("not monday its friday", "2026-11-27"),
        ("no wednesday", "2026-11-25"),
        ("wrong day its the 4th", "2026-12-04"),
        ("its thursday actually", "2026-11-26"),
        ("start is fri", "2026-11-27"),
        ("sorry i meant the 3rd of dec", "2026-12-03"),
        ("yes but its friday", "2026-11-27"),
    ],
)
def test_another_first_day(words: str, day: str) -> None:
    assert put_right(words, TODAY, MONDAY) == PutRight(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("paid weekly", PutRight(pay=True)),
        ("nah paid weekly", PutRight(pay=True)),
        ("pay day is the 15th not the 1st", PutRight(first_payday=date(2026, 12, 15), pay=True)),
        ("yes but paid on the 28th", PutRight(first_payday=date(2026, 12, 28), pay=True)),
        ("i start on the 3rd not the 4th and get paid on the 30th", PutRight(date(2026, 12, 3), date(2026, 12, 30), True)),
        ("no less often", PutRight(cadence="light")),
        ("yes but text me less", PutRight(cadence="light")),
        ("its not amazon its argos", PutRight()),
        ("no its argos", PutRight()),
        ("its 20 hours not 16", PutRight()),
    ],
)
def test_the_payday_how_often_or_what_we_do_not_keep(words: str, told: PutRight) -> None:
    assert put_right(words, TODAY, MONDAY) == told


@pytest.mark.parametrize(
    "words",
    [
        "yes", "yes monday", "yeah thats right", "sure", "no", "no thats wrong", "no not right", "its wrong", "no change it", "it isnt right",
        "thats not what i said", "can you move my meeting to monday", "what time are you open on monday", "is there a food bank open today",
        "my boss is not nice", "i dont know", "yes 100%",
    ],
)  # fmt: skip
def test_a_yes_a_no_and_other_matters_put_nothing_right(words: str) -> None:
    assert put_right(words, TODAY, MONDAY) is None


@pytest.mark.parametrize(("words", "day"), [("actually i start wednesday", "2026-11-25"), ("sorry i start fri not thurs", "2026-11-27")])
def test_another_first_day_at_a_later_question(words: str, day: str) -> None:
    assert starts_otherwise(words, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize("words", ["month after i start", "i start getting paid on friday", "on friday", "the 28th"])
def test_a_payday_is_no_other_first_day(words: str) -> None:
    assert starts_otherwise(words, TODAY) is None


@pytest.mark.parametrize("words", ["waiting on my dbs", "they havent given me a date yet", "no start date yet", "tbc", "they will let me know"])
def test_the_day_is_not_known_yet(words: str) -> None:
    assert is_not_known(words)


@pytest.mark.parametrize("words", ["monday", "purple", "the date is the 4th"])
def test_a_day_and_nonsense_are_not_that(words: str) -> None:
    assert not is_not_known(words)


def read_back(**more: object) -> JobReport:
    start = local(now()).date() + timedelta(days=7)
    return JobReport(step="confirm", starts_on=start, first_payday=start + timedelta(days=20), cadence="usual", misses=1, **more)


@pytest.mark.parametrize(("words", "left"), [("no its tomorrow", (1, 20 + 7, "usual")), ("paid weekly", (7, None, "usual")), ("no less often", (7, 27, "light")), ("its not amazon its argos", (7, 27, "usual"))])
def test_only_what_they_name_changes_and_it_is_read_back_again(words: str, left: tuple[int, int | None, str]) -> None:
    made, today = read_back(), local(now()).date()
    reporting.take(made, words)
    payday = (made.first_payday - today).days if made.first_payday else None
    assert (made.step, made.misses) == ("confirm", 0)
    assert made.starts_on
    assert ((made.starts_on - today).days, payday, made.cadence) == left
    assert reporting.says_plainly("confirm", words)


def test_a_bare_no_asks_from_the_beginning() -> None:
    made = read_back()
    reporting.take(made, "no")
    assert (made.step, made.starts_on) == ("starts_on", None)


def test_who_does_not_know_the_day_yet_is_asked_no_more() -> None:
    made = JobReport(step="starts_on", misses=0)
    reporting.take(made, "not sure yet")
    assert made.step == reporting.LATER
    assert not reporting.goes_on(made)
