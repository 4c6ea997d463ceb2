"""The data files, and the faults that are named by file and line."""

from pathlib import Path

import pytest

from casework.base.words import responses, words
from casework.base.yamlfile import DataError
from casework.checkins import outcomes, questions, schedule
from casework.messaging import as_text
from casework.outbox import length


def changed(tmp_path: Path, file: Path, old: str, new: str) -> Path:
    text = file.read_text("utf-8")
    assert old in text
    copy = tmp_path / file.name
    copy.write_text(text.replace(old, new, 1), "utf-8")
    return copy


FAULTS = [
    (
        "How was your first day?",
        "How was your first day, and how do you feel about going in again tomorrow?" * 2,
        "one question",
    ),
    (
        "How was your first day?",
        "How was your first day, and how do you feel about all the people there, and about going in again tomorrow?",
        "more than one text",
    ),
    ("How was your first day?", "How was your first day ☀?", "more than one text"),
    ("How was your first day?", "Do benefits worry you?", "must not say benefit"),
    ('{title: "Good", means: good}', '{title: "Good", means: god}', "there is no outcome god"),
    ('{title: "Good", means: good}', '{title: "Bad", means: struggling}', "the best answer comes first"),
]


@pytest.mark.parametrize(("old", "new", "fault"), FAULTS)
def test_a_question_that_cannot_be_sent_is_named_with_its_line(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(DataError, match=rf"questions.yml line \d+: questions.day_1.*{fault}"):
        questions.load(changed(tmp_path, questions.FILE, old, new))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("asks: day_1,", "asks: day_2,", r"schedule.yml line \d+: steps.day_1.asks: there is no question day_2"),
        ('at: "18:00"', 'at: "20:00"', r"steps.day_1.at: must lie in the council's hours of texting"),
        ("light: [day_1,", "light: [day_2,", r"cadences.light\[0\]: there is no step day_2"),
        ("{week: 1, ", "{week: 1, day: 7, ", r"steps.week_1: needs either day or week"),
    ],
)
def test_a_schedule_that_cannot_be_kept(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(DataError, match=fault):
        schedule.load(changed(tmp_path, schedule.FILE, old, new))


def test_a_task_without_a_time(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"outcomes.yml line \d+: worse: needs either days or minutes"):
        outcomes.load(changed(tmp_path, outcomes.FILE, "worse: {level: P2, days: 2}", "worse: {level: P2}"))


def test_a_pattern_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"outcomes.not_paid.said\[0\]: is no pattern"):
        outcomes.load(changed(tmp_path, outcomes.FILE, "'\\b(?:not|havent|hasnt", "'\\b((?:not|havent|hasnt"))


SLOW = [
    ("|rly|so|", "|rly|so|really|really|", r"parts.how: has 'really' twice"),
    ("|abit|", "|a bit|abit|", r"parts.how: has 'a bit', which is made of its other words"),
    ("{then}|correct|", "{then}|correct|fine|", r"outcomes.good.said\[1\]: has 'fine' twice"),
]


@pytest.mark.parametrize(("old", "new", "fault"), SLOW)
def test_what_a_long_text_would_make_slow_is_refused(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(DataError, match=rf"outcomes.yml line \d+: {fault}"):
        outcomes.load(changed(tmp_path, outcomes.FILE, old, new))


def test_every_outcome_has_its_words() -> None:
    wanted = {f"utter_checkin_done_{name}" for name in outcomes.outcomes().outcomes} | {"utter_checkin_done_unread"}
    assert wanted - responses().keys() == set()


WHEN = "Wednesday 23 September at 11:30am"
FILLED = {"when": WHEN, "name": "Bartholomew", "day": "23 September 2027", "payday": "First payday: 23 September 2027."}


@pytest.mark.parametrize(
    "name", [name for name in responses() if name.startswith(("utter_checkin_done_", "utter_job_ask_"))]
)
def test_what_is_answered_by_text_is_one_part(name: str) -> None:
    said = words(name, "sms", **FILLED)
    found = length(as_text(said.text, said.choices))
    assert (found.encoding, found.parts) == ("GSM-7", 1), said.text


@pytest.mark.parametrize("name", [*questions.bank().questions, *questions.bank().follow_ups])
def test_a_question_put_again_is_one_part_too(name: str) -> None:
    question = questions.bank().asked(name)
    assert questions.fits(words("utter_checkin_unclear", "sms", question=question.text).text, question)


@pytest.mark.parametrize("outcome", ["no_food_heat", "pay_wrong", "not_paid", "hours_cut", "conflict"])
def test_by_text_there_is_a_way_to_help_today_beside_the_promise(outcome: str) -> None:
    assert words(f"utter_checkin_done_{outcome}", "sms", **FILLED).choices
