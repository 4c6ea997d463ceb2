"""What is held about a person can be asked for, handed over and deleted, and then it is gone from every table."""

import json
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import text, update

from api.export_page import export_page
from casework import claimants, messaging, outbox, privacy, safeguarding
from casework.appointments import Appointment
from casework.base.db import transaction
from casework.base.errors import NotFound
from casework.messaging import AssistantUnavailable
from casework.privacy.requests import due
from casework.staff import Staff
from casework.tables import metadata
from tests.flows.appointments.test_appointments import booked, slot, works
from tests.flows.conftest import Assistant, Claimant

NAME, NUMBER, WORDS = "Quillfeather", "+447700900123", "my brother lent me his green bicycle"
OTHER_NAME, OTHER_WORDS = "Zebedee", "nobody else may read this"


async def held(claimant: Claimant, name: str = NAME, number: str = NUMBER, words: str = WORDS) -> UUID:
    """A record with its conversation, a text to the phone, and what the person wrote."""
    await claimant.writes(words)
    async with transaction() as session:
        made = await claimants.create(
            session, area="northbridge", preferred_name=name, source="worker", channels=[("sms", number, True)]
        )
        talk = await messaging.get(session, claimant.conversation)
        talk.claimant_id = made.id
        await outbox.post(session, "sms", number, f"Hello {name}, see you on Tuesday.")
        return made.id


async def another_chat() -> Claimant:
    async with transaction() as session:
        conversation, token = await messaging.start(session, "northbridge", "Northbridge")
        return Claimant(conversation.id, token)


async def everything() -> str:
    """Every row of every table of ours, and every job that waits, as text."""
    tables = [table.name for table in metadata.sorted_tables] + ["procrastinate_jobs"]
    async with transaction() as session:
        found = [(await session.execute(text(f"SELECT t::text FROM {name} t"))).scalars().all() for name in tables]
    return "\n".join(row for rows in found for row in rows)


def test_the_law_gives_one_month_and_the_council_its_days_for_a_complaint() -> None:
    assert due("see", date(2027, 1, 31)) == date(2027, 2, 28)
    assert due("delete", date(2026, 11, 23)) == date(2026, 12, 23)
    assert due("complaint", date(2026, 11, 23)) == date(2026, 12, 23)


async def test_asking_twice_is_one_request_until_it_is_done(claimant: Claimant, sam: Staff) -> None:
    who = await held(claimant)
    async with transaction() as session:
        person = await claimants.get(session, who)
        first = await privacy.request(session, person, "see", claimant.conversation)
        again = await privacy.request(session, person, "see", claimant.conversation)
        assert again.id == first.id
        await privacy.acknowledge(session, first.id, sam)
        await privacy.complete(session, first.id, sam, "sent by post")
        assert list(await privacy.open_requests(session, ["northbridge"])) == []
        later = await privacy.request(session, person, "see", claimant.conversation)
        assert later.id != first.id


async def test_a_request_of_another_area_is_not_found(claimant: Claimant, vera: Staff) -> None:
    who = await held(claimant)
    async with transaction() as session:
        made = await privacy.request(session, await claimants.get(session, who), "delete")
        assert list(await privacy.open_requests(session, vera.areas)) == []
        with pytest.raises(NotFound):
            await privacy.complete(session, made.id, vera, "done")


async def test_the_export_holds_all_of_one_person_and_nothing_of_another(
    claimant: Claimant, assistant: Assistant
) -> None:
    who = await held(claimant)
    await held(await another_chat(), OTHER_NAME, "+447700900456", OTHER_WORDS)
    async with transaction() as session:
        exported = await privacy.export(session, who)
    for written in (json.dumps(exported), export_page(exported)):
        for own in (NAME, NUMBER, WORDS, "see you on Tuesday"):
            assert own in written
        for foreign in (OTHER_NAME, OTHER_WORDS, "+447700900456"):
            assert foreign not in written


