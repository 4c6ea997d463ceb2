"""Signing staff in and out."""

import hashlib
import secrets
from datetime import date, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import now
from casework.base.errors import HandrailError, NotAllowed, NotFound
from casework.staff.models import SignInFailure, Staff, StaffSession

SESSION_HOURS = 10
TRIES = 5
TRIES_WINDOW = timedelta(minutes=15)
SHORTEST_PASSWORD = 12
hasher = PasswordHasher()
NOBODYS_HASH = hasher.hash(secrets.token_urlsafe(16))


class TooManyTries(HandrailError):
    status = 429


class Unusable(HandrailError):
    """What was asked of an account cannot be; the words say why."""

    status = 422


class WeakPassword(HandrailError):
    status = 422


async def add(session: AsyncSession, email: str, name: str, role: str, areas: list[str], password: str) -> Staff:
    """A new account. Raises WeakPassword."""
    if len(password) < SHORTEST_PASSWORD:
        raise WeakPassword(f"a password needs at least {SHORTEST_PASSWORD} characters")
    staff = Staff(email=email.strip().lower(), name=name, role=role, areas=areas, password_hash=hasher.hash(password))
    session.add(staff)
    await session.flush()
    return staff


async def set_password(session: AsyncSession, email: str, password: str) -> None:
    """A new password; whoever is signed in with the old one is signed out. Raises NotFound, WeakPassword."""
    if len(password) < SHORTEST_PASSWORD:
        raise WeakPassword(f"a password needs at least {SHORTEST_PASSWORD} characters")
    found = await by_email(session, email)
    found.password_hash = hasher.hash(password)
    await session.execute(delete(StaffSession).where(StaffSession.staff_id == found.id))


async def by_email(session: AsyncSession, email: str) -> Staff:
    """An open account. Raises NotFound."""
    query = select(Staff).where(Staff.email == email.strip().lower(), Staff.closed_at.is_(None))
    found = (await session.execute(query)).scalar_one_or_none()
    if found is None:
        raise NotFound("no account has this address")
    return found


async def close(session: AsyncSession, member: Staff) -> None:
    """Nobody signs in with it any more; whoever is signed in is signed out."""
    member.closed_at = now()
    await session.execute(delete(StaffSession).where(StaffSession.staff_id == member.id))


async def set_absence(
    session: AsyncSession, member: Staff, away_from: date | None, away_until: date | None, deputy: Staff | None
) -> None:
    """Away from one day to another, both included, with somebody who stands in; no first day is back again.

    Raises Unusable.
    """
    if away_from and (away_until is None or away_until < away_from):
        raise Unusable("the last day away cannot be before the first")
    if away_from and (deputy is None or deputy.id == member.id):
        raise Unusable("choose a colleague who stands in")
    known = await session.get_one(Staff, member.id)
    known.away_from, known.away_until = away_from, away_until if away_from else None
    known.deputy_id = deputy.id if deputy else None


async def check_password(session: AsyncSession, email: str, password: str) -> Staff | None:
    """The account, or None for a wrong address or password alike. Raises TooManyTries."""
    address = email.strip().lower()
    await _refuse_guessing(session, address)
    query = select(Staff).where(Staff.email == address, Staff.closed_at.is_(None))
    staff = (await session.execute(query)).scalar_one_or_none()
    if _matches(staff.password_hash if staff else NOBODYS_HASH, password) and staff:
        await session.execute(delete(SignInFailure).where(SignInFailure.email == address))
        return staff
    session.add(SignInFailure(email=address))
    return None


async def open_session(session: AsyncSession, staff: Staff) -> tuple[str, StaffSession]:
    """A new session and the cookie value that opens it."""
    token = secrets.token_urlsafe(32)
    opened = StaffSession(
        token_hash=_fingerprint(token),
        staff_id=staff.id,
        csrf=secrets.token_urlsafe(32),
        expires_at=now() + timedelta(hours=SESSION_HOURS),
    )
    session.add(opened)
    await session.flush()
    return token, opened


async def signed_in(session: AsyncSession, token: str) -> StaffSession:
    """The session a cookie opens. Raises NotAllowed."""
    found = await session.get(StaffSession, _fingerprint(token))
    if found is None or found.expires_at < now() or found.staff.closed_at:
        raise NotAllowed("please sign in")
    return found


async def sign_out(session: AsyncSession, token: str) -> None:
    await session.execute(delete(StaffSession).where(StaffSession.token_hash == _fingerprint(token)))


async def anyone(session: AsyncSession) -> bool:
    return (await session.execute(select(func.count()).select_from(Staff))).scalar_one() > 0


async def _refuse_guessing(session: AsyncSession, email: str) -> None:
    recent = select(func.count()).where(SignInFailure.email == email, SignInFailure.at > now() - TRIES_WINDOW)
    if (await session.execute(recent)).scalar_one() >= TRIES:
        raise TooManyTries("too many tries; wait a quarter of an hour")


def _matches(password_hash: str, password: str) -> bool:
    try:
        return hasher.verify(password_hash, password)
    except VerificationError:
        return False


def _fingerprint(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
