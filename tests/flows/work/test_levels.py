"""Which answers bring a person, how soon, and by what plan they were asked: row by row as it is specified."""

from datetime import timedelta
from uuid import UUID

import pytest

from casework import checkins, claimants
from casework.base.clock import local
from casework.base.db import transaction
from casework.checkins import replanning, rules, sending
from casework.checkins.outcomes import Task
from casework.checkins.schedule import schedule
from casework.council import council
from tests.flows.phones import said
from tests.flows.working import Clock, amina, answers, asked, case, clock, due, goes_on_to, starts

__all__ = ["amina", "clock"]

SAME_DAY = Task(level="P3", days=0)
TODAY, NEXT, IN_TWO, IN_FIVE = (Task(level="P2", days=0), Task(level="P2", days=1), Task(level="P3", days=2), Task(level="P3", days=5))
ROWS = [
    ("still not been paid", "not_paid", TODAY),
    ("my pay is wrong", "pay_wrong", TODAY),
    ("its under minimum wage", "pay_short", TODAY),
    ("they cut my hours", "hours_cut", TODAY),
    ("zero hours this week", "hours_cut", TODAY),
    ("thinking of jacking it in", "leaving", NEXT),
    ("thinking of packing it all in at work", "leaving", NEXT),
    ("got sacked mate", "left", NEXT),
    ("the boss is bullying me", "conflict", NEXT),
    ("its not safe there", "conflict", NEXT),
    ("signed off sick", "off_sick", SAME_DAY),
    ("got flu cant go in", "off_sick", SAME_DAY),
    ("childcare fell through", "getting_there", SAME_DAY),
    ("no bus that early", "getting_there", SAME_DAY),
    ("skint, cant pay the rent", "money", SAME_DAY),
    ("i want more hours", "progression", IN_FIVE),
]


@pytest.mark.parametrize(("words", "outcome", "task"), ROWS)
async def test_trouble_is_with_a_person_as_soon_as_is_written(amina: UUID, clock: Clock, words: str, outcome: str, task: Task) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    assert (await answers(amina, words)).outcome == outcome
    made = await case()
    assert made
    assert (made.level, made.reason) == (task.level, f"checkin_{outcome}")
    assert made.promised_by == rules.promise(council().area("northbridge"), task, clock())


@pytest.mark.parametrize("words", ["all good", "ok", "yes paid all right"])
async def test_what_is_no_trouble_brings_nobody(amina: UUID, clock: Clock, words: str) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await answers(amina, words)
    assert await case() is None


async def test_what_was_asked_keeps_the_version_it_was_asked_by(amina: UUID, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    old, later = schedule().version, schedule().model_copy(update={"version": "2099-01"})
    for module in (replanning, sending):
        monkeypatch.setattr(module, "schedule", lambda: later)
    async with transaction() as session:
        await checkins.change_plan(session, await claimants.get(session, amina), cadence="light")
    assert {one.version for one in await asked(amina)} == {old}
    assert {one.version for one in await due(amina)} == {"2099-01"}


async def test_a_payday_told_later_moves_its_question_alone(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    before = {one.step: one.due_at for one in await due(amina)}
    payday = local(clock()).date() + timedelta(days=12)
    await starts(amina, clock, first_payday=payday)
    after = {one.step: one.due_at for one in await due(amina)}
    assert local(after["payday"]).date() == payday + timedelta(days=1)
    moved = {step for step in before.keys() & after.keys() if before[step] != after[step]}
    assert moved == {"payday"}


async def test_each_question_says_how_to_answer_by_number(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    assert [one["title"] for one in (await said())[-1].choices] == ["Good", "OK", "Not good"]
