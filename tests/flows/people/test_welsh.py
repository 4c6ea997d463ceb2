"""A language is chosen by the person, kept with the conversation and their record, and spoken wherever they are reached."""

from uuid import UUID

import httpx
import pytest
from sqlalchemy import update

from api.app import app
from casework import claimants, handoff, messaging
from casework.appointments import Appointment
from casework.appointments.meetings import telling
from casework.appointments.meetings.jobs import send_reminder
from casework.base.clock import now
from casework.base.db import transaction
from casework.council import council
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, works
from tests.flows.conftest import Assistant, Claimant
from tests.flows.people.test_language_asked import newest
from tests.flows.phones import PHONE, gets, said, texts_us, thread
from tests.flows.working import Clock, amina, clock, sends, starts

__all__ = ["amina", "clock"]
NAMED = {
    "text": "Good. What would you like to do?",
    "choices": [{"title": "Could I get help?", "text": "Could I get help?"}, {"title": "dydd Iau", "text": "Thursday"}],
    "name": "utter_screening_code_unknown",
    "values": {},
    "own_choices": 1,
}


async def language_of(conversation: UUID) -> str | None:
    async with transaction() as session:
        return (await messaging.get(session, conversation)).language


async def replies(claimant: Claimant, words: str) -> list[messaging.Message]:
    received = await claimant.writes(words)
    await messaging.answer(claimant.conversation)
    async with transaction() as session:
        return list(await messaging.replies(session, received.message))


async def test_what_the_assistant_named_is_said_in_welsh(claimant: Claimant, assistant: Assistant) -> None:
    confirmed, = [one for one in await replies(claimant, "Cymraeg plis") if one.language == "cy"]
    assert confirmed.text.startswith("Iawn, Cymraeg o hyn ymlaen.")
    assert assistant.asked[-1]["text"] == "Carry on"
    assert assistant.asked[-1]["metadata"] | {"speaks": "cy", "chosen": True} == assistant.asked[-1]["metadata"]
    assistant.answer = [NAMED]
    answer, = await replies(claimant, "ydw")
    assert assistant.asked[-1]["text"] == "Yes"
    assert answer.language == "cy"
    assert answer.text.startswith("Alla i ddim dod o hyd i le")
    assert answer.choices[0] == {"title": "Dechrau'r cwestiynau", "text": "Could I get help?"}
    assert answer.choices[-1] == {"title": "dydd Iau", "text": "Thursday"}


async def test_in_english_the_assistants_own_words_stay(claimant: Claimant, assistant: Assistant) -> None:
    assistant.answer = [NAMED]
    answer, = await replies(claimant, "hello")
    assert (answer.text, answer.choices, answer.language) == (NAMED["text"], NAMED["choices"], "en")


async def test_words_without_a_name_are_said_as_they_are(claimant: Claimant, assistant: Assistant) -> None:
    await replies(claimant, "yn gymraeg")
    answer, = await replies(claimant, "ydw")
    assert (answer.text, answer.language) == ("I hear you.", "en")


async def test_a_typed_title_is_its_choice(claimant: Claimant, assistant: Assistant) -> None:
    await replies(claimant, "welsh please")
    assistant.answer = [NAMED]
    await replies(claimant, "ydw")
    await replies(claimant, "dechraur cwestiynau")
    assert assistant.asked[-1]["text"] == "Could I get help?"


async def test_who_asks_for_the_language_that_is_spoken_is_told_so(claimant: Claimant, assistant: Assistant) -> None:
    await replies(claimant, "English please")
    assert await language_of(claimant.conversation) is None
    assert assistant.asked[-1]["text"] == "Carry on"


@pytest.mark.parametrize("words", ["i need a welsh interpreter", "welsh cakes are lovely", "i want to learn english"])
async def test_other_words_choose_nothing(claimant: Claimant, assistant: Assistant, words: str) -> None:
    await replies(claimant, words)
    assert await language_of(claimant.conversation) is None
    assert assistant.asked[-1]["text"] == words


