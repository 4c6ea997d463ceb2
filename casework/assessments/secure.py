"""The list that a person ticks alone, on a page only their link opens."""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.assessments.models import SecureList
from casework.base.clock import now
from casework.base.errors import NotFound
from casework.programmes.markers import SAID, markers
from casework.staff import Staff

DAYS = 7


async def make_list(session: AsyncSession, claimant_id: UUID, staff: Staff) -> str:
    """The token of a new link, for a week; a link made before works no more."""
    await session.execute(
        delete(SecureList).where(SecureList.claimant_id == claimant_id, SecureList.answered_at.is_(None))
    )
    token = secrets.token_urlsafe(24)
    session.add(
        SecureList(
            claimant_id=claimant_id,
            token_hash=_fingerprint(token),
            made_by=staff.id,
            expires_at=now() + timedelta(days=DAYS),
        )
    )
    await audit.note(session, "staff", "assessment.list", staff_id=staff.id, claimant_id=claimant_id)
    return token


async def opened_list(session: AsyncSession, token: str) -> SecureList:
    """Raises NotFound for a link that is unknown, used or over."""
    query = select(SecureList).where(
        SecureList.token_hash == _fingerprint(token), SecureList.expires_at > now(), SecureList.answered_at.is_(None)
    )
    found = (await session.execute(query.with_for_update())).scalar_one_or_none()
    if found is None:
        raise NotFound("this link does not work any more")
    return found


async def answer_list(session: AsyncSession, token: str, said: Mapping[str, str]) -> None:
    """Keeps what was ticked; the person has agreed on the same page. Raises NotFound."""
    found = await opened_list(session, token)
    asked = {one.id for one in markers().markers if one.form}
    found.answers = {id_: answer for id_, answer in said.items() if id_ in asked and answer in SAID}
    found.consent_version = markers().consent.version
    found.answered_at = now()


async def withdraw_list(session: AsyncSession, claimant_id: UUID) -> None:
    """The person no longer agrees: what they ticked is gone."""
    await session.execute(delete(SecureList).where(SecureList.claimant_id == claimant_id))


async def answers(session: AsyncSession, claimant_id: UUID) -> dict[str, Any]:
    """What the person ticked last."""
    query = (
        select(SecureList)
        .where(SecureList.claimant_id == claimant_id, SecureList.answered_at.is_not(None))
        .order_by(SecureList.answered_at.desc())
        .limit(1)
    )
    found = (await session.execute(query)).scalar_one_or_none()
    return dict(found.answers) if found else {}


def _fingerprint(token: str) -> bytes:
    return sha256(token.encode()).digest()
