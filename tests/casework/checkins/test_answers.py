"""What people answer, in numbers, words, or both."""

import pytest

from casework.checkins.answers import is_choice, is_plain, read
from casework.checkins.outcomes import outcomes
from casework.checkins.questions import bank
from casework.checkins.telling import gravest, of_words

SAID = [
    ("day_1", "1", "good"),
    ("day_1", "3.", "struggling"),
    ("day_1", "2 - ok", "ok"),
    ("day_1", "Not good", "struggling"),
    ("day_1", "not good", "struggling"),
    ("day_1", "its going really well thanks", "good"),
    ("day_1", "good but i am worn out", None),
    ("day_1", "really good thanks", "good"),
    ("day_1", "1 but they havent paid me", "not_paid"),
    ("day_1", "3 I want to jack it in", "leaving"),
    ("day_1", "1 the boss keeps shouting at everyone", "conflict"),
    ("day_1", "4", None),
    ("day_1", "1st day was 6am", None),
    ("day_1", "ring me", "wants_call"),
    ("day_before", "yes", "good"),
    ("day_before", "aye", "good"),
    ("day_before", "no not really", "no_plan"),
    ("payday", "2", "pay_unsure"),
    ("payday", "no", "pay_wrong"),
    ("payday", "nah still not been paid", "not_paid"),
    ("payday", "yes but its short, under minimum wage i think", "pay_short"),
    ("hours", "theyve cut my hours to nothing", "hours_cut"),
    ("hours", "zero hours this week", "hours_cut"),
    ("money", "no", "good"),
    ("money", "a lot", "money"),
    ("money", "skint til friday", "money"),
    ("getting_there", "childminder let me down again", "getting_there"),
    ("still_there", "no", "left"),
    ("still_there", "nope got sacked last week", "left"),
    ("still_there", "they let me go", "left"),
    ("getting_on", "id like more hours", "progression"),
    ("staying", "thinking of leaving tbh", "leaving"),
    ("food_heat", "no", "no_food_heat"),
    ("job_at_risk", "yes", "job_at_risk"),
    ("no_reply", "1", "good"),
    ("day_1", "when is my appointment", None),
]
BUT = [
    ("payday", "yes but its £40 short", "pay_wrong"),
    ("payday", "Yes, but not all of it", "pay_wrong"),
    ("payday", "yes but wrong", "pay_wrong"),
    ("hours", "1 but they keep ringing me in", "pay_wrong"),
    ("hours", "yes but no breaks", "pay_wrong"),
    ("day_before", "yes but im scared", "unexpected"),
    ("getting_there", "yes but it costs a fortune", "unexpected"),
    ("how_is_work", "1 but theyre laying people off", "unexpected"),
    ("day_3", "no but its a lot of standing about", "unexpected"),
    ("food_heat", "yes but only till tomorrow", "no_food_heat"),
    ("payday", "yes but only just seen this sorry", "good"),
    ("payday", "yes but late, all good now", "pay_wrong"),
    ("how_is_work", "1 but tired", "unexpected"),
    ("how_is_work", "sorry only just seen this, 1", "good"),
    ("how_is_work", "2 but its far", "ok"),
]


REAL = [
    ("how_is_work", "👍", "good"),
    ("how_is_work", "😢", "struggling"),
    ("payday", "👍", "good"),
    ("money", "👍", None),
    ("day_before", "no not a clue", "no_plan"),
    ("hours", "They did say 20 hours but this week it is only 12", "hours_cut"),
    ("how_is_work", "ok but slipped and hurt my back no one wrote it down", "conflict"),
    ("how_is_work", "alrite but im knackered and the kids r playing up", "unexpected"),
    ("money", "2 going under with debts", "money"),
    ("no_reply", "OK", "good"),
    ("how_is_work", "dont call me", None),
    ("how_is_work", "please do not ever ring me", None),
    ("how_is_work", "fone me", "wants_call"),
    ("how_is_work", "no wait its not good at all", "struggling"),
]


@pytest.mark.parametrize(("question", "said", "outcome"), [*SAID, *BUT, *REAL])
def test_it_is_read(question: str, said: str, outcome: str | None) -> None:
    assert read(bank().asked(question), said) == outcome


def test_what_the_assistant_understood_counts_too_and_the_graver_wins() -> None:
    day_1 = bank().asked("day_1")
    assert read(day_1, "she had a go at me again", "checkin_conflict_at_work") == "conflict"
    assert read(day_1, "1", "checkin_conflict_at_work") == "good", "a bare number is itself"
    assert read(day_1, "1 I suppose but they finished us", "checkin_lost_job") == "left"
    assert read(day_1, "3 smashing it", "checkin_going_well") == "struggling"


PAY, SICK, LEFT = "checkin_pay_hours_problem", "checkin_off_sick", "checkin_lost_job"
ALONE = [
    ("enough money this month yes", PAY),
    ("boss say every 2 week", PAY),
    ("already been paid on the 20th", PAY),
    ("less", PAY),
    ("every 4 weeks on a thursday", PAY),
    ("non stop at work this week", SICK),
    ("im at work", "checkin_struggling"),
    ("last monday", LEFT),
    ("quit bothering me", LEFT),
    ("sorry", PAY),
]
TOLD = [
    ("not enough hours", PAY, "pay_wrong"),
    ("bonus missing off my slip", PAY, "pay_wrong"),
    ("they keep sending us home early when its quiet", PAY, "pay_wrong"),
    ("not in, gallstones", SICK, "off_sick"),
    ("they gave me my cards", LEFT, "left"),
    ("they want me to quit", LEFT, "leaving"),
]


@pytest.mark.parametrize(("said", "meaning"), ALONE)
def test_what_is_understood_with_no_word_of_that_trouble_raises_nothing(said: str, meaning: str) -> None:
    assert [*of_words(said, meaning)] == []


@pytest.mark.parametrize(("said", "meaning", "outcome"), TOLD)
def test_trouble_that_is_told_is_raised(said: str, meaning: str, outcome: str) -> None:
    assert gravest([*of_words(said, meaning)]) == outcome


LATER = ["not due yet", "no not till friday", "i dont get paid til jan", "No, it's not due until next week"]


@pytest.mark.parametrize("said", LATER)
def test_pay_that_is_not_due_is_no_trouble(said: str) -> None:
    assert read(bank().asked("payday"), said, PAY) == "not_due"


def test_not_yet_may_be_trouble() -> None:
    assert read(bank().asked("payday"), "not yet") == "pay_wrong"
    assert read(bank().asked("day_before"), "no not till friday") == "no_plan"


LEAVES = ["i dont want this job", "i want to stop work", "I don't want to go back", "wanna give up this job"]


@pytest.mark.parametrize("said", LEAVES)
def test_who_wants_to_leave_says_so_in_many_ways(said: str) -> None:
    assert read(bank().asked("how_is_work"), said) == "leaving"
    assert is_plain(said)


def test_only_a_number_or_a_title_is_a_choice() -> None:
    day_1 = bank().asked("day_1")
    assert [is_choice(day_1, one) for one in ("2", "OK", "2 ok", "3 I can't go on", "so so")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_every_outcome_that_hurts_is_somebodys_task() -> None:
    assert [name for name, one in outcomes().outcomes.items() if one.score == 3 and not one.level] == []
