"""A pause asked for by text is seen and ended at the desk, and is no longer than one that the desk can set."""

from datetime import timedelta
from uuid import UUID

import pytest

from casework import outbox
from casework.base.clock import local
from casework.base.db import transaction
from casework.checkins import LONGEST_PAUSE
from casework.council import say_date
from casework.staff import Staff
from tests.flows.conftest import Assistant
from tests.flows.desk.test_desk_diary import Desk, sam_at_desk
from tests.flows.desk.test_desk_work import followed, job_of, plans, today
from tests.flows.phones import PHONE, said, texts_us

__all__ = ["followed", "sam_at_desk"]
PAUSED = "Check-ins are paused until the end of"


async def texted_pause() -> str | None:
    """The last day of the pause by text."""
    async with transaction() as session:
        known = await outbox.quietness(session, PHONE)
        return say_date(local(known.until).date()) if known and known.until else None


async def test_it_is_seen_at_the_desk(sam_at_desk: Desk, followed: UUID, assistant: Assistant) -> None:
    await texts_us("PAUSE for 4 weeks")
    seen = await sam_at_desk.sees(f"/desk/claimants/{followed}/work")
    assert PAUSED in seen
    assert "Next: after the pause" in seen


async def test_ended_at_the_desk_it_is_over(sam_at_desk: Desk, followed: UUID, assistant: Assistant) -> None:
    await texts_us("PAUSE for 4 weeks")
    await plans(sam_at_desk, followed, cadence="usual", paused_until="")
    assert await texted_pause() is None
    assert PAUSED not in await sam_at_desk.sees(f"/desk/claimants/{followed}/work")


async def test_another_day_at_the_desk_counts_alone(sam_at_desk: Desk, followed: UUID, assistant: Assistant) -> None:
    await texts_us("PAUSE for 4 weeks")
    sooner = today() + timedelta(days=5)
    await plans(sam_at_desk, followed, cadence="usual", paused_until=str(sooner))
    assert await texted_pause() is None
    assert (await job_of(followed)).paused_until == sooner


async def test_how_often_alone_changes_no_pause(sam_at_desk: Desk, followed: UUID, assistant: Assistant) -> None:
    await texts_us("PAUSE for 4 weeks")
    before, day = await texted_pause(), str(today() + timedelta(weeks=4))
    await plans(sam_at_desk, followed, cadence="more", paused_until=day, stood=day)
    assert await texted_pause() == before
    job = await job_of(followed)
    assert (job.cadence, job.paused_until) == ("more", None), "START by text still ends it"


async def test_a_pause_that_came_after_the_page_was_shown_stays(
    sam_at_desk: Desk, followed: UUID, assistant: Assistant
) -> None:
    await texts_us("PAUSE for 4 weeks")
    await plans(sam_at_desk, followed, cadence="more", paused_until="", stood="none")
    assert await texted_pause() is not None


async def test_a_stop_is_not_lifted_with_a_pause(sam_at_desk: Desk, followed: UUID, assistant: Assistant) -> None:
    await texts_us("STOP")
    await plans(sam_at_desk, followed, cadence="usual", paused_until=str(today() + timedelta(days=5)))
    async with transaction() as session:
        known = await outbox.quietness(session, PHONE)
    assert known is not None
    assert known.why == "stopped"


@pytest.mark.parametrize("words", ["PAUSE until 20 June 2028", "PAUSE for 6 months"])
async def test_a_longer_one_than_the_desks_is_agreed_with_up_to_there(
    sam: Staff, assistant: Assistant, words: str
) -> None:
    await texts_us(words)
    longest = say_date(today() + LONGEST_PAUSE)
    assert await texted_pause() == longest
    assert f"until {longest}, our longest pause" in (await said())[-1].text


async def test_a_shorter_one_is_as_they_say(sam: Staff, assistant: Assistant) -> None:
    await texts_us("PAUSE for 2 months")
    assert "our longest pause" not in (await said())[-1].text


async def test_one_that_begins_later_is_seen_with_both_days(sam_at_desk: Desk, followed: UUID, assistant: Assistant) -> None:
    first, last = today() + timedelta(days=5), today() + timedelta(days=11)
    await texts_us(f"no texts from {first:%-d %b} to {last:%-d %b} please")
    seen = await sam_at_desk.sees(f"/desk/claimants/{followed}/work")
    assert f"They asked for a pause from {say_date(first)} to the end of {say_date(last)}." in seen
    assert PAUSED not in seen
