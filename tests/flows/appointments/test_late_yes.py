"""A yes to a time whose hold ran out, while somebody else asks for it: one has it, the other is told so, none waits for ever."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import delete, func, select, update

from casework import appointments
from casework.appointments import Appointment
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.errors import Conflict
from casework.staff import Staff
from tests.flows.appointments.test_appointments import AREA, booked, held, slot, works

ROUNDS = 10


async def run_out(hold: UUID) -> None:
    async with transaction() as session:
        past = now() - timedelta(minutes=1)
        await session.execute(update(Appointment).where(Appointment.id == hold).values(held_until=past))


async def says_yes(hold: UUID, name: str = "") -> UUID:
    """With a name, its row is written before it is booked, as in a talk."""
    async with transaction() as session:
        found = await session.get_one(Appointment, hold)
        if name:
            found.name = name
            await session.flush()
        return (await appointments.book(session, found, AREA)).id


async def moves(meeting: UUID, hold: UUID) -> UUID:
    async with transaction() as session:
        found, to = [await session.get_one(Appointment, one) for one in (meeting, hold)]
        return (await appointments.move(session, found, to)).id


async def booked_at_ten() -> int:
    async with transaction() as session:
        row = Appointment
        return (await session.execute(select(func.count()).where(row.state.in_(("held", "booked")), row.note == ""))).scalar_one()


def one_has_it(results: Sequence[UUID | BaseException]) -> bool:
    """The others are told that somebody was quicker, and nothing else went wrong."""
    kinds = Counter(type(one) for one in results)
    return kinds == {UUID: 1, Conflict: len(results) - 1}


@pytest.mark.parametrize("name", ["", "Amina"])
@pytest.mark.parametrize("rivals", [1, 3])
async def test_a_late_yes_and_a_rival(sam: Staff, rivals: int, name: str) -> None:
    diary = await works(sam)
    for _ in range(ROUNDS):
        async with transaction() as session:
            await session.execute(delete(Appointment))
        mine = await held(slot(diary))
        await run_out(mine)
        jobs = [says_yes(mine, name), *(held(slot(diary)) for _ in range(rivals))]
        assert one_has_it(await asyncio.gather(*jobs, return_exceptions=True))
        assert await booked_at_ten() == 1


async def test_a_late_yes_to_where_a_meeting_moves_and_a_rival(sam: Staff) -> None:
    diary = await works(sam)
    for _ in range(ROUNDS):
        async with transaction() as session:
            await session.execute(delete(Appointment))
        meeting, mine = await booked(slot(diary, time(14))), await held(slot(diary))
        await run_out(mine)
        assert one_has_it(await asyncio.gather(moves(meeting, mine), held(slot(diary)), return_exceptions=True))
