"""Proving who someone is: every wrong way in meets the same refusal, and leaves a row in the audit."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select, update

from casework import audit, claimants, identity, messaging, outbox
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.errors import NotFound
from casework.identity import OneTimeCode, Reference
from casework.identity.checking import REFUSED
from casework.staff import Staff
from tests.flows.conftest import Claimant

NUMBER, SAYS = "+447700900123", "07700 900123"


async def begins(claimant: Claimant, purpose: str = "see") -> None:
    async with transaction() as session:
        await identity.begin(session, claimant.conversation, purpose)


async def says(claimant: Claimant, text: str) -> tuple[str | None, str]:
    """What is said back, and the step it has come to."""
    async with transaction() as session:
        check = await identity.current(session, claimant.conversation)
        assert check is not None
        said = await identity.hear(session, check, text, "northbridge")
        return said, check.step


async def code_sent(to: str = NUMBER) -> str:
    async with transaction() as session:
        query = select(outbox.Outgoing).where(outbox.Outgoing.to == to).order_by(outbox.Outgoing.made_at.desc())
        latest = (await session.execute(query.limit(1))).scalar_one()
    found = re.search(r"\b\d{6}\b", latest.text)
    assert found
    return found[0]


async def known(name: str, *, proved: bool = True, address: str = NUMBER) -> UUID:
    async with transaction() as session:
        made = await claimants.create(
            session,
            area="northbridge",
            preferred_name=name,
            source="worker",
            channels=[("sms", address, proved)],
        )
        return made.id


async def whose(claimant: Claimant) -> UUID | None:
    async with transaction() as session:
        found = await identity.proved(session, claimant.conversation)
        return found.id if found else None


async def refusals() -> int:
    async with transaction() as session:
        query = select(func.count()).select_from(audit.AuditRow).where(audit.AuditRow.allowed.is_(False))
        return (await session.execute(query)).scalar_one()


async def another() -> Claimant:
    async with transaction() as session:
        conversation, token = await messaging.start(session, "northbridge", "Northbridge")
        return Claimant(conversation.id, token)


@pytest.fixture
def wrong() -> str:
    return "000000"


async def test_a_known_number_proves_the_person(claimant: Claimant) -> None:
    sam = await known("Sam")
    await begins(claimant)
    assert await says(claimant, SAYS) == ("utter_identity_sent", "code")
    assert await whose(claimant) is None
    assert await says(claimant, await code_sent()) == (None, "done")
    assert await whose(claimant) == sam


@pytest.mark.parametrize("text", ["later", "ill do it later", "can i tell you later", "in a bit", "not right now"])
async def test_what_is_put_off_is_no_goodbye_and_no_wrong_answer(claimant: Claimant, text: str) -> None:
    await begins(claimant)
    assert await says(claimant, text) == ("utter_identity_later", "put_off")
    assert await refusals() == 0


@pytest.mark.parametrize("text", ["see you later", "bye", "later than 3", "it was later that day"])
async def test_what_is_not_put_off(claimant: Claimant, text: str) -> None:
    await begins(claimant)
    assert (await says(claimant, text))[1] == "address"


async def test_an_unknown_number_hears_the_same(claimant: Claimant) -> None:
    await begins(claimant)
    assert await says(claimant, SAYS) == ("utter_identity_sent", "code")
    assert await says(claimant, await code_sent()) == (None, "done")
    assert await whose(claimant) is None


async def test_a_wrong_code_is_refused_and_noted(claimant: Claimant, wrong: str) -> None:
    await known("Sam")
    await begins(claimant)
    await says(claimant, SAYS)
    assert await says(claimant, wrong) == (REFUSED, "code")
    assert await refusals() == 1
    assert await whose(claimant) is None


async def test_a_code_is_good_for_one_use_only(claimant: Claimant) -> None:
    await known("Sam")
    await begins(claimant)
    await says(claimant, SAYS)
    code = await code_sent()
    await says(claimant, code)
    async with transaction() as session:
        check = await identity.current(session, claimant.conversation)
        assert check is not None
        check.step, check.proved_at = "code", None
    assert (await says(claimant, code))[0] == REFUSED


async def test_an_old_code_is_refused(claimant: Claimant) -> None:
    await known("Sam")
    await begins(claimant)
    await says(claimant, SAYS)
    async with transaction() as session:
        await session.execute(update(OneTimeCode).values(expires_at=now() - timedelta(seconds=1)))
    assert (await says(claimant, await code_sent()))[0] == REFUSED


async def test_a_code_shared_with_another_chat_is_refused(claimant: Claimant) -> None:
    await known("Sam")
    await begins(claimant)
    await says(claimant, SAYS)
    code, thief = await code_sent(), await another()
    await begins(thief)
    await says(thief, "07700 900124")
    assert (await says(thief, code))[0] == REFUSED
    assert await whose(thief) is None


async def test_after_five_wrong_tries_the_right_code_is_refused(claimant: Claimant, wrong: str) -> None:
    await known("Sam")
    await begins(claimant)
    await says(claimant, SAYS)
    code = await code_sent()
    for _ in range(5):
        await says(claimant, wrong if wrong != code else "000001")
        async with transaction() as session:
            check = await identity.current(session, claimant.conversation)
            assert check is not None
            check.step, check.misses = "code", 0
    assert (await says(claimant, code))[0] == REFUSED


async def test_three_misses_offer_a_person(claimant: Claimant, wrong: str) -> None:
    await begins(claimant)
    await says(claimant, SAYS)
    assert [(await says(claimant, wrong))[1] for _ in range(3)] == ["code", "code", "gave_up"]


async def test_a_number_gets_three_codes_in_a_quarter_of_an_hour(claimant: Claimant) -> None:
    for chat in [claimant, await another(), await another()]:
        await begins(chat)
        assert (await says(chat, SAYS))[0] == "utter_identity_sent"
    fourth = await another()
    await begins(fourth)
    assert await says(fourth, SAYS) == ("utter_identity_too_many", "gave_up")


async def test_a_chat_gets_five_codes_in_an_hour(claimant: Claimant) -> None:
    await begins(claimant)
    for last in range(5):
        async with transaction() as session:
            check = await identity.current(session, claimant.conversation)
            assert check is not None
            check.step = "address"
        assert (await says(claimant, f"07700 90020{last}"))[0] == "utter_identity_sent"
    async with transaction() as session:
        check = await identity.current(session, claimant.conversation)
        assert check is not None
        check.step = "address"
    assert (await says(claimant, "07700 900206"))[0] == "utter_identity_too_many"


async def test_two_people_on_one_number_are_told_apart_by_reference(claimant: Claimant, sam: Staff) -> None:
    await known("Ana")
    ben = await known("Ben")
    async with transaction() as session:
        reference = await identity.issue_reference(session, ben, sam)
    await begins(claimant)
    await says(claimant, SAYS)
    assert await says(claimant, await code_sent()) == ("utter_identity_several", "reference")
    assert await whose(claimant) is None
    assert await says(claimant, reference.lower()) == (None, "done")
    assert await whose(claimant) == ben


async def test_a_reference_works_once_and_not_for_ever(claimant: Claimant, sam: Staff) -> None:
    ben = await known("Ben")
    async with transaction() as session:
        first = await identity.issue_reference(session, ben, sam)
        second = await identity.issue_reference(session, ben, sam)
    await begins(claimant)
    assert await says(claimant, first) == (None, "done")
    thief = await another()
    await begins(thief)
    assert (await says(thief, first))[0] == REFUSED
    async with transaction() as session:
        await session.execute(update(Reference).values(expires_at=now() - timedelta(seconds=1)))
    assert (await says(thief, second))[0] == REFUSED
    assert await whose(thief) is None


async def test_guessed_references_stop_working_for_a_while(claimant: Claimant, sam: Staff) -> None:
    ben = await known("Ben")
    async with transaction() as session:
        reference = await identity.issue_reference(session, ben, sam)
    for n in range(2, 7):
        await begins(claimant)
        assert (await says(claimant, f"AAAA-AAA{n}"))[0] == REFUSED
    await begins(claimant)
    assert (await says(claimant, reference))[0] == REFUSED


async def test_a_number_a_worker_typed_needs_the_first_name_too(claimant: Claimant) -> None:
    sam = await known("Sam", proved=False)
    await begins(claimant)
    await says(claimant, SAYS)
    assert await says(claimant, await code_sent()) == (None, "first_name")
    assert (await says(claimant, "Alex"))[0] == REFUSED
    assert await whose(claimant) is None
    assert await says(claimant, "im sam") == (None, "done")
    assert await whose(claimant) == sam


async def test_three_wrong_names_in_a_day_close_that_way_in_every_chat(claimant: Claimant) -> None:
    await known("Dee", proved=False)
    await begins(claimant)
    await says(claimant, SAYS)
    await says(claimant, await code_sent())
    for guess in ("Ann", "Sue", "Kim"):
        assert (await says(claimant, guess))[0] == REFUSED
    other = await another()
    await begins(other)
    await says(other, SAYS)
    await says(other, await code_sent())
    assert (await says(other, "Dee"))[0] == REFUSED
    assert await whose(other) is None


async def test_registering_asks_before_it_keeps(claimant: Claimant, sam: Staff) -> None:
    await begins(claimant, "register")
    assert (await says(claimant, await _code_after(claimant)))[1] == "name"
    assert (await says(claimant, "Zoë"))[1] == "consent"
    assert (await says(claimant, "yes that is fine"))[1] == "safe"
    assert (await says(claimant, "Someone else may see it"))[1] == "done"
    async with transaction() as session:
        made = (await claimants.by_address(session, "sms", NUMBER))[0]
        agreed = await claimants.consents(session, made.id)
    assert (made.preferred_name, made.source, made.key_worker_id) == ("Zoë", "self", sam.id)
    assert made.safe_contact == {"shared": True, "neutral": True}
    assert agreed["keep_record"].given
    assert agreed["keep_record"].wording_version
    assert await whose(claimant) == made.id


async def _code_after(claimant: Claimant) -> str:
    await says(claimant, SAYS)
    return await code_sent()


async def test_without_consent_nothing_is_kept(claimant: Claimant) -> None:
    await begins(claimant, "register")
    await says(claimant, await _code_after(claimant))
    await says(claimant, "Zoë")
    assert await says(claimant, "no") == ("utter_identity_not_kept", "done")
    async with transaction() as session:
        assert await claimants.by_address(session, "sms", NUMBER) == []


async def test_somebody_else_cannot_prove_in_the_same_chat(claimant: Claimant) -> None:
    await known("Sam")
    await known("Alex", address="+447700900124")
    await begins(claimant)
    await says(claimant, await _code_after(claimant))
    async with transaction() as session:
        await session.execute(update(OneTimeCode).values(used_at=now() - timedelta(days=1)))
    await begins(claimant)
    await says(claimant, "07700 900124")
    assert await says(claimant, await code_sent("+447700900124")) == ("utter_identity_new_chat", "gave_up")


async def test_signing_out_ends_the_proof_and_the_chat(claimant: Claimant) -> None:
    await known("Sam")
    await begins(claimant)
    await says(claimant, await _code_after(claimant))
    async with transaction() as session:
        assert await identity.sign_out(session, claimant.conversation)
    assert await whose(claimant) is None
    with pytest.raises(NotFound):
        await claimant.writes("hello again")


async def test_nobody_is_proved_for_longer_than_two_hours(claimant: Claimant) -> None:
    await known("Sam")
    await begins(claimant)
    await says(claimant, await _code_after(claimant))
    async with transaction() as session:
        (await messaging.get(session, claimant.conversation)).proved_at = now() - timedelta(hours=2)
    assert await whose(claimant) is None


async def test_an_unknown_chat_proves_nobody(clean: None) -> None:
    with pytest.raises(NotFound):
        async with transaction() as session:
            await identity.proved(session, uuid4())
