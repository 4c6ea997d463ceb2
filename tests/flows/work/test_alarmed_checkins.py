"""A question that was answered with words in which danger was read: it waits no more, and was no silence."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update

from casework import checkins, claimants, safeguarding
from casework.base.clock import now
from casework.base.db import transaction
from casework.checkins import Checkin, jobs, looking
from casework.staff import Staff
from tests.flows.conftest import Assistant
from tests.flows.desk.test_desk_diary import at_desk
from tests.flows.phones import texts_us, thread
from tests.flows.working import MINUTE, Clock, amina, asked, case, clock, goes_on_to, starts

__all__ = ["amina", "clock"]


@pytest.fixture
async def waiting(amina: UUID, clock: Clock, assistant: Assistant) -> UUID:
    """Amina, who was asked an hour ago."""
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    async with transaction() as session:
        await session.execute(update(Checkin).where(Checkin.state == "sent").values(sent_at=now() - timedelta(hours=1)))
    return amina


async def says(who: UUID, words: str) -> Checkin:
    await texts_us(words)
    await jobs.settle_alarmed_checkins(MINUTE)
    return (await asked(who))[-1]


async def test_trouble_told_with_danger_is_an_answer_and_a_case(waiting: UUID, sam: Staff) -> None:
    found = await says(waiting, "3 they still havent paid me and i want to die")
    assert (found.state, found.score, found.outcome, found.following) == ("answered", 3, "not_paid", None)
    async with transaction() as session:
        assert len(await safeguarding.open_alerts(session, sam.areas)) == 1
    made = await case()
    assert made is not None
    assert (made.reason, made.level) == ("checkin_not_paid", "P2")


async def test_no_food_is_for_now_whatever_stands_beside_it(waiting: UUID, sam: Staff) -> None:
    found = await says(waiting, "not been paid yet and theres no food in")
    assert (found.outcome, found.level) == ("no_food_heat", "P1")
    made = await case()
    assert (made and made.level) == "P1"


@pytest.mark.parametrize("words", ["i want to kill myself", "1 good but my husband hit me last night"])
async def test_danger_alone_is_trouble_too_and_no_second_case(waiting: UUID, sam: Staff, words: str) -> None:
    found = await says(waiting, words)
    assert (found.state, found.score, found.outcome, found.level) == ("answered", 3, "danger", None)


async def test_words_without_danger_go_on_waiting_to_be_read(waiting: UUID) -> None:
    assert (await says(waiting, "hang on a sec")).state == "sent"


async def test_a_late_answer_with_danger_still_counts(waiting: UUID) -> None:
    async with transaction() as session:
        await session.execute(update(Checkin).where(Checkin.state == "sent").values(state="missed"))
    assert (await says(waiting, "i want to kill myself")).state == "answered"


async def test_who_answers_at_the_same_moment_has_answered(waiting: UUID) -> None:
    await texts_us("i want to kill myself")
    async with transaction() as session:
        await looking.open_job(session, waiting)
        settling = asyncio.create_task(jobs.settle_alarmed_checkins(MINUTE))
        await asyncio.sleep(0.5)
        asked_now = await checkins.waiting(session, waiting)
        assert asked_now is not None
        await checkins.hear(session, await claimants.get(session, waiting), asked_now, "ok", (await thread()).id)
    await settling
    assert (await asked(waiting))[-1].outcome == "ok"


async def test_the_page_says_what_came_of_it_and_leads_to_the_alert(waiting: UUID, sam: Staff) -> None:
    words = "i want to kill myself"
    await says(waiting, words)
    async with at_desk(sam) as desk:
        seen = await desk.sees(f"/desk/claimants/{waiting}/work")
    assert "In danger: an alert was raised" in seen
    assert words in seen
    assert f'href="/desk/conversations/{(await thread()).id}">See the alert' in seen
    assert "Waiting for an answer" not in seen


async def test_trouble_told_with_danger_names_the_open_alert_too(waiting: UUID, sam: Staff) -> None:
    assert (await says(waiting, "3 I can't go on")).level
    thread_id = (await thread()).id
    async with at_desk(sam) as desk:
        seen = await desk.sees(f"/desk/claimants/{waiting}/work")
        assert f'href="/desk/conversations/{thread_id}"' in seen
        assert "Open alert" in seen
    async with transaction() as session:
        (alert,) = await safeguarding.open_alerts(session, sam.areas)
        await safeguarding.acknowledge(session, alert.id, sam.id, sam.areas)
        await safeguarding.close(session, alert.id, sam.id, sam.areas, "spoken with them")
    async with at_desk(sam) as desk:
        assert "Open alert" not in await desk.sees(f"/desk/claimants/{waiting}/work")
