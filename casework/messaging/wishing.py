"""A plain wish about a meeting, told while danger is spoken of, and the room that tells a person. The reading is pure."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.once import once
from casework.base.plain import plain
from casework.messaging.models import Conversation
from casework.messaging.said_unless import Patterns, read_patterns

LONGEST = 160
Keeps = Callable[[AsyncSession, Conversation], Awaitable[None]]
KEPT_BY: list[Keeps] = []


def wishes_kept_by(keeps: Keeps) -> None:
    """The room that a person works from takes what waits for one."""
    KEPT_BY.append(keeps)


async def keep_wish(session: AsyncSession, conversation: Conversation) -> None:
    for keeps in KEPT_BY:
        await keeps(session, conversation)


def is_of_a_meeting(text: str) -> bool:
    """Whether they would move, call off, keep or know of a meeting of theirs, or come late to it."""
    said = plain(text)
    if len(said) > LONGEST:
        return False
    return _patterns().is_said(said)


@once
def _patterns() -> Patterns:
    return read_patterns(Path(__file__).with_name("wishing.yml"))