async def test_a_council_without_welsh_does_not_speak_it(
    claimant: Claimant, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = council().model_copy(update={"languages": ("en",)})
    monkeypatch.setattr("casework.messaging.languages.council", lambda: english)
    await replies(claimant, "cymraeg plis")
    assert await language_of(claimant.conversation) is None
    assert assistant.asked[-1]["text"] == "cymraeg plis"


async def test_the_safety_question_is_put_again_in_the_language_chosen(claimant: Claimant, assistant: Assistant) -> None:
    await claimant.writes("I want to kill myself")
    received = await claimant.writes("Cymraeg")
    assert received.settled
    again = await claimant.last()
    assert again.language == "cy"
    assert "Ydych chi'n ddiogel ar hyn o bryd?" in again.text
    await claimant.writes("nac ydw")
    assert (await claimant.last()).text.startswith("Diolch am fod yn onest")
    assert assistant.asked == []


async def test_danger_in_welsh_is_answered_in_welsh_unasked(claimant: Claimant, assistant: Assistant) -> None:
    await claimant.writes("rydw i eisiau lladd fy hun")
    assert (await claimant.last()).language == "cy"
    assert await language_of(claimant.conversation) == "cy"
    await claimant.writes("Mynd ymlaen â phethau eraill")
    assert (await claimant.last()).text.startswith("Iawn. Rydw i'n falch eich bod yma o hyd")


async def test_with_the_assistant_away_it_is_kept_in_welsh(claimant: Claimant, assistant: Assistant) -> None:
    assistant.up = False
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as http:
        headers = {"Authorization": f"Bearer {claimant.token}"}
        body = {"id": "6a8f3d52-8e1c-4a7e-9d0b-2f0f5a1c7b11", "text": "Cymraeg"}
        answer = await http.post(f"/chat/{claimant.conversation}/messages", json=body, headers=headers)
    assert answer.status_code == 202
    assert answer.json()["language"] == "cy"
    assert answer.json()["messages"][0]["text"].startswith("Alla i ddim ateb ar hyn o bryd")


async def test_a_chat_may_begin_in_welsh_but_not_in_a_language_we_lack(clean: None) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as http:
        welsh = (await http.post("/chat", json={"language": "cy"})).json()
        other = (await http.post("/chat", json={"language": "tlh"})).json()
        known = await http.get("/widget/words.cy.json")
        unknown = await http.get("/widget/words.tlh.json")
    assert welsh["language"] == welsh["messages"][0]["language"] == "cy"
    assert welsh["messages"][0]["text"].startswith("Helo. Fi yw sgwrs gymorth Northbridge")
    assert "language" not in other
    assert known.json()["languages"] == {"en": "English", "cy": "Cymraeg"}
    assert unknown.status_code == 404


async def test_a_person_who_takes_over_is_told_of_in_welsh(claimant: Claimant, assistant: Assistant, sam: Staff) -> None:
    await replies(claimant, "Cymraeg")
    async with transaction() as session:
        await handoff.take(session, claimant.conversation, sam)
    assert (await claimant.last()).text.startswith("Mae Sam wedi ymuno")
    await claimant.writes("English please")
    assert await language_of(claimant.conversation) == "en"


async def of(who: UUID) -> str:
    async with transaction() as session:
        return (await claimants.get(session, who)).language


async def test_it_is_kept_on_the_record_and_goes_with_the_person(amina: UUID, claimant: Claimant, assistant: Assistant) -> None:
    await replies(claimant, "Cymraeg")
    async with transaction() as session:
        assert await messaging.join(session, claimant.conversation, amina)
    assert await of(amina) == "cy"
    async with transaction() as session:
        texts = await messaging.start_texts(session, "northbridge", PHONE, amina)
        web, _ = await messaging.start(session, "northbridge", "Northbridge")
        assert texts.language == "cy"
        assert await messaging.join(session, web.id, amina)
        assert web.language == "cy"
    await replies(claimant, "English")
    assert await of(amina) == "en"
    assert (await thread()).language == "en"


async def test_a_check_in_comes_in_welsh_and_its_welsh_answer_is_understood(
    amina: UUID, clock: Clock, assistant: Assistant
) -> None:
    async with transaction() as session:
        (await claimants.get(session, amina)).language = "cy"
    await starts(amina, clock)
    clock.passes(days=1, hours=6)
    await sends()
    asked, = await gets()
    assert "Sut oedd eich diwrnod cyntaf?" in asked
    assert "1 Da" in asked
    await texts_us("Ddim yn dda")
    assert (await said())[-1].meant == "Not good"


async def test_a_reminder_comes_in_welsh(
    sam: Staff, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "now", lambda: now().replace(hour=12))
    meeting = await booked(slot(await works(sam)))
    await texts_us("cymraeg plis")
    await gets()
    async with transaction() as session:
        reach = {"kind": "sms", "address": PHONE}
        chat = (await thread()).id
        await session.execute(update(Appointment).values(reach=reach, conversation_id=chat))
    await send_reminder(str(meeting), 0, 24)
    reminder = (await gets())[-1]
    assert "Cwrdd " in reminder
    assert "1 Ei gadw" in reminder
    await texts_us("1")
    assert (await said())[-1].meant == "I will keep my meeting"


async def test_stop_in_welsh_ends_the_texts(clean: None, assistant: Assistant) -> None:
    await texts_us("Cymraeg")
    await texts_us("Stopiwch!")
    assert "Chewch chi ddim mwy o decstiau" in (await gets())[-1]


@pytest.mark.parametrize("words", ["dw i wedi cael swydd", "cefais i waith"])
async def test_a_job_told_of_in_welsh_is_asked_about_in_welsh(clean: None, assistant: Assistant, words: str) -> None:
    await texts_us("hello")
    await texts_us(words)
    assert (await thread()).language == "cy"
    assert (await newest()).meant == "I got a job"


async def test_a_job_that_is_looked_for_in_welsh_changes_no_language(clean: None, assistant: Assistant) -> None:
    await texts_us("hello")
    await texts_us("dw i eisiau swydd")
    assert (await thread()).language is None
