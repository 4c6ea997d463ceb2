"""An alert that nobody looks at climbs; one person writes what came of it, another reviews that."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from casework import handoff, messaging, outbox, safeguarding, staff
from casework.base.db import transaction
from casework.base.errors import Conflict, NotFound, Unreadable
from casework.claimants import Claimant as Person
from casework.council import Duty, council
from casework.handoff import jobs
from casework.handoff.rules import told_by_now
from casework.safeguarding import Alert
from casework.staff import Staff
from tests.flows.conftest import Assistant, Claimant
from tests.flows.phones import PHONE, texts_us

TUESDAY_TEN = datetime(2026, 11, 24, 10, tzinfo=UTC)
TUESDAY_NIGHT = datetime(2026, 11, 24, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raised", "minutes_later", "place"),
    [
        (TUESDAY_TEN, 0, 0),
        (TUESDAY_TEN, 14, 0),
        (TUESDAY_TEN, 15, 1),
        (TUESDAY_TEN, 45, 3),
        (TUESDAY_TEN, 600, 3),
        (TUESDAY_NIGHT, 60, 0),
        (TUESDAY_NIGHT, 11 * 60 + 15, 1),
    ],
)
def test_an_alert_climbs_in_opening_hours(raised: datetime, minutes_later: int, place: int) -> None:
    at = raised + timedelta(minutes=minutes_later)
    assert told_by_now(council().area("northbridge"), raised, 15, 4, at) == place


async def alert_at(claimant: Claimant, raised: datetime) -> Alert:
    await claimant.writes("I want to die")
    async with transaction() as session:
        (alert,) = (await session.execute(select(Alert))).scalars()
        alert.raised_at = raised
        return alert


async def posted(monkeypatch: pytest.MonkeyPatch, at: datetime, kind: str = "email") -> list[outbox.Outgoing]:
    monkeypatch.setattr(jobs, "now", lambda: at)
    await jobs.climb_alerts(0)
    async with transaction() as session:
        query = select(outbox.Outgoing).where(outbox.Outgoing.kind == kind).order_by(outbox.Outgoing.made_at)
        return list((await session.execute(query)).scalars())


async def written_to(monkeypatch: pytest.MonkeyPatch, at: datetime) -> list[str]:
    return [one.text for one in await posted(monkeypatch, at)]


async def test_each_person_is_written_to_once_and_told_nothing_of_it(
    claimant: Claimant, monkeypatch: pytest.MonkeyPatch
) -> None:
    await alert_at(claimant, TUESDAY_TEN)
    first = await written_to(monkeypatch, TUESDAY_TEN)
    assert len(first) == 1
    assert "worker" in first[0]
    assert len(await written_to(monkeypatch, TUESDAY_TEN + timedelta(minutes=5))) == 1
    second = await written_to(monkeypatch, TUESDAY_TEN + timedelta(minutes=16))
    assert len(second) == 2
    assert "duty lead" in second[1]
    assert not any("die" in text for text in second)


async def test_it_goes_to_the_address_and_the_mobile_of_whoever_it_comes_to(
    claimant: Claimant, monkeypatch: pytest.MonkeyPatch
) -> None:
    await alert_at(claimant, TUESDAY_TEN)
    at = TUESDAY_TEN + timedelta(minutes=16)
    emails = await posted(monkeypatch, at)
    assert [one.to for one in emails] == ["work.team@northbridge.example.org", "duty.lead@northbridge.example.org"]
    (text,) = await posted(monkeypatch, at, "sms")
    assert text.to == "+447700900981"
    assert "Northbridge" in text.text
    assert "die" not in text.text


@pytest.mark.parametrize(("said", "told"), [("I have taken all my tablets", ["+447700900983"]), ("I want to die", [])])
async def test_life_at_risk_while_closed_calls_out_whoever_is_configured(
    claimant: Claimant, monkeypatch: pytest.MonkeyPatch, said: str, told: list[str]
) -> None:
    rota = council().safeguarding
    called = rota.model_copy(update={"out_of_hours": Duty(who="emergency duty team", mobile="07700 900983")})
    monkeypatch.setattr(jobs, "council", lambda: council().model_copy(update={"safeguarding": called}))
    await claimant.writes(said)
    async with transaction() as session:
        (alert,) = (await session.execute(select(Alert))).scalars()
        alert.raised_at = TUESDAY_NIGHT
    texts = await posted(monkeypatch, TUESDAY_NIGHT, "sms")
    assert [one.to for one in texts] == told
    assert len(await posted(monkeypatch, TUESDAY_NIGHT + timedelta(minutes=2), "sms")) == len(told)


async def known_as(claimant: Claimant, safe: dict[str, Any]) -> None:
    async with transaction() as session:
        person = Person(preferred_name="Robin", area="northbridge", safe_contact=safe, source="worker")
        session.add(person)
        await session.flush()
        (await messaging.get(session, claimant.conversation)).claimant_id = person.id


async def test_the_channel_is_told_and_that_there_is_a_note_on_safe_contact_but_not_what_it_says(
    claimant: Claimant, monkeypatch: pytest.MonkeyPatch
) -> None:
    await known_as(claimant, {"note": "never ring, he listens"})
    await alert_at(claimant, TUESDAY_TEN)
    at = TUESDAY_TEN + timedelta(minutes=16)
    written, *_ = await posted(monkeypatch, at)
    (texted,) = await posted(monkeypatch, at, "sms")
    assert "in the web chat" in written.text
    assert "note there about safe contact" in written.text
    assert "web chat" in texted.text
    assert "contact note" in texted.text
    assert not any("listens" in f"{one.subject}{one.text}" for one in (written, texted))


async def test_nothing_is_said_of_safe_contact_where_nothing_is_known(
    claimant: Claimant, monkeypatch: pytest.MonkeyPatch
) -> None:
    await alert_at(claimant, TUESDAY_TEN)
    (written,) = await written_to(monkeypatch, TUESDAY_TEN)
    assert "safe contact" not in written


async def test_the_desk_sees_how_to_reach_them(claimant: Claimant) -> None:
    await known_as(claimant, {"days": ["mon"], "shared": True})
    alert = await alert_at(claimant, TUESDAY_TEN)
    assert alert.channel == "web"
    async with transaction() as session:
        reach = (await handoff.reaches(session, [alert.conversation_id]))[alert.conversation_id]
        assert reach.careful
        assert reach.claimant is not None
        assert reach.claimant.safe_contact == {"days": ["mon"], "shared": True}


async def test_a_phone_that_is_watched_is_a_thing_to_mind(clean: None, assistant: Assistant) -> None:
    await texts_us("dont text me he reads my phone")
    async with transaction() as session:
        (alert,) = (await session.execute(select(Alert))).scalars()
        reach = (await handoff.reaches(session, [alert.conversation_id]))[alert.conversation_id]
    assert (alert.channel, reach.phone, reach.careful) == ("sms", PHONE, True)


async def test_an_alert_somebody_looks_at_stays_where_it_is(
    claimant: Claimant, sam: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    alert = await alert_at(claimant, TUESDAY_TEN)
    async with transaction() as session:
        await safeguarding.acknowledge(session, alert.id, sam.id, sam.areas)
    assert await written_to(monkeypatch, TUESDAY_TEN + timedelta(hours=5)) == []


async def test_no_one_closes_an_alert_alone(claimant: Claimant, sam: Staff) -> None:
    alert = await alert_at(claimant, TUESDAY_TEN)
    async with transaction() as session:
        other = await staff.add(session, "o@example.org", "Other", "lead", ["northbridge"], "a long password")
        with pytest.raises(Conflict):
            await safeguarding.review(session, alert.id, other.id, other.areas)
        with pytest.raises(Unreadable):
            await safeguarding.close(session, alert.id, sam.id, sam.areas, " ")
        await safeguarding.close(session, alert.id, sam.id, sam.areas, "rang her; safe with her sister")
        with pytest.raises(Conflict):
            await safeguarding.review(session, alert.id, sam.id, sam.areas)
        assert await safeguarding.in_hand(session, sam.areas)
        await safeguarding.review(session, alert.id, other.id, other.areas)
        assert await safeguarding.in_hand(session, sam.areas) == []


async def test_another_area_can_do_nothing_with_it(claimant: Claimant, vera: Staff) -> None:
    alert = await alert_at(claimant, TUESDAY_TEN)
    async with transaction() as session:
        for act in (
            safeguarding.acknowledge(session, alert.id, vera.id, vera.areas),
            safeguarding.close(session, alert.id, vera.id, vera.areas, "x"),
            safeguarding.review(session, alert.id, vera.id, vera.areas),
        ):
            with pytest.raises(NotFound):
                await act
