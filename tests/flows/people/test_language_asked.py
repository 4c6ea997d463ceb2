"""Which language somebody speaks best is an answer for the worker, and no wish to be written to in it."""

from uuid import UUID

import pytest

from casework import appointments, claimants, messaging
from casework.appointments import Step
from casework.base.db import transaction
from casework.base.words import words
from casework.messaging import Message
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works
from tests.flows.appointments.test_booking_notes import made
from tests.flows.appointments.test_booking_ways import on_the_day, texts
from tests.flows.appointments.test_booking_ways import says as says_by_text
from tests.flows.conftest import Assistant
from tests.flows.phones import said, texts_us, thread

__all__ = ["texts"]


async def asked(chat: UUID, step: Step, question: str) -> None:
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat) or await appointments.begin_talk(session, chat)
        talk.step = step
        await messaging.record(session, await messaging.locked(session, chat), "claimant", "i need an interpreter")
        await messaging.record(session, await messaging.locked(session, chat), "assistant", question)


async def newest() -> Message:
    return [one for one in await said() if one.sender == "claimant"][-1]


@pytest.mark.parametrize("language", ["English", "Welsh", "welsh please", "Cymraeg"])
async def test_the_answer_is_kept_in_its_own_words(texts: UUID, assistant: Assistant, language: str) -> None:
    await asked(texts, Step.INTERPRETER, words("utter_booking_interpreter").text)
    await texts_us(language)
    assert (await newest()).meant is None
    assert (await thread()).language is None


@pytest.mark.parametrize("step", [Step.CONFIRM, Step.NAME])
async def test_at_any_other_question_it_is_a_wish(texts: UUID, assistant: Assistant, step: Step) -> None:
    await asked(texts, step, "Is that right?")
    await texts_us("Welsh please")
    assert (await newest()).meant == "Carry on"
    assert (await thread()).language == "cy"


async def test_once_something_else_was_said_it_is_a_wish_again(texts: UUID, assistant: Assistant) -> None:
    await asked(texts, Step.INTERPRETER, "All right. Take care.")
    await texts_us("Welsh please")
    assert (await thread()).language == "cy"


async def test_the_worker_reads_the_language(texts: UUID, assistant: Assistant, sam: Staff) -> None:
    await works(sam)
    await says_by_text(texts, "face to face, i need an interpreter", on_the_day(), "1", "yes", "Jo")
    await asked(texts, Step.INTERPRETER, words("utter_booking_interpreter").text)
    await texts_us("English")
    heard = await newest()
    await says_by_text(texts, heard.meant or heard.text)
    assert (await made()).note.endswith("Interpreter: English")


@pytest.mark.parametrize(("words", "language"), [
    ("i want to change my meeting please", "en"), ("sorry i cant come on friday, can you call me", "en"),
    ("ok", "cy"), ("Tuesday", "cy"), ("1", "cy"), ("dwi eisiau newid fy nghyfarfod", "cy"),
])
async def test_plain_words_of_one_language_are_answered_in_it_whatever_was_chosen_before(
    texts: UUID, assistant: Assistant, words: str, language: str
) -> None:
    await texts_us("Cymraeg")
    await texts_us(words)
    assert (await thread()).language == language


async def test_a_record_in_welsh_takes_no_english_talk_over(texts: UUID, assistant: Assistant) -> None:
    await texts_us("hello i want to book a meeting")
    async with transaction() as session:
        ada = await claimants.create(session, area="northbridge", preferred_name="Ada", source="worker", channels=[])
        ada.language = "cy"
        await session.flush()
        await messaging.join(session, texts, ada.id)
    assert (await thread()).language is None


async def test_what_was_offered_in_welsh_is_no_english_of_theirs(texts: UUID, assistant: Assistant) -> None:
    await texts_us("Cymraeg")
    async with transaction() as session:
        talk = await messaging.locked(session, texts)
        await messaging.record(session, talk, "assistant", "Beth?", choices=[{"title": "Person", "text": "I want to talk to a person"}])
    await texts_us("I want to talk to a person")
    assert (await thread()).language == "cy"


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("hoffwn i drefnu apwyntiad os gwelwch yn dda", "I want to book a meeting please"),
        ("Shwmae, alla i gael apwyntiad", "I want to book a meeting"),
        ("mae angen i mi newid fy apwyntiad", "I want to move my meeting"),
        ("Trefnu apwyntiad", "I want to book a meeting"),
    ],
)
async def test_first_words_in_welsh_are_answered_in_welsh(clean: None, assistant: Assistant, text: str, heard: str) -> None:
    await texts_us(text)
    assert (await newest()).meant == heard
    assert (await thread()).language == "cy"
    assert any(one.text.startswith("Iawn, Cymraeg o hyn ymlaen") for one in await said())


@pytest.mark.parametrize("text", ["diolch", "shwmae", "hi can i book an appointment", "helo there i need help"])
async def test_a_word_of_welsh_chooses_nothing(clean: None, assistant: Assistant, text: str) -> None:
    await texts_us(text)
    assert (await thread()).language is None


async def test_later_a_thank_you_in_welsh_changes_nothing(clean: None, assistant: Assistant) -> None:
    await texts_us("i need an appointment")
    await texts_us("diolch yn fawr iawn i chi")
    assert (await thread()).language is None
