"""Group sessions against the real database: full ones, the last place, days ruled out, names, another worker."""

import asyncio
from datetime import time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, text

from casework import appointments, messaging
from casework.appointments import Appointment, BookingTalk, Slot, Sought, Step
from casework.appointments.booking.naming import wished_group
from casework.appointments.desk import leaving
from casework.appointments.times.diary import instant
from casework.base.db import transaction
from casework.council import council
from casework.staff import Staff
from tests.flows.appointments.test_appointments import workday, works
from tests.flows.appointments.test_booking_ways import says
from tests.flows.conftest import in_danger
from tests.flows.desk.test_desk_colleagues import kim
from tests.flows.desk.test_desk_diary import Desk, sam_at_desk
from tests.flows.phones import OTHER, PHONE, gets, texts_us

__all__ = ["kim", "sam_at_desk"]
AREA = council().area("northbridge")
THIRD = "+447700900789"


@pytest.fixture
async def diary(sam: Staff) -> int:
    return await works(sam)


async def session_on(diary: int, title: str, days: int = 0, places: int = 1, at: time = time(10)) -> UUID:
    """So many days after the Tuesday."""
    start = instant(workday() + timedelta(days=days), at)
    wanted = Slot(start, start + timedelta(minutes=90), diary, "Sam", "hub")
    async with transaction() as session:
        held = await appointments.hold(session, AREA, wanted, Sought("group", "in_person"), None)
        anchor = await appointments.book(session, held, AREA)
        return (await appointments.make_group(session, anchor, title, places)).id


async def thread(phone: str = PHONE) -> UUID:
    async with transaction() as session:
        return (await messaging.start_texts(session, "northbridge", phone)).id


async def fill(group: UUID, phone: str = THIRD, name: str = "Jo") -> UUID:
    """One place, booked by text."""
    async with transaction() as session:
        place = await appointments.hold_place(session, group, await _thread_of(phone), None)
        place.name, place.reach = name, {"kind": "sms", "address": phone}
        return (await appointments.book(session, place, AREA)).id


async def _thread_of(phone: str) -> UUID:
    async with transaction() as session:
        known = await messaging.of_phone(session, phone)
    return known.id if known else await thread(phone)


def titles(talk: BookingTalk) -> list[str]:
    return [one["title"].rpartition(": ")[0] for one in talk.offered]


async def test_one_in_the_evening_is_outside_nobodys_hours(diary: int) -> None:
    evening = await session_on(diary, "Job club", at=time(19))
    place = await fill(evening)
    async with transaction() as session:
        assert (await session.get_one(Appointment, place)).state == "booked"


async def test_a_full_one_says_so_and_the_next_is_offered(diary: int) -> None:
    await fill(await session_on(diary, "Job club"))
    await session_on(diary, "CV workshop", days=1)
    talk = await says(await thread(), "a group please")
    assert (talk.step, talk.why, titles(talk)) == (Step.CHOOSE, "full", ["CV workshop"])


async def test_where_all_are_full_another_way_is_asked_for(diary: int) -> None:
    await fill(await session_on(diary, "Job club"))
    talk = await says(await thread(), "a group please")
    assert (talk.step, talk.why, talk.offered) == (Step.FORMAT, "no_group", [])
    assert (await says(talk.conversation_id, "by phone")).step == Step.WHEN


async def test_the_one_that_was_named_is_offered_alone(diary: int) -> None:
    await session_on(diary, "CV workshop")
    await session_on(diary, "Job club", days=1)
    assert titles(await says(await thread(), "a group: the job club")) == ["Job club"]


async def test_of_the_one_named_the_next_that_has_room(diary: int) -> None:
    await fill(await session_on(diary, "Job club"))
    await session_on(diary, "CV workshop", days=1)
    await session_on(diary, "Job club", days=2)
    talk = await says(await thread(), "a group: the job club")
    assert (talk.why, titles(talk)) == ("filled", ["Job club"])