async def test_the_exported_page_shows_markup_as_words(claimant: Claimant) -> None:
    who = await held(claimant, words="<script>alert(1)</script>")
    async with transaction() as session:
        page = export_page(await privacy.export(session, who))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


async def test_nothing_of_an_erased_person_is_in_any_table(
    claimant: Claimant, assistant: Assistant, sam: Staff
) -> None:
    who = await held(claimant)
    await held(await another_chat(), OTHER_NAME, "+447700900456", OTHER_WORDS)
    before = await everything()
    assert all(own in before for own in (NAME, NUMBER, WORDS))
    async with transaction() as session:
        erased = await privacy.erase(session, who, sam)
    after = await everything()
    for own in (NAME, NUMBER, WORDS):
        assert own not in after
    for foreign in (OTHER_NAME, OTHER_WORDS, "+447700900456"):
        assert foreign in after
    assert erased.removed == {"conversations": 1, "texts_and_emails": 1, "records": 1}
    assert len(erased.kept) >= 4


async def test_what_was_kept_for_safety_is_said(claimant: Claimant, assistant: Assistant) -> None:
    who = await held(claimant, words="i want to kill myself")
    async with transaction() as session:
        assert await safeguarding.of_conversation(session, claimant.conversation)
        erased = await privacy.erase(session, who)
    assert any("Safety records" in said for said in erased.kept)


async def test_while_rasa_cannot_forget_nothing_is_erased(claimant: Claimant, assistant: Assistant) -> None:
    who = await held(claimant)
    assistant.up = False
    with pytest.raises(AssistantUnavailable):
        async with transaction() as session:
            await privacy.erase(session, who)
    assert WORDS in await everything()


async def test_texts_to_a_shared_phone_stay(claimant: Claimant, assistant: Assistant) -> None:
    who = await held(claimant)
    await held(await another_chat(), OTHER_NAME, NUMBER, OTHER_WORDS)
    async with transaction() as session:
        erased = await privacy.erase(session, who)
    assert erased.removed["texts_and_emails"] == 0
    assert f"Hello {OTHER_NAME}" in await everything()


async def test_a_record_merged_into_another_goes_with_it(claimant: Claimant, assistant: Assistant, sam: Staff) -> None:
    kept = await held(claimant)
    double = await held(await another_chat(), OTHER_NAME, "+447700900456", OTHER_WORDS)
    async with transaction() as session:
        await claimants.merge(session, await claimants.get(session, kept), await claimants.get(session, double), sam)
    async with transaction() as session:
        exported = json.dumps(await privacy.export(session, kept))
        assert OTHER_WORDS in exported
        erased = await privacy.erase(session, kept)
    assert erased.removed["records"] == 2
    after = await everything()
    assert OTHER_NAME not in after
    assert OTHER_WORDS not in after


async def test_a_number_that_asked_for_no_texts_is_not_forgotten(claimant: Claimant, assistant: Assistant) -> None:
    who = await held(claimant)
    async with transaction() as session:
        await outbox.quiet(session, NUMBER, "stopped")
        exported = await privacy.export(session, who)
        erased = await privacy.erase(session, who)
        assert await outbox.quietness(session, NUMBER)
    assert exported["texts_kept_back"][0]["why"] == "stopped"
    assert any("no texts" in said for said in erased.kept)


async def test_a_meeting_made_in_the_chat_is_handed_over_and_goes_with_the_person(
    claimant: Claimant, assistant: Assistant, sam: Staff
) -> None:
    who = await held(claimant)
    made = await booked(slot(await works(sam)), "phone")
    async with transaction() as session:
        mine = {"conversation_id": claimant.conversation, "name": "Quillie", "reach": {"kind": "call", "address": NUMBER}}
        await session.execute(update(Appointment).where(Appointment.id == made).values(**mine))
    async with transaction() as session:
        assert "Quillie" in json.dumps(await privacy.export(session, who))
        await privacy.erase(session, who, sam)
    assert "Quillie" not in await everything()
