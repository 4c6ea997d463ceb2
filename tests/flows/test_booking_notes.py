"""What the worker is told on a meeting, and who comes to it by which name and number, against the real database."""

from uuid import UUID

import pytest
from sqlalchemy import select

from casework.appointments import Appointment, Step
from casework.base.db import transaction
from casework.claimants import Claimant
from casework.staff import Staff
from tests.flows.test_booking_talks import chat, day, says  # noqa: F401
from tests.flows.test_booking_ways import known, on_the_day, texts  # noqa: F401
from tests.flows.test_booking_ways import says as says_by_text
from tests.flows.test_appointments import works


async def made() -> Appointment:
    async with transaction() as session:
        query = select(Appointment).where(Appointment.state == "booked").order_by(Appointment.made_at.desc())
        return (await session.execute(query.limit(1))).scalar_one()


async def test_the_call_before_a_visit_at_home_says_what_it_is_for(texts: UUID, sam: Staff) -> None:  # noqa: F811
    await works(sam)
    await says_by_text(texts, "i need a home visit, im housebound", on_the_day(), "1", "yes", "Jo")
    assert (await made()).note == "I would like to be visited at home."
    await says_by_text(texts, "my sister will be with me")
    assert (await made()).note == "I would like to be visited at home.; my sister will be with me"


async def test_who_would_rather_come_in_after_all_needs_no_room_for_it(texts: UUID, sam: Staff) -> None:  # noqa: F811
    await works(sam)
    talk = await says_by_text(texts, "i need a home visit", on_the_day(), "actually face to face")
    assert (talk.step, talk.format) == (Step.CHOOSE, "in_person")
    await says_by_text(texts, "1", "yes", "Jo", "no")
    assert (await made()).note == ""
