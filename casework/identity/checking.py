"""The questions that prove who is speaking, step by step. Every wrong answer meets the same polite refusal."""

import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, claimants, handoff, messaging
from casework.base.clock import now
from casework.claimants import Claimant
from casework.council import council
from casework.identity import codes, lost, names, references, rules, safe_times
from casework.identity.consent import consent as agreement
from casework.identity.models import IdentityCheck
from casework.identity.rules import Address
from casework.identity.service import proved
from casework.identity.understanding import choice, puts_off
from casework.reading import is_said_again, read_name

ENDED = frozenset({"done", "gave_up", "left", "put_off"})
MOST_MISSES = 3
# That they would be asked another time.
LATER = re.compile(r"\b(?:ask|text|txt|do|finish|message)\b.*\b(?:tomorrow|tmrw|tomoz|later|another (?:day|time)|next week|tonight)\b", re.I)
NEW_CODE, OTHER_ADDRESS = 0, 1
TRIED = {"address": references.WRONG, "old": references.WRONG, "reference": references.WRONG, "code": "identity.code"}
REGISTER, CHANGE = "register", "change_contact"
# Who they are, by what we had for them before; that the new one is theirs comes after it.
WHO_CHANGES = "who_changes_contact"
# To be told of a time that comes free: who is new to us need not be taken down for it.
WAIT = "appointment_wait"
# To meet their own worker.
OWN_WORKER = "appointment_own"
# Who is new to us is taken down for these.
REGISTERS = frozenset({REGISTER, "job_start"})
REFUSED = "utter_identity_refused"


async def begin(session: AsyncSession, conversation_id: UUID, purpose: str) -> IdentityCheck:
    """A fresh check for a purpose; what was proved a moment ago in this conversation still counts."""
    before = await session.get(IdentityCheck, conversation_id)
    if before is not None:
        await end(session, before)
    check = IdentityCheck(conversation_id=conversation_id, purpose=purpose, step=_first(purpose), misses=0)
    session.add(check)
    await session.flush()
    known = await codes.proved_lately(session, conversation_id) if purpose != CHANGE else None
    if known:
        check.kind, check.address, check.proved_at = known.kind, known.address, now()
        await _whose(session, check, await claimants.by_address(session, known.kind, known.address))
    elif purpose != WHO_CHANGES:
        await _to_own_phone(session, check)
    return check


def _first(purpose: str) -> str:
    return "old" if purpose == WHO_CHANGES else "address"


async def _to_own_phone(session: AsyncSession, check: IdentityCheck) -> None:
    """Whoever texts us need not say their number; that the phone is theirs they prove as anybody does.

    Who has proved it already, and wants another, is asked which.
    """
    phone = (await messaging.get(session, check.conversation_id)).phone
    owner = await proved(session, check.conversation_id) if check.purpose == CHANGE else None
    if phone and not (owner and any(one.address == phone for one in claimants.ways(owner))):
        check.kind, check.address = "sms", phone
        await _send(session, check, Address("sms", phone))


async def to_known_phone(session: AsyncSession, check: IdentityCheck, text: str) -> str | None:
    """Who tells the new number from the phone that we know proves there who they are; what to say of it, if so.

    A text can be made to look as if it came from a phone, so that no new number is taken without the code.
    """
    phone, told = (await messaging.get(session, check.conversation_id)).phone, rules.read_address(text)
    if phone is None or told is None or told.address == phone or rules.read_old(text):
        return None
    known = await claimants.by_address(session, "sms", phone)
    if not any(one.address == phone and one.proved_at and not one.closed_at for who in known for one in who.channels):
        return None
    check.kind, check.address = "sms", phone
    return await _send(session, check, Address("sms", phone))


async def told_already(session: AsyncSession, check: IdentityCheck) -> bool:
    """Whether they told the new number before they proved who they are: the code goes there then."""
    owner = await proved(session, check.conversation_id)
    if owner is None or check.step != "address":
        return False
    known = {one.address for one in claimants.ways(owner)}
    written = await messaging.history(session, check.conversation_id)
    since = now() - timedelta(minutes=2 * rules.CODE_MINUTES)
    lately = [one.text for one in written if one.sender == "claimant" and one.at > since]
    told = next((to for one in reversed(lately) if (to := rules.read_address(one)) and to.address not in known), None)
    if told is None:
        return False
    check.kind, check.address = told.kind, told.address
    return await _send(session, check, told) == "utter_identity_sent"


