"""The provider's own list of numbers that want no texts, kept in step with ours. Ours alone decides what we send."""

import logging
from datetime import datetime
from uuid import UUID, uuid4

from procrastinate import JobContext
from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base, transaction
from casework.base.queue import SOMEBODY_WAITS, defer, queue
from casework.outbox.carrier import NotTaken, Taken
from casework.outbox.delivery import NotYet
from casework.outbox.jobs import WhenAsked
from casework.outbox.quiet import is_over, quietness
from casework.outbox.rules import MAX_TRIES, MAX_TRIES_UNDELIVERED, one_number, wait_seconds
from casework.outbox.sms import sms_carrier

# What is said last to a number still leaves; what is said to one that starts again waits until it may.
AFTER_THE_REST, BEFORE_THE_REST = -1, SOMEBODY_WAITS + 1
AFTER_SAFETY_SECONDS = 30
log = logging.getLogger(__name__)


class UntoldNumber(Base):
    """A number whose provider has still to be told; jobs name the row, since nobody's number belongs in the queue."""

    __tablename__ = "untold_numbers"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    number: Mapped[str] = mapped_column(unique=True)
    at: Mapped[datetime] = mapped_column(default=now)


async def keep_in_step(session: AsyncSession, number: str) -> None:
    """Tell the provider, once this is committed, whether texts may go to the number.

    Its list is all or nothing: while some texts still go there, theirs says that they may.
    """
    row = insert(UntoldNumber).values(number=number).on_conflict_do_update(
        index_elements=[UntoldNumber.number], set_={"at": now()}
    )
    untold = (await session.execute(row.returning(UntoldNumber.id))).scalar_one()
    over = is_over(await quietness(session, number))
    priority, seconds = (AFTER_THE_REST, AFTER_SAFETY_SECONDS) if over else (BEFORE_THE_REST, 0)
    await defer(
        session, tell_provider, in_seconds=seconds, lock=one_number(number), priority=priority, untold=str(untold)
    )


@queue.task(name="tell_provider", retry=WhenAsked(), pass_context=True)
async def tell_provider(context: JobContext, untold: str) -> None:
    await tell(UUID(untold), context.job.attempts + 1)


async def tell(untold_id: UUID, tries: int = 1) -> None:
    """What is true by now, whatever was when this was queued. Raises NotYet."""
    async with transaction() as session:
        untold = await session.get(UntoldNumber, untold_id)
        if untold is None:
            return
        agrees = not is_over(await quietness(session, untold.number))
    told = await sms_carrier(untold.number).consent(untold.number, agrees)
    # The words to somebody who starts again wait for this, and not for hours.
    if isinstance(told, NotTaken) and tries < (MAX_TRIES_UNDELIVERED if agrees else MAX_TRIES):
        raise NotYet(told.why, wait_seconds(tries))
    if not isinstance(told, Taken):
        log.warning("the provider's list was not changed: %s", told.why)
    async with transaction() as session:
        same = (UntoldNumber.id == untold_id, UntoldNumber.at == untold.at)
        await session.execute(delete(UntoldNumber).where(*same))
