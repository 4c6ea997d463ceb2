"""The questions of a booking against the real database: what is heard, held, and left free."""

from datetime import time
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import appointments, claimants, messaging
from casework.appointments import Appointment, BookingTalk, Step, Who
from casework.base.db import transaction
from casework.council import council
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, workday, works

AREA = council().area("northbridge")
UNKNOWN = Who(AREA)


@pytest.fixture
async def chat(sam: Staff) -> UUID:
    await works(sam)
    async with transaction() as session:
        return (await messaging.start(session, "northbridge", "Northbridge"))[0].id


async def says(chat: UUID, *words: str, who: Who = UNKNOWN) -> BookingTalk:
    """The words one after another, each in a transaction of its own, as they come."""
    for said in words:
        async with transaction() as session:
            talk = await appointments.talk_of(session, chat) or await appointments.begin_talk(session, chat)
            await appointments.hear(session, talk, said, who)
    async with transaction() as session:
        found = await appointments.talk_of(session, chat)
        assert found
        return found


async def states() -> list[str]:
    async with transaction() as session:
        return list((await session.execute(select(Appointment.state).order_by(Appointment.made_at))).scalars())


def day() -> str:
    return workday().strftime("%d %B")


async def test_somebody_unknown_gives_a_name_and_a_number(chat: UUID) -> None:
    talk = await says(chat, "by phone", f"{day()} at 10", "1", "yes")
    assert talk.step == Step.NAME
    assert (await says(chat, "my name is Jo")).step == Step.NUMBER
    assert (await says(chat, "rather not say")).step == Step.NUMBER
    assert (await says(chat, "07700 900123")).step == Step.ADJUSTMENTS
    async with transaction() as session:
        made = (await session.execute(select(Appointment))).scalar_one()
        assert (made.state, made.name, made.reach) == ("booked", "Jo", {"kind": "call", "address": "+447700900123"})


@pytest.mark.parametrize(("way", "step"), [("by phone", Step.NUMBER), ("face to face", Step.ADJUSTMENTS)])
async def test_an_email_of_a_meeting_before_is_no_number_to_ring(chat: UUID, way: str, step: Step) -> None:
    await says(chat, "face to face", f"{day()} at 10", "1", "yes", "Jo", "rather not say", "no")
    async with transaction() as session:
        await appointments.end_talk(session, await session.get_one(BookingTalk, chat))
        (await session.execute(select(Appointment))).scalar_one().reach = {"kind": "email", "address": "jo@example.org"}
    assert (await says(chat, way, f"{day()} at 12", "1", "yes")).step == step


async def test_somebody_known_is_asked_for_neither(chat: UUID) -> None:
    async with transaction() as session:
        ali = await claimants.create(session, area="northbridge", preferred_name="Ali", source="worker", channels=[])
    talk = await says(chat, "face to face", f"{day()} at 10", "1", "yes", who=Who(AREA, ali))
    assert talk.step == Step.ADJUSTMENTS


async def test_face_to_face_needs_no_number(chat: UUID) -> None:
    assert (await says(chat, "face to face", f"{day()} at 10", "1", "yes", "Jo", "rather not say")).step == Step.ADJUSTMENTS


async def test_who_writes_by_text_has_given_a_number(chat: UUID) -> None:
    talk = await says(chat, "by phone", f"{day()} at 10", "1", "yes", "Jo", who=Who(AREA, None, "+447700900123"))
    assert talk.step == Step.ADJUSTMENTS


async def test_taken_meanwhile_offers_others(chat: UUID, sam: Staff) -> None:
    talk = await says(chat, "by phone", f"{day()} at 10")
    first = talk.offered[0]["start"]
    async with transaction() as session:
        diary = (await appointments.diary_of(session, sam.id)).id
    await booked(slot(diary, time(10)), "phone")
    talk = await says(chat, "1")
    assert (talk.step, talk.why) == (Step.CHOOSE, "taken")
    assert first not in [one["start"] for one in talk.offered]