async def current(session: AsyncSession, conversation_id: UUID) -> IdentityCheck | None:
    """The check under way, held until the transaction ends."""
    return await session.get(IdentityCheck, conversation_id, with_for_update=True)


async def end(session: AsyncSession, check: IdentityCheck) -> None:
    await session.delete(check)
    await session.flush()


def more(check: IdentityCheck) -> bool:
    return check.step not in ENDED


async def hear(session: AsyncSession, check: IdentityCheck, text: str, area: str) -> str | None:
    """Take an answer to the open question; the name of what to say before the next one, if anything."""
    asked = check.step
    if puts_off(check, text):
        check.step = "put_off"
        return "utter_identity_later"
    said = await STEPS[asked](session, check, text, area)
    if said == REFUSED and asked != "first_name":
        await audit.refused("visitor", TRIED.get(asked, asked), conversation_id=check.conversation_id)
    if said in (REFUSED, "utter_identity_unread"):
        check.misses += 1
    if check.misses >= MOST_MISSES and more(check):
        check.step = "gave_up"
    return said


async def _lost(session: AsyncSession, check: IdentityCheck, area: str) -> str | None:
    """No code can reach them there: by a reference, or by a person, who sees to it in any case."""
    if check.purpose == WHO_CHANGES:
        await handoff.request(session, check.conversation_id, council().area(area), "lost_number")
        check.step = "reference"
        return "utter_identity_lost"
    check.step = _first(check.purpose)
    return None


async def _address(session: AsyncSession, check: IdentityCheck, text: str, area: str) -> str | None:
    to = (rules.read_old(text) if check.step == "old" else None) or rules.read_address(text)
    if to is None:
        if letters := rules.read_reference(text):
            return await _by_reference(session, check, letters)
        if check.step == "old" and lost.has_lost(text):
            return await _lost(session, check, area)
        return "utter_identity_landline" if rules.is_landline(text) else "utter_identity_unread"
    check.kind, check.address = to.kind, to.address
    return await _send(session, check, to)


async def _send(session: AsyncSession, check: IdentityCheck, to: Address) -> str | None:
    if not await codes.send(session, check.conversation_id, to):
        check.step = "gave_up"
        return "utter_identity_too_many"
    check.step = "code"
    return "utter_identity_sent"


async def _code(session: AsyncSession, check: IdentityCheck, text: str, area: str) -> str | None:
    to, chosen = _to(check), choice("code", text)
    if chosen == NEW_CODE:
        return await _send(session, check, to)
    if chosen == OTHER_ADDRESS:
        check.step = _first(check.purpose)
        return None
    if rules.read_address(text):
        return await _address(session, check, text, area)
    code = rules.read_code(text)
    if code is None and lost.has_lost_phone(text):
        return await _lost(session, check, area)
    if code is None and lost.lacks_code(text):
        return "utter_identity_no_code"
    if code is None:
        return "utter_identity_unread"
    if not await codes.is_right(session, check.conversation_id, to, code):
        return REFUSED
    check.proved_at, check.misses = now(), 0
    return await _whose(session, check, await claimants.by_address(session, to.kind, to.address))


async def _whose(session: AsyncSession, check: IdentityCheck, known: Sequence[Claimant]) -> str | None:
    """Two people on one number are told apart by a reference; a number nobody has proved yet, by a name."""
    if check.purpose == CHANGE:
        return await _changed(session, check)
    if len(known) > 1:
        check.step = "reference"
        return "utter_identity_several"
    if known and _proved_before(known[0], check):
        return await _is(session, check, known[0])
    if known:
        check.step = "first_name"
    elif check.purpose == WHO_CHANGES:
        check.step = _first(check.purpose)
        return "utter_identity_old_unknown"
    else:
        check.step = "name" if check.purpose in REGISTERS else "done"
    return None


