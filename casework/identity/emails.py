"""An e-mail address that somebody new proves for one meeting, and nothing else is made of it."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework.identity import codes, rules
from casework.identity.rules import Address


async def send_email_code(session: AsyncSession, conversation_id: UUID, address: str) -> bool:
    """False: enough were sent for now."""
    return await codes.send(session, conversation_id, Address("email", address))


async def proves_email(session: AsyncSession, conversation_id: UUID, address: str, text: str) -> bool:
    """Whether the code in these words is the one that was sent there."""
    code = rules.read_code(text)
    return code is not None and await codes.is_right(session, conversation_id, Address("email", address), code)