async def test_taken_while_they_say_who_they_are_offers_others(chat: UUID, sam: Staff) -> None:
    talk = await says(chat, "face to face", f"{day()} at 10", "1", "yes", "Jo")
    async with transaction() as session:
        held = await session.get_one(Appointment, talk.holding_id)
        first, diary, held.state = held.starts_at, held.diary_id, "let_go"
    await booked(slot(diary, time(10)), "phone")
    talk = await says(chat, "rather not say")
    assert (talk.step, talk.why) == (Step.CHOOSE, "taken")
    assert first.isoformat() not in [one["start"] for one in talk.offered]


async def test_other_times_is_not_the_only_one_shown(chat: UUID) -> None:
    talk = await says(chat, "by phone", f"{day()} at 10")
    async with transaction() as session:
        kept = await session.get_one(BookingTalk, talk.conversation_id)
        kept.offered = talk.offered[:1]
    assert (await says(chat, "Other times")).step == Step.WHEN


async def test_earlier_later_and_other(chat: UUID) -> None:
    shown = (await says(chat, "by phone", f"{day()} at 2pm")).offered
    later = (await says(chat, "later")).offered
    assert later[0]["start"] > shown[-1]["start"]
    earlier = (await says(chat, "earlier")).offered
    assert earlier[0]["start"] < later[0]["start"]
    assert (await says(chat, "Other times")).step == Step.WHEN


async def test_three_misses_end_in_a_person(chat: UUID) -> None:
    assert (await says(chat, "by phone", "purple", "monkey")).step == Step.WHEN
    assert (await says(chat, "dishwasher")).step == Step.GAVE_UP


async def test_a_no_frees_the_time(chat: UUID, sam: Staff) -> None:
    await says(chat, "by phone", f"{day()} at 10", "1")
    assert await states() == ["held"]
    assert (await says(chat, "no")).step == Step.WHEN
    assert await states() == ["let_go"]


async def test_beginning_again_frees_what_was_held(chat: UUID) -> None:
    await says(chat, "by phone", f"{day()} at 10", "1")
    async with transaction() as session:
        await appointments.begin_talk(session, chat)
    assert await states() == ["let_go"]


async def test_moving_keeps_the_meeting_until_the_new_time_is_agreed(chat: UUID) -> None:
    await says(chat, "face to face", f"{day()} at 10", "1", "yes", "Jo", "no")
    async with transaction() as session:
        mine = (await appointments.coming(session, chat))[0]
        talk = await appointments.talk_of(session, chat)
        assert talk
        await appointments.end_talk(session, talk)
        await appointments.begin_talk(session, chat, mine)
    await says(chat, f"{day()} at 2pm", "1")
    async with transaction() as session:
        assert (await appointments.coming(session, chat))[0].sequence == 0
    assert (await says(chat, "yes")).step == Step.DONE
    async with transaction() as session:
        moved = await appointments.coming(session, chat)
        assert [(one.id, one.sequence) for one in moved] == [(mine.id, 1)]


@pytest.mark.parametrize(("said", "step", "state"), [("yes", Step.CANCELLED, "cancelled"), ("keep it", Step.KEPT, "booked")])
async def test_cancelling_is_asked_once_more(chat: UUID, said: str, step: Step, state: str) -> None:
    await says(chat, "face to face", f"{day()} at 10", "1", "yes", "Jo", "no")
    async with transaction() as session:
        mine = (await appointments.coming(session, chat))[0]
        await appointments.begin_cancelling(session, chat, mine)
    assert (await says(chat, said)).step == step
    assert await states() == [state]


async def test_two_people_never_see_each_others(chat: UUID) -> None:
    await says(chat, "face to face", f"{day()} at 10", "1", "yes", "Jo", "no")
    async with transaction() as session:
        other = (await messaging.start(session, "northbridge", "Northbridge"))[0].id
        assert await appointments.coming(session, other) == []