async def _changed(session: AsyncSession, check: IdentityCheck) -> str | None:
    """Somebody known in this chat has a new number or address; the old one of its kind is used no more."""
    claimant = await proved(session, check.conversation_id)
    if claimant is None:
        return REFUSED
    for old in claimant.channels:
        if old.kind == check.kind and old.address != check.address and not old.closed_at:
            await claimants.close_channel(session, claimant, old.id)
    if check.kind == "sms" and check.address:
        await messaging.move_texts(session, claimant.id, check.address)
    return await _is(session, check, claimant)


async def _reference(session: AsyncSession, check: IdentityCheck, text: str, area: str) -> str | None:
    letters = rules.read_reference(text)
    return await _by_reference(session, check, letters) if letters else "utter_identity_unread"


async def _by_reference(session: AsyncSession, check: IdentityCheck, letters: str) -> str | None:
    claimant_id = await references.use(session, check.conversation_id, letters)
    if claimant_id is None:
        return REFUSED
    check.proved_at = now()
    return await _is(session, check, await claimants.get(session, claimant_id))


async def _first_name(session: AsyncSession, check: IdentityCheck, text: str, area: str) -> str | None:
    to = _to(check)
    known = await claimants.by_address(session, to.kind, to.address)
    if len(known) != 1:
        return REFUSED
    if not await names.is_right(session, check.conversation_id, known[0], text):
        return REFUSED
    return await _is(session, check, known[0])


async def _name(session: AsyncSession, check: IdentityCheck, text: str, area: str) -> str | None:
    check.name = read_name(text)
    if check.name is None:
        return "utter_identity_unread"
    check.step, check.misses = "consent", 0
    return "utter_identity_no_rush" if LATER.search(text) else None


async def _consent(session: AsyncSession, check: IdentityCheck, text: str, area: str) -> str | None:
    answer = agreement(text)
    if answer is None and is_said_again(text):
        check.name = read_name(text)
        return "utter_identity_name_right"
    if answer is None:
        return "utter_identity_times" if claimants.rules_out_only(text) else "utter_identity_unread"
    if answer == "yes":
        return await _registered(session, check, area)
    check.step = "done"
    return "utter_identity_not_kept"


async def _registered(session: AsyncSession, check: IdentityCheck, area: str) -> str | None:
    """They are kept from the yes on, so that whoever says no more is not lost."""
    to = _to(check)
    made = await claimants.create(
        session,
        area=area,
        preferred_name=check.name or "",
        source="self",
        channels=[(to.kind, to.address, True)],
        safe_contact=safe_times.CAREFUL,
        consents=[("keep_record", True), ("contact", True)],
    )
    refused = await _is(session, check, made)
    if refused is None:
        check.step, check.misses = "safe", 0
        said = await safe_times.said_before(session, check)
        return await safe_times.settle(session, check, said, area) if said else None
    return refused


async def _is(session: AsyncSession, check: IdentityCheck, claimant: Claimant) -> str | None:
    """It is this person: the conversation is theirs, and the number they proved is too."""
    if not await messaging.join(session, check.conversation_id, claimant.id):
        check.step = "gave_up"
        return "utter_identity_new_chat"
    check.claimant_id, check.step = claimant.id, "done"
    if check.kind and check.address:
        await claimants.prove_channel(session, claimant, check.kind, check.address)
    await audit.note(
        session, "visitor", "identity.proved", conversation_id=check.conversation_id, claimant_id=claimant.id
    )
    return None


def _to(check: IdentityCheck) -> Address:
    assert check.kind is not None
    assert check.address is not None
    return Address(check.kind, check.address)


def _proved_before(claimant: Claimant, check: IdentityCheck) -> bool:
    return any(
        one.proved_at and not one.closed_at
        for one in claimant.channels
        if (one.kind, one.address) == (check.kind, check.address)
    )


Step = Callable[[AsyncSession, IdentityCheck, str, str], Awaitable[str | None]]
STEPS: dict[str, Step] = {
    "address": _address,
    "old": _address,
    "code": _code,
    "reference": _reference,
    "first_name": _first_name,
    "name": _name,
    "consent": _consent,
    "safe": safe_times.settle,
}
