"""The threads of texts: one open thread for a number, and one hand at a time in it."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import ARRAY, TEXT, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import outbox
from casework.base.clock import now
from casework.claimants import Claimant
from casework.messaging import languages
from casework.messaging.models import Conversation


def number_of(claimant: Claimant) -> str | None:
    """The number they proved last; None where there is none that may be texted."""
    proved = [one for one in claimant.channels if one.kind == "sms" and one.proved_at and not one.closed_at]
    channel = max(proved, key=lambda one: one.proved_at or one.created_at, default=None)
    return None if channel is None or outbox.refusal(channel.address) else channel.address


async def one_at_a_time(session: AsyncSession, number: str) -> None:
    """Until the transaction ends nobody else takes in a text of this number, or begins a thread with it."""
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"texts:{number}", 0))))


async def of_phone(session: AsyncSession, number: str, *, lock: bool = False) -> Conversation | None:
    """The open thread of texts with a number; with `lock` held until the transaction ends."""
    query = select(Conversation).where(Conversation.phone == number, Conversation.finished_at.is_(None))
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return (await session.execute(query)).scalar_one_or_none()


async def threads_with(session: AsyncSession, people: Mapping[str, Claimant]) -> tuple[dict[str, Conversation], set[str]]:
    """The threads with many numbers, locked, begun where there is none; and the numbers that are in use just now.

    Nothing here waits for a lock, so that nobody who writes to us ever waits for this, or this for them.
    `people`: who is texted on each number. A thread may be somebody else's.
    """
    free = await _free(session, people.keys())
    threads, held = await _locked(session, free)
    for number in free - threads.keys() - held:
        threads[number] = await start_texts(session, people[number].area, number, people[number].id)
    return threads, (people.keys() - free) | held


async def start_texts(session: AsyncSession, area: str, number: str, claimant_id: UUID | None = None) -> Conversation:
    """A thread of texts with a number that has none open."""
    conversation = Conversation(
        area=area, channel="sms", phone=number, claimant_id=claimant_id, last_n=0, pending=[], holder="assistant"
    )
    if claimant_id:
        await languages.agree(session, conversation, claimant_id)
    session.add(conversation)
    await session.flush()
    return conversation


async def move_texts(session: AsyncSession, claimant_id: UUID, number: str) -> Conversation | None:
    """The person's latest thread of texts goes on under a new number; it ends where that number has one of its own.

    So do others that the assistant has with them on other phones. None where they have none that goes on.
    """
    query = select(Conversation).where(Conversation.claimant_id == claimant_id, Conversation.channel == "sms")
    open_ones = query.where(Conversation.finished_at.is_(None)).order_by(Conversation.last_at.desc())
    threads = (await session.execute(open_ones.with_for_update())).scalars().all()
    own = await of_phone(session, number)
    going_on = own or next(iter(threads), None)
    for other in threads:
        if other is not going_on and (own or other.holder == "assistant"):
            other.finished_at = now()
    if going_on is None or going_on not in threads:
        return None
    if going_on.phone != number:
        going_on.phone, going_on.proved_at = number, None
        await session.flush()
    return going_on


async def _free(session: AsyncSession, numbers: Collection[str]) -> set[str]:
    """Of these numbers, those that nobody takes a text in of just now; until the transaction ends nobody does."""
    number = func.unnest(cast(list(numbers), ARRAY(TEXT)), type_=TEXT).column_valued("number")
    free = func.pg_try_advisory_xact_lock(func.hashtextextended(func.concat("texts:", number), 0))
    return {one.number for one in await session.execute(select(number, free.label("free"))) if one.free}


async def _locked(session: AsyncSession, numbers: Collection[str]) -> tuple[dict[str, Conversation], set[str]]:
    """The open threads with these numbers, locked; and the numbers whose thread somebody else holds."""
    open_ones = select(Conversation).where(Conversation.phone.in_(numbers), Conversation.finished_at.is_(None))
    free = open_ones.with_for_update(skip_locked=True).execution_options(populate_existing=True)
    threads = {one.phone or "": one for one in (await session.execute(free)).scalars()}
    every = (await session.execute(open_ones.with_only_columns(Conversation.phone))).scalars()
    return threads, {one for one in every if one} - threads.keys()
