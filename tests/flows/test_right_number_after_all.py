"""A wrong number that was none: who takes it back at once is known again, and hears so."""

import pytest

from casework import claimants
from casework.base.db import transaction
from tests.flows.conftest import Assistant
from tests.flows.phones import gets, known, texts_us, thread, waits_for_a_person
from tests.flows.test_safe_times import has_stopped

PHONE = "+447700900461"


@pytest.mark.parametrize("words", ["sorry that was a mistake it is me", "START", "its me ada sorry", "no its the right number", "oops that wasnt for you"])
async def test_taken_back_the_number_is_on_the_record_again(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada", PHONE)
    await texts_us("wrong number", PHONE)
    await texts_us(words, PHONE)
    assert "You will get our texts again" in (await gets(PHONE))[-1]
    assert not await has_stopped()
    assert (await thread(PHONE)).claimant_id == ada
    async with transaction() as session:
        (way,) = (await claimants.get(session, ada)).channels
        assert way.closed_at is None
        assert (await claimants.consents(session, ada))["texts"].given


@pytest.mark.parametrize("words", ["who is this", "still the wrong number", "i told you thats not me"])
async def test_anything_else_leaves_it_off(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada", PHONE)
    for one in ("wrong number", words):
        await texts_us(one, PHONE)
    async with transaction() as session:
        assert (await claimants.get(session, ada)).channels[0].closed_at


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
