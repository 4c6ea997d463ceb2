"""Texts that wait until somebody was asked which times suit them: a worker lets them go again, and undoes no STOP."""

from uuid import UUID

import pytest

from casework import claimants, outbox
from casework.base.db import transaction
from tests.flows.conftest import Assistant
from tests.flows.desk.test_desk_diary import Desk, sam_at_desk
from tests.flows.phones import PHONE, gets, known, texts_us

__all__ = ["sam_at_desk"]
HELD = "dont text me at work"


@pytest.fixture
async def ada(clean: None) -> UUID:
    return await known("Ada")


async def gets_texts() -> bool:
    async with transaction() as session:
        return await outbox.quietness(session, PHONE) is None


async def may_be_texted(person: UUID) -> None:
    async with transaction() as session:
        (await claimants.get(session, person)).safe_contact = {"until": "17:00"}


async def page(desk: Desk, person: UUID) -> str:
    return await desk.sees(f"/desk/claimants/{person}")


async def test_the_worker_lets_them_go_again(sam_at_desk: Desk, ada: UUID, assistant: Assistant) -> None:
    await texts_us("dont text me at work")
    assert "you get no texts from us" in (await gets())[-1]
    assert "Let the texts go again" not in await page(sam_at_desk, ada), "nobody knows when they may"
    await sam_at_desk.posts(f"/desk/claimants/{ada}/texts")
    assert not await gets_texts()
    await may_be_texted(ada)
    assert "Let the texts go again" in await page(sam_at_desk, ada)
    assert (await sam_at_desk.posts(f"/desk/claimants/{ada}/texts")).status_code == 303
    assert await gets_texts()
    assert "Let the texts go again" not in await page(sam_at_desk, ada)


@pytest.mark.parametrize("words", [["STOP"], ["STOP", "NONE"], [HELD, "STOP"], ["he reads my texts"]])
async def test_what_they_ended_themselves_stays_so(
    sam_at_desk: Desk, ada: UUID, assistant: Assistant, words: list[str]
) -> None:
    for one in words:
        await texts_us(one)
    await may_be_texted(ada)
    assert "Let the texts go again" not in await page(sam_at_desk, ada)
    await sam_at_desk.posts(f"/desk/claimants/{ada}/texts")
    assert not await gets_texts()


@pytest.mark.parametrize("proved", [True, False])
async def test_a_stop_from_before_they_were_known_stays_one(sam_at_desk: Desk, clean: None, assistant: Assistant, proved: bool) -> None:
    await texts_us("STOP")
    person = await known("Ada", proved=proved)
    async with transaction() as session:
        await claimants.consent(session, person, "texts", True)
    await may_be_texted(person)
    assert "Let the texts go again" not in await page(sam_at_desk, person)
    await sam_at_desk.posts(f"/desk/claimants/{person}/texts")
    assert not await gets_texts()


async def test_a_number_that_they_did_not_prove_is_not_let_go(sam_at_desk: Desk, clean: None, assistant: Assistant) -> None:
    person = await known("Ada", proved=False)
    await texts_us(HELD)
    await may_be_texted(person)
    await sam_at_desk.posts(f"/desk/claimants/{person}/texts")
    assert not await gets_texts()


async def test_a_stop_while_they_wait_is_said_back(ada: UUID, assistant: Assistant) -> None:
    await texts_us(HELD)
    await texts_us("STOP")
    assert "no more texts" in (await gets())[-1]
    async with transaction() as session:
        quiet = await outbox.quietness(session, PHONE)
        assert quiet
        assert quiet.why == "stopped"
        assert not quiet.appointments
