"""News is told to a few people at a time, so that nobody who texts us meanwhile waits behind it."""

from collections.abc import Collection
from uuid import UUID, uuid5

from procrastinate import RetryStrategy
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging, outbox
from casework.base.db import transaction
from casework.base.queue import defer, queue
from casework.base.speaking import speaking
from casework.base.words import Words, words
from casework.council import Area, council
from casework.messaging import Conversation, Saying

SORT = "promotion"
# Somebody writes from that phone at this moment, or their thread is in use.
BUSY_SECONDS = 20


@queue.task(name="tell_news", retry=RetryStrategy(max_attempts=5, wait=30))
async def tell_news(news: str, area: str, text: str, people: list[str]) -> None:
    """Tell these people, each once however often this runs; those whose phone is in use, in a moment."""
    async with transaction() as session:
        busy = await _tell(session, UUID(news), council().area(area), text, [UUID(one) for one in people])
        if busy:
            again = [str(one) for one in busy]
            await defer(session, tell_news, in_seconds=BUSY_SECONDS, news=news, area=area, text=text, people=again)


def whole(area: Area, said: str) -> Words:
    """The text as it goes out."""
    return words("utter_text_news_sent", "sms", council=area.name, news=outbox.plainer(said))


async def _tell(session: AsyncSession, news: UUID, area: Area, text: str, people: Collection[UUID]) -> list[UUID]:
    """Those whose phone is in use."""
    known = await claimants.by_ids(session, people)
    numbers = {one: number for one in known.values() if (number := messaging.number_of(one))}
    ids = {number: uuid5(news, number) for number in numbers.values()}
    told = await messaging.recorded(session, ids.values())
    waiting = {number: one for one, number in numbers.items() if ids[number] not in told}
    threads, busy = await messaging.threads_with(session, waiting)
    asked = {None, *known}
    said = [_saying(thread, area, text, ids[number]) for number, thread in threads.items() if thread.claimant_id in asked]
    await messaging.record_several(session, said, SORT)
    return [one.id for one, number in numbers.items() if number in busy]


def _saying(thread: Conversation, area: Area, text: str, message_id: UUID) -> Saying:
    with speaking(thread.language):
        said = whole(area, text)
    return Saying(thread, said.text, language=said.language, id=message_id)
