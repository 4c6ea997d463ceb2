"""What we ask of Twilio is valid by Twilio's own description of it, as Prism reads that."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from casework import outbox
from casework.base.clock import now
from casework.outbox.carrier import Refused
from casework.outbox.settings import outbox_settings
from casework.outbox.sms import sms_carrier
from tests import prism
from tests.casework.outbox import twilio_fake
from tests.casework.outbox.conftest import changed, delivered, posted
from tests.casework.outbox.twilio_fake import ACCOUNT, SOMEONE


@pytest.fixture(scope="module")
def mock(home: Path) -> Iterator[str]:
    with prism.mocking(home) as address:
        yield address


@pytest.fixture
def twilio(mock: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDRAIL_TWILIO_ACCOUNT_SID", ACCOUNT)
    monkeypatch.setenv("HANDRAIL_TWILIO_AUTH_TOKEN", "a token")
    monkeypatch.setenv("HANDRAIL_TWILIO_API_URL", mock)
    monkeypatch.setenv("HANDRAIL_TWILIO_STATUS_URL", "https://help.example/sms/status")
    monkeypatch.setenv("HANDRAIL_TWILIO_SETTLE_SECONDS", "0")


SENDERS = [twilio_fake.PUBLISHED["created"]["from"], f"MG{'a' * 32}"]


@pytest.mark.parametrize("sender", SENDERS)
async def test_sending(clean: None, twilio: None, monkeypatch: pytest.MonkeyPatch, sender: str) -> None:
    monkeypatch.setenv("HANDRAIL_TWILIO_FROM", sender)
    sent = await delivered(await posted("sms", SOMEONE, "Ŵyt ti'n iawn? £5 – 1 ok"))
    assert (sent.status, sent.error) == ("sent", None)


async def test_looking_one_up(clean: None, twilio: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Prism's list does not hold it, which is an answer all the same."""
    monkeypatch.setenv("HANDRAIL_TWILIO_FROM", SENDERS[0])
    outgoing = await posted("sms", SOMEONE)
    await changed(outgoing, status="sending", provider="twilio", tries=1, status_at=now() - timedelta(minutes=10))
    assert (await delivered(outgoing)).error == "no record of the outcome, and none found at the provider"


@pytest.mark.parametrize("sender", SENDERS)
async def test_asking_what_came(twilio: None, monkeypatch: pytest.MonkeyPatch, sender: str) -> None:
    monkeypatch.setenv("HANDRAIL_TWILIO_FROM", sender)
    outbox_settings.cache_clear()
    assert [one for one in await outbox.arrived(now()) if one.number == ""] == []


@pytest.mark.parametrize("sender", SENDERS)
async def test_telling_who_wants_no_texts(twilio: None, monkeypatch: pytest.MonkeyPatch, sender: str) -> None:
    """Prism's example answer has a fault in it, which is read."""
    monkeypatch.setenv("HANDRAIL_TWILIO_FROM", sender)
    outbox_settings.cache_clear()
    assert await sms_carrier(SOMEONE).consent(SOMEONE, False) == Refused("INVALID_CONTACT_ID")


def test_prism_would_say_so(mock: str) -> None:
    path = f"{mock}/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
    refused = httpx.post(path, data={"Body": "to nobody"}, auth=(ACCOUNT, "a token"))
    assert refused.status_code == 422
    assert "To" in refused.text
    assert httpx.post(path, data={"To": SOMEONE, "Body": "no key"}).status_code == 401
    item = '{"contact_id": "07700 900123", "status": "stop"}'
    refused = httpx.post(f"{mock}/v1/Consents/Bulk", data={"Items": item}, auth=(ACCOUNT, "a token"))
    assert refused.status_code == 422
    assert "contact_id" in refused.text
