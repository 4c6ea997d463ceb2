"""Jobs that will end, sickness, childcare, half the pay, bills beside hours: in the words of those who walked it by text."""

from datetime import date

import pytest

from casework.checkins import answers, asks_back, days, news
from casework.checkins.questions import bank
from casework.checkins.telling import troubles


@pytest.mark.parametrize("text", ["my job ends 24th dec", "job ends on xmas eve", "my last day is 24th dec", "job finishes friday", "the job ends soon", "my contract is up in january"])
def test_a_job_that_will_end_is_not_over(text: str) -> None:
    assert news(text) == "temporary"


@pytest.mark.parametrize("text", ["my shift ends at 5", "my claim ends 24th dec", "the job doesnt end til i say", "paid on the last day of the month", "job ends if i miss friday", "my course ends friday"])
def test_other_ends_are_none_of_a_job(text: str) -> None:
    assert news(text) != "temporary"


@pytest.mark.parametrize("text", ["my job ends 24th dec", "it ends on the 24th", "only til xmas eve", "my last day is 24th dec"])
def test_the_end_is_no_first_day(text: str) -> None:
    assert days.first_day(text, date(2026, 11, 30)) is None


def test_a_first_day_beside_the_end_is_read() -> None:
    assert days.first_day("started monday, ends 24th dec", date(2026, 12, 2)) == date(2026, 11, 30)


@pytest.mark.parametrize("text", ["ive got flu", "got flu cant go in", "1 but ive got flu", "im ill cant work", "cant come in im really poorly", "down with covid"])
def test_who_is_ill_is_off_sick(text: str) -> None:
    assert news(text) == "off_sick"


@pytest.mark.parametrize("text", ["kids got flu", "had flu last month fine now", "sick of this job cant go in with a smile", "got a flu jab at work", "everyone at work has flu", "my boss is off with covid"])
def test_others_and_what_is_over_are_not(text: str) -> None:
    assert news(text) != "off_sick"


@pytest.mark.parametrize("text", ["childcare fell through", "no one to have the kids", "babysitter quit", "breakfast club cancelled", "cant find anyone to mind my son"])
def test_childcare_is_getting_there(text: str) -> None:
    assert news(text) == "getting_there"


@pytest.mark.parametrize("text", ["no one to talk to at work", "nursery is great", "the kids love the club"])
def test_children_alone_are_no_trouble(text: str) -> None:
    assert news(text) != "getting_there"


@pytest.mark.parametrize("text", ["only half", "just half of it", "they only gave me about half", "got paid only a bit"])
@pytest.mark.parametrize("asked", ["payday", "what_pay"])
def test_half_of_it_is_too_little(asked: str, text: str) -> None:
    assert answers.read((bank().questions | bank().follow_ups)[asked], text) == "pay_short"


@pytest.mark.parametrize("text", ["only half way", "only a bit late", "just half an hour"])
def test_half_of_something_else_is_not(text: str) -> None:
    assert answers.read(bank().questions["payday"], text) != "pay_short"


@pytest.mark.parametrize(("text", "outcome"), [("my back like i said. 4", "feelings"), ("the lot of them: 2", "conflict"), ("i do 9 to 5. 4", None), ("on shift 3, 4", None), ("since 4", None)])
def test_a_number_behind_words_is_the_answer(text: str, outcome: str | None) -> None:
    assert answers.read(bank().follow_ups["what_is_hard"], text) == outcome


@pytest.mark.parametrize("text", ["gas bill came and hours cut", "wife just had hours cut n we cant pay the gas", "hours cut and rent is due friday"])
def test_bills_beside_hours_are_both_told(text: str) -> None:
    assert {name for name, _ in troubles(text)} == {"money", "hours_cut"}


@pytest.mark.parametrize("text", ["paid my gas bill fine, hours cut", "i work for british gas, hours cut", "hours cut, gas man came"])
def test_a_bill_that_is_none_of_theirs_is_not(text: str) -> None:
    assert {name for name, _ in troubles(text)} == {"hours_cut"}


@pytest.mark.parametrize("text", ["do i get sick pay", "what about sick pay", "will i get paid if im sick", "sick pay?", "am i entitled to ssp"])
def test_sick_pay_is_asked_for(text: str) -> None:
    assert asks_back(text) == "sick_pay"


@pytest.mark.parametrize("text", ["they wont pay me sick pay", "my sick pay is wrong", "i got paid, was sick tho"])
def test_trouble_with_it_is_none_of_that(text: str) -> None:
    assert asks_back(text) is None
