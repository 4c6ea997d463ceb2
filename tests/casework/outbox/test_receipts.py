"""Twilio's receipts: each of its statuses has ours, and what arrived has arrived."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import outbox
from casework.base.clock import now
from casework.base.db import transaction
from casework.outbox import Outgoing, delivery, receipts
from casework.outbox.receipts import EarlyReceipt, heed_early_receipts
from casework.outbox.rules import MAX_TRIES_UNDELIVERED, RECEIPTS
from tests.casework.outbox.conftest import changed, delivered, posted, seen
from tests.casework.outbox.twilio_fake import PUBLISHED, SOMEONE, Twilio

SID = PUBLISHED["created"]["sid"]


def test_every_status_of_an_outbound_message_is_known() -> None:
    assert set(RECEIPTS) == set(PUBLISHED["status"]) - {"receiving", "received"}


@pytest.mark.parametrize(
    ("receipts", "status"),
    [
        (["queued"], "sent"),
        (["sent", "delivered"], "delivered"),
        (["delivered", "sent"], "delivered"),
        (["delivered", "undelivered"], "delivered"),
        (["undelivered", "sent"], "failed"),
        (["undelivered", "delivered"], "delivered"),
        (["read"], "delivered"),
    ],
)
async def test_only_forwards(clean: None, receipts: list[str], status: str) -> None:
    outgoing = await posted("sms", SOMEONE)
    await changed(outgoing, status="sent", provider="twilio", provider_ref=SID)
    async with transaction() as session:
        for one in receipts:
            assert await outbox.receipt(session, SID, one)
    assert (await seen(outgoing)).status == status


async def test_why_it_failed(clean: None) -> None:
    outgoing = await posted("sms", SOMEONE)
    await changed(outgoing, status="sent", provider="twilio", provider_ref=SID)
    async with transaction() as session:
        await outbox.receipt(session, SID, "undelivered")
    assert (await seen(outgoing)).error == "undelivered"


@pytest.mark.parametrize(("sid", "status"), [("SM0", "sent"), (SID, "received"), (SID, "something new")])
async def test_one_that_says_nothing_to_us(clean: None, sid: str, status: str) -> None:
    outgoing = await posted("sms", SOMEONE)
    await changed(outgoing, status="sent", provider="twilio", provider_ref=SID)
    async with transaction() as session:
        assert not await outbox.receipt(session, sid, status)
    assert (await seen(outgoing)).status == "sent"


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (30003, "unreachable: undelivered, Twilio 30003"),
        (30006, "landline: undelivered, Twilio 30006"),
        (30004, "permanent: undelivered, Twilio 30004"),
        (99999, "permanent: undelivered, Twilio 99999"),
    ],
)
async def test_why_by_the_table(clean: None, code: int, error: str) -> None:
    outgoing = await posted("sms", SOMEONE)
    await changed(outgoing, status="sent", provider="twilio", provider_ref=SID, tries=1)
    async with transaction() as session:
        await outbox.receipt(session, SID, "undelivered", code)
    assert ((await seen(outgoing)).status, (await seen(outgoing)).error) == ("failed", error)


async def test_who_opted_out_there_gets_nothing_from_here(clean: None) -> None:
    outgoing = await posted("sms", SOMEONE)
    await changed(outgoing, status="sent", provider="twilio", provider_ref=SID)
    async with transaction() as session:
        await outbox.receipt(session, SID, "failed", 21610)
        known = await outbox.quietness(session, SOMEONE)
    assert known
    assert known.why == "stopped"


async def test_what_passes_is_sent_again_and_then_given_up(clean: None, twilio: Twilio) -> None:
    outgoing = await posted("sms", SOMEONE)
    for tries in range(1, MAX_TRIES_UNDELIVERED + 1):
        sent = await delivered(outgoing)
        assert (sent.status, sent.tries) == ("sent", tries)
        async with transaction() as session:
            assert await outbox.receipt(session, sent.provider_ref or "", "undelivered", 30001)
    failed = await seen(outgoing)
    assert failed.status == "failed"
    assert len(twilio.asked) == len(set(failed.past_refs)) + 1 == MAX_TRIES_UNDELIVERED


async def test_a_try_that_failed_is_not_taken_for_the_next(clean: None, twilio: Twilio) -> None:
    outgoing = await posted("sms", SOMEONE)
    first = await delivered(outgoing)
    async with transaction() as session:
        await outbox.receipt(session, first.provider_ref or "", "undelivered", 30001)
    twilio.answers = ["lost"]
    assert (await delivered(outgoing)).status == "sending"


async def test_one_that_comes_before_our_own_record_is_heeded(clean: None, twilio: Twilio, monkeypatch: pytest.MonkeyPatch) -> None:
    """The provider calls while we still write down that it took the text."""

    async def early(session: AsyncSession, outgoing: Outgoing, status: str, values: dict[str, Any]) -> bool:
        async with transaction() as other:
            assert not await outbox.receipt(other, values["provider_ref"], "sent")
            assert not await outbox.receipt(other, values["provider_ref"], "undelivered", 30008)
        return await real(session, outgoing, status, values)

    real = delivery._move
    monkeypatch.setattr(delivery, "_move", early)
    outgoing = await posted("sms", SOMEONE)
    assert (await delivered(outgoing)).status == "sent"
    await heed_early_receipts(0)
    again = await seen(outgoing)
    assert (again.status, again.tries, len(again.past_refs)) == ("queued", 1, 1)
    await heed_early_receipts(0)
    assert await kept() == []


async def test_of_two_early_ones_the_later_counts(clean: None) -> None:
    async with transaction() as session:
        for one in ("undelivered", "delivered"):
            assert not await outbox.receipt(session, SID, one)
    outgoing = await posted("sms", SOMEONE)
    await heed_early_receipts(0)
    assert await kept() == ["undelivered", "delivered"], "nothing of ours has that name yet"
    await changed(outgoing, status="sent", provider="twilio", provider_ref=SID)
    await heed_early_receipts(0)
    assert (await seen(outgoing)).status == "delivered"
    assert await kept() == []


async def test_what_is_no_text_of_ours_is_forgotten(clean: None, monkeypatch: pytest.MonkeyPatch) -> None:
    async with transaction() as session:
        await outbox.receipt(session, SID, "delivered")
    later = now() + receipts.KEPT + timedelta(seconds=1)
    monkeypatch.setattr(receipts, "now", lambda: later)
    await heed_early_receipts(0)
    assert await kept() == []


async def kept() -> list[str]:
    async with transaction() as session:
        return list((await session.execute(select(EarlyReceipt.status).order_by(EarlyReceipt.at))).scalars())
