"""Texts that go out together, run by a real worker: those that are not over get a job each, and nothing goes twice."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from casework import outbox
from casework.base.clock import now
from casework.base.db import transaction
from casework.outbox import several
from casework.outbox.jobs import deliver_outgoing
from tests.casework.outbox.conftest import changed, posted, seen
from tests.casework.outbox.test_worker import worked
from tests.casework.outbox.twilio_fake import Twilio
from tests.loopback import number

PEOPLE = [number(n) for n in (1, 2, 3)]


class Killed(BaseException):
    """As if the process died there."""


async def posted_together() -> list[UUID]:
    refs = [uuid4() for _ in PEOPLE]
    async with transaction() as session:
        await outbox.post_several(session, [(to, "Hello", ref) for to, ref in zip(PEOPLE, refs, strict=True)], "notice")
        rows = await outbox.of_refs(session, refs)
        return [rows[ref].id for ref in refs]


async def single_jobs() -> int:
    async with transaction() as session:
        count = text("SELECT count(*) FROM procrastinate_jobs WHERE task_name = :task AND status = 'todo'")
        return (await session.execute(count, {"task": deliver_outgoing.name})).scalar_one()


async def hurried() -> None:
    """Whatever waits for its time is tried now."""
    async with transaction() as session:
        await session.execute(text("UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'"))
    await worked()


async def statuses(ids: list[UUID]) -> list[str]:
    return [(await seen(one)).status for one in ids]


async def test_all_go_by_one_job(clean: None, twilio: Twilio) -> None:
    ids = await posted_together()
    await worked()
    assert await statuses(ids) == ["sent"] * 3
    assert sorted(one["to"] for one in twilio.taken) == PEOPLE
    assert await single_jobs() == 0


async def test_one_not_taken_is_tried_again_alone(clean: None, twilio: Twilio) -> None:
    twilio.answers = ["429"]
    ids = await posted_together()
    await worked()
    assert sorted(await statuses(ids)) == ["queued", "sent", "sent"]
    assert await single_jobs() == 1
    await hurried()
    assert await statuses(ids) == ["sent"] * 3
    assert sorted(one["to"] for one in twilio.taken) == PEOPLE


async def test_a_later_text_of_its_sort_to_one_not_reached_waits_for_it(clean: None, twilio: Twilio) -> None:
    twilio.answers = ["429"] * 3
    await posted_together()
    await worked()
    await posted("sms", PEOPLE[0], "And later", about="notice")
    await hurried()
    assert [one["body"] for one in twilio.taken if one["to"] == PEOPLE[0]] == ["Hello", "And later"]


async def test_a_worker_that_dies_before_it_is_written_down(
    clean: None, twilio: Twilio, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def dies(*_: object) -> None:
        raise Killed

    ids = await posted_together()
    with monkeypatch.context() as broken:
        broken.setattr(several, "_record", dies)
        with pytest.raises(Killed):
            await several.deliver_several(ids)
    assert await statuses(ids) == ["sending"] * 3
    await worked()
    assert await single_jobs() == 3
    for one in ids:
        await changed(one, status_at=now() - timedelta(hours=1))
    await hurried()
    assert await statuses(ids) == ["sent"] * 3
    assert sorted(one["to"] for one in twilio.taken) == PEOPLE, "looked up, not sent again"
