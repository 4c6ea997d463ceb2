"""Groups, homes, rooms with what somebody needs, two services in one visit, and the waiting list."""

from datetime import time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import appointments, claimants, messaging
from casework.appointments import Appointment, BookingTalk, Sought, Step, Waiting, Who, Wish
from casework.appointments.meetings import telling
from casework.appointments.meetings.freed import OFFERED, offer_freed_times
from casework.appointments.models import Room
from casework.appointments.times.diary import instant
from casework.appointments.words.picking import slots
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.base.errors import Conflict
from casework.claimants import Claimant
from casework.council import council
from casework.messaging import Conversation, Message
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, workday, works

AREA = council().area("northbridge")
PHONE = "+447700900123"


@pytest.fixture
async def texts(sam: Staff) -> UUID:
    """A thread of texts with somebody we do not know."""
    async with transaction() as session:
        return (await messaging.start_texts(session, "northbridge", PHONE)).id


@pytest.fixture
def daytime(monkeypatch: pytest.MonkeyPatch) -> None:
    """Noon, whenever the test runs: nobody is texted at night."""
    monkeypatch.setattr(telling, "now", lambda: now().replace(hour=12))


async def says(chat: UUID, *words: str, claimant: UUID | None = None, phone: str | None = PHONE) -> BookingTalk:
    for said in words:
        async with transaction() as session:
            known = await claimants.get(session, claimant) if claimant else None
            talk = await appointments.talk_of(session, chat) or await appointments.begin_talk(session, chat)
            await appointments.hear(session, talk, said, Who(AREA, known, phone))
    async with transaction() as session:
        return await session.get_one(BookingTalk, chat)


async def known(**more: object) -> UUID:
    async with transaction() as session:
        made = await claimants.create(
            session, area="northbridge", preferred_name="Ali", source="worker", channels=[("sms", PHONE, True)], **more
        )
        return made.id


def on_the_day(clock: str = "at 10") -> str:
    return f"{workday().strftime('%d %B')} {clock}"


async def the(kind: type[Waiting] | type[Appointment]) -> Waiting | Appointment:
    async with transaction() as session:
        return (await session.execute(select(kind))).scalar_one()


async def test_what_makes_it_easier_is_asked_once_and_remembered(texts: UUID, sam: Staff) -> None:
    await works(sam)
    ali = await known()
    talk = await says(texts, "face to face", on_the_day(), "1", "yes", claimant=ali)
    assert talk.step == Step.ADJUSTMENTS
    assert (await says(texts, "I need a Polish interpreter", claimant=ali)).step == Step.NOTED
    async with transaction() as session:
        assert (await session.get_one(Claimant, ali)).adjustments == "I need a Polish interpreter"
        await appointments.begin_talk(session, texts)
    talk = await says(texts, "face to face", on_the_day("at 2"), "1", "yes", claimant=ali)
    assert talk.step == Step.DONE


async def test_no_is_remembered_too(texts: UUID, sam: Staff) -> None:
    await works(sam)
    ali = await known()
    assert (await says(texts, "face to face", on_the_day(), "1", "yes", "no", claimant=ali)).step == Step.NOTED
    async with transaction() as session:
        assert (await session.get_one(Claimant, ali)).adjustments == ""
        await appointments.begin_talk(session, texts)
    assert (await says(texts, "face to face", on_the_day("at 2"), "1", "yes", claimant=ali)).step == Step.DONE


async def test_a_quiet_room_is_kept_for_who_needs_it(sam: Staff) -> None:
    """The hub has one; the library has none."""
    diary = await works(sam)
    quiet = Sought("review", "in_person", frozenset({"quiet"}))
    async with transaction() as session:
        held = await appointments.hold(session, AREA, slot(diary), quiet, None)
        room = await session.get_one(Room, held.room_id)
        assert "quiet" in next(one for one in AREA.venues if one.id == "hub").room_features()[room.number - 1]
    with pytest.raises(Conflict, match="no room"):
        async with transaction() as session:
            await appointments.hold(session, AREA, slot(diary, time(15), venue="library"), quiet, None)


async def test_both_services_in_one_visit(texts: UUID, sam: Staff) -> None:
    """Money advice is at the hub on Tuesdays from 9.30 to 3.30."""
    await works(sam)
    talk = await says(texts, "face to face, and money advice in one go", on_the_day("after 3pm"))
    assert [local(one.start).time() for one in slots(talk)] == [time(15), time(15, 15), time(15, 30)]
    async with transaction() as session:
        wednesday = workday() + timedelta(days=1)
        sought = Sought("review", "in_person", services=("money advice",))
        found = await appointments.find(session, AREA, Wish(instant(wednesday, time(9)), instant(wednesday, time(17))), sought)
        assert found.why == "taken"


