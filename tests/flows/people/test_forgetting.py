"""What nobody saved is gone after the council's hours; what a person still has to do stays."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select, text, update

from casework import handoff, safeguarding
from casework.appointments import Appointment
from casework.base.clock import now
from casework.base.db import transaction
from casework.council import council
from casework.messaging import Conversation
from casework.privacy.jobs import clear_unsaved
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, works
from tests.flows.conftest import Assistant, Claimant


async def ages(claimant: Claimant) -> None:
    long_ago = now() - timedelta(hours=council().retention.unsaved_chat_hours + 1)
    async with transaction() as session:
        await session.execute(
            update(Conversation).where(Conversation.id == claimant.conversation).values(last_at=long_ago)
        )


async def left() -> int:
    async with transaction() as session:
        return (await session.execute(text("SELECT count(*) FROM conversations"))).scalar_one()


async def test_an_old_conversation_goes_with_rasas_memory_of_it(claimant: Claimant, assistant: Assistant) -> None:
    await ages(claimant)
    await clear_unsaved(0)
    assert await left() == 0
    assert assistant.asked == [{"conversation": str(claimant.conversation)}]


async def test_a_fresh_one_stays(claimant: Claimant, assistant: Assistant) -> None:
    await clear_unsaved(0)
    assert await left() == 1


async def test_one_that_waits_for_a_person_stays(claimant: Claimant, assistant: Assistant) -> None:
    async with transaction() as session:
        await handoff.request(session, claimant.conversation, council().area("northbridge"), "request_human")
    await ages(claimant)
    await clear_unsaved(0)
    assert await left() == 1


async def test_an_alert_outlives_its_conversation(claimant: Claimant, assistant: Assistant, sam: Staff) -> None:
    await claimant.writes("I want to kill myself")
    await ages(claimant)
    await clear_unsaved(0)
    async with transaction() as session:
        assert len(await safeguarding.open_alerts(session, sam.areas)) == 1


async def meets(claimant: Claimant, sam: Staff, **changes: Any) -> None:
    made = await booked(slot(await works(sam)), "phone")
    async with transaction() as session:
        values = {"conversation_id": claimant.conversation, "name": "Quillie"} | changes
        await session.execute(update(Appointment).where(Appointment.id == made).values(**values))


async def test_one_with_a_meeting_to_come_stays(claimant: Claimant, assistant: Assistant, sam: Staff) -> None:
    await meets(claimant, sam)
    await ages(claimant)
    await clear_unsaved(0)
    assert await left() == 1


async def test_of_a_strangers_meeting_long_over_only_the_fact_stays(
    claimant: Claimant, assistant: Assistant, sam: Staff
) -> None:
    long_ago = now() - timedelta(days=30)
    times = {"starts_at": long_ago, "ends_at": long_ago + timedelta(hours=1), "blocked_until": long_ago + timedelta(hours=1)}
    await meets(claimant, sam, **times)
    await ages(claimant)
    await clear_unsaved(0)
    assert await left() == 0
    async with transaction() as session:
        over = (await session.execute(select(Appointment))).scalar_one()
        assert (over.name, over.reach, over.state) == ("", None, "booked")
