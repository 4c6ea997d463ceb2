"""What interrupts a booking loses none of it: a new number, who they are, "late 15" with nothing to be late for."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Book
from actions.booking import BookingQuestions
from actions.booking_heard import is_for_booking
from actions.door import Turn
from actions.identity import ChangeContact, ContactKeyWorker, IdentityQuestions
from casework import appointments, identity, messaging, outbox
from casework.appointments import BookingTalk, Step
from casework.base.db import transaction
from casework.council import council
from casework.messaging import Message
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works
from tests.flows.appointments.test_booking_ways import PHONE, known, on_the_day, says, texts
from tests.flows.conftest import Assistant, Claimant
from tests.flows.phones import texts_us, waits_for_a_person

__all__ = ["texts"]


def turn_of(session: Any, chat: UUID, words: str, intent: str, message: UUID | None = None) -> Turn:
    tracker = Tracker(str(chat), {}, {}, [], False, None, {}, "action_listen")
    return Turn(session, tracker, chat, str(message or uuid4()), words, intent, 0.9, council().area("northbridge"), "web")


async def hears(chat: UUID, words: str, intent: str, action: Any) -> list[str]:
    say = CollectingDispatcher()
    async with transaction() as session:
        message = await messaging.record(session, await messaging.locked(session, chat), "claimant", words)
        await action(turn_of(session, chat, words, intent, message.id), say)
    return [one["response"] for one in say.messages]


async def stands(chat: UUID) -> tuple[str, UUID | None]:
    async with transaction() as session:
        talk = await session.get_one(BookingTalk, chat)
        return talk.step, talk.holding_id


@pytest.mark.parametrize("words", ["sorry my number changed", "i have a new phone", "got a new sim"])
async def test_a_new_number_is_the_one_for_the_meeting(claimant: Claimant, sam: Staff, words: str) -> None:
    await works(sam)
    await says(claimant.conversation, "by phone", on_the_day(), "1", phone=None)
    before = await stands(claimant.conversation)
    assert await hears(claimant.conversation, words, "change_contact", ChangeContact().act) == ["utter_booking_new_number"]
    assert await stands(claimant.conversation) == before
    async with transaction() as session:
        assert not await identity.is_open(session, claimant.conversation)


async def test_with_nothing_to_find_a_new_number_is_changed(claimant: Claimant) -> None:
    assert await hears(claimant.conversation, "my number changed", "change_contact", ChangeContact().act) == ["utter_identity_start"]


@pytest.mark.parametrize("words", ["I want to see my key worker", "can i meet my worker by phone on monday"])
async def test_whose_worker_is_not_known_is_asked_who_they_are(claimant: Claimant, sam: Staff, words: str) -> None:
    await works(sam)
    assert "utter_booking_own_start" in await hears(claimant.conversation, words, "book_appointment", Book().act)
    async with transaction() as session:
        check = await identity.current(session, claimant.conversation)
        assert check
        assert check.purpose == identity.OWN_WORKER
    assert (await stands(claimant.conversation))[0] in (Step.FORMAT, Step.CHOOSE)


@pytest.mark.parametrize("words", ["I want to see Sam by phone", "my worker is Sam, can i book a meeting"])
async def test_the_worker_they_name_is_the_wish(claimant: Claimant, sam: Staff, words: str) -> None:
    await works(sam)
    assert "utter_booking_own_start" not in await hears(claimant.conversation, words, "book_appointment", Book().act)
    async with transaction() as session:
        talk = await session.get_one(BookingTalk, claimant.conversation)
        assert talk.wish
        assert talk.wish["worker"] == "Sam"


@pytest.mark.parametrize(("words", "answer"), [
    ("anyone will do", "utter_booking_with_anyone"), ("i dont have one", "utter_booking_with_anyone"), ("by phone", "utter_booking_with_anyone"),
    ("my worker is Sam", "utter_booking_with_own"),
])
async def test_who_would_not_say_who_they_are_books_all_the_same(claimant: Claimant, sam: Staff, words: str, answer: str) -> None:
    await works(sam)
    await hears(claimant.conversation, "I want to see my key worker", "book_appointment", Book().act)
    questions, said = IdentityQuestions(), []

    async def take(turn: Turn, say: CollectingDispatcher) -> None:
        check = await questions.open(turn)
        assert check
        assert questions.is_choice(turn, check)
        await questions.take(turn, check, say)
        assert not questions.more(turn, check)
        said.extend(await questions.done(turn, check, say))

    assert await hears(claimant.conversation, words, "contact_key_worker", take) == [answer]
    assert said
    assert (await stands(claimant.conversation))[0] in (Step.FORMAT, Step.WHEN, Step.CHOOSE)


async def test_once_they_are_known_it_goes_on_with_their_own(claimant: Claimant, sam: Staff) -> None:
    await works(sam)
    ali = await known(key_worker_id=sam.id)
    await hears(claimant.conversation, "I want to see my key worker", "book_appointment", Book().act)
    async with transaction() as session:
        await messaging.join(session, claimant.conversation, ali)
        talk = await session.get_one(BookingTalk, claimant.conversation)
        who = appointments.Who(council().area("northbridge"), await messaging.whose(session, claimant.conversation))
        assert await appointments.with_own(session, talk, who) == "Sam"
        assert talk.wish
        assert talk.wish["worker"] == "Sam"


async def test_spoken_of_again_they_are_asked_again(claimant: Claimant, sam: Staff) -> None:
    await hears(claimant.conversation, "I want to see my key worker", "book_appointment", Book().act)
    assert await hears(claimant.conversation, "my key worker", "contact_key_worker", ContactKeyWorker().act) == []
    async with transaction() as session:
        check = await identity.current(session, claimant.conversation)
        assert check
        assert check.purpose == identity.OWN_WORKER


@pytest.mark.parametrize(("step", "words", "intent", "ours"), [
    (Step.NAME, "Ray", "greet", True), (Step.CHOOSE, "Moe", "greet", True), (Step.CONFIRM, "l8r", "goodbye", True), (Step.NAME, "l8r", "goodbye", True),
    (Step.CHOOSE, "i want a woman", "request_human", True), (Step.FORMAT, "can i see a lady", "request_human", True),
    (Step.FORMAT, "my worker is Amina", "contact_key_worker", True),
    (Step.CHOOSE, "hello there", "greet", False), (Step.CONFIRM, "bye for now", "goodbye", False), (Step.NAME, "hi", "greet", False),
    (Step.CHOOSE, "i want a person", "request_human", False), (Step.ADJUSTMENTS, "my worker is rude", "contact_key_worker", False),
])
async def test_what_is_for_the_booking(texts: UUID, step: Step, words: str, intent: str, ours: bool) -> None:
    talk = BookingTalk(conversation_id=texts, step=step, format="phone", offered=[], services=[], features=[], needs="", misses=0, why=None, wish=None)
    async with transaction() as session:
        assert is_for_booking(turn_of(session, texts, words, intent), talk) is ours


async def test_nobody_is_late_for_what_is_only_being_found(texts: UUID, sam: Staff, assistant: Assistant) -> None:
    await works(sam)
    await says(texts, "by phone", on_the_day(), "1", "yes")
    got = await texts_us("late 15", PHONE)
    assert got
    assert not got.settled
    assert await waits_for_a_person(PHONE) is None


async def test_who_is_known_gets_no_texts_where_they_must_not_be_texted(claimant: Claimant, sam: Staff) -> None:
    await works(sam)
    ali = await known()
    async with transaction() as session:
        await messaging.join(session, claimant.conversation, ali)
    said = await hears(claimant.conversation, "I need to meet someone but my ex cant know, dont text me", "book_appointment", Book().act)
    assert "utter_booking_need_kept" in said
    async with transaction() as session:
        quiet = await outbox.quietness(session, PHONE)
        assert quiet
        assert (quiet.why, quiet.appointments) == ("stopped", False)
        assert "my ex cant know" in (await session.get_one(BookingTalk, claimant.conversation)).needs


async def test_an_address_is_for_the_worker_alone(claimant: Claimant, sam: Staff) -> None:
    await works(sam)
    ali = await known()
    await says(claimant.conversation, "can you do a home visit", on_the_day(), "1", "yes", claimant=ali, phone=None)
    questions = BookingQuestions()

    async def take(turn: Turn, say: CollectingDispatcher) -> None:
        talk = await questions.open(turn)
        assert talk
        await questions.take(turn, talk, say)

    await hears(claimant.conversation, "12 Mill Road", "nlu_fallback", take)
    async with transaction() as session:
        told = [one for one in await messaging.history(session, claimant.conversation) if one.text == "12 Mill Road"]
        assert all(isinstance(one, Message) and one.private for one in told)
        assert told