async def test_one_of_those_offered_is_chosen_by_its_name(diary: int) -> None:
    await session_on(diary, "CV workshop")
    last = await session_on(diary, "Job club", days=1)
    talk = await says(await thread(), "a group please", "the job club one")
    async with transaction() as session:
        held = await session.get_one(Appointment, talk.holding_id)
        assert (talk.step, held.group_id) == (Step.CONFIRM, last)


async def test_none_on_a_day_ruled_out_is_offered(diary: int) -> None:
    await session_on(diary, "CV workshop")
    await session_on(diary, "Job club", days=1)
    chat = await thread()
    assert titles(await says(chat, "a group please")) == ["CV workshop", "Job club"]
    assert titles(await says(chat, f"no, not {workday():%d %B}")) == ["Job club"]
    assert titles(await says(chat, "other times", "in a group")) == ["Job club"]


async def test_the_day_may_be_ruled_out_from_the_start(diary: int) -> None:
    await session_on(diary, "CV workshop")
    await session_on(diary, "Job club", days=1)
    assert titles(await says(await thread(), "a group but no tuesdays")) == ["Job club"]


async def test_a_weekday_alone_is_none_of_them(diary: int) -> None:
    await session_on(diary, "CV workshop")
    await session_on(diary, "Job club", days=1)
    assert titles(await says(await thread(), "a group please", "no tuesday")) == ["Job club"]


async def test_where_all_are_ruled_out_it_is_said(diary: int) -> None:
    await session_on(diary, "CV workshop")
    talk = await says(await thread(), "a group but no tuesdays")
    assert (talk.step, talk.why) == (Step.FORMAT, "no_other_group")


async def test_two_at_once_for_the_last_place_make_one(diary: int) -> None:
    last = await session_on(diary, "Job club", places=2)
    await fill(last)
    await session_on(diary, "CV workshop", days=1)
    chats = {PHONE: await thread(PHONE), OTHER: await thread(OTHER)}
    for phone, chat in chats.items():
        assert titles(await says(chat, "a group please", phone=phone)) == ["Job club", "CV workshop"]
    talks = await asyncio.gather(*(says(chat, "1", phone=phone) for phone, chat in chats.items()))
    assert sorted(one.step for one in talks) == [Step.CHOOSE, Step.CONFIRM]
    (lost,) = [one for one in talks if one.step == Step.CHOOSE]
    assert (lost.why, titles(lost)) == ("filled", ["CV workshop"])
    async with transaction() as session:
        assert [one.left for one in await appointments.groups_to_come(session, ["northbridge"])] == [0, 1]


async def test_two_at_once_for_the_last_place_of_all_make_one(diary: int) -> None:
    await session_on(diary, "Job club")
    chats = {PHONE: await thread(PHONE), OTHER: await thread(OTHER)}
    for phone, chat in chats.items():
        await says(chat, "a group please", phone=phone)
    talks = await asyncio.gather(*(says(chat, "1", "yes", phone=phone) for phone, chat in chats.items()))
    assert sorted((one.step, one.why or "") for one in talks) == [(Step.FORMAT, "no_group"), (Step.NAME, "")]


@pytest.mark.parametrize(
    "said", ["book me on Kites & Tea", "Sign me up for the kites tea", "can i join the kites tea", "any places left at KITES & TEA?", "can i get on the last spot at kites tea", "can i come to a group session"]
)
async def test_a_wish_for_one_by_its_name_is_heard_as_a_booking(diary: int, said: str) -> None:
    await session_on(diary, "Kites & tea")
    async with transaction() as session:
        conversation = await messaging.get(session, await thread())
        assert await wished_group(session, conversation, said, None) == "I want to book a meeting, in a group"


@pytest.mark.parametrize(
    "said",
    ["book me on the kites tea", "i cant join the job club", "take me off the job club", "is there a creche at the job club", "can i go to the " + "very " * 12 + "job club"],
)
async def test_other_words_are_their_own(diary: int, said: str) -> None:
    await session_on(diary, "Job club")
    async with transaction() as session:
        conversation = await messaging.get(session, await thread())
        assert await wished_group(session, conversation, said, None) is None


