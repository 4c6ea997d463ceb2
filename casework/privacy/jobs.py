"""The hourly clearing."""

from datetime import timedelta

from casework import outbox
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.queue import queue
from casework.council import council
from casework.privacy.service import forget, forget_strangers, forget_unkept_screenings, overdue


@queue.periodic(cron="17 * * * *")
@queue.task(name="clear_unsaved", pass_context=False)
async def clear_unsaved(timestamp: int) -> None:
    """Forget what was last written in longer ago than the council keeps unsaved chats, and texts long since sent."""
    async with transaction() as session:
        await outbox.purge(session, now() - timedelta(days=council().retention.outbox_days))
    before = now() - timedelta(hours=council().retention.unsaved_chat_hours)
    async with transaction() as session:
        await forget_unkept_screenings(session, before)
        await forget_strangers(session, before)
        due = await overdue(session, before)
    for conversation_id in due:
        async with transaction() as session:
            await forget(session, conversation_id)
