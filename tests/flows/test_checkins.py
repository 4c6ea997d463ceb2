"""Check-ins against the real database: planned, sent once, held, answered, escalated, forgiven.

The clock of the room is moved by the tests; it starts at noon some days ahead, so that no hour of the night is in the way.
"""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from types import ModuleType
from uuid import UUID

import pytest
from sqlalchemy import select, update

from casework import checkins, claimants, handoff, messaging, outbox, safeguarding
from casework.base.clock import LONDON, local, now
from casework.base.db import transaction
from casework.checkins import Checkin, Heard, Job, hearing, jobs, reporting, rules, sending, service, silence, tasks
from casework.claimants import Claimant
from casework.council import council
from casework.handoff import Handoff
from casework.messaging import Conversation, Message
from casework.safeguarding import Alert
from casework.staff import Staff
from tests.flows.conftest import Assistant
from tests.flows.phones import OTHER, PHONE, gets, said, texts_us, thread

ROOM: tuple[ModuleType, ...] = (hearing, reporting, sending, service, silence, tasks)
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
        return await checkins.hear(session, await claimants.get(session, who), waits, outcome, (await thread()).id)


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
    assert {one.version for one in planned} == {"2026-11"}


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
        broken.setattr(messaging, "record", dies)
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


async def test_an_answer_by_number(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    heard = await answers(amina, "1")
    assert (heard.outcome, heard.follow_up, heard.promised_by) == ("good", None, None)
    (first,) = await asked(amina)
    assert (first.state, first.score, first.trend) == ("answered", 1, None)
    assert await case() is None


async def test_trouble_in_words_is_a_case_the_same_day(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    heard = await answers(amina, "2 but they still havent paid me")
    assert heard.outcome == "not_paid"
    made = await case()
    assert made is not None
    assert (made.reason, made.level) == ("checkin_not_paid", "P2")
    assert (
        made.promised_by
        == heard.promised_by
        == rules.promise(council().area("northbridge"), given("not_paid"), clock())
    )


def given(outcome: str) -> checkins.outcomes.Task:
    task = checkins.outcomes.outcomes().outcomes[outcome].task
    assert task is not None
    return task


async def test_one_follow_up_makes_the_case_graver(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    heard = await answers(amina, "3")
    assert heard.follow_up
    assert "hardest part" in heard.follow_up.text
    first = await case()
    assert first is not None
    assert (first.reason, first.level) == ("checkin_struggling", "P3")
    heard = await answers(amina, "I may leave")
    assert heard.follow_up is None
    after = await case()
    assert after is not None
    assert (after.reason, after.level) == ("checkin_leaving", "P2")
    assert after.promised_by <= first.promised_by


async def test_not_good_twice_running_is_graver(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    for _ in range(2):
        await goes_on_to(amina, clock)
        await answers(amina, "not good at all")
    found = await asked(amina)
    assert [(one.level, one.trend) for one in found] == [("P3", None), ("P2", "same")]


async def test_a_job_that_ends_ends_the_questions(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    assert (await answers(amina, "got sacked mate")).outcome == "left"
    assert await due(amina) == []
    made = await case()
    assert made is not None
    assert (made.reason, made.level) == ("checkin_left", "P2")
    await starts(amina, clock, in_days=10)
    assert (await due(amina))[0].step == "day_before"


async def test_two_misses_a_note_a_call_then_seldom(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    for _ in range(2):
        await goes_on_to(amina, clock)
        await keeps_silent(clock)
    assert [one.state for one in await asked(amina)] == ["missed", "missed"]
    await goes_on_to(amina, clock)
    assert "No word from you" in (await said())[-1].text
    await keeps_silent(clock)
    made = await case()
    assert made is not None
    assert (made.reason, made.level) == ("checkin_no_reply", "P3")
    days = [one.due_at.date() for one in await due(amina)]
    assert all((later - day).days >= 27 for day, later in pairwise(days))


async def test_a_late_answer_counts_and_brings_the_questions_back(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    planned = len(await due(amina))
    for _ in range(2):
        await goes_on_to(amina, clock)
        await keeps_silent(clock)
    assert len(await due(amina)) < planned - 2
    await answers(amina, "all good thanks")
    assert [one.state for one in await asked(amina)] == ["missed", "answered"]
    assert [one.step for one in await due(amina)][:3] == ["week_1", "week_2", "week_3"]


async def test_words_that_nothing_was_read_from_reach_a_person(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us("purple monkey dishwasher")
    async with transaction() as session:
        await session.execute(update(Message).where(Message.sender == "claimant").values(at=clock()))
        await session.execute(
            update(Checkin).where(Checkin.sent_at.is_not(None)).values(sent_at=clock() - timedelta(hours=1))
        )
    await keeps_silent(clock)
    made = await case()
    assert made is not None
    assert made.reason == "checkin_unread"


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


async def test_a_name_that_would_make_it_dear_is_left_out(clock: Clock, sam: Staff) -> None:
    sian = await person("Siân Llŷr", PHONE)
    await starts(sian, clock)
    await goes_on_to(sian, clock)
    assert (await said())[0].text == "Northbridge job support here. How was your first day?"


async def test_a_workers_own_question_goes_once(amina: UUID, clock: Clock, sam: Staff) -> None:
    await starts(amina, clock)
    async with transaction() as session:
        await checkins.ask_own(session, await claimants.get(session, amina), sam, "Did the new boots fit?")
    await goes_on_to(amina, clock)
    assert (await said())[-1].text.endswith("Did the new boots fit?")
    assert (await answers(amina, "like a glove")).outcome == "said"
    await goes_on_to(amina, clock)
    assert "boots" not in (await said())[-1].text


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