async def test_a_home_is_visited_only_once_they_are_known(texts: UUID, sam: Staff) -> None:
    await works(sam)
    talk = await says(texts, "can you do a home visit")
    assert (talk.step, talk.format, talk.why) == (Step.WHEN, "phone", "home")
    async with transaction() as session:
        await appointments.begin_talk(session, texts)
    talk = await says(texts, "can you do a home visit", on_the_day(), "1", "yes", claimant=(ali := await known()))
    assert talk.step == Step.ADDRESS
    await says(texts, "why", "12 Mill Road, NB1 2AB", claimant=ali)
    made = await the(Appointment)
    assert isinstance(made, Appointment)
    assert (made.state, made.note) == ("booked", "Address: 12 Mill Road, NB1 2AB")
    assert (made.format, made.venue, made.room_id) == ("home_visit", None, None)
    assert made.blocked_until - made.ends_at == timedelta(minutes=council().appointments.travel_minutes)


async def noted() -> str:
    async with transaction() as session:
        return (await session.execute(select(Appointment.note).where(Appointment.state == "booked"))).scalar_one()


async def test_a_visit_whose_address_is_not_told_may_be_a_call(texts: UUID, sam: Staff) -> None:
    await works(sam)
    ali = await known()
    talk = await says(texts, "can you do a home visit", on_the_day(), "1", "yes", "by phone", claimant=ali)
    assert (talk.step, talk.format) == (Step.CHOOSE, "phone")
    await says(texts, "1", "yes", claimant=ali)
    assert await noted() == ""


async def test_a_visit_that_is_moved_is_to_the_same_address(texts: UUID, sam: Staff) -> None:
    await works(sam)
    ali = await known()
    await says(texts, "can you do a home visit", on_the_day(), "1", "yes", "12 Mill Road", "no", claimant=ali)
    async with transaction() as session:
        meeting = (await session.execute(select(Appointment))).scalar_one()
        await appointments.begin_talk(session, texts, meeting)
    talk = await says(texts, on_the_day("at 2pm"), "1", "yes", claimant=ali)
    assert talk.step == Step.DONE
    assert await noted() == "Address: 12 Mill Road"


async def group(sam: Staff, places: int = 2) -> UUID:
    diary = await works(sam)
    anchor = await booked(slot(diary))
    async with transaction() as session:
        made = await appointments.make_group(session, await session.get_one(Appointment, anchor), "Job club", places)
        return made.id


async def test_a_place_in_a_group(texts: UUID, sam: Staff) -> None:
    made = await group(sam)
    talk = await says(texts, "a group please")
    assert [one["title"].split(":")[0] for one in talk.offered] == ["Job club"]
    assert (await says(texts, "1", "yes", "Jo", "no")).step == Step.NOTED
    async with transaction() as session:
        (place,) = await appointments.places_of(session, made)
        assert (place.name, place.state, place.kind) == ("Jo", "booked", "group")
        assert [one.left for one in await appointments.groups_to_come(session, ["northbridge"])] == [1]
        assert [one.id for one in await appointments.coming(session, texts)] == [place.id]


async def test_a_group_is_never_overfull(sam: Staff, texts: UUID) -> None:
    made = await group(sam, places=1)
    async with transaction() as session:
        await appointments.hold_place(session, made, texts, None)
    with pytest.raises(Conflict, match="every place"):
        async with transaction() as session:
            await appointments.hold_place(session, made, texts, None)
    talk = await says(texts, "the group")
    assert (talk.step, talk.why, talk.offered) == (Step.FORMAT, "no_group", [])


async def taken_day(sam: Staff) -> UUID:
    """Sam's whole Tuesday is booked; the id of its meeting at 10."""
    diary = await works(sam)
    async with transaction() as session:
        session.add(appointments.TimeOff(diary_id=diary, first=workday(), last=workday(), starts=time(11), ends=time(17)))
    await booked(slot(diary, time(9), 50), "phone")
    return await booked(slot(diary, time(10), 60), "phone")


async def test_who_waits_hears_of_a_freed_time_and_books_it(texts: UUID, sam: Staff, daytime: None) -> None:
    ten = await taken_day(sam)
    talk = await says(texts, "by phone", on_the_day("at 10"))
    assert talk.why == "taken"
    assert (await says(texts, "Tell me if one comes free", "Jo")).step == Step.WAITING
    async with transaction() as session:
        await appointments.end_talk(session, await session.get_one(BookingTalk, texts))
    await offer_freed_times()
    assert await said(texts) == []
    async with transaction() as session:
        await appointments.cancel(session, await session.get_one(Appointment, ten))
    await offer_freed_times()
    await offer_freed_times()
    assert [one.startswith("Free: ") for one in await said(texts)] == [True]
    async with transaction() as session:
        assert (await session.get_one(Conversation, texts)).pending == [OFFERED]
    assert (await says(texts, "Yes, book it", "no")).step == Step.NOTED
    async with transaction() as session:
        (mine,) = await appointments.coming(session, texts)
        assert (mine.name, local(mine.starts_at).time()) == ("Jo", time(10))
    entry = await the(Waiting)
    assert entry.state == "booked"


