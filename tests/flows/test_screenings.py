"""What is kept of a screening, for whom and how long; whose outcome moves; all against the real database."""

import json
from time import perf_counter
from uuid import UUID

import pytest
from sqlalchemy import func, select, update

from casework import claimants, messaging, privacy, screening
from casework.base.db import transaction
from casework.base.errors import NotFound
from casework.council import council
from casework.privacy.jobs import clear_unsaved
from casework.screening import Screening
from casework.screening.moving import changes
from tests.flows.conftest import Assistant, Claimant
from tests.flows.test_forgetting import ages

ANSWERS = {"q_area": "yes", "q_work": "no", "q_age": 34, "q_ctw": "yes", "q_other": "no", "q_rtw": "yes"}
MANY, SECONDS = 10_000, 5.0


async def screened(claimant: Claimant, answers: dict[str, str | int] | None = None, done: bool = True) -> UUID:
    async with transaction() as session:
        made = await screening.start(session, claimant.conversation, council().area("northbridge"))
        assert made
        made.answers = ANSWERS if answers is None else answers
        if done:
            screening.finish(made)
        return made.id


async def person() -> UUID:
    async with transaction() as session:
        made = await claimants.create(
            session, area="northbridge", preferred_name="Amina", source="self", channels=[("sms", "+447700900700", True)]
        )
        return made.id


async def another_chat() -> Claimant:
    async with transaction() as session:
        conversation, token = await messaging.start(session, "northbridge", "Northbridge")
        return Claimant(conversation.id, token)


async def how_many() -> int:
    async with transaction() as session:
        return (await session.execute(select(func.count()).select_from(Screening))).scalar_one()


async def test_what_nobody_kept_goes_with_the_chat(claimant: Claimant, assistant: Assistant) -> None:
    await screened(claimant)
    await ages(claimant)
    await clear_unsaved(0)
    assert await how_many() == 0


async def test_what_nobody_kept_goes_for_a_known_person_too(claimant: Claimant, assistant: Assistant) -> None:
    await screened(claimant)
    known = await person()
    async with transaction() as session:
        await messaging.join(session, claimant.conversation, known)
    await ages(claimant)
    await clear_unsaved(0)
    assert await how_many() == 0


async def test_a_kept_place_outlives_the_chat_and_opens_once_elsewhere(
    claimant: Claimant, assistant: Assistant
) -> None:
    kept = await screened(claimant, {"q_area": "yes"}, done=False)
    async with transaction() as session:
        code = await screening.keep_place(session, await session.get_one(Screening, kept))
    await ages(claimant)
    await clear_unsaved(0)
    here = await another_chat()
    async with transaction() as session:
        found = await screening.carry_here(session, here.conversation, code)
        assert found
        assert (found.id, found.answers) == (kept, {"q_area": "yes"})
    there = await another_chat()
    async with transaction() as session:
        assert await screening.carry_here(session, there.conversation, code) is None
        assert await screening.current(session, here.conversation)


async def test_a_place_is_kept_for_a_week(claimant: Claimant, assistant: Assistant) -> None:
    kept = await screened(claimant, {"q_area": "yes"}, done=False)
    async with transaction() as session:
        code = await screening.keep_place(session, await session.get_one(Screening, kept))
        await session.execute(update(Screening).values(kept_until=func.now()))
    await ages(claimant)
    here = await another_chat()
    async with transaction() as session:
        assert await screening.carry_here(session, here.conversation, code) is None
    await clear_unsaved(0)
    assert await how_many() == 0


async def test_both_runs_are_kept_and_the_latest_wins(claimant: Claimant, assistant: Assistant) -> None:
    await screened(claimant, ANSWERS | {"q_age": 25})
    second = await screened(claimant, ANSWERS | {"q_age": 24})
    known = await person()
    async with transaction() as session:
        assert await screening.keep_for(session, claimant.conversation, known)
    await ages(claimant)
    await clear_unsaved(0)
    async with transaction() as session:
        kept = await screening.of_claimant(session, known)
        assert len(kept) == 2
        assert kept[0].id == second
        assert kept[0].results
        assert kept[0].screened_at


async def test_a_person_sees_and_removes_their_own(claimant: Claimant, assistant: Assistant) -> None:
    await screened(claimant)
    known = await person()
    async with transaction() as session:
        await screening.keep_for(session, claimant.conversation, known)
        held = await privacy.export(session, known)
        assert held["screenings"][0]["answers"]["Age"] == {"answer": "34", "kept_from_key_worker": False}
        assert held["screenings"][0]["outcomes"]["Connect to Work"] == "likely"
        json.dumps(held)
    other = await another_chat()
    async with transaction() as session:
        assert await screening.remove(session, other.conversation, None) == 0
        assert await screening.remove(session, other.conversation, known) == 1
    assert await how_many() == 0


async def test_erasing_a_person_leaves_no_screening(claimant: Claimant, assistant: Assistant) -> None:
    await screened(claimant)
    known = await person()
    async with transaction() as session:
        await messaging.join(session, claimant.conversation, known)
        await screening.keep_place(session, (await session.execute(select(Screening))).scalar_one())
        await privacy.erase(session, known)
    assert await how_many() == 0


async def test_who_is_told_that_rules_changed(claimant: Claimant, assistant: Assistant) -> None:
    kept = await screened(claimant)
    known = await person()
    async with transaction() as session:
        await screening.keep_for(session, claimant.conversation, known)
        assert await screening.moved(session) == []
    async with transaction() as session:
        one = await session.get_one(Screening, kept)
        assert one.results
        one.results = {**one.results, "connect-to-work": {"kind": "unlikely", "version": "before"}}
    async with transaction() as session:
        (moved,) = await screening.moved(session)
        assert moved.changes == {"connect-to-work": ("unlikely", "likely")}
        assert "Amina" in moved.draft
        assert "Connect to Work" in moved.draft
    async with transaction() as session:
        await claimants.consent(session, known, "contact", False)
        assert await screening.moved(session) == []


async def test_ten_thousand_are_recomputed_in_seconds(claimant: Claimant, assistant: Assistant) -> None:
    kept = await screened(claimant)
    async with transaction() as session:
        one = await session.get_one(Screening, kept)
        start = perf_counter()
        moved = [changes(one) for _ in range(MANY)]
    assert perf_counter() - start <= SECONDS
    assert not any(moved)


@pytest.mark.parametrize("area", ["northbridge", "vale"])
async def test_a_closed_council_programme_is_not_asked_about(claimant: Claimant, area: str) -> None:
    closed = council().area(area).model_copy(update={"programmes": ()})
    async with transaction() as session:
        assert await screening.start(session, claimant.conversation, closed) is None


async def test_a_persons_own_page_opens_for_half_an_hour(claimant: Claimant, assistant: Assistant) -> None:
    kept = await screened(claimant)
    async with transaction() as session:
        one = await session.get_one(Screening, kept)
        before = await screening.own_page(session, one)
        token = await screening.own_page(session, one)
    async with transaction() as session:
        found = screening.plain(await screening.of_page(session, token))
        assert found["answers"]["Age"]["answer"] == "34"
        assert found["outcomes"]["Connect to Work"] == "likely"
        with pytest.raises(NotFound):
            await screening.of_page(session, before)
        await session.execute(update(Screening).values(link_until=func.now()))
        with pytest.raises(NotFound):
            await screening.of_page(session, token)
