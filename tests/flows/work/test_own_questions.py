"""A worker's own question at the desk: asked, asked instead, taken back; never told of where it does not go."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import update

from casework import checkins, claimants
from casework.base.clock import now
from casework.base.db import transaction
from casework.checkins import Checkin
from casework.claimants import Claimant
from tests.flows.desk.test_desk_diary import Desk, sam_at_desk
from tests.flows.desk.test_desk_work import followed, job_of
from tests.flows.phones import texts_us, thread

__all__ = ["followed", "sam_at_desk"]
BOOTS, BUS = "Did the new boots fit?", "Is the early bus any good?"


async def asks(desk: Desk, claimant: UUID, own: str, instead: str = "") -> tuple[int, str]:
    answer = await desk.posts(f"/desk/claimants/{claimant}/work/question", own=own, instead=instead)
    return answer.status_code, answer.text


async def page(desk: Desk, claimant: UUID) -> str:
    return await desk.sees(f"/desk/claimants/{claimant}/work")


async def test_it_goes_next_and_is_counted(sam_at_desk: Desk, followed: UUID) -> None:
    assert (await asks(sam_at_desk, followed, BOOTS))[0] == 303
    seen = await page(sam_at_desk, followed)
    assert f"Your question goes next: “{BOOTS}” It has {len(BOOTS)} letters of 101" in seen
    assert "<title>Your question is kept, to be asked next – " in seen
    assert "<title>Amina" in await page(sam_at_desk, followed), "said once"


async def test_what_was_typed_stays_with_its_fault_beside_it(sam_at_desk: Desk, followed: UUID) -> None:
    status, seen = await asks(sam_at_desk, followed, "Are the drugs gone?")
    assert status == 422
    assert 'value="Are the drugs gone?"' in seen
    assert 'aria-describedby="own-hint own-fault" aria-invalid="true"' in seen
    assert 'href="#own"' in seen
    assert (await job_of(followed)).own_question is None


async def test_another_waits_until_it_is_named(sam_at_desk: Desk, followed: UUID) -> None:
    await asks(sam_at_desk, followed, BOOTS)
    status, seen = await asks(sam_at_desk, followed, BUS)
    assert status == 422
    assert f"“{BOOTS}” waits to be asked" in seen
    assert (await job_of(followed)).own_question == BOOTS
    assert (await asks(sam_at_desk, followed, BUS, instead=BOOTS))[0] == 303
    assert (await job_of(followed)).own_question == BUS
    assert "instead of the one before" in await page(sam_at_desk, followed)


async def test_it_is_taken_back(sam_at_desk: Desk, followed: UUID) -> None:
    await asks(sam_at_desk, followed, BOOTS)
    assert (await sam_at_desk.posts(f"/desk/claimants/{followed}/work/question/back")).status_code == 303
    assert (await job_of(followed)).own_question is None
    assert BOOTS not in await page(sam_at_desk, followed)


async def test_where_somebody_else_reads_along_the_page_says_what_really_goes(sam_at_desk: Desk, followed: UUID) -> None:
    await asks(sam_at_desk, followed, BOOTS)
    async with transaction() as session:
        await session.execute(update(Claimant).values(safe_contact={"shared": True}))
    seen = await page(sam_at_desk, followed)
    assert "Your question goes next" not in seen
    assert f"Your question does not go: “{BOOTS}”" in seen
    assert "only “How are things?” is asked" in seen
    status, seen = await asks(sam_at_desk, followed, BUS, instead=BOOTS)
    assert status == 422
    assert "ask yours when you speak" in seen


async def test_the_words_of_the_answer_are_there(sam_at_desk: Desk, followed: UUID) -> None:
    await answered(followed, "yes a bit tight round the toes")
    assert "yes a bit tight round the toes" in await page(sam_at_desk, followed)


async def answered(claimant: UUID, words: str) -> None:
    """The first question was the worker's own, an hour ago, and is answered now."""
    asked = {"state": "sent", "question": "own", "words": BOOTS, "sent_at": now() - timedelta(hours=1)}
    async with transaction() as session:
        first = (await checkins.timeline(session, claimant))[0]
        await session.execute(update(Checkin).where(Checkin.id == first.id).values(**asked))
    await texts_us(words)
    async with transaction() as session:
        waits = await checkins.waiting(session, claimant)
        assert waits is not None
        await checkins.hear(session, await claimants.get(session, claimant), waits, "said", (await thread()).id)
