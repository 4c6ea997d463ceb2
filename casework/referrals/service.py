"""Taking a partner's referral: once for each of their numbers, and never without the person's agreement."""

import hashlib
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, checkins, claimants
from casework.base.errors import HandrailError, NotAllowed, NotFound
from casework.claimants import Claimant
from casework.identity.rules import read_address
from casework.referrals.models import Partner, Referral

LONGEST_NAME, LONGEST_REF = 60, 200


class Unfit(HandrailError):
    """A referral that cannot be taken; every reason in one sentence each."""

    status = 422


@dataclass(frozen=True)
class Person:
    """Who is referred. `consent`: they agreed to be referred and to our keeping a record."""

    area: str
    name: str
    mobile: str = ""
    email: str = ""
    language: str = "en"
    adjustments: str = ""
    consent: bool = False


async def add_partner(session: AsyncSession, name: str, areas: list[str]) -> str:
    """A new partner's token, to be shown once."""
    token = secrets.token_urlsafe(32)
    session.add(Partner(name=name, areas=areas, token_hash=_fingerprint(token)))
    await session.flush()
    return token


async def partner_of(session: AsyncSession, token: str) -> Partner:
    """Raises NotAllowed."""
    query = select(Partner).where(Partner.token_hash == _fingerprint(token), Partner.closed_at.is_(None))
    found = (await session.execute(query)).scalar_one_or_none()
    if found is None:
        raise NotAllowed("this token is not a partner's")
    return found


async def refer(session: AsyncSession, partner: Partner, ref: str, person: Person) -> tuple[Referral, bool]:
    """The referral and whether it is new; the same `ref` again is the same referral. Raises Unfit."""
    known = select(Referral).where(Referral.partner_id == partner.id, Referral.ref == ref)
    before = (await session.execute(known)).scalar_one_or_none()
    if before:
        return before, False
    faults = list(_faults(partner, ref, person))
    if faults:
        raise Unfit(" ".join(faults))
    made = await claimants.create(
        session,
        area=person.area,
        preferred_name=person.name.strip(),
        source="partner",
        source_ref=f"{partner.id}/{ref}",
        channels=_channels(person),
        consents=[("keep_record", True), ("share_with_partners", True)],
        language=person.language,
        adjustments=person.adjustments,
    )
    referral = Referral(partner_id=partner.id, ref=ref, claimant_id=made.id)
    session.add(referral)
    await session.flush()
    await audit.note(session, "partner", "referral.received", claimant_id=made.id, subject=partner.name)
    return referral, True


async def job_started(
    session: AsyncSession,
    partner: Partner,
    ref: str,
    starts_on: date,
    first_payday: date | None = None,
    shifts: Sequence[Mapping[str, str]] = (),
) -> None:
    """Somebody whom the partner referred began work: they are asked how it goes, and not in `shifts` where they are known.

    Raises NotFound, Unreadable.
    """
    claimant = await _referred(session, partner, ref)
    known = checkins.read_shifts(shifts)
    await checkins.job_started(
        session, claimant, starts_on, reported_by="partner", first_payday=first_payday, shifts=known
    )
    await audit.note(session, "partner", "referral.job_started", claimant_id=claimant.id, subject=partner.name)


async def job_ended(session: AsyncSession, partner: Partner, ref: str, ended_on: date) -> None:
    """Their job is over: one of ours is in touch within the standard. Raises NotFound, Unreadable."""
    claimant = await _referred(session, partner, ref)
    await checkins.job_ended(session, claimant, ended_on, call=True)
    await audit.note(session, "partner", "referral.job_ended", claimant_id=claimant.id, subject=partner.name)


async def _referred(session: AsyncSession, partner: Partner, ref: str) -> Claimant:
    query = select(Referral).where(Referral.partner_id == partner.id, Referral.ref == ref)
    known = (await session.execute(query)).scalar_one_or_none()
    if known is None or known.claimant_id is None:
        raise NotFound("you have referred nobody under this ref")
    return await claimants.get(session, known.claimant_id)


def _faults(partner: Partner, ref: str, person: Person) -> Iterator[str]:
    if not 0 < len(ref.strip()) <= LONGEST_REF:
        yield f"Give your own number for the referral as ref, of at most {LONGEST_REF} letters."
    if person.area not in partner.areas:
        yield "The area is not one you refer people to."
    if not 0 < len(person.name.strip()) <= LONGEST_NAME:
        yield f"The name must have 1 to {LONGEST_NAME} letters."
    if not person.consent:
        yield "The person must have agreed to be referred."
    if not person.mobile and not person.email:
        yield "Give a mobile number or an e-mail address."
    if person.mobile and _address(person.mobile, "sms") is None:
        yield "The mobile number is not a UK mobile number."
    if person.email and _address(person.email, "email") is None:
        yield "The e-mail address cannot be read."


def _channels(person: Person) -> Sequence[tuple[str, str, bool]]:
    read = [_address(person.mobile, "sms"), _address(person.email, "email")]
    return [(*one, False) for one in read if one]


def _address(written: str, kind: str) -> tuple[str, str] | None:
    read = read_address(written)
    return (read.kind, read.address) if read and read.kind == kind else None


def _fingerprint(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
