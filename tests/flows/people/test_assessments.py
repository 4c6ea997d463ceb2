"""The first assessment: filled in with what was told and kept, never with what was kept from the worker."""

from uuid import UUID

import pytest
from sqlalchemy import update

from casework import assessments, claimants, screening
from casework.assessments import SecureList
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.errors import NotFound
from casework.screening import Screening
from casework.staff import Staff
from tests.flows.conftest import Assistant, Claimant
from tests.flows.people.test_screenings import person, screened


async def written(known: UUID, sam: Staff, complete: bool, **answers: str) -> None:
    async with transaction() as session:
        found = await claimants.get(session, known)
        await assessments.save(session, found, sam, answers, complete)


async def test_it_begins_with_what_the_person_told_us(claimant: Claimant, assistant: Assistant, sam: Staff) -> None:
    kept = await screened(claimant)
    known = await person()
    async with transaction() as session:
        (await session.get_one(Screening, kept)).private = ["q_ctw"]
        await screening.keep_for(session, claimant.conversation, known)
        token = await assessments.make_list(session, known, sam)
        await assessments.answer_list(session, token, {"debt": "yes", "transport": "perhaps", "domestic_abuse": "yes"})
    async with transaction() as session:
        begun = await assessments.latest(session, await claimants.get(session, known))
        assert begun.answers["q_age"] == 34
        assert "q_ctw" not in begun.answers
        assert begun.answers["debt"] == "yes"
        assert not {"transport", "domestic_abuse"} & set(begun.answers)


async def test_one_schema_for_every_area(sam: Staff, vera: Staff) -> None:
    known = await person()
    async with transaction() as session:
        elsewhere = await claimants.create(session, area="vale", preferred_name="Bo", source="worker", channels=[])
    await written(known, sam, True, q_age="34", q_area="yes", debt="yes", homeless="yes", q_work="no", q_oow="40")
    await written(elsewhere.id, vera, True, q_age="16-17")
    async with transaction() as session:
        here, there = await assessments.exported(session, ["northbridge", "vale"])
        only_here = await assessments.exported(session, ["northbridge"])
    assert list(here) == list(there) == assessments.columns()
    assert [row["claimant"] for row in only_here] == [str(known)]
    assert (here["q_oow"], here["debt"], here["outcome_realising-talent"]) == (40, "yes", "likely")
    assert (there["q_age"], there["outcome_realising-talent"]) == ("16-17", "unlikely")
    assert here["questions"] == there["questions"]


async def test_a_completed_one_stays_and_a_new_one_begins(sam: Staff) -> None:
    known = await person()
    await written(known, sam, False, q_age="34")
    await written(known, sam, True, q_age="35")
    await written(known, sam, True, q_age="36")
    async with transaction() as session:
        rows = await assessments.exported(session, ["northbridge"])
    assert [row["q_age"] for row in rows] == [35, 36]


async def test_a_link_works_once_and_for_a_week(sam: Staff) -> None:
    known = await person()
    async with transaction() as session:
        before = await assessments.make_list(session, known, sam)
        token = await assessments.make_list(session, known, sam)
    async with transaction() as session:
        with pytest.raises(NotFound):
            await assessments.opened_list(session, before)
        await assessments.answer_list(session, token, {"debt": "yes"})
        with pytest.raises(NotFound):
            await assessments.answer_list(session, token, {"debt": "no"})
        last = await assessments.make_list(session, known, sam)
        await session.execute(update(SecureList).where(SecureList.answered_at.is_(None)).values(expires_at=now()))
        with pytest.raises(NotFound):
            await assessments.opened_list(session, last)
        await assessments.withdraw_list(session, known)
        begun = await assessments.latest(session, await claimants.get(session, known))
    assert begun.answers == {}
