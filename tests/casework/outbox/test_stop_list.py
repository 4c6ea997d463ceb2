"""The provider's own list of who wants no texts is told what ours says; ours decides whatever becomes of that."""

from uuid import UUID

import pytest
from sqlalchemy import select, text

from casework import outbox
from casework.base.db import transaction
from casework.outbox import NotYet
from casework.outbox.rules import MAX_TRIES, MAX_TRIES_UNDELIVERED
from casework.outbox.settings import OutboxSettings
from casework.outbox.sms import sms_carrier
from casework.outbox.stop_list import UntoldNumber, tell
from tests.casework.outbox.conftest import delivered, free_port, posted
from tests.casework.outbox.twilio_fake import PUBLISHED, SOMEONE, Twilio

OURS = PUBLISHED["created"]["from"]


async def stopped(*, appointments: bool = False) -> None:
    async with transaction() as session:
        await outbox.quiet(session, SOMEONE, "stopped")
        if not appointments:
            await outbox.no_appointments(session, SOMEONE)
        await outbox.keep_in_step(session, SOMEONE)


async def starts() -> None:
    async with transaction() as session:
        await outbox.lift(session, SOMEONE)
        await outbox.keep_in_step(session, SOMEONE)


async def untold() -> list[UUID]:
    async with transaction() as session:
        return list((await session.execute(select(UntoldNumber.id))).scalars())


async def told(tries: int = 1) -> None:
    for id_ in await untold():
        await tell(id_, tries)


async def test_who_wants_nothing_is_told(clean: None, twilio: Twilio) -> None:
    await stopped()
    await told()
    (item,) = twilio.consents
    assert (item["contact_id"], item["sender_id"], item["status"]) == (SOMEONE, OURS, "opt-out")
    assert item["source"] == "opt-out-message"
    assert not await untold()


async def test_who_keeps_appointment_texts_is_not_shut_out(clean: None, twilio: Twilio) -> None:
    """Twilio's list is all or nothing: it would keep back what the person still wants."""
    await stopped(appointments=True)
    await told()
    assert [one["status"] for one in twilio.consents] == ["opt-in"]
    assert (await delivered(await posted("sms", SOMEONE, about="appointment"))).status == "sent"
    assert (await delivered(await posted("sms", SOMEONE, about="checkin"))).status == "failed"


async def test_who_starts_again_gets_texts_again(clean: None, twilio: Twilio) -> None:
    await stopped()
    await told()
    assert (await delivered(await posted("sms", SOMEONE, about="control"))).error == "opted out: HTTP 400, Twilio 21610"
    await starts()
    await told()
    assert (await delivered(await posted("sms", SOMEONE))).status == "sent"


async def test_the_latest_word_is_told(clean: None, twilio: Twilio) -> None:
    """Two orders before the provider was told the first: it hears the second alone."""
    await stopped()
    await starts()
    await told()
    assert [one["status"] for one in twilio.consents] == ["opt-in"]


async def test_every_number_of_ours(clean: None, twilio: Twilio, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = [f"+4477009001{n:02}" for n in range(30)]
    monkeypatch.setenv("HANDRAIL_TWILIO_FROM", ",".join(ours))
    await stopped()
    await told()
    assert [one["sender_id"] for one in twilio.consents] == ours


@pytest.mark.parametrize("answer", ["401", "429", "500", "503", "INTERNAL_SERVER_ERROR", "lost"])
async def test_told_again_where_that_may_pass(clean: None, twilio: Twilio, answer: str) -> None:
    twilio.consent_answers = [answer]
    await stopped()
    with pytest.raises(NotYet) as error:
        await told()
    assert error.value.seconds == 30
    await told()
    assert [one["status"] for one in twilio.consents] == ["opt-out"]


@pytest.mark.parametrize("answer", ["403", "404", "400", "INVALID_CONTACT_ID"])
async def test_ours_holds_where_there_is_no_such_list_for_us(clean: None, twilio: Twilio, answer: str) -> None:
    """An account has to be let in to Twilio's list. Without it nothing leaves, all the same."""
    twilio.consent_answers = [answer]
    await stopped()
    await told()
    assert not twilio.consents
    assert not await untold()
    for about in ("notice", "reply", "checkin", "appointment", "code", "neutral"):
        kept = await delivered(await posted("sms", SOMEONE, about=about))
        assert (kept.status, kept.error) == ("failed", "not sent: stopped")
    assert not twilio.asked


async def test_nobody_waits_for_ever(clean: None, twilio: Twilio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDRAIL_TWILIO_API_URL", f"http://127.0.0.1:{free_port()}")
    await stopped()
    with pytest.raises(NotYet):
        await told(MAX_TRIES - 1)
    await told(MAX_TRIES)
    await starts()
    with pytest.raises(NotYet):
        await told(MAX_TRIES_UNDELIVERED - 1)
    await told(MAX_TRIES_UNDELIVERED)
    assert not await untold()


async def test_what_is_said_last_leaves_before(clean: None, twilio: Twilio) -> None:
    await stopped()
    await posted("sms", SOMEONE, about="control")
    assert await in_turn() == ["deliver_outgoing", "tell_provider"]


async def test_what_is_said_first_waits_for_it(clean: None, twilio: Twilio) -> None:
    await starts()
    await posted("sms", SOMEONE, about="control")
    assert await in_turn() == ["tell_provider", "deliver_outgoing"]


async def in_turn() -> list[str]:
    """The jobs of the one lock there is, in the order in which the queue hands them out."""
    query = "SELECT task_name, lock FROM procrastinate_jobs WHERE status = 'todo' ORDER BY priority DESC, id"
    async with transaction() as session:
        jobs = (await session.execute(text(query))).all()
    assert len({one.lock for one in jobs}) == 1
    return [one.task_name for one in jobs]


@pytest.mark.parametrize("number", ["+447700900123"])
async def test_a_demonstration_phone_has_no_provider(clean: None, twilio: Twilio, number: str) -> None:
    await sms_carrier(number).consent(number, False)
    assert not twilio.consents


def test_twilios_list_is_where_its_accounts_are() -> None:
    assert OutboxSettings(twilio_api_url="https://api.twilio.com").twilio_accounts_url == "https://accounts.twilio.com"

