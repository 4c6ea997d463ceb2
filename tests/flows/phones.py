"""Two phones of the demonstration, and what comes and goes on them."""

from uuid import UUID, uuid4

from sqlalchemy import select, text

from casework import claimants, handoff, messaging, texts
from casework.base.db import transaction
from casework.messaging import Conversation, Message
from casework.outbox import Arrived, Outgoing
from tests.casework.outbox.test_worker import worked

PHONE, OTHER = "+447700900123", "+447700900456"


async def texts_us(words: str, phone: str = PHONE, ref: str | None = None, **more: object) -> messaging.Received | None:
    async with transaction() as session:
        return await texts.admit(session, Arrived(ref or f"SM{uuid4().hex}", phone, words, **more))  # type: ignore[arg-type]


async def gets(phone: str = PHONE) -> list[str]:
    """Every text the phone really got, oldest first."""
    await worked()
    async with transaction() as session:
        await session.execute(text("UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'"))
    await worked()
    async with transaction() as session:
        query = select(Outgoing).where(Outgoing.to == phone, Outgoing.status == "sent").order_by(Outgoing.made_at)
        return [one.text for one in (await session.execute(query)).scalars()]


async def thread(phone: str = PHONE) -> Conversation:
    async with transaction() as session:
        found = await messaging.of_phone(session, phone)
        assert found is not None
        return found


async def said(phone: str = PHONE) -> list[Message]:
    async with transaction() as session:
        return list(await messaging.history(session, (await thread(phone)).id))


async def known(name: str, phone: str = PHONE, *, proved: bool = True) -> UUID:
    async with transaction() as session:
        made = await claimants.create(
            session, area="northbridge", preferred_name=name, source="worker", channels=[("sms", phone, proved)]
        )
        return made.id


async def waits_for_a_person(phone: str = PHONE) -> str | None:
    async with transaction() as session:
        asked = await handoff.open_handoff(session, (await thread(phone)).id)
        return asked.reason if asked else None
