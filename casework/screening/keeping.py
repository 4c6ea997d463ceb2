"""What is kept of a screening, for whom and how long: nothing, unless the person says so."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import now
from casework.base.errors import NotFound
from casework.screening.models import Screening
from casework.screening.service import current

CODE_DAYS = 7
LINK_MINUTES = 30
DIGITS = 8


async def keep_place(session: AsyncSession, screening: Screening) -> str:
    """A code that opens this screening in another chat or by text, for a week; the one before works no more."""
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    screening.code_hash = _fingerprint(code)
    screening.kept_until = now() + timedelta(days=CODE_DAYS)
    await session.flush()
    return f"{code[:4]} {code[4:]}"


async def carry_here(session: AsyncSession, conversation_id: UUID, code: str) -> Screening | None:
    """The screening that the code opens goes on in this conversation. None for a code that opens nothing."""
    query = select(Screening).where(Screening.code_hash == _fingerprint(code), Screening.kept_until > now())
    found = (await session.execute(query.with_for_update())).scalar_one_or_none()
    if found is None:
        return None
    under_way = await current(session, conversation_id)
    if under_way and under_way.id != found.id:
        under_way.finished_at = now()
        await session.flush()
    found.conversation_id = conversation_id
    found.code_hash = None
    await session.flush()
    return found


async def own_page(session: AsyncSession, screening: Screening) -> str:
    """The token of the person's own page of it, for half an hour; the one before works no more."""
    token = secrets.token_urlsafe(24)
    screening.link_hash = sha256(token.encode()).digest()
    screening.link_until = now() + timedelta(minutes=LINK_MINUTES)
    await session.flush()
    return token


async def of_page(session: AsyncSession, token: str) -> Screening:
    """Raises NotFound for a token that is unknown or over."""
    mine = Screening.link_hash == sha256(token.encode()).digest()
    found = (await session.execute(select(Screening).where(mine, Screening.link_until > now()))).scalar_one_or_none()
    if found is None:
        raise NotFound("this link does not work any more")
    return found


async def keep_for(session: AsyncSession, conversation_id: UUID, claimant_id: UUID) -> bool:
    """Every screening of the conversation is this person's from now on. False where there is none."""
    mine = update(Screening).where(Screening.conversation_id == conversation_id).values(claimant_id=claimant_id)
    return bool((await session.execute(mine.returning(Screening.id))).all())


async def remove(session: AsyncSession, conversation_id: UUID, claimant_id: UUID | None) -> int:
    """Every screening of the conversation, and of the person where it is known who they are. How many went."""
    theirs = [Screening.conversation_id == conversation_id]
    if claimant_id:
        theirs.append(Screening.claimant_id == claimant_id)
    return len((await session.execute(delete(Screening).where(or_(*theirs)).returning(Screening.id))).all())


async def let_go(session: AsyncSession, conversation_ids: Sequence[UUID]) -> None:
    """The conversations are forgotten; so is what was asked in them, unless it was kept."""
    await session.execute(
        delete(Screening).where(
            Screening.conversation_id.in_(conversation_ids), Screening.claimant_id.is_(None), _code_is_over(now())
        )
    )


async def clear(session: AsyncSession) -> None:
    """What is in no conversation any more, is nobody's, and whose code is over."""
    await session.execute(
        delete(Screening).where(
            Screening.conversation_id.is_(None), Screening.claimant_id.is_(None), _code_is_over(now())
        )
    )


def _code_is_over(at: datetime) -> ColumnElement[bool]:
    return or_(Screening.kept_until.is_(None), Screening.kept_until <= at)


def _fingerprint(code: str) -> bytes:
    return sha256(f"screening {''.join(filter(str.isdigit, code))}".encode()).digest()
