"""A yes and the worker's leave in one moment: it is booked and they are told that it cannot be, or it is not booked."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import time
from uuid import UUID

import pytest
from sqlalchemy import delete

from casework import appointments
from casework.appointments import Appointment, Meeting, Period, TimeOff
from casework.base.db import transaction
from casework.base.errors import Conflict
from casework.staff import Staff
from tests.flows.appointments.test_appointments import AREA, held, slot, workday, works
from tests.flows.appointments.test_late_yes import ROUNDS, says_yes


async def takes_leave(sam: Staff) -> list[Meeting]:
    async with transaction() as session:
        return list((await appointments.add_leave(session, [sam], workday(), workday(), None, "", sam)).hit)


async def works_only_early(sam: Staff) -> list[Meeting]:
    week = [Period(day, time(9), time(9, 30), None) for day in range(5)]
    async with transaction() as session:
        return list((await appointments.change_hours(session, sam, AREA, week, workday(), sam)).hit)


@pytest.mark.parametrize("not_there", [takes_leave, works_only_early])
async def test_a_yes_and_a_worker_who_will_not_be_there(sam: Staff, not_there: Callable[[Staff], Awaitable[list[Meeting]]]) -> None:
    for _ in range(ROUNDS):
        async with transaction() as session:
            await session.execute(delete(Appointment))
            await session.execute(delete(TimeOff))
        diary = await works(sam)
        hold = await held(slot(diary))
        said, hit = await asyncio.gather(says_yes(hold, "Amina"), not_there(sam), return_exceptions=True)
        assert isinstance(hit, list), hit
        if isinstance(said, UUID):
            assert [one.appointment.id for one in hit] == [said]
        else:
            assert isinstance(said, Conflict)
            assert hit == []
