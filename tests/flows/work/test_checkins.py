"""Check-ins against the real database: planned, sent once, held, and only to whom they are meant for."""

import asyncio
from datetime import time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from casework import checkins, claimants, messaging, outbox, safeguarding
from casework.base.clock import local
from casework.base.db import transaction
from casework.checkins import Checkin, Job, sending
from casework.claimants import Claimant
from casework.messaging import Conversation, Message
from casework.safeguarding import Alert
from casework.staff import Staff
from tests.flows.conftest import Assistant
from tests.flows.phones import OTHER, PHONE, gets, said, texts_us, thread
from tests.flows.working import (
    Clock,
    amina,
    asked,
    clock,
    due,
    goes_on_to,
    person,
    sends,
    starts,
)

__all__ = ["amina", "clock"]


async def test_a_job_brings_its_questions_in_the_same_transaction(amina: UUID, clock: Clock) -> None:
    async with transaction() as session:
        day = local(clock()).date()
        await checkins.job_started(session, await claimants.get(session, amina), day, reported_by="person")
        await session.rollback()
    assert await due(amina) == []
    await starts(amina, clock)
    planned = await due(amina)
    assert [one.step for one in planned[:4]] == ["day_1", "day_3", "week_1", "week_2"]
    assert planned[-1].step == "week_91", "week 104 lies behind 24 months from referral"
    assert {one.version for one in planned} == {"2026-12"}


