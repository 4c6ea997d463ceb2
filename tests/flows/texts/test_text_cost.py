"""What a text costs as it comes in: each thing is asked of the database once, and never before it can no longer change."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from casework import messaging, outbox
from casework.base.db import engine, transaction
from tests.flows.conftest import Assistant
from tests.flows.phones import PHONE, known, texts_us, thread

MOST = 12
# Of somebody we know, what they were asked about work as well.
MOST_OF_OURS = 15


@contextmanager
def _statements() -> Iterator[list[str]]:
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        found.append(statement)

    event.listen(engine().sync_engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine().sync_engine, "before_cursor_execute", note)


async def test_a_text_from_a_phone_that_nobody_gave_us_asks_little(clean: None, assistant: Assistant) -> None:
    await texts_us("hello there")
    with _statements() as found:
        await texts_us("what help is there")
    assert len(found) <= MOST


async def test_of_somebody_we_know_check_ins_are_asked_about_as_well(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("hello there")
    with _statements() as found:
        await texts_us("what help is there")
    assert len(found) <= MOST_OF_OURS


async def test_what_is_kept_back_is_read_once_the_thread_is_ours(clean: None, assistant: Assistant) -> None:
    await texts_us("hello there")
    own = await thread()
    async with transaction() as session:
        await messaging.locked(session, own.id)
        coming = asyncio.create_task(texts_us("what help is there"))
        await asyncio.sleep(0.3)
        await outbox.quiet(session, PHONE, "stopped")
    received = await coming
    assert received is not None
    assert received.settled
