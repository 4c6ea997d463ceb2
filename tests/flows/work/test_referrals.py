"""A partner sends somebody: taken once, only with their agreement, only to the partner's own areas."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from casework import checkins, claimants, handoff, messaging, referrals
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.base.errors import NotAllowed, NotFound, Unreadable
from casework.claimants import Claimant
from casework.referrals import Person

ANA = Person(area="northbridge", name="Ana", mobile="07700 900111", consent=True)


async def token() -> str:
    async with transaction() as session:
        return await referrals.add_partner(session, "Debt Help", ["northbridge"])


async def sent(given: str, ref: str, person: Person) -> bool:
    async with transaction() as session:
        return (await referrals.refer(session, await referrals.partner_of(session, given), ref, person))[1]


async def test_a_referral_makes_a_record_once(clean: None) -> None:
    given = await token()
    assert await sent(given, "A-1", ANA)
    assert not await sent(given, "A-1", ANA)
    async with transaction() as session:
        (found,) = await claimants.by_address(session, "sms", "+447700900111")
        agreed = await claimants.consents(session, found.id)
        assert (await session.execute(select(func.count()).select_from(Claimant))).scalar_one() == 1
    assert (found.source, found.preferred_name) == ("partner", "Ana")
    assert found.channels[0].proved_at is None
    assert agreed["keep_record"].given


@pytest.mark.parametrize(
    ("person", "why"),
    [
        (Person(area="vale", name="Ana", mobile="07700 900111", consent=True), "area"),
        (Person(area="northbridge", name=" ", mobile="07700 900111", consent=True), "name"),
        (Person(area="northbridge", name="Ana", mobile="07700 900111"), "agreed"),
        (Person(area="northbridge", name="Ana", consent=True), "mobile number or an e-mail"),
        (Person(area="northbridge", name="Ana", mobile="01632 960101", consent=True), "UK mobile"),
        (Person(area="northbridge", name="Ana", email="ana at home", consent=True), "cannot be read"),
    ],
)
async def test_an_unfit_referral_is_refused_with_its_reason(clean: None, person: Person, why: str) -> None:
    given = await token()
    with pytest.raises(referrals.Unfit, match=why):
        await sent(given, "A-2", person)


async def test_a_stranger_refers_nobody(clean: None) -> None:
    with pytest.raises(NotAllowed):
        await sent("made up", "A-3", ANA)


async def test_a_partner_tells_of_a_job_and_of_its_end(clean: None) -> None:
    given, today = await token(), local(now()).date()
    await sent(given, "A-1", ANA)
    async with transaction() as session:
        partner = await referrals.partner_of(session, given)
        for _ in range(2):
            await referrals.job_started(session, partner, "A-1", today + timedelta(days=3), today + timedelta(days=30))
        (found,) = await claimants.by_address(session, "sms", "+447700900111")
        job = await checkins.followed_job(session, found.id)
        assert job
        assert (job.reported_by, job.starts_on) == ("partner", today + timedelta(days=3))
        assert next(one.step for one in await checkins.timeline(session, found.id)) == "day_before"
    async with transaction() as session:
        await referrals.job_ended(session, partner, "A-1", today)
        assert await checkins.followed_job(session, found.id) is None
        (talk,) = await messaging.of_claimant(session, found.id)
        case = await handoff.open_handoff(session, talk.id)
        assert case
        assert (case.reason, case.level) == ("checkin_left", "P2")


async def test_a_partner_tells_only_of_those_they_sent(clean: None) -> None:
    given = await token()
    await sent(given, "A-1", ANA)
    async with transaction() as session:
        other = await referrals.partner_of(session, await referrals.add_partner(session, "Other", ["northbridge"]))
        with pytest.raises(NotFound):
            await referrals.job_started(session, other, "A-1", local(now()).date())
        own = await referrals.partner_of(session, given)
        with pytest.raises(Unreadable):
            await referrals.job_started(session, own, "A-1", local(now()).date() + timedelta(days=400))
