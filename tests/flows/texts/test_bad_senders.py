"""A text whose number or words we cannot take in stops no other: it is left, logged and tried again."""

from collections.abc import Sequence
from datetime import datetime

import pytest
from sqlalchemy import select

from casework import outbox, texts, worker
from casework.base.db import transaction
from casework.outbox import Arrived
from casework.texts import TextSeen
from casework.texts.admitting import admit as real
from tests.flows.conftest import Assistant
from tests.flows.phones import PHONE, said, texts_us

NOWHERE = ("+9991234567", "+2101234567")
ADMIT = "casework.texts.jobs.admit"


def arriving(monkeypatch: pytest.MonkeyPatch, *came: Arrived) -> None:
    async def arrived(since: datetime) -> Sequence[Arrived]:
        return came

    monkeypatch.setattr(outbox, "arrived", arrived)


@pytest.mark.parametrize("number", NOWHERE)
def test_a_number_of_no_country_is_refused_and_said_why(number: str) -> None:
    assert outbox.refusal(number) == "not a phone number"


@pytest.mark.parametrize("number", ["+447700900123", "+447911123456"])
def test_a_mobile_is_texted(number: str) -> None:
    assert outbox.refusal(number) is None


@pytest.mark.parametrize("number", NOWHERE)
async def test_what_such_a_number_writes_is_kept_and_not_answered(clean: None, assistant: Assistant, number: str) -> None:
    await texts_us("I got a job!", number)
    assert [one.text for one in await said(number)] == ["I got a job!"]


async def test_the_good_text_behind_a_bad_one_is_taken_in(
    clean: None, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    arriving(monkeypatch, Arrived("SM1", NOWHERE[0], "hi"), Arrived("SM2", PHONE, "got a job!"))
    assert await texts.fetch_missed() == 2
    assert (await said())[0].text == "got a job!"


async def test_one_that_fails_is_left_for_the_next_round(
    clean: None, assistant: Assistant, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails(session: object, arrived: Arrived) -> object:
        made = await real(session, arrived)  # type: ignore[arg-type]
        if arrived.ref == "SM1":
            raise RuntimeError("a fault of ours")
        return made

    arriving(monkeypatch, Arrived("SM1", "+447700900456", "hi there"), Arrived("SM2", PHONE, "got a job!"))
    monkeypatch.setattr(ADMIT, fails)
    assert await texts.fetch_missed() == 1
    assert "SM1" in caplog.text
    async with transaction() as session:
        assert (await session.execute(select(TextSeen.ref))).scalars().all() == ["SM2"]
    monkeypatch.setattr(ADMIT, real)
    assert await texts.fetch_missed() == 1


async def test_the_worker_starts_whatever_comes_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    async def breaks(since: datetime) -> Sequence[Arrived]:
        raise KeyError("created_at")

    monkeypatch.setattr(outbox, "arrived", breaks)
    await worker._fetch_missed()
