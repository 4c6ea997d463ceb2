"""What ordinary people met, a sixth time: a wish beside something told, a number told before, an answer with a name."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Late, about_theirs
from actions.other_wish import SLOT, OtherWish
from casework import appointments, messaging, staff
from casework.appointments import BookingTalk, Step, Who
from casework.appointments.booking import naming
from casework.appointments.booking.having_said import of_theirs
from casework.appointments.words.asked_noted import asks_if_noted
from casework.appointments.words.beginning import rung_beside
from casework.appointments.words.having import refused_worker
from casework.appointments.words.needing import prefers_who
from casework.appointments.words.noting import would_be_reminded
from casework.appointments.words.particulars import refers_back
from casework.appointments.words.picking import slots
from casework.appointments.words.saying import by_the_clock
from casework.appointments.words.told_early import tells_early
from casework.appointments.words.wishing import without_told_day
from casework.base.clock import local
from casework.base.db import transaction
from casework.base.words import words
from casework.messaging import Conversation, Message
from casework.reading import read_name
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works
from tests.flows.appointments.test_booking_asides import turn
from tests.flows.appointments.test_booking_notes import made
from tests.flows.appointments.test_booking_talks import AREA, chat, day, says
from tests.flows.appointments.test_booking_walked_on import asked, step
from tests.flows.conftest import Assistant
from tests.flows.phones import texts_us

__all__ = ["chat"]
BOOK = "I want to book a meeting"
PHONE = "+447700900400"
THEN = ("1", "yes", "Jo", "07700 900123")


async def shown(chat: UUID) -> list[datetime]:
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        return [local(one.start) for one in slots(talk)]


RING = [
    "could someone ring me next week, Tuesday at 2. I look after my dad so I cant come in", "I look after my dad. can someone ring me tuesday at 2pm?",
    "can you ring me tuesday at 2pm cos i cant get out of the house", "please ring me on tuesday at 2. im a carer for my mum",
]  # fmt: skip


@pytest.mark.usefixtures("on_a_monday")
@pytest.mark.parametrize("text", RING)
async def test_to_be_rung_beside_why_is_a_booking_by_text(assistant: Assistant, sam: Staff, text: str) -> None:
    await works(sam)
    got = await texts_us(text, PHONE)
    assert got
    async with transaction() as session:
        message = await session.get_one(Message, got.message.id)
        assert message.meant == BOOK
    await is_at_two(message, Who(AREA, None, PHONE))


@pytest.mark.usefixtures("on_a_monday")
@pytest.mark.parametrize("text", RING)
async def test_the_same_on_the_web(chat: UUID, text: str) -> None:
    async with transaction() as session:
        assert await naming.wished_meeting(session, await session.get_one(Conversation, chat), text, None) == BOOK
        message = await messaging.record(session, await messaging.locked(session, chat), "claimant", text, sender_ref="1")
    await is_at_two(message, Who(AREA))


async def is_at_two(message: Message, who: Who) -> None:
    async with transaction() as session:
        talk = await appointments.begin_talk(session, message.conversation_id)
        await appointments.listen(session, talk, await appointments.in_own_words(session, BOOK, str(message.id)), who)
        assert (talk.format, talk.step) == ("phone", Step.CHOOSE)
        starts = [local(one.start) for one in slots(talk)]
    assert {(one.weekday(), one.hour) for one in starts} == {(1, 14)}


@pytest.mark.parametrize("text", ["I look after my dad, is there help", "ring me tuesday at 2. i have no food", "i look after my dad. he will ring me tuesday", "ring me on monday at 10am. im a carer and i have no food", "ring me tuesday at 2", "i cant come in. cancel it"])
def test_no_wish_to_be_rung_beside_why(text: str) -> None:
    assert not rung_beside(text)


@pytest.fixture
async def joe(sam: Staff) -> Staff:
    async with transaction() as session:
        joe = await staff.add(session, "joe@example.org", "Joe", "key_worker", ["northbridge"], "a long password")
    await works(joe)
    return joe


WOMAN = ["i would rather see a woman, and i cant do wednesdays", "is there not a lady i could see", "can i see a woman", "i said a woman. not wednesdays", "could i see a lady please, not wednesday"]


@pytest.mark.parametrize("text", WOMAN)
@pytest.mark.parametrize("before", [("face to face",), ("face to face", "{day}"), ("face to face", "{day}", "1")])
async def test_a_woman_is_asked_for_beside_something_else(chat: UUID, before: tuple[str, ...], text: str) -> None:
    await says(chat, *(one.format(day=day()) for one in before))
    assert await asked(chat, text) == ["utter_booking_who_kept"]
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        assert talk.needs == text
        assert bool((talk.wish or {}).get("busy")) == ("wednesday" in text)


@pytest.mark.parametrize("text", ["{name} is a man isn't he? I asked for a lady", "but {name} is a man, i said a woman", "is {name} a man? i asked for a lady"])
async def test_who_is_no_woman_is_not_offered_again(chat: UUID, joe: Staff, text: str) -> None:
    await says(chat, "face to face", day())
    assert await asked(chat, text.format(name="Sam")) == ["utter_booking_who_kept"]
    talk = await says(chat, day())
    assert {one["worker"] for one in talk.offered} == {"Joe"}
    await asked(chat, text.format(name="Joe"))
    talk = await says(chat, day())
    assert not talk.offered
    assert talk.why == "taken"


@pytest.mark.parametrize("text", ["i need a man and a van", "i used to see a woman, she was nice", "i told you a man was following me", "is there a man with a van", "can i see a manager", "i saw a lady. she was nice", "Sam is a man", "can i see a man about a dog"])
def test_nobody_is_asked_for_by_what_they_are(text: str) -> None:
    assert not prefers_who(text)
    assert not refused_worker(text, ["Sam"])


THERE = ["polish interpreter will be there?", "will the sign language person be there", "will the polish lady be there", "is the bsl man coming", "polish person will be there yes?"]


@pytest.mark.parametrize("text", THERE)
@pytest.mark.parametrize("noted", ["", "I need an interpreter"])
async def test_whether_the_interpreter_will_be_there(chat: UUID, text: str, noted: str) -> None:
    await says(chat, "face to face", day(), *THEN, *([noted, "polish" if "polish" in text else "sign language"] if noted else []))
    async with transaction() as session:
        await appointments.end_talk(session, await session.get_one(BookingTalk, chat))
    say = CollectingDispatcher()
    async with transaction() as session:
        message = await messaging.record(session, await messaging.locked(session, chat), "claimant", text, sender_ref=str(uuid4()))
        await about_theirs(replace(turn(session, chat, text, "appointment_format"), message=str(message.id)), say)
    assert [one["response"] for one in say.messages] == ["utter_booking_noted_is"]
    assert (await made()).note


@pytest.mark.parametrize("text", THERE)
async def test_the_same_while_it_is_found(chat: UUID, text: str) -> None:
    await says(chat, "face to face", day())
    assert await asked(chat, text) == ["utter_booking_need_kept"]
    assert await step(chat) == Step.CHOOSE


@pytest.mark.parametrize("text", ["will a nice lady be there", "is one coming", "will the right person be there", "is the job polish", "my man is there"])
def test_no_interpreter_is_asked_after(text: str) -> None:
    assert not asks_if_noted(text)


SAME = ["The same one I gave you a minute ago", "same as before", "u already got it", "same number as i said", "i already gave it to you", "use the one i gave before", "like i said u have my number already", "No, I told you already."]


async def wrote(chat: UUID, *texts: str) -> None:
    async with transaction() as session:
        for one in texts:
            await messaging.record(session, await messaging.locked(session, chat), "claimant", one, sender_ref=str(uuid4()))


@pytest.mark.parametrize("text", SAME)
async def test_the_number_they_told_before_is_used(chat: UUID, text: str) -> None:
    await wrote(chat, "my number is 07700 900123 can someone help", "my mum is on 07700 900124")
    await says(chat, "by phone", day(), "1", "yes", "Jo")
    assert await asked(chat, text) == ["utter_booking_told", "utter_booking_done"]
    assert await step(chat) == Step.ADJUSTMENTS
    assert (await made()).reach == {"kind": "call", "address": "+447700900123"}


@pytest.mark.parametrize("text", SAME)
async def test_what_is_taken_is_not_lost_where_none_was_told(chat: UUID, text: str) -> None:
    held = (await says(chat, "by phone", day(), "1", "yes", "Jo")).holding_id
    for _ in range(4):
        await asked(chat, text)
    talk = await says(chat, text)
    assert (talk.step, talk.holding_id) == (Step.NUMBER, held)


@pytest.mark.parametrize("text", [one for one in SAME if "number" not in one])
async def test_the_name_they_told_before_is_used(chat: UUID, text: str) -> None:
    await wrote(chat, "hi my name is Jo Brown, i need help")
    await says(chat, "by phone", day(), "1", "yes")
    await asked(chat, text)
    talk = await says(chat, "07700 900123")
    assert talk.step == Step.ADJUSTMENTS
    assert (await made()).name == "Jo Brown"


@pytest.mark.parametrize("text", ["same time next week", "the same day please", "Priya, like I said", "Jo", "u already got my mum in", "i told you my dad has it", "same as my sister", "i gave it up", "you got a nice voice"])
def test_it_is_no_word_of_what_was_told(text: str) -> None:
    assert not refers_back(text)


@pytest.mark.parametrize(("text", "name"), [("yes ta. its Shaz btw", "Shaz"), ("yes that's fine…lorna", "lorna"), ("yes please - Dave", "Dave"), ("yes\nlorna", "lorna")])
async def test_the_name_beside_a_yes_is_not_asked(chat: UUID, text: str, name: str) -> None:
    await says(chat, "by phone", day(), "1")
    assert await asked(chat, text) == ["utter_booking_told"]
    await is_named(chat, name)


@pytest.mark.parametrize("said", ["its Darren here", "its darren here"])
@pytest.mark.parametrize("before", [("{day}",), ("{day}", "1"), ("{day}", "1", "yes")])
async def test_who_says_that_they_are_here(chat: UUID, before: tuple[str, ...], said: str) -> None:
    await says(chat, "by phone", *(one.format(day=day()) for one in before))
    await asked(chat, said)
    await says(chat, *{1: ("1", "yes"), 2: ("yes",)}.get(len(before), ()))
    await is_named(chat, said.split()[1])


async def is_named(chat: UUID, name: str) -> None:
    assert (await says(chat, "07700 900123")).step == Step.ADJUSTMENTS
    assert (await made()).name == name


@pytest.mark.parametrize(("before", "text"), [(("1",), "2…lorna"), (("1", "yes"), "thanks…lorna")])
async def test_a_name_at_the_end(chat: UUID, before: tuple[str, ...], text: str) -> None:
    await says(chat, "by phone", day(), *(before if "thanks" in text else ()))
    await asked(chat, text)
    await says(chat, *(() if "thanks" in text else ("yes",)))
    await is_named(chat, "lorna")


@pytest.mark.parametrize("text", ["its over here", "its cold here", "im here", "it's right here", "its still here"])
def test_nobody_is_called_so(text: str) -> None:
    assert read_name(text) is None


@pytest.mark.parametrize("text", ["yes…great", "ok…whenever", "yes - by phone", "lovely…thanks", "yes its fine btw", "yes…sam", "tues…maybe", "1\n2"])
async def test_no_name_at_the_end(chat: UUID, text: str) -> None:
    assert not tells_early(await says(chat, "by phone", day(), "1"), text)
    assert not tells_early(await says(chat, day()), text)


@pytest.mark.parametrize("text", ["after 2 hour is good", "from 2 hour please", "after 2 hour ok"])
async def test_after_two_is_in_the_afternoon(chat: UUID, text: str) -> None:
    await says(chat, "face to face", day())
    await asked(chat, text)
    assert all(one.hour >= 14 for one in await shown(chat))
    assert await shown(chat)


@pytest.mark.parametrize("text", ["after 2 hours is good", "after 2 hour bus", "for 2 hour is good"])
def test_it_is_so_long(text: str) -> None:
    assert by_the_clock(text) == text


@pytest.mark.parametrize("text", ["between 10 and 2", "between 10 and 2 please", "it has to be between 10 and 2 cos of school"])
@pytest.mark.parametrize("before", [("face to face",), ("by phone", "{day}"), ("by phone", "{day}", "1")])
async def test_only_between_those_hours(chat: UUID, before: tuple[str, ...], text: str) -> None:
    await says(chat, *(one.format(day=day()) for one in before))
    await says(chat, text)
    assert await shown(chat)
    assert all(10 <= one.hour < 14 for one in await shown(chat))


@pytest.mark.parametrize("text", ["is 10 not free?", "is 10 free?", "10 not available?", "isnt 10am free?", "is there nothing at 10 free?"])
async def test_whether_an_hour_is_free(chat: UUID, text: str) -> None:
    await says(chat, "by phone", f"{day()} afternoon")
    that_day = (await shown(chat))[0].date()
    await asked(chat, text)
    assert {(one.date(), one.hour) for one in await shown(chat)} == {(that_day, 10)}


async def test_the_nearest_where_it_is_not(chat: UUID) -> None:
    await says(chat, "by phone", f"{day()} afternoon")
    await asked(chat, "is 8 not free?")
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        assert (talk.step, talk.why) == (Step.CHOOSE, "outside")
    assert (await shown(chat))[0].hour == 9


@pytest.mark.parametrize("text", ["is it free", "is that 10 pounds", "i am free at 10", "10 is not good", "is 10 too late?"])
async def test_it_is_not_asked_if_an_hour_is_free(chat: UUID, text: str) -> None:
    assert appointments.corrected(await says(chat, "by phone", day()), text) is None


TUESDAY = ["dad has the doctor tues. wednesday same time?", "i have the hospital on tuesday, wednesday same time", "got the dentist tuesday. can i do wednesday at the same time"]


@pytest.mark.usefixtures("on_a_monday")
@pytest.mark.parametrize("text", TUESDAY)
@pytest.mark.parametrize("then", [(), ("1",)])
async def test_what_is_told_of_another_day_is_no_wish(chat: UUID, then: tuple[str, ...], text: str) -> None:
    await says(chat, "by phone", "tuesday at 2pm", *then)
    await asked(chat, text)
    assert {(one.weekday(), one.hour, one.minute) for one in await shown(chat)} == {(2, 14, 0)}


@pytest.mark.parametrize("text", ["tuesday or wednesday same time", "i work tuesdays", "wednesday same time", "dad has the doctor tuesday", "tuesday. wednesday same time"])
def test_nothing_is_told_of_another_day(text: str) -> None:
    assert without_told_day(text) == text


REMINDED = ["no. can u text me the day before", "no thanks but can you send me a reminder the day before", "nope, text me the night before please"]


@pytest.mark.parametrize("text", REMINDED)
async def test_a_text_the_day_before_is_told_of(chat: UUID, text: str) -> None:
    await says(chat, "by phone", day(), "1", "yes", "Jo", who=Who(AREA, None, PHONE))
    assert await asked(chat, text) == ["utter_booking_texted"]
    assert await step(chat) == Step.NOTED
    assert not (await made()).note


async def test_where_none_goes_the_worker_is_told(chat: UUID) -> None:
    await says(chat, "by phone", day(), *THEN)
    assert await asked(chat, REMINDED[0]) == ["utter_booking_told"]
    assert await step(chat) == Step.NOTED
    assert (await made()).note == REMINDED[0]


@pytest.mark.parametrize("text", ["no. dont text me the day before", "i need an interpreter, text me the day before", "text me the day before yesterday", "the day before i text my mum", "no", "i dont need a reminder the day before"])
def test_no_text_the_day_before(text: str) -> None:
    assert not would_be_reminded(text)


async def offered(chat: UUID, intent: str, text: str) -> list[str]:
    """What is said of the other wish that was kept."""
    say = CollectingDispatcher()
    async with transaction() as session:
        heard = turn(session, chat, text, "other_wish")
        heard.tracker.slots[SLOT] = {"wishes": [{"intent": intent, "text": text}], "named": True, "offered": True}
        await OtherWish().act(heard, say)
    return [one["response"] for one in say.messages]


async def is_over(chat: UUID) -> None:
    """Nothing is asked any more."""
    async with transaction() as session:
        await appointments.end_talk(session, await session.get_one(BookingTalk, chat))


async def test_what_has_just_been_done_is_not_offered_again(chat: UUID) -> None:
    assert await offered(chat, "book_appointment", "can i book a meeting") == ["utter_other_wish"]
    await says(chat, "by phone", day(), *THEN)
    await is_over(chat)
    assert not await offered(chat, "book_appointment", "can i book a meeting")
    assert not await offered(chat, "reschedule_appointment", "i want to move it")
    assert await offered(chat, "book_appointment", "can i book another meeting as well") == ["utter_other_wish"]
    assert await offered(chat, "cancel_appointment", "cancel my meeting") == ["utter_other_wish"]


@pytest.mark.parametrize("text", ["wot to bring", "what do i bring?", "do i need to bring anything"])
async def test_what_to_bring_is_told_at_any_moment(chat: UUID, text: str) -> None:
    for said in (("face to face",), (day(),), ("1",), ("yes",), ("Jo",)):
        await says(chat, *said)
        assert await asked(chat, text) in (["utter_booking_bring"], ["utter_booking_bring_nothing"])
    await says(chat, "07700 900123")
    await is_over(chat)
    say = CollectingDispatcher()
    async with transaction() as session:
        assert await of_theirs(session, await session.get_one(Conversation, chat), text, None) == words("utter_meaning_appointment_format").text
        message = await messaging.record(session, await messaging.locked(session, chat), "claimant", text, sender_ref=str(uuid4()))
        await about_theirs(replace(turn(session, chat, words("utter_meaning_appointment_format").text, "appointment_format"), message=str(message.id)), say)
    assert [one["response"] for one in say.messages] == ["utter_booking_about"]


@pytest.mark.parametrize("text", ["running 10 mins late", "im running late", "gonna be 10 mins late"])
async def test_late_for_a_meeting_of_another_day_is_asked_about(chat: UUID, text: str) -> None:
    await says(chat, "face to face", day(), *THEN)
    await is_over(chat)
    say = CollectingDispatcher()
    async with transaction() as session:
        await Late().act(turn(session, chat, text, "running_late"), say)
    assert [one["response"] for one in say.messages] == ["utter_booking_late_other_day"]
    meeting = await made()
    assert meeting.told_late_at is None
    assert not meeting.late_minutes
