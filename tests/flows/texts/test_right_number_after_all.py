"""A wrong number that was none: it is known again only by a code, and nobody else with the phone is given anything."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import update

from casework import claimants, identity, outbox
from casework.appointments import Appointment
from casework.appointments.meetings.telling import tell
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, works
from tests.flows.conftest import Assistant
from tests.flows.people.test_identity import code_sent
from tests.flows.phones import gets, known, texts_us, thread, waits_for_a_person

PHONE = "+447700900461"


STARTED = "We do not know who has this number"


async def way_of(person: UUID) -> tuple[bool, bool]:
    """Whether the number is on the record, and proved."""
    async with transaction() as session:
        (way,) = (await claimants.get(session, person)).channels
        return way.closed_at is None, way.proved_at is not None and way.closed_at is None


async def is_stopped() -> bool:
    async with transaction() as session:
        known = await outbox.quietness(session, PHONE)
    return known is not None and known.why in ("stopped", "wrong")


async def agreed(person: UUID) -> bool | None:
    async with transaction() as session:
        known = (await claimants.consents(session, person)).get("texts")
        return known.given if known else None


@pytest.mark.parametrize("words", ["sorry that was a mistake it is me", "its me ada sorry", "no its the right number"])
async def test_taken_back_the_number_is_nobodys_until_a_code_and_the_name_prove_it(
    clean: None, assistant: Assistant, words: str
) -> None:
    ada = await known("Ada", PHONE)
    await texts_us("wrong number", PHONE)
    await texts_us(words, PHONE)
    assert STARTED in (await gets(PHONE))[-1]
    assert not await is_stopped()
    assert (await thread(PHONE)).claimant_id is None
    assert await way_of(ada) == (True, False)
    assert await agreed(ada) is not True
    here = (await thread(PHONE)).id
    async with transaction() as session:
        await identity.begin(session, here, "see")
    async with transaction() as session:
        check = await identity.current(session, here)
        assert check
        await identity.hear(session, check, await code_sent(PHONE), "northbridge")
        assert check.step == "first_name"
        await identity.hear(session, check, "Ada", "northbridge")
    assert await way_of(ada) == (True, True)


@pytest.mark.parametrize(
    "words",
    [
        "START",
        "I think that was for someone else",
        "you have made a mistake",
        "oops that wasnt for you",
        "sorry that was a mistake",
        "ignore that",
        "who is this",
        "still the wrong number",
        "i told you thats not me",
        "this is not the right number",
    ],
)
async def test_a_stranger_is_given_nothing(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada", PHONE)
    for one in ("wrong number", words):
        await texts_us(one, PHONE)
    assert await way_of(ada) == (False, False)
    assert await agreed(ada) is not True
    assert (await thread(PHONE)).claimant_id is None


@pytest.mark.parametrize("words", ["Stop texting me, you've made a mistake", "STOP its me", "stop texting its not the wrong number"])
async def test_a_stop_is_a_stop(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada", PHONE)
    for one in ("wrong number", words):
        await texts_us(one, PHONE)
    assert await is_stopped()
    assert await way_of(ada) == (False, False)


async def test_what_a_worker_took_off_before_stays_off(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada", PHONE)
    async with transaction() as session:
        person = await claimants.get(session, ada)
        await claimants.close_channel(session, person, person.channels[0].id)
    for one in ("wrong number", "its me"):
        await texts_us(one, PHONE)
    assert await way_of(ada) == (False, False)


async def test_a_stranger_who_starts_texts_hears_nothing_of_her_meetings(
    assistant: Assistant, sam: Staff
) -> None:
    ada = await known("Ada", PHONE)
    meeting = await booked(slot(await works(sam)))
    async with transaction() as session:
        await session.execute(update(Appointment).values(claimant_id=ada, reach={"kind": "sms", "address": PHONE}))
    for one in ("wrong number", "START"):
        await texts_us(one, PHONE)
    before = await gets(PHONE)
    async with transaction() as session:
        assert not await tell(session, await session.get_one(Appointment, meeting), "utter_reminder", uuid4())
    assert await gets(PHONE) == before


@pytest.mark.parametrize("words", ["got a job! start monday", "i got the job"])
async def test_a_job_told_on_a_watched_phone_reaches_a_person_and_nothing_goes_back(
    clean: None, assistant: Assistant, words: str
) -> None:
    await known("Ada", PHONE)
    await texts_us("my partner reads my texts", PHONE)
    before = await gets(PHONE)
    await texts_us(words, PHONE)
    assert await gets(PHONE) == before
    assert await waits_for_a_person(PHONE) == "wrote_after_watched"
    assert assistant.asked == []
