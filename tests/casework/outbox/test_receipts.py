"""Twilio's receipts: each of its statuses has ours, and what arrived has arrived."""

import pytest

from casework import outbox
from casework.base.db import transaction
from casework.outbox.rules import RECEIPTS
from tests.casework.outbox.conftest import changed, posted, seen
from tests.casework.outbox.twilio_fake import PUBLISHED, SOMEONE

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
