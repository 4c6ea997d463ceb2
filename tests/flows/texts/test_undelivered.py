"""Texts that do not arrive: a person finds another way, and nobody's silence is counted who was never asked."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text, update

from casework import handoff, messaging, outbox
from casework.base.db import transaction
from casework.checkins import Checkin, jobs
from casework.handoff import Handoff
from casework.outbox import Outgoing
from casework.staff import Staff
from tests.casework.outbox.test_worker import worked
from tests.casework.outbox.twilio_fake import Twilio
from tests.flows.phones import known, texts_us, thread, waits_for_a_person
from tests.flows.texts.test_outages import PHONE, fresh_settings, texted, twilio, works
from tests.flows.working import MINUTE, Clock, clock, due, goes_on_to, person, starts

__all__ = ["clock", "fresh_settings", "texted", "twilio"]
LANDLINE, OFF, PASSES = 30006, 30003, 30008


async def posts(about: str = "appointment") -> Outgoing:
    async with transaction() as session:
        made = await outbox.post(session, "sms", PHONE, "See you at 10.", about=about)
    await works()
    async with transaction() as session:
        return await session.get_one(Outgoing, made.id)


async def fails(about: str = "appointment", code: int = LANDLINE) -> None:
    made = await posts(about)
    async with transaction() as session:
        assert await outbox.receipt(session, made.provider_ref or "", "undelivered", code)
    await worked()


async def cases() -> list[Handoff]:
    async with transaction() as session:
        return list((await session.execute(select(Handoff).order_by(Handoff.asked_at))).scalars())


@pytest.mark.parametrize("code", [LANDLINE, OFF])
async def test_a_person_finds_another_way(clean: None, sam: Staff, texted: Twilio, code: int) -> None:
    await known("Amina", PHONE)
    await fails(code=code)
    (made,) = await cases()
    assert (made.reason, made.level, made.area) == ("undelivered", "P3", "northbridge")


async def test_once_while_it_waits_and_again_once_seen_to(clean: None, sam: Staff, texted: Twilio) -> None:
    await known("Amina", PHONE)
    await fails()
    await fails()
    assert len(await cases()) == 1
    async with transaction() as session:
        talk = (await cases())[0].conversation_id
        await handoff.take(session, talk, sam)
        await handoff.hand_back(session, talk, sam)
    await fails()
    assert [one.returned_at is None for one in await cases()] == [False, True]


async def test_it_is_said_beside_what_they_wait_for_already(clean: None, sam: Staff, texted: Twilio, assistant: object) -> None:
    await texts_us("CALL", PHONE)
    before = await waits_for_a_person(PHONE)
    await fails()
    async with transaction() as session:
        made = await handoff.open_handoff(session, (await thread(PHONE)).id)
    assert made is not None
    assert before in (made.reason, *made.also)
    assert "undelivered" in (made.reason, *made.also)


@pytest.mark.parametrize(("about", "code"), [("code", LANDLINE), ("appointment", PASSES), ("appointment", 21610)])
async def test_nobody_is_asked_for_what_will_be_tried_again_or_was_their_wish(
    clean: None, sam: Staff, texted: Twilio, about: str, code: int
) -> None:
    await known("Amina", PHONE)
    await fails(about, code)
    assert await cases() == []


async def test_nobody_is_asked_where_nobody_has_the_number(clean: None, sam: Staff, texted: Twilio) -> None:
    await fails()
    assert await cases() == []


async def test_what_came_after_all_needs_nobody(clean: None, sam: Staff, texted: Twilio) -> None:
    await known("Amina", PHONE)
    made = await posts()
    async with transaction() as session:
        for one in ("undelivered", "delivered"):
            await outbox.receipt(session, made.provider_ref or "", one)
    await worked()
    assert await cases() == []


async def test_of_what_nobody_can_say_a_person_asks(clean: None, sam: Staff, texted: Twilio) -> None:
    await known("Amina", PHONE)
    async with transaction() as session:
        made = await outbox.post(session, "sms", PHONE, "See you at 10.", about="appointment")
        made.status, made.provider, made.tries = "sending", "notify", 1
        made.status_at -= timedelta(hours=1)
    await worked()
    async with transaction() as session:
        assert (await session.get_one(Outgoing, made.id)).status == "held"
    assert [one.reason for one in await cases()] == ["maybe_undelivered"]


async def test_who_did_not_get_the_questions_answers_none(clock: Clock, sam: Staff, texted: Twilio) -> None:
    amina = await person("Amina", PHONE)
    await starts(amina, clock)
    for _ in range(2):
        await goes_on_to(amina, clock)
        await worked()
        async with transaction() as session:
            query = select(Outgoing.provider_ref).where(Outgoing.about == "checkin", Outgoing.status == "sent")
            (ref,) = (await session.execute(query)).scalars()
            await outbox.receipt(session, ref or "", "undelivered", LANDLINE)
        await worked()
        clock.passes(hours=49)
        await jobs.settle_unanswered_checkins(MINUTE)
        async with transaction() as session:
            # Whoever sees to it has done so, and the next question is due.
            await session.execute(update(Handoff).values(returned_at=clock()))
    async with transaction() as session:
        asked = (await session.execute(select(Checkin).where(Checkin.sent_at.is_not(None)))).scalars().all()
        assert {(one.state, one.why) for one in asked} == {("left_out", "undelivered")}
        assert (await session.execute(text("SELECT count(*) FROM jobs WHERE seldom_since IS NOT NULL"))).scalar_one() == 0
    assert {one.reason for one in await cases()} == {"undelivered"}
    assert all(one.question != "no_reply" for one in await due(amina))


async def test_the_text_that_is_found_missing_later_is_of_the_thread_they_have(
    clean: None, sam: Staff, texted: Twilio
) -> None:
    who = await known("Amina", PHONE)
    await fails()
    async with transaction() as session:
        talks = await messaging.of_claimant(session, who)
    assert [one.conversation_id for one in await cases()] == [one.id for one in talks]
