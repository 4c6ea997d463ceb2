"""One-time codes: sent to an address for one conversation, and tried a few times at most."""

import hmac
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging, outbox
from casework.base.clock import now
from casework.base.words import words
from casework.identity import rules
from casework.identity.models import OneTimeCode
from casework.identity.rules import Address

A_DAY, AN_HOUR, A_QUARTER = timedelta(days=1), timedelta(hours=1), timedelta(minutes=15)
MOST = ((3, A_QUARTER), (10, A_DAY))
MOST_OF_A_CONVERSATION = (5, AN_HOUR)


async def send(session: AsyncSession, conversation_id: UUID, to: Address) -> bool:
    """Send a code, whether or not anybody is known by the address. False: enough were sent for now."""
    await _one_at_a_time(session, to)
    if await _too_many(session, conversation_id, to):
        return False
    code, id_ = rules.new_code(), uuid4()
    session.add(
        OneTimeCode(
            id=id_,
            conversation_id=conversation_id,
            kind=to.kind,
            address=to.address,
            code_hash=rules.code_hash(id_, code),
            expires_at=now() + timedelta(minutes=rules.CODE_MINUTES),
        )
    )
    by_text = (await messaging.get(session, conversation_id)).channel == "sms"
    name = "utter_identity_code_for_texts" if by_text else "utter_identity_code"
    text = words(name, to.kind, code=code, minutes=rules.CODE_MINUTES).text
    subject = words("utter_identity_code_subject").text if to.kind == "email" else None
    await outbox.post(session, to.kind, to.address, text, subject=subject, ref=id_, about="code")
    return True


async def is_right(session: AsyncSession, conversation_id: UUID, to: Address, code: str) -> bool:
    """Whether it is the code sent last to this address for this conversation. Each wrong one is counted."""
    query = (
        select(OneTimeCode)
        .where(
            OneTimeCode.conversation_id == conversation_id,
            OneTimeCode.kind == to.kind,
            OneTimeCode.address == to.address,
        )
        .order_by(OneTimeCode.sent_at.desc())
        .limit(1)
        .with_for_update()
    )
    sent = (await session.execute(query)).scalar_one_or_none()
    if sent is None or sent.used_at or sent.expires_at < now() or sent.tries >= rules.CODE_TRIES:
        return False
    sent.tries += 1
    if not _same(sent, code):
        return False
    sent.used_at = now()
    return True


async def proved_lately(session: AsyncSession, conversation_id: UUID) -> Address | None:
    """The address that somebody proved in this conversation, while the proof lasts."""
    query = select(OneTimeCode).where(
        OneTimeCode.conversation_id == conversation_id, OneTimeCode.used_at > now() - rules.PROOF_LASTS
    )
    found = (await session.execute(query.order_by(OneTimeCode.used_at.desc()).limit(1))).scalar_one_or_none()
    return Address(found.kind, found.address) if found else None


def _same(sent: OneTimeCode, code: str) -> bool:
    return hmac.compare_digest(sent.code_hash, rules.code_hash(sent.id, code))


async def _one_at_a_time(session: AsyncSession, to: Address) -> None:
    """Two requests for one address must see each other's codes, or both would pass the limit."""
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"{to.kind}:{to.address}", 0))))


async def _too_many(session: AsyncSession, conversation_id: UUID, to: Address) -> bool:
    own = (OneTimeCode.kind == to.kind, OneTimeCode.address == to.address)
    for most, span in MOST:
        if await _sent(session, span, *own) >= most:
            return True
    most, span = MOST_OF_A_CONVERSATION
    return await _sent(session, span, OneTimeCode.conversation_id == conversation_id) >= most


async def _sent(session: AsyncSession, span: timedelta, *which: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(OneTimeCode).where(OneTimeCode.sent_at > now() - span, *which)
    return (await session.execute(query)).scalar_one()