@pytest.mark.parametrize(
    "said",
    [
        "I want to go home, I had an accident in the workshop at work",
        "can i go to my job at the car workshop late",
        "i need to go to the workshop to fix my car",
        "can i join the job club",
    ],
)
async def test_what_is_no_session_to_come_is_left_to_the_assistant(diary: int, said: str) -> None:
    await session_on(diary, "CV workshop")
    async with transaction() as session:
        conversation = await messaging.get(session, await thread())
        assert await wished_group(session, conversation, "can i come to the workshop", None) is not None
        assert await wished_group(session, conversation, said, None) is None


async def test_a_session_may_be_called_like_another_workshop(diary: int) -> None:
    await session_on(diary, "Car repair workshop")
    async with transaction() as session:
        conversation = await messaging.get(session, await thread())
        assert await wished_group(session, conversation, "can i join the car repair workshop", None) is not None


async def test_while_we_ask_them_something_their_words_are_for_that(diary: int) -> None:
    await session_on(diary, "Job club")
    chat = await thread()
    async with transaction() as session:
        conversation = await messaging.locked(session, chat)
        await appointments.begin_talk(session, chat)
        assert await wished_group(session, conversation, "can i join the job club", None) is not None
        await messaging.record(session, conversation, "claimant", "a meeting please")
        await messaging.record(session, conversation, "assistant", "How shall we meet?")
        last = messaging.LastSaid("How shall we meet?", ())
        assert await wished_group(session, conversation, "can i join the job club", last) is None


async def test_the_words_that_named_it_are_heard_with_the_wish(diary: int) -> None:
    await session_on(diary, "Job club")
    got = await texts_us("book me on the job club, not monday")
    assert got
    async with transaction() as session:
        message = await session.get_one(messaging.Message, got.message.id)
        assert message.meant == "I want to book a meeting, in a group"
        heard = await appointments.in_own_words(session, message.meant, str(message.id))
        assert heard == "I want to book a meeting, in a group: book me on the job club, not monday"
        assert await appointments.in_own_words(session, "any other words", str(message.id)) == "any other words"


async def test_a_group_goes_to_a_colleague_with_its_places(diary: int, sam: Staff, kim: Staff) -> None:
    group = await session_on(diary, "Job club")
    place = await fill(group)
    async with transaction() as session:
        anchor = (await session.execute(select(appointments.GroupSession.anchor_id))).scalar_one()
        assert not await appointments.reassign(session, anchor, kim, sam)
    assert ["but with Kim" in one for one in await gets(THIRD)].count(True) == 1
    async with transaction() as session:
        for one in (anchor, place):
            assert await appointments.worker_of(session, await session.get_one(Appointment, one)) == "Kim"


async def test_a_worker_who_leaves_hands_groups_over_whole(diary: int, sam: Staff, kim: Staff) -> None:
    place = await fill(await session_on(diary, "Job club"))
    async with transaction() as session:
        assert await leaving.hand_over(session, await session.get_one(Staff, sam.id), kim, workday()) == (1, [], [])
    async with transaction() as session:
        assert await appointments.worker_of(session, await session.get_one(Appointment, place)) == "Kim"
        reminders = text("SELECT args->>'sequence' FROM procrastinate_jobs WHERE task_name = 'send_reminder' AND args->>'appointment' = :id")
        assert set((await session.execute(reminders, {"id": str(place)})).scalars()) == {"1"}


async def test_who_comes_with_an_open_alert_is_marked_on_the_page(diary: int, sam_at_desk: Desk) -> None:
    await fill(await session_on(diary, "Job club"))
    assert "Open alert" not in await sam_at_desk.sees("/desk/groups")
    async with transaction() as session:
        talk = await messaging.of_phone(session, THIRD)
        assert talk
        await in_danger(session, talk)
    page = await sam_at_desk.sees("/desk/groups")
    assert "Open alert" in page
    assert f"/desk/conversations/{talk.id}" in page
