"""GOV.UK Notify behind the same small interface as Twilio: sent once, looked up by our own reference."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from casework import outbox
from casework.base.clock import now
from casework.base.db import transaction
from casework.outbox.notify import e164
from casework.outbox.settings import OutboxSettings
from tests.casework.outbox import notify_fake
from tests.casework.outbox.conftest import changed, delivered, posted, seen
from tests.casework.outbox.notify_fake import KEY, TEMPLATE, Notify
from tests.casework.outbox.twilio_fake import SOMEONE

LONG_AGO = timedelta(minutes=10)


@pytest.fixture
def notify(monkeypatch: pytest.MonkeyPatch) -> Iterator[Notify]:
    with notify_fake.playing() as played:
        monkeypatch.setenv("HANDRAIL_NOTIFY_API_KEY", KEY)
        monkeypatch.setenv("HANDRAIL_NOTIFY_TEMPLATE_ID", TEMPLATE)
        monkeypatch.setenv("HANDRAIL_NOTIFY_API_URL", played.url)
        monkeypatch.setenv("HANDRAIL_NOTIFY_TIMEOUT_SECONDS", "0.3")
        yield played


async def test_taken(clean: None, notify: Notify) -> None:
    sent = await delivered(await posted("sms", SOMEONE, "See you at 10."))
    (taken,) = notify.taken
    assert (sent.status, sent.provider, sent.provider_ref) == ("sent", "notify", taken["id"])
    assert (taken["reference"], taken["content"]["body"]) == (str(sent.id), "See you at 10.")


async def test_a_demonstration_phone_stays_one(clean: None, notify: Notify) -> None:
    assert (await delivered(await posted("sms", "+447700900123"))).provider == "demonstration"
    assert notify.taken == []


@pytest.mark.parametrize(("answer", "status"), [("400", "failed"), ("403", "queued"), ("429", "queued"), ("500", "queued")])
async def test_not_taken(clean: None, notify: Notify, answer: str, status: str) -> None:
    notify.answers = [answer]
    assert (await delivered(await posted("sms", SOMEONE))).status == status


@pytest.mark.parametrize("answer", ["take, lost", "taken, 500", "taken, 502"])
async def test_taken_without_a_yes_is_found_by_our_reference(clean: None, notify: Notify, answer: str) -> None:
    notify.answers = [answer.replace("take, ", "taken, ")]
    outgoing = await posted("sms", SOMEONE)
    sent = await delivered(outgoing)
    assert (sent.status, sent.provider_ref) == ("sent", notify.taken[0]["id"])
    await delivered(outgoing)
    assert len(notify.taken) == 1


async def test_a_worker_died_over_it(clean: None, notify: Notify) -> None:
    outgoing = await posted("sms", SOMEONE)
    await changed(outgoing, status="sending", provider="notify", tries=1, status_at=now() - LONG_AGO)
    assert (await delivered(outgoing)).status == "queued"
    assert (await delivered(outgoing)).status == "sent"
    assert len(notify.taken) == 1


@pytest.mark.parametrize(
    ("said", "status", "error"),
    [
        ("delivered", "delivered", None),
        ("permanent-failure", "failed", "unreachable: permanent-failure"),
        ("temporary-failure", "queued", None),
        ("technical-failure", "queued", None),
    ],
)
async def test_receipts(clean: None, notify: Notify, said: str, status: str, error: str | None) -> None:
    sent = await delivered(await posted("sms", SOMEONE))
    async with transaction() as session:
        assert await outbox.receipt(session, sent.provider_ref or "", said)
    after = await seen(sent.id)
    assert (after.status, after.error) == (status, error)


async def test_what_came_is_listed_oldest_first_page_by_page(clean: None, notify: Notify) -> None:
    for days in (9, 3, 2, 1, 0):
        notify.came("447700900123", f"{days} days ago", (datetime.now(UTC) - timedelta(days=days)).isoformat())
    found = await outbox.arrived(now() - timedelta(days=7))
    assert [one.text for one in found] == ["3 days ago", "2 days ago", "1 days ago", "0 days ago"]
    assert {one.number for one in found} == {"+447700900123"}


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("447700900123", "+447700900123"),
        ("07700900123", "+447700900123"),
        ("00447700900123", "+447700900123"),
        ("+447700900123", "+447700900123"),
        ("60123", "60123"),
        ("NHS", "NHS"),
        ("0", "0"),
        ("4\u0664\u0667\u0667\u0660\u0660\u0669\u0660\u0660\u0661\u0662\u0663", "4\u0664\u0667\u0667\u0660\u0660\u0669\u0660\u0660\u0661\u0662\u0663"),
    ],
)
def test_a_number_however_it_is_written(written: str, number: str) -> None:
    assert e164(written) == number
    assert outbox.is_number(number) == number.startswith("+")


def test_digits_of_other_scripts_are_no_number() -> None:
    assert not outbox.is_number("+4\u0664\u0667\u0667\u0660\u0660\u0669\u0660\u0660\u0661\u0662\u0663")


def test_two_providers_at_once_is_a_fault() -> None:
    with pytest.raises(ValueError, match="not by both"):
        OutboxSettings(
            twilio_account_sid="AC1", twilio_auth_token="x", twilio_from="MG1", notify_api_key="k", notify_template_id="t"
        )  # type: ignore[arg-type]
