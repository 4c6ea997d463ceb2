"""The waiting list for everyone: whoever can prove a number or an address, full groups, and leaving it."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import select

from actions.appointments import Cancel
from actions.booking import BookingQuestions
from actions.door import Turn
from actions.identity import IdentityQuestions
from casework import appointments, claimants, identity, messaging, outbox
from casework.appointments import Appointment, BookingTalk, Step, Waiting, Who
from casework.appointments.booking.holding import fit
from casework.appointments.meetings import waiting
from casework.appointments.meetings.freed import offer_freed_times
from casework.base.clock import now
from casework.base.db import transaction
from casework.outbox import Outgoing
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works
from tests.flows.appointments.test_booking_ways import AREA, daytime, on_the_day, said, says, taken_day
from tests.flows.appointments.test_groups import fill, session_on, titles
from tests.flows.people.test_identity import code_sent
from tests.flows.phones import texts_us

__all__ = ["daytime"]
PHONE, SAYS, OTHER = "+447700900431", "07700 900431", "+447700900432"


class Chat:
    """A new visitor of the web, whose words go to the questions that are open, as the form gives them."""

    def __init__(self, id_: UUID) -> None:
        self.id = id_
        self.about: Any = BookingQuestions()

    async def says(self, text: str) -> list[str]:
        """The names of what is said back."""
        say = CollectingDispatcher()
        async with transaction() as session:
            conversation = await messaging.locked(session, self.id)
            message = await messaging.record(session, conversation, "claimant", text)
            tracker = Tracker(str(self.id), {}, {}, [], False, None, {}, "action_listen")
            turn = Turn(session, tracker, self.id, str(message.id), text, "nlu_fallback", 0.3, AREA, "web")
            state = await self.about.open(turn)
            await self.about.take(turn, state, say)
            if not self.about.more(turn, state):
                events = await self.about.done(turn, state, say)
                slots = [one["value"] for one in events if one.get("name") == "questions_about"]
                self.about = {"identity": IdentityQuestions(), "booking": BookingQuestions()}.get(slots[0] if slots else "")
            if self.about and (state := await self.about.open(turn)) and self.about.more(turn, state):
                await self.about.ask(turn, state, say)
        return [one["template"] if "template" in one else one["response"] for one in say.messages]


@pytest.fixture
async def visitor(sam: Staff) -> Chat:
    await taken_day(sam)
    async with transaction() as session:
        chat = (await messaging.start(session, "northbridge", "Northbridge"))[0].id
        await appointments.begin_talk(session, chat)
    return Chat(chat)


async def entry() -> Waiting:
    async with transaction() as session:
        return (await session.execute(select(Waiting))).scalar_one()


async def test_a_new_visitor_of_the_web_proves_a_number_and_is_on_the_list(visitor: Chat, daytime: None) -> None:
    await visitor.says("by phone")
    assert await visitor.says(on_the_day("at 10")) == ["utter_booking_offer_with"]
    assert await visitor.says("Tell me if one comes free") == ["utter_waiting_start", "utter_identity_ask_address"]
    assert (await visitor.says(SAYS))[0] == "utter_identity_sent"
    assert await visitor.says(await code_sent(PHONE)) == ["utter_booking_name"]
    assert await visitor.says("Jo") == ["utter_booking_waiting"]
    waits = await entry()
    assert (waits.state, waits.name, waits.reach, waits.claimant_id) == ("waiting", "Jo", {"kind": "sms", "address": PHONE}, None)


async def test_they_are_told_by_text_when_one_comes_free_and_by_when_to_answer(visitor: Chat, daytime: None) -> None:
    await test_a_new_visitor_of_the_web_proves_a_number_and_is_on_the_list(visitor, daytime)
    await frees_all()
    await offer_freed_times()
    async with transaction() as session:
        thread = await messaging.of_phone(session, PHONE)
        assert thread
    (told,) = await said(thread.id)
    assert "Tell us by" in told
    assert (await entry()).state == "offered"


async def test_by_email_too(visitor: Chat, daytime: None) -> None:
    for words in ("by phone", on_the_day("at 10"), "put me on the waiting list", "jo@example.org"):
        await visitor.says(words)
    await visitor.says(await code_sent("jo@example.org"))
    assert await visitor.says("Jo") == ["utter_booking_waiting"]
    await frees_all()
    await offer_freed_times()
    async with transaction() as session:
        query = select(Outgoing).where(Outgoing.to == "jo@example.org", Outgoing.subject == "A time came free")
        assert "please tell us by" in (await session.execute(query)).scalar_one().text


async def test_who_proves_nothing_keeps_the_times_shown(visitor: Chat) -> None:
    for words in ("by phone", on_the_day("at 10"), "Tell me if one comes free"):
        await visitor.says(words)
    async with transaction() as session:
        check = await identity.current(session, visitor.id)
        assert check
        await identity.end(session, check)
        talk = await session.get_one(BookingTalk, visitor.id)
        assert (talk.step, bool(talk.offered)) == (Step.CHOOSE, True)


async def frees_all() -> None:
    async with transaction() as session:
        for one in (await session.execute(select(Appointment).where(Appointment.state == "booked"))).scalars():
            await appointments.cancel(session, one)


async def texting(phone: str = PHONE) -> UUID:
    async with transaction() as session:
        known = await messaging.of_phone(session, phone)
        return known.id if known else (await messaging.start_texts(session, "northbridge", phone)).id


@pytest.fixture
async def waits(sam: Staff, daytime: None) -> UUID:
    """Somebody waits by text."""
    await taken_day(sam)
    chat = await texting()
    await says(chat, "by phone", on_the_day("at 10"), "waiting list", "Jo", phone=PHONE)
    async with transaction() as session:
        await appointments.end_talk(session, await session.get_one(BookingTalk, chat))
    return chat


async def quiet() -> bool:
    async with transaction() as session:
        return await outbox.quietness(session, PHONE) is not None


@pytest.mark.parametrize("words", ["take me off the list", "get me off the waiting list", "Take me off your waiting list please"])
async def test_off_the_list_is_off_the_waiting_list_and_texts_go_on(waits: UUID, words: str) -> None:
    await texts_us(words, PHONE)
    assert (await entry()).state == "left"
    assert not await quiet()
    assert (await said(waits))[-1].startswith("You are off the waiting list")


@pytest.mark.parametrize(
    "words",
    [
        "stop texting me and take me off your list",
        "take me off the list. STOP",
        "take me off the waiting list and dont text me again",
        "Take me off your list please",
        "wrong number take me off your list",
    ],
)
async def test_a_stop_beside_the_list_is_a_stop_and_they_wait_no_more(waits: UUID, words: str) -> None:
    await texts_us(words, PHONE)
    assert await quiet()
    async with transaction() as session:
        assert (await session.execute(select(Waiting.state))).scalar_one() == "left"


async def test_where_texts_had_ended_the_list_is_left_in_silence(waits: UUID) -> None:
    await texts_us("STOP", PHONE)
    before = len(await said(waits))
    await texts_us("take me off the list", PHONE)
    assert ((await entry()).state, len(await said(waits)), await quiet()) == ("left", before, True)


async def test_an_offer_and_leaving_the_list_never_wait_for_each_other(waits: UUID) -> None:
    await frees_all()
    async with transaction() as session:
        await messaging.one_at_a_time(session, PHONE)
        await messaging.locked(session, waits)
        offering = asyncio.create_task(offer_freed_times())
        await asyncio.sleep(0.5)
        await appointments.leave_waiting_list(session, waits, None)
    await offering
    assert (await entry()).state == "left"


async def test_while_a_time_is_offered_it_is_free_again(waits: UUID) -> None:
    await frees_all()
    await offer_freed_times()
    held = (await entry()).offered_id
    await texts_us("take me off the list", PHONE)
    async with transaction() as session:
        assert (await session.get_one(Appointment, held)).state == "let_go"
        assert await session.get(BookingTalk, waits) is None
    assert ((await entry()).state, await quiet()) == ("left", False)


@pytest.mark.parametrize("words", ["no thanks", "3"])
async def test_no_thanks_to_an_offer_leaves_the_list(waits: UUID, words: str) -> None:
    await frees_all()
    await offer_freed_times()
    await texts_us(words, PHONE)
    assert (await entry()).state == "left"
    assert (await said(waits))[-1].startswith("You are off the waiting list")


async def test_where_nobody_waits_it_stays_a_stop(sam: Staff) -> None:
    await texting()
    await texts_us("take me off the list", PHONE)
    assert await quiet()


async def test_on_the_web_too(visitor: Chat) -> None:
    await test_a_new_visitor_of_the_web_proves_a_number_and_is_on_the_list(visitor, None)
    async with transaction() as session:
        conversation = await messaging.get(session, visitor.id)
        heard = await messaging.receive(session, conversation, str(uuid4()), "take me off the list")
        assert heard.message.meant == "I want to cancel my meeting"
    say = CollectingDispatcher()
    async with transaction() as session:
        tracker = Tracker(str(visitor.id), {}, {}, [], False, None, {}, "action_listen")
        turn = Turn(
            session, tracker, visitor.id, str(heard.message.id), "I want to cancel my meeting", "cancel_appointment", 0.9, AREA, "web"
        )
        await Cancel().act(turn, say)
    assert [one.get("response") for one in say.messages] == ["utter_waiting_left"]
    assert (await entry()).state == "left"


async def test_how_long_have_i_got_is_answered(waits: UUID) -> None:
    await frees_all()
    await offer_freed_times()
    async with transaction() as session:
        talk = await session.get_one(BookingTalk, waits)
        assert appointments.asked_of_times(talk, "how long have i got") == "until"


async def test_a_full_group_has_a_waiting_list_and_a_freed_place_goes_to_the_first(sam: Staff, daytime: None) -> None:
    diary = await works(sam)
    group = await session_on(diary, "Job club")
    place = await fill(group)
    chats = [await texting(PHONE), await texting(OTHER)]
    for chat, name, phone in zip(chats, ("Jo", "Max"), (PHONE, OTHER), strict=True):
        talk = await says(chat, "the job club please, in a group", phone=phone)
        assert (talk.why, talk.full_group_id) == ("no_group", group)
        assert (await says(chat, "Tell me if one comes free", name, phone=phone)).step == Step.WAITING
        async with transaction() as session:
            await appointments.end_talk(session, await session.get_one(BookingTalk, chat))
    async with transaction() as session:
        await appointments.cancel(session, await session.get_one(Appointment, place))
    await offer_freed_times()
    (told,) = await said(chats[0])
    assert told.startswith("Free: Job club, ")
    assert (await said(chats[1])) == []
    await runs_out(chats[0])
    await offer_freed_times()
    assert [await of_name(one) for one in ("Jo", "Max")] == ["left", "offered"]
    assert (await says(chats[1], "Yes, book it", "no", phone=OTHER)).step == Step.NOTED
    assert await of_name("Max") == "booked"


async def runs_out(chat: UUID) -> None:
    async with transaction() as session:
        talk = await session.get_one(BookingTalk, chat)
        held = await session.get_one(Appointment, talk.holding_id)
        held.held_until = now() - timedelta(seconds=1)
    await offer_freed_times()


async def of_name(name: str) -> str:
    async with transaction() as session:
        return (await session.execute(select(Waiting.state).where(Waiting.name == name))).scalar_one()


async def test_beside_a_full_group_others_are_shown_and_the_list_is_offered(sam: Staff) -> None:
    diary = await works(sam)
    group = await session_on(diary, "Job club")
    await fill(group)
    await session_on(diary, "CV workshop", days=1)
    talk = await says(await texting(), "the job club please, in a group", phone=PHONE)
    assert (talk.why, talk.full_group_id, titles(talk)) == ("filled", group, ["CV workshop"])
    assert (await says(talk.conversation_id, "tell me if a place comes free", "Jo", phone=PHONE)).step == Step.WAITING


async def waits_as(name: str, chat: UUID) -> None:
    await says(chat, "by phone", on_the_day("at 10"), "waiting list", name, phone=PHONE)
    async with transaction() as session:
        await appointments.end_talk(session, await session.get_one(BookingTalk, chat))


async def test_another_on_the_same_phone_keeps_their_place(waits: UUID) -> None:
    await waits_as("Max", waits)
    assert [await of_name(one) for one in ("Jo", "Max")] == ["waiting", "waiting"]


async def test_who_waits_already_waits_for_the_new_wish_only_and_what_was_kept_is_free(waits: UUID) -> None:
    await frees_all()
    await offer_freed_times()
    first = await entry()
    async with transaction() as session:
        await session.delete(await session.get_one(BookingTalk, waits))
    async with transaction() as session:
        old = await session.get_one(Waiting, first.id)
        await waiting.named(session, Waiting(conversation_id=waits, reach=old.reach, state="joining"), " jo ")
        assert old.state == "left"
        assert (await session.get_one(Appointment, first.offered_id)).state == "let_go"


async def test_somebody_known_on_the_phone_of_another_leaves_for_themselves_only(waits: UUID) -> None:
    async with transaction() as session:
        ali = await claimants.create(session, area="northbridge", preferred_name="Ali", source="worker", channels=[])
        assert not await appointments.leave_waiting_list(session, waits, ali)
    assert await of_name("Jo") == "waiting"
    async with transaction() as session:
        same = await claimants.create(session, area="northbridge", preferred_name="Jo", source="worker", channels=[])
        assert await appointments.leave_waiting_list(session, waits, same)
    assert await of_name("Jo") == "left"


async def test_the_place_of_somebody_known_stays_where_nobody_known_leaves(waits: UUID) -> None:
    async with transaction() as session:
        ali = await claimants.create(session, area="northbridge", preferred_name="Ali", source="worker", channels=[])
        (await session.execute(select(Waiting))).scalar_one().claimant_id = ali.id
    async with transaction() as session:
        assert not await appointments.leave_waiting_list(session, waits, None)
        assert await appointments.leave_waiting_list(session, waits, ali)


async def test_of_several_without_a_name_the_one_who_was_offered_a_time_leaves(waits: UUID) -> None:
    await waits_as("Max", waits)
    await frees_all()
    await offer_freed_times()
    offered = [one for one in ("Jo", "Max") if await of_name(one) == "offered"]
    await texts_us("take me off the waiting list", PHONE)
    assert [one for one in ("Jo", "Max") if await of_name(one) == "left"] == offered == ["Jo"]


async def test_of_full_groups_another_way_to_meet_stays_open(sam: Staff) -> None:
    await fill(await session_on(await works(sam), "Job club"))
    async with transaction() as session:
        chat = (await messaging.start(session, "northbridge", "Northbridge"))[0].id
        await appointments.begin_talk(session, chat)
    visitor = Chat(chat)
    await visitor.says("the job club please, in a group")
    assert await visitor.says("Tell me if one comes free") == ["utter_waiting_start", "utter_identity_ask_address"]
    async with transaction() as session:
        assert (await session.get_one(BookingTalk, chat)).step == Step.FORMAT


async def test_a_number_that_was_proved_a_moment_ago_is_not_asked_again(visitor: Chat, daytime: None) -> None:
    for words in ("by phone", on_the_day("at 10"), "Tell me if one comes free", SAYS):
        await visitor.says(words)
    await visitor.says(await code_sent(PHONE))
    async with transaction() as session:
        await appointments.end_talk(session, await session.get_one(BookingTalk, visitor.id))
        await appointments.begin_talk(session, visitor.id)
    visitor.about = BookingQuestions()
    await visitor.says("by phone")
    await visitor.says(on_the_day("at 10"))
    assert await visitor.says("Tell me if one comes free") == []
    assert isinstance(visitor.about, IdentityQuestions)
    async with transaction() as session:
        check = await identity.current(session, visitor.id)
        assert check
        assert (check.address, identity.more(check)) == (PHONE, False)


async def test_no_room_that_fits_leaves_the_list_with_nothing_kept(waits: UUID) -> None:
    """They are shown others in the booking, and no text comes in the middle of it that something passed."""
    await frees_all()
    await offer_freed_times()
    async with transaction() as session:
        talk = await session.get_one(BookingTalk, waits)
        held = await session.get_one(Appointment, talk.holding_id)
        held.format, held.venue = talk.format, held.venue = "in_person", "no such place"
        talk.features = ["step_free"]
        await fit(session, talk, Who(AREA, None, PHONE))
        assert held.state == "let_go"
    assert (await entry()).state == "left"
