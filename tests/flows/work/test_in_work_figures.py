"""Figures about people in work: for leads alone, of their own area, and never of so few that one could be known."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import select, update

from casework import checkins, claimants, handoff, messaging, reports, staff
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.checkins import Checkin, Job
from casework.council import council
from casework.staff import Staff

HERE, PASSWORD = "northbridge", "a long password"


@pytest.fixture
async def lead(clean: None) -> Staff:
    async with transaction() as session:
        return await staff.add(session, "lena@example.org", "Lena", "lead", [HERE], PASSWORD)


async def people(many: int, area: str = HERE, *, weeks: int = 14, ended: int = 0, silent: int = 0, trouble: int = 0) -> None:
    """People who began to work so many weeks ago and were asked today. `ended`: how many left after three weeks."""
    start = local(now()).date() - timedelta(weeks=weeks)
    async with transaction() as session:
        for n in range(many):
            who = await claimants.create(session, area=area, preferred_name=f"P{n}", source="worker")
            who.referred_on, who.created_at = start, now() - timedelta(weeks=weeks)
            left = start + timedelta(weeks=3) if n < ended else None
            job = Job(claimant_id=who.id, starts_on=start, ended_on=left, reported_by="worker", cadence="usual")
            session.add(job)
            await session.flush()
            state = "missed" if n < silent else "answered"
            score = None if n < silent else 3 if n >= many - trouble else 1
            session.add(asked(job, state, score))


def asked(job: Job, state: str, score: int | None) -> Checkin:
    at = now()
    return Checkin(
        claimant_id=job.claimant_id, job_id=job.id, step="week_13", version="1", question="still_there", state=state,
        score=score, due_at=at, look_at=at, too_late_at=at, sent_at=at, answered_at=at if score else None,
    )


async def test_who_answers_what_lasts_and_what_is_kept(clean: None) -> None:
    await people(40, ended=10, silent=8, trouble=8)
    await people(30, "vale", ended=30)
    async with transaction() as session:
        found = await reports.in_work(session, council().area(HERE))
    (month,) = found.months
    assert (month.answered, month.trouble) == (reports.Share(32, 40), reports.Share(8, 32))
    assert [(one.weeks, one.share) for one in found.sustained][:2] == [(13, reports.Share(30, 40)), (26, reports.Share(0, 0))]
    assert found.contact == reports.Share(0, 30)


async def test_what_waits_for_an_answer_still_counts_for_nothing(clean: None) -> None:
    await people(20)
    async with transaction() as session:
        for one in (await session.execute(select(Checkin).limit(10))).scalars():
            one.state, one.score = "sent", None
        await session.flush()
        (month,) = (await reports.in_work(session, council().area(HERE))).months
    assert month.answered == reports.Share(10, 10)


async def test_a_handful_is_told_as_one_and_what_is_kept_beside_what_is_broken(desk_web: httpx.AsyncClient, lead: Staff) -> None:
    await people(40, silent=3, trouble=8)
    await desk_web.post("/desk/sign-in", data={"email": lead.email, "password": PASSWORD})
    page = (await desk_web.get("/desk/in-work")).text
    assert "All but a few of 40" in page
    assert "of 37" not in page
    assert "0% of 40" in page
    assert "100% of 40" in page


async def write(sender: str) -> None:
    """To or from each of those in work, in a conversation that the assistant opens with its greeting."""
    async with transaction() as session:
        for who in await claimants.search(session, [HERE]):
            talk, _ = await messaging.start(session, HERE, "Northbridge")
            await messaging.join(session, talk.id, who.id)
            await messaging.record(session, await messaging.locked(session, talk.id), sender, "How is it going?")


@pytest.mark.parametrize(("sender", "kept"), [("claimant", 12), ("person", 12), ("assistant", 0), ("system", 0)])
async def test_only_words_of_people_are_contact(clean: None, sender: str, kept: int) -> None:
    await people(12)
    await write(sender)
    async with transaction() as session:
        assert (await reports.in_work(session, council().area(HERE))).contact == reports.Share(kept, 12)


async def cases(*reasons: str) -> None:
    """For each two whose time has come: the first was not taken by then."""
    late = now() - timedelta(hours=1)
    async with transaction() as session:
        for reason in reasons:
            for n in range(2):
                talk, _ = await messaging.start(session, HERE, "Northbridge")
                made = await handoff.request(session, talk.id, council().area(HERE), reason, level="P2", promised_by=late)
                made.taken_at = late - timedelta(minutes=5) if n else None


async def test_a_promise_is_kept_or_not(clean: None, lead: Staff) -> None:
    await cases("checkin_left", "checkin_not_paid", "checkin_conflict")
    async with transaction() as session:
        found = await reports.in_work(session, council().area(HERE))
    assert (found.ended, found.reached) == (reports.Share(1, 2), reports.Share(2, 4))


async def test_silence_and_wishes_are_no_trouble(clean: None, lead: Staff) -> None:
    await cases("checkin_no_reply", "checkin_no_number", "checkin_unread", "checkin_progression", "checkin_job_unsure", "asked")
    async with transaction() as session:
        assert (await reports.in_work(session, council().area(HERE))).reached == reports.Share(0, 0)


async def test_the_page_is_for_leads(desk_web: httpx.AsyncClient, lead: Staff, sam: Staff) -> None:
    await people(40, ended=10, silent=8, trouble=8)
    await desk_web.post("/desk/sign-in", data={"email": sam.email, "password": PASSWORD})
    assert (await desk_web.get("/desk/in-work")).status_code == 404
    assert "People in work" not in (await desk_web.get("/desk")).text
    desk_web.cookies.clear()
    await desk_web.post("/desk/sign-in", data={"email": lead.email, "password": PASSWORD})
    page = (await desk_web.get("/desk/in-work?area=vale")).text
    assert "People in work in Northbridge" in page
    assert "<svg" in page
    assert page.count("80%") == 2, "in the picture and in the table"
    assert "75%" in page


async def test_a_few_people_are_not_told_of(desk_web: httpx.AsyncClient, lead: Staff) -> None:
    await people(7, trouble=1)
    await desk_web.post("/desk/sign-in", data={"email": lead.email, "password": PASSWORD})
    page = (await desk_web.get("/desk/in-work")).text
    assert "Too few to show" in page
    assert "%" not in page.split("<main")[1].replace("100%", "")


@pytest.mark.parametrize(("referred", "made"), [(True, False), (False, True)])
async def test_contact_counts_from_the_referral_or_the_record(clean: None, referred: bool, made: bool) -> None:
    await people(12)
    async with transaction() as session:
        for who in await claimants.search(session, [HERE]):
            if referred:
                who.referred_on = local(now()).date()
            if made:
                who.created_at = now()
    async with transaction() as session:
        assert (await reports.in_work(session, council().area(HERE))).contact == reports.Share(12, 12)


async def test_whom_a_worker_has_spoken_with_is_a_promise_kept(clean: None, sam: Staff) -> None:
    await people(1)
    async with transaction() as session:
        (who,) = await claimants.search(session, [HERE])
        await checkins.job_ended(session, who, local(now()).date(), sam)
        assert await handoff.waiting(session, [HERE]) == []
        await session.execute(update(handoff.Handoff).values(promised_by=now()))
    async with transaction() as session:
        assert (await reports.in_work(session, council().area(HERE))).ended == reports.Share(1, 1)


async def test_who_is_silent_is_not_counted_as_in_work(desk_web: httpx.AsyncClient, lead: Staff) -> None:
    await people(40, silent=20)
    async with transaction() as session:
        (thirteen, *_) = (await reports.in_work(session, council().area(HERE))).sustained
    assert (thirteen.share, thirteen.unknown) == (reports.Share(20, 40), reports.Share(20, 40))
    await desk_web.post("/desk/sign-in", data={"email": lead.email, "password": PASSWORD})
    page = (await desk_web.get("/desk/in-work")).text
    assert "Known to be in it then" in page
    assert "Not known" in page


async def test_how_many_are_not_known_is_not_told_where_few_left(clean: None) -> None:
    await people(20, silent=0)
    await people(20, silent=20)
    await people(3, ended=3)
    async with transaction() as session:
        (thirteen, *_) = (await reports.in_work(session, council().area(HERE))).sustained
    assert thirteen.share.shown
    assert not thirteen.tells_unknown


async def test_a_talk_that_was_noted_is_contact_and_tells_of_the_job(clean: None, sam: Staff) -> None:
    await people(12, silent=12)
    async with transaction() as session:
        for who in await claimants.search(session, [HERE]):
            assert await checkins.spoke(session, who, sam)
    async with transaction() as session:
        found = await reports.in_work(session, council().area(HERE))
    assert found.contact == reports.Share(12, 12)
    assert found.sustained[0].share == reports.Share(12, 12)
