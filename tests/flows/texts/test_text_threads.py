"""Whose thread a phone's texts belong to: a new number, a wrong one, one that nobody proved."""

from casework import claimants, identity, messaging
from casework.base.db import transaction
from tests.flows.conftest import Assistant, Claimant
from tests.flows.phones import OTHER, PHONE, gets, known, texts_us, thread


async def test_a_new_number_keeps_the_thread(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("hello")
    first = await thread()
    async with transaction() as session:
        person = await claimants.get(session, ada)
        await claimants.close_channel(session, person, person.channels[0].id)
        await claimants.prove_channel(session, person, "sms", OTHER)
    await texts_us("me again", OTHER)
    assert (await thread(OTHER)).id == first.id


async def test_a_number_changed_in_the_web_chat_takes_the_texts_along(claimant: Claimant, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("hello")
    first = await thread()
    async with transaction() as session:
        await messaging.join(session, claimant.conversation, ada)
        await identity.begin(session, claimant.conversation, identity.CHANGE)
    for words in (OTHER, None):
        async with transaction() as session:
            check = await identity.current(session, claimant.conversation)
            assert check
            await identity.hear(session, check, words or (await gets(OTHER))[-1][:6], "northbridge")
    assert (await thread(OTHER)).id == first.id


async def test_a_number_nobody_proved_is_nobodys(clean: None, assistant: Assistant) -> None:
    await known("Ada", proved=False)
    await texts_us("hello")
    assert (await thread()).claimant_id is None


async def test_a_wrong_number_leaves_the_record_and_its_thread(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("hello")
    first = await thread()
    await texts_us("wrong number mate")
    await texts_us("hello", ref="SM9")
    async with transaction() as session:
        assert await claimants.by_address(session, "sms", PHONE) == []
        assert (await claimants.get(session, ada)).channels[0].closed_at
    assert (await thread()).id != first.id
    assert (await thread()).claimant_id is None
    assert "Sorry" in (await gets())[-1]


async def test_who_texts_is_proved_by_a_code_to_the_phone(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("hello")
    await gets()
    talk = await thread()
    async with transaction() as session:
        assert await identity.proved(session, talk.id) is None
        check = await identity.begin(session, talk.id, "see")
        assert check.step == "code"
    code = (await gets())[-1][:6]
    async with transaction() as session:
        current = await identity.current(session, talk.id)
        assert current
        await identity.hear(session, current, code, "northbridge")
        proved = await identity.proved(session, talk.id)
        assert proved
        assert proved.id == ada
