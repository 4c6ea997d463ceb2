"""A number to ring never stands without what to read before it is rung."""

from uuid import UUID

import pytest
from sqlalchemy import update

from casework import claimants, handoff, messaging, outbox
from casework.appointments import Appointment
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.council import council
from casework.staff import Staff
from handrail import staff as handrail_staff
from tests.flows.appointments.test_appointments import booked, slot, works
from tests.flows.conftest import in_danger
from tests.flows.desk.test_desk_diary import Desk, sam_at_desk
from tests.flows.desk.test_diary_changes import kim
from tests.flows.phones import PHONE, known

__all__ = ["kim", "sam_at_desk"]


async def careful(person: UUID) -> None:
    async with transaction() as session:
        (await claimants.get(session, person)).safe_contact = {"days": ["mon"], "neutral": True}


async def seen(desk: Desk, person: UUID | None = None) -> str:
    """The card of somebody who waits, up to the messages."""
    async with transaction() as session:
        talk = await messaging.start_texts(session, "northbridge", PHONE)
        talk.claimant_id = person
        await handoff.request(session, talk.id, council().area("northbridge"), "asked")
    page = await desk.sees(f"/desk/conversations/{talk.id}")
    return page.partition("Their number")[2].partition("sse-connect")[0]


async def test_who_waits_for_a_person_has_safe_contact_beside_the_number(sam_at_desk: Desk) -> None:
    ada = await known("Ada")
    await careful(ada)
    card = await seen(sam_at_desk, ada)
    assert PHONE in card
    assert "read this before you ring" in card
    assert "Only on Monday" in card


async def test_where_nothing_is_on_record_one_asks_first(sam_at_desk: Desk) -> None:
    assert "Ask first if it is safe to talk" in await seen(sam_at_desk)


@pytest.mark.parametrize(("what", "mark"), [("safe", "SAFE CONTACT"), ("quiet", "SAFE CONTACT"), ("alert", "OPEN ALERT"), ("nothing", "")])
async def test_whom_a_successor_is_to_ring_is_marked(sam: Staff, kim: Staff, capsys: pytest.CaptureFixture[str], what: str, mark: str) -> None:
    meeting = await booked(slot(await works(sam)), "phone")
    await works(kim)
    ada = await known("Ada", proved=False)
    async with transaction() as session:
        await session.execute(update(Appointment).where(Appointment.id == meeting).values(claimant_id=ada, reach=None))
        if what == "quiet":
            await outbox.quiet(session, PHONE, "watched")
        if what == "alert":
            talk = await messaging.start_texts(session, "northbridge", PHONE)
            await session.execute(update(Appointment).values(conversation_id=talk.id))
            await in_danger(session, talk)
    if what == "safe":
        await careful(ada)
    await handrail_staff._leave(sam.email, kim.email, local(now()).date())
    (line,) = [one for one in capsys.readouterr().out.splitlines() if PHONE in one]
    assert ("before you ring" in line) == bool(mark)
    assert mark in line
