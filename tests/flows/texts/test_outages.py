"""The provider is down, or our own door: all of it goes out and comes in afterwards, once, in order, at decent hours."""

from datetime import timedelta
from re import compile as pattern

import pytest
from sqlalchemy import select, text

from casework import checkins, claimants, outbox, texts
from casework.appointments.meetings import reminding
from casework.base.clock import local
from casework.base.db import transaction
from casework.checkins import Checkin
from casework.outbox import Outgoing, rules, sms
from casework.outbox.rules import MAX_TRIES, wait_seconds
from casework.outbox.settings import outbox_settings
from casework.staff import Staff
from tests.casework.outbox import conftest as outbox_cast
from tests.casework.outbox import twilio_fake
from tests.casework.outbox.conftest import free_port
from tests.casework.outbox.test_worker import worked
from tests.casework.outbox.twilio_fake import Twilio
from tests.flows.phones import said, texts_us, thread
from tests.flows.working import Clock, asked, clock, due, person, sends, starts
from tests.loopback import number

__all__ = ["clock"]

twilio, fresh_settings = outbox_cast.twilio, outbox_cast.fresh_settings
PHONE, OTHER = number(1), number(2)
HOUR = 3600


@pytest.fixture
def texted(monkeypatch: pytest.MonkeyPatch, twilio: Twilio) -> Twilio:
    """Drama's numbers with three digits more are really handed over, to the provider that is played."""
    monkeypatch.setattr(rules, "DEMONSTRATION", pattern(r"\+447700900\d{6}"))
    monkeypatch.setattr(sms, "is_demonstration", lambda to: False)
    outbox_settings.cache_clear()
    return twilio


def down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDRAIL_TWILIO_API_URL", f"http://127.0.0.1:{free_port()}")
    outbox_settings.cache_clear()


def up(monkeypatch: pytest.MonkeyPatch, twilio: Twilio) -> None:
    monkeypatch.setenv("HANDRAIL_TWILIO_API_URL", twilio.url)
    outbox_settings.cache_clear()


async def works() -> None:
    """Everything that waits for its time is tried now."""
    async with transaction() as session:
        await session.execute(text("UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'"))
    await worked()


async def rows(about: str) -> list[tuple[str, str | None, int]]:
    async with transaction() as session:
        query = select(Outgoing).where(Outgoing.about == about).order_by(Outgoing.made_at)
        return [(one.status, one.error, one.tries) for one in (await session.execute(query)).scalars()]


async def is_asked_in_the_evening(clock: Clock) -> None:
    """Half an hour before our hours end."""
    amina = await person("Amina", PHONE)
    await starts(amina, clock)
    first = (await due(amina))[0]
    clock.at = first.due_at.replace(minute=30)
    assert local(clock.at).hour == 18
    await sends()
    assert len(await asked(amina)) == 1


def test_we_try_for_more_than_an_hour() -> None:
    assert sum(wait_seconds(tries) for tries in range(1, MAX_TRIES)) > 3 * HOUR


async def test_a_provider_that_is_down_for_an_hour(
    clock: Clock, sam: Staff, texted: Twilio, monkeypatch: pytest.MonkeyPatch
) -> None:
    down(monkeypatch)
    await is_asked_in_the_evening(clock)
    async with transaction() as session:
        for n in range(5):
            await outbox.post(session, "sms", OTHER, f"Reply {n}", about="reply")
    tries, gone = 0, 0
    while gone < HOUR:
        await works()
        tries, gone = tries + 1, gone + wait_seconds(tries + 1)
    assert {status for status, _, _ in await rows("reply")} == {"queued"}
    clock.passes(hours=1)
    up(monkeypatch, texted)
    for _ in range(6):
        await works()
    assert [one["body"] for one in texted.taken] == [f"Reply {n}" for n in range(5)], "in order, and no question at night"
    ((status, _, _),) = await rows("checkin")
    assert status == "queued"
    clock.at = (clock.at + timedelta(days=1)).replace(hour=11)
    await works()
    assert "first day" in texted.taken[-1]["body"]
    assert len(texted.taken) == 6


async def test_what_waits_for_the_morning_holds_up_nothing_else(
    clock: Clock, sam: Staff, texted: Twilio, monkeypatch: pytest.MonkeyPatch
) -> None:
    down(monkeypatch)
    # Whatever the hour at which this is run.
    monkeypatch.setattr(reminding, "may_be_told", lambda _: True)
    await is_asked_in_the_evening(clock)
    await works()
    up(monkeypatch, texted)
    clock.passes(hours=1)
    await works()
    async with transaction() as session:
        for words, about in (("Reminder: tomorrow 9.30", "reminder"), ("More news", "notice"), ("A reply", "reply")):
            await outbox.post(session, "sms", PHONE, words, about=about)
    await worked()
    assert [one["body"] for one in texted.taken] == ["A reply", "Reminder: tomorrow 9.30", "More news"]
    clock.at = (clock.at + timedelta(days=1)).replace(hour=11)
    await works()
    assert "first day" in texted.taken[-1]["body"]


async def test_what_would_come_too_late_does_not_go_and_is_no_miss(
    clock: Clock, sam: Staff, texted: Twilio, monkeypatch: pytest.MonkeyPatch
) -> None:
    down(monkeypatch)
    await is_asked_in_the_evening(clock)
    await works()
    clock.passes(days=3)
    up(monkeypatch, texted)
    await works()
    assert await rows("checkin") == [("failed", "not sent: too_late", 1)]
    async with transaction() as session:
        query = select(Checkin.state).where(Checkin.message_id.is_not(None))
        assert (await session.execute(query)).scalars().all() == ["left_out"]


async def test_danger_that_is_read_meanwhile_holds_it_back(
    clock: Clock, sam: Staff, texted: Twilio, monkeypatch: pytest.MonkeyPatch
) -> None:
    down(monkeypatch)
    await is_asked_in_the_evening(clock)
    await texts_us("I want to kill myself", PHONE)
    up(monkeypatch, texted)
    await works()
    bodies = [one["body"] for one in texted.taken]
    assert any("999" in one for one in bodies)
    assert not any("first day" in one for one in bodies)


async def test_what_was_answered_in_the_chat_meanwhile_is_not_asked_again(
    clock: Clock, sam: Staff, texted: Twilio, monkeypatch: pytest.MonkeyPatch
) -> None:
    down(monkeypatch)
    await is_asked_in_the_evening(clock)
    async with transaction() as session:
        talk = await thread(PHONE)
        who = await claimants.get(session, talk.claimant_id)  # type: ignore[arg-type]
        waits = await checkins.waiting(session, who.id)
        assert waits
        await checkins.hear(session, who, waits, "good", talk.id)
    up(monkeypatch, texted)
    await works()
    assert await rows("checkin") == [("failed", "not sent: answered", 0)]


async def test_our_own_door_is_down_for_an_hour(clean: None, texted: Twilio) -> None:
    sent: list[str] = []
    for n in range(120):
        body = f"This is text {n} of many"
        texted.take({"To": twilio_fake.PUBLISHED["created"]["from"], "Body": body}, direction="inbound", **{"from": number(n % 40)})
        sent.append(body)
    assert [await texts.fetch_missed(timedelta(days=1)) for _ in range(2)] == [120, 0]
    for n in range(40):
        heard = [one.text for one in await said(number(n)) if one.sender == "claimant"]
        assert heard == [sent[n], sent[n + 40], sent[n + 80]]