async def test_telling_it_twice_plans_once_and_another_day_moves_it(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    before = await due(amina)
    await starts(amina, clock)
    assert len(await due(amina)) == len(before)
    await starts(amina, clock, in_days=8)
    moved = {one.step: one.due_at.date() for one in await due(amina)}
    assert all(
        moved[one.step] - one.due_at.date() == timedelta(days=7)
        for one in before
        if one.step in moved
        if one.step != "payday"
    )


async def test_it_is_sent_once_however_many_send(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock)
    clock.at = (await due(amina))[0].due_at
    await asyncio.gather(sends(), sends(), sends())
    assert [one.text for one in await said()] == ["Hi Amina, Northbridge job support here. How was your first day?"]
    (text,) = await gets()
    assert text.endswith("\n1 Good\n2 OK\n3 Not good")
    assert assistant.asked == [], "sending never calls the assistant"
    assert (await thread()).pending == [{"event": "checkin_asked"}]


async def test_the_reply_is_played_with_the_open_question(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us("3")
    await messaging.answer((await thread()).id)
    assert [(turn["text"], turn["before"]) for turn in assistant.asked] == [("Not good", [{"event": "checkin_asked"}])]


class Killed(BaseException):
    """What no code of ours catches."""


async def test_a_kill_in_the_middle_loses_and_repeats_nothing(
    amina: UUID, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await starts(amina, clock)
    clock.at = (await due(amina))[0].due_at

    async def dies(*_: object, **__: object) -> Message:
        raise Killed

    with monkeypatch.context() as broken:
        broken.setattr(messaging, "record_several", dies)
        with pytest.raises(Killed):
            await sending.send_next()
    assert await asked(amina) == []
    await sends()
    await sends()
    assert len(await gets()) == 1


async def test_one_that_fails_stands_in_nobodys_way(amina: UUID, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    omar = await person("Omar", OTHER)
    await starts(amina, clock)
    await starts(omar, clock)
    clock.at = (await due(amina))[0].due_at
    whole = sending._with_opening

    def breaks(asked: checkins.Question, who: Claimant, council_name: str) -> str:
        if who.id == amina:
            raise ValueError("broken")
        return whole(asked, who, council_name)

    with monkeypatch.context() as broken:
        broken.setattr(sending, "_with_opening", breaks)
        await sends()
    assert [len(await gets(PHONE)), len(await gets(OTHER))] == [0, 1]
    clock.passes(minutes=30)
    await sends()
    assert len(await gets(PHONE)) == 1


async def test_none_goes_while_an_alert_is_open(amina: UUID, clock: Clock, sam: Staff) -> None:
    await starts(amina, clock)
    await texts_us("he hits me")
    clock.at = (await due(amina))[0].due_at
    await sends()
    assert await asked(amina) == []
    assert (await due(amina))[0].why == "alert"
    await safe_again(sam)
    clock.passes(minutes=30)
    await sends()
    assert len(await asked(amina)) == 1


async def safe_again(sam: Staff) -> None:
    async with transaction() as session:
        await session.execute(update(Conversation).values(safety=None))
        for alert in (await session.execute(select(Alert))).scalars():
            await safeguarding.close(session, alert.id, sam.id, sam.areas, "spoken to")


async def test_none_goes_soon_after_another_message(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    clock.at = (await due(amina))[0].due_at
    async with transaction() as session:
        sent = await outbox.post(session, "sms", PHONE, "Reminder")
        sent.made_at = clock() - timedelta(hours=3, minutes=30)
    await sends()
    assert await asked(amina) == []
    clock.passes(minutes=31)
    await sends()
    assert len(await asked(amina)) == 1


async def test_none_goes_after_stop_and_they_are_no_misses(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await texts_us("STOP")
    await goes_on_to(amina, clock)
    assert await asked(amina) == []
    async with transaction() as session:
        left_out = (await session.execute(select(Checkin).where(Checkin.state == "left_out"))).scalar_one()
    assert (left_out.step, left_out.why) == ("day_1", "no_consent")


async def test_a_stop_between_sending_and_delivery_holds_it_back(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    async with transaction() as session:
        await outbox.quiet(session, PHONE, "stopped")
    assert await gets() == []


async def test_a_pause_is_kept_and_ends(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    async with transaction() as session:
        who = await claimants.get(session, amina)
        await checkins.change_plan(session, who, paused_until=local(clock()).date() + timedelta(days=5))
    for _ in range(6):
        await sends()
        clock.passes(days=1)
    assert await asked(amina) == []
    await goes_on_to(amina, clock)
    assert [one.step for one in await asked(amina)] == ["week_1"]


async def test_none_goes_on_a_known_shift(amina: UUID, clock: Clock) -> None:
    days = "mon tue wed thu fri sat sun"
    await starts(amina, clock, shifts=[{"days": days, "from": "08:00", "until": "18:30"}])
    clock.at = (await due(amina))[0].due_at
    await sends()
    assert await asked(amina) == []
    assert local((await due(amina))[0].look_at).time() == time(18, 30)


async def test_two_people_at_once(amina: UUID, clock: Clock) -> None:
    omar = await person("Omar", OTHER)
    await starts(amina, clock)
    await starts(omar, clock)
    clock.at = (await due(amina))[0].due_at
    await asyncio.gather(sends(), sends())
    assert [len(await gets(PHONE)), len(await gets(OTHER))] == [1, 1]
    assert "Omar" in (await gets(OTHER))[0]


async def test_two_people_with_one_phone_are_never_mixed_up(amina: UUID, clock: Clock) -> None:
    omar = await person("Omar", PHONE)
    await starts(amina, clock)
    await starts(omar, clock)
    clock.at = (await due(amina))[0].due_at
    await sends()
    assert len(await gets()) == 1


async def test_neutral_words_for_who_needs_them(amina: UUID, clock: Clock) -> None:
    async with transaction() as session:
        (await claimants.get(session, amina)).safe_contact = {"neutral": True}
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    assert (await said())[0].text == "Hi Amina. How are things?"


async def test_a_name_with_accents_makes_it_no_dearer(clock: Clock, sam: Staff) -> None:
    sian = await person("Siân Llŷr", PHONE)
    await starts(sian, clock)
    await goes_on_to(sian, clock)
    (asked_,) = await said()
    assert asked_.text == "Hi Siân Llŷr, Northbridge job support here. How was your first day?"
    assert outbox.length(messaging.as_text(asked_.text, asked_.choices)).parts == 1


async def test_a_name_that_would_make_it_dear_is_left_out(clock: Clock, sam: Staff) -> None:
    long = await person("Bartholomew " * 9, PHONE)
    await starts(long, clock)
    await goes_on_to(long, clock)
    assert (await said())[0].text == "Northbridge job support here. How was your first day?"


async def test_who_opens_the_web_chat_is_asked_there(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    clock.at = (await due(amina))[0].due_at
    async with transaction() as session:
        chat, _ = await messaging.start(session, "northbridge", "Northbridge")
        await messaging.join(session, chat.id, amina)
        put = await checkins.ask_here(session, await claimants.get(session, amina), chat.id)
        assert put
        assert put.step == "day_1"
    await sends()
    assert await gets() == []


async def test_nobody_is_asked_after_our_responsibility(amina: UUID, clock: Clock) -> None:
    async with transaction() as session:
        who: Claimant = await claimants.get(session, amina)
        who.referred_on = local(clock()).date() - timedelta(days=365 * 2 - 20)
    await starts(amina, clock)
    assert max(one.due_at for one in await due(amina)) < clock() + timedelta(days=22)


async def test_what_is_erased_takes_its_check_ins_along(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    async with transaction() as session:
        await session.delete(await claimants.get(session, amina))
    async with transaction() as session:
        assert (await session.execute(select(Checkin.id))).scalars().all() == []
        assert (await session.execute(select(Job.id))).scalars().all() == []
