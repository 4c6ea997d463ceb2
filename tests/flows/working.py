"""Amina, who starts work, and a clock that the tests move.

It starts at half past twelve some days ahead, so that no hour of the night is in the way.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from types import ModuleType
from uuid import UUID

import pytest

from casework import checkins, claimants, handoff
from casework.base.clock import LONDON, local, now
from casework.base.db import transaction
from casework.checkins import (
    Checkin,
    Heard,
    delivering,
    hearing,
    jobs,
    replanning,
    reporting,
    sending,
    service,
    silence,
    steps,
    tasks,
    unfinished,
    welcoming,
)
from casework.handoff import Handoff
from casework.staff import Staff
from tests.flows.phones import PHONE, thread

ROOM: tuple[ModuleType, ...] = (delivering, hearing, replanning, reporting, sending, service, silence, steps, tasks, unfinished, welcoming)
MINUTE = 0


class Clock:
    def __init__(self) -> None:
        day = local(now()).date() + timedelta(days=3)
        self.at = datetime.combine(day, time(12, 30), LONDON).astimezone(UTC)

    def __call__(self) -> datetime:
        return self.at

    def passes(self, **more: int) -> None:
        self.at += timedelta(**more)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, clean: None) -> Clock:
    made = Clock()
    for module in ROOM:
        monkeypatch.setattr(module, "now", made)
    return made


@pytest.fixture
async def amina(clock: Clock, sam: Staff) -> UUID:
    return await person("Amina", PHONE)


async def person(name: str, phone: str) -> UUID:
    async with transaction() as session:
        made = await claimants.create(
            session, area="northbridge", preferred_name=name, source="self", channels=[("sms", phone, True)]
        )
        return made.id


async def starts(who: UUID, clock: Clock, in_days: int = 1, **more: object) -> None:
    async with transaction() as session:
        day = local(clock()).date() + timedelta(days=in_days)
        await checkins.job_started(session, await claimants.get(session, who), day, reported_by="person", **more)  # type: ignore[arg-type]


async def due(who: UUID) -> Sequence[Checkin]:
    async with transaction() as session:
        return [one for one in await checkins.timeline(session, who) if one.state == "due"]


async def asked(who: UUID) -> list[Checkin]:
    async with transaction() as session:
        return [one for one in await checkins.timeline(session, who) if one.sent_at]


async def sends() -> None:
    await jobs.send_due_checkins(MINUTE)


async def answers(who: UUID, words: str, meaning: str = "") -> Heard:
    """As an action does it: the words are read, and what they come to is taken."""
    async with transaction() as session:
        waits = await checkins.waiting(session, who)
        assert waits is not None
        outcome = checkins.read(waits, words, meaning)
        assert outcome is not None
        return await checkins.hear(session, await claimants.get(session, who), waits, outcome, (await thread()).id, said=words)


async def case() -> Handoff | None:
    async with transaction() as session:
        return await handoff.open_handoff(session, (await thread()).id)


async def keeps_silent(clock: Clock) -> None:
    clock.passes(hours=49)
    await jobs.settle_unanswered_checkins(MINUTE)


async def goes_on_to(who: UUID, clock: Clock) -> None:
    """Until the next question was sent, or left out."""
    before = len(await due(who))
    while len(await due(who)) == before:
        clock.at = max(clock.at, min(one.look_at for one in await due(who)))
        await sends()
