"""Nothing is asked in the hours that somebody works, once they have said which those are."""

from uuid import UUID

import pytest

from casework import checkins
from casework.base.db import transaction
from tests.flows.conftest import Assistant
from tests.flows.phones import gets, known, texts_us, waits_for_a_person
from tests.flows.working import Clock, amina, clock, starts

__all__ = ["amina", "clock"]


async def shifts(who: UUID) -> list[dict[str, str]]:
    async with transaction() as session:
        job = await checkins.followed_job(session, who)
        assert job
        return job.shifts


@pytest.mark.parametrize("words", ["mon to fri 9-5", "i work mon to fri 9 till 5"])
async def test_the_hours_are_asked_for_and_kept(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock, in_days=10)
    await texts_us("dont text me at work")
    assert (await gets())[-1].startswith("All right, no texts then. On which days")
    assert await waits_for_a_person() == "safe_contact"
    await texts_us(words)
    assert "Monday to Friday, 9am to 5pm" in (await gets())[-1]
    assert await shifts(amina) == [{"days": "mon tue wed thu fri", "from": "09:00", "until": "17:00"}]
    assert await waits_for_a_person() is None
    await texts_us("not in work hours pls")
    assert (await gets())[-1].startswith("All right. We have your hours")
    assert assistant.asked == []


async def test_hours_that_may_be_nights_are_for_a_person(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock, in_days=10)
    await texts_us("no texts when im working")
    await texts_us("6pm-2am fri sat")
    assert "A person will ask which days and times" in (await gets())[-1]
    assert await shifts(amina) == []
    assert await waits_for_a_person() == "safe_contact"


async def test_whose_job_we_do_not_know_is_asked_which_times_suit(clean: None, assistant: Assistant) -> None:
    await known("Lou")
    await texts_us("dont text me when im working")
    assert "times suit you" in (await gets())[-1]