async def test_no_answer_frees_it_for_the_next_and_is_not_offered_again(texts: UUID, sam: Staff, daytime: None) -> None:
    ten = await taken_day(sam)
    await says(texts, "by phone", on_the_day("at 10"), "waiting list", "Jo")
    async with transaction() as session:
        await appointments.end_talk(session, await session.get_one(BookingTalk, texts))
        await appointments.cancel(session, await session.get_one(Appointment, ten))
    await offer_freed_times()
    async with transaction() as session:
        entry = (await session.execute(select(Waiting))).scalar_one()
        held = await session.get_one(Appointment, entry.offered_id)
        held.held_until = now() - timedelta(minutes=1)
    await offer_freed_times()
    await offer_freed_times()
    entry = await the(Waiting)
    assert isinstance(entry, Waiting)
    assert (entry.state, entry.offered_id, len(entry.passed)) == ("waiting", None, 1)
    assert len(await said(texts)) == 2
    async with transaction() as session:
        assert await session.get(BookingTalk, texts) is None
        assert await appointments.leave_waiting_list(session, texts, None)


async def test_a_freed_time_goes_to_each_in_turn(texts: UUID, sam: Staff, daytime: None) -> None:
    """Jo came first and says nothing for two hours; then it is Max's, who books it; Jo stays on the list."""
    ten, phones = await taken_day(sam), (PHONE, "+447700900456")
    async with transaction() as session:
        other = (await messaging.start_texts(session, "northbridge", phones[1])).id
    for chat, name, phone in ((texts, "Jo", phones[0]), (other, "Max", phones[1])):
        await says(chat, "by phone", on_the_day("at 10"), "waiting list", name, phone=phone)
        async with transaction() as session:
            await appointments.end_talk(session, await session.get_one(BookingTalk, chat))
    async with transaction() as session:
        await appointments.cancel(session, await session.get_one(Appointment, ten))
    await offer_freed_times()
    assert (len(await said(texts)), len(await said(other))) == (1, 0)
    async with transaction() as session:
        entry = (await session.execute(select(Waiting).where(Waiting.name == "Jo"))).scalar_one()
        offered = await session.get_one(Appointment, entry.offered_id)
        assert offered.held_until
        kept_for = offered.held_until - now()
        assert timedelta() < kept_for <= timedelta(minutes=council().appointments.offer_minutes)
        offered.held_until = now() - timedelta(seconds=1)
    await offer_freed_times()
    assert (len(await said(texts)), len(await said(other))) == (2, 1)
    assert (await says(other, "Yes, book it", "no", phone=phones[1])).step == Step.NOTED
    await offer_freed_times()
    async with transaction() as session:
        states = select(Waiting.name, Waiting.state).order_by(Waiting.name)
        assert (await session.execute(states)).all() == [("Jo", "waiting"), ("Max", "booked")]
    assert (len(await said(texts)), len(await said(other))) == (2, 1)


async def test_no_thanks_leaves_them_on_the_list_and_another_wish_takes_them_off(texts: UUID, sam: Staff, daytime: None) -> None:
    ten = await taken_day(sam)
    await says(texts, "by phone", on_the_day("at 10"), "waiting list", "Jo")
    async with transaction() as session:
        await appointments.end_talk(session, await session.get_one(BookingTalk, texts))
        await appointments.cancel(session, await session.get_one(Appointment, ten))
    await offer_freed_times()
    async with transaction() as session:
        first = (await session.execute(select(Waiting))).scalar_one().offered_id
    assert (await says(texts, "No, another time")).step == Step.WAITING
    assert (await the(Waiting)).state == "waiting"
    async with transaction() as session:
        assert (await session.get_one(Appointment, first)).state == "let_go"
        await appointments.end_talk(session, await session.get_one(BookingTalk, texts))
        (await session.execute(select(Waiting))).scalar_one().passed = []
    await offer_freed_times()
    talk = await says(texts, "no, friday at 2 please")
    assert (talk.step, (await the(Waiting)).state) == (Step.CHOOSE, "left")


async def test_a_call_instead(texts: UUID, sam: Staff) -> None:
    await works(sam)
    async with transaction() as session:
        diary = (await appointments.diary_of(session, sam.id)).id
        session.add(appointments.TimeOff(diary_id=diary, first=workday(), last=workday()))
    talk = await says(texts, "face to face", on_the_day("at 10"), "ring me instead")
    assert (talk.step, talk.format) == (Step.CHOOSE, "phone")


async def said(chat: UUID) -> list[str]:
    async with transaction() as session:
        mine = select(Message.text).where(Message.conversation_id == chat, Message.sender == "assistant")
        return list((await session.execute(mine.order_by(Message.n))).scalars())
