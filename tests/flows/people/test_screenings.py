"""What is kept of a screening, for whom and how long; whose outcome moves; all against the real database."""

import asyncio
import json
from dataclasses import replace
from time import perf_counter, process_time
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, insert, select, update

from casework import claimants, messaging, privacy, screening
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.errors import NotFound
from casework.base.settings import ROOT
from casework.council import council
from casework.privacy.jobs import clear_unsaved
from casework.programmes import programmes, questions
from casework.screening import Screening, moving, service
from casework.screening.moving import CLOSED
from casework.screening.service import open_here
from tests.flows.conftest import Assistant, Claimant
from tests.flows.people.test_forgetting import ages

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


async def person(contact: bool | None = None) -> UUID:
    """Amina, who said whether we may be in touch, or was not asked."""
    async with transaction() as session:
        made = await claimants.create(
            session, area="northbridge", preferred_name="Amina", source="self", channels=[("sms", "+447700900700", True)]
        )
        if contact is not None:
            await claimants.consent(session, made.id, "contact", contact)
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


async def came_out(screening_id: UUID, results: dict[str, dict[str, str]]) -> None:
    """As if these had been the results under the rules of that day."""
    async with transaction() as session:
        (await session.get_one(Screening, screening_id)).results = results


async def kept_by(claimant: Claimant, contact: bool | None) -> UUID:
    kept = await screened(claimant)
    known = await person(contact)
    async with transaction() as session:
        await screening.keep_for(session, claimant.conversation, known)
    return kept


async def test_who_is_told_that_rules_changed(claimant: Claimant, assistant: Assistant) -> None:
    kept = await kept_by(claimant, contact=True)
    async with transaction() as session:
        assert await screening.moved(session) == []
        before = (await session.get_one(Screening, kept)).results or {}
    await came_out(kept, {**before, "connect-to-work": {"kind": "unlikely", "version": "before"}})
    async with transaction() as session:
        (moved,) = await screening.moved(session)
    assert moved.changes == {"connect-to-work": ("unlikely", "likely")}
    assert "Amina" in moved.draft
    assert "Connect to Work" in moved.draft


@pytest.mark.parametrize("contact", [None, False])
async def test_only_who_agreed_is_told(claimant: Claimant, assistant: Assistant, contact: bool | None) -> None:
    kept = await kept_by(claimant, contact)
    await came_out(kept, {"connect-to-work": {"kind": "unlikely", "version": "before"}})
    async with transaction() as session:
        assert await screening.moved(session) == []


async def test_a_programme_that_opens_or_ends_is_told_of(
    claimant: Claimant, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = await kept_by(claimant, contact=True)
    async with transaction() as session:
        came = (await session.get_one(Screening, kept)).results or {}
    await came_out(kept, {name: one for name, one in came.items() if name != "connect-to-work"})
    async with transaction() as session:
        (opened,) = await screening.moved(session)
    assert opened.changes == {"connect-to-work": (CLOSED, "likely")}
    await came_out(kept, came)
    monkeypatch.setattr(moving, "open_here", lambda one, area, at: one.id != "connect-to-work")
    async with transaction() as session:
        (ended,) = await screening.moved(session)
    assert ended.changes == {"connect-to-work": ("likely", CLOSED)}


async def test_the_command_prints_a_draft_for_each(
    claimant: Claimant, assistant: Assistant, database: str
) -> None:
    kept = await kept_by(claimant, contact=True)
    await came_out(kept, {"connect-to-work": {"kind": "unlikely", "version": "before"}})
    done = await asyncio.create_subprocess_exec(
        ROOT / ".venv" / "bin" / "handrail", "programmes", "rescreen", stdout=asyncio.subprocess.PIPE
    )
    said, _ = await done.communicate()
    (line,) = said.decode().splitlines()
    assert json.loads(line)["screening"] == str(kept)
    assert json.loads(line)["draft"].startswith("Hello Amina.")


async def many_people(claimant: Claimant) -> None:
    """Ten thousand kept screenings, each of somebody else with answers of their own."""
    people = [
        {"id": uuid4(), "area": "northbridge", "preferred_name": f"N{n}", "source": "self", "age": n % 80, "n": n}
        for n in range(MANY)
    ]
    said = ("yes", "no", "not_sure", "prefer_not")
    async with transaction() as session:
        await session.execute(insert(claimants.Claimant), [{k: v for k, v in one.items() if k not in ("age", "n")} for one in people])
        await session.execute(
            insert(claimants.Consent),
            [{"claimant_id": one["id"], "purpose": "contact", "given": True, "wording_version": "1"} for one in people],
        )
        await session.execute(
            insert(Screening),
            [
                {
                    "claimant_id": one["id"],
                    "area": "northbridge",
                    "packs": list(programmes()),
                    "answers": {
                        question.id: one["age"] if question.id == "q_age" else said[(one["n"] >> shift) % 4]
                        for shift, question in enumerate(questions())
                    },
                    "results": {},
                    "finished_at": now(),
                }
                for one in people
            ],
        )


async def test_ten_thousand_are_recomputed_in_seconds(claimant: Claimant, assistant: Assistant) -> None:
    await many_people(claimant)
    async with transaction() as session:
        start, cpu = perf_counter(), process_time()
        moved = await screening.moved(session)
        took = perf_counter() - start
    print(f"{MANY} stored screenings recomputed in {took:.1f} s, {process_time() - cpu:.1f} s of this process")
    assert took <= SECONDS
    assert len(moved) >= MANY / 2


@pytest.mark.parametrize("area", ["northbridge", "vale"])
async def test_a_closed_council_programme_is_not_asked_about(claimant: Claimant, area: str) -> None:
    closed = council().area(area).model_copy(update={"programmes": ()})
    async with transaction() as session:
        assert await screening.start(session, claimant.conversation, closed) is None


@pytest.mark.parametrize("pack", sorted(programmes()))
def test_a_closed_pack_is_not_open_anywhere(pack: str) -> None:
    one = programmes()[pack]
    closed = replace(one, pack=one.pack.model_copy(update={"status": "closed"}))
    area = council().area("northbridge")
    assert open_here(one, area, now())
    assert not open_here(closed, area, now())


async def test_what_a_closed_pack_alone_needs_is_not_asked(
    claimant: Claimant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "open_here", lambda one, area, at: one.id != "connect-to-work")
    async with transaction() as session:
        made = await screening.start(session, claimant.conversation, council().area("northbridge"))
        assert made
        assert "connect-to-work" not in made.packs
        asked = {one.id for pack in screening.packs_of(made) for one in (q.question for q in pack.questions)}
        assert not {"q_ctw", "q_other", "q_rtw", "q_risk"} & asked


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
