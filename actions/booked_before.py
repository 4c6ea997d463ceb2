"""A meeting booked elsewhere by somebody we have not saved: whoever proves the phone or the address it is booked by.

Several people may book by one phone, and a number to ring was never proved: then the name that it is booked in is asked.
"""

from collections.abc import Sequence

from actions.door import Turn
from casework import appointments, identity
from casework.appointments import Appointment
from casework.identity import IdentityCheck

PURPOSES = frozenset({"appointment_move", "appointment_cancel", "appointment_check"})
NAME = "first_name"
CALLED = "call"


async def of_proved(turn: Turn) -> list[Appointment]:
    """Those of the address that was proved in this chat a short while ago, where no name need be asked."""
    lately = await identity.proved_lately(turn.session, turn.conversation)
    found = await appointments.coming_at(turn.session, lately.kind, lately.address) if lately else []
    return [] if _needs_name(found) else list(found)


async def lacks_name(turn: Turn, check: IdentityCheck) -> bool:
    """Whether they proved where some meeting is booked, and it is not told yet whose it is."""
    found = await _booked_by(turn, check) if check.step == "done" and not check.claimant_id and check.name is None else []
    return _needs_name(found)


async def hears_name(turn: Turn, check: IdentityCheck) -> bool:
    """Whether the name they give is one that a meeting is booked in; of somebody we have saved, it is read elsewhere."""
    found = {one.id: one.name for one in await _booked_by(turn, check)} if check.step == NAME else {}
    one = await identity.named(turn.session, turn.conversation, found, turn.text) if found else None
    if one:
        check.name, check.step = found[one], "done"
    return one is not None


async def booked(turn: Turn, check: IdentityCheck) -> list[Appointment]:
    """Theirs, once the check is done."""
    found = [] if check.claimant_id else await _booked_by(turn, check)
    return [one for one in found if check.name is None or one.name.casefold() == check.name.casefold()]


async def _booked_by(turn: Turn, check: IdentityCheck) -> Sequence[Appointment]:
    if check.purpose not in PURPOSES or check.proved_at is None or not check.address:
        return []
    return await appointments.coming_at(turn.session, check.kind or "", check.address)


def _needs_name(found: Sequence[Appointment]) -> bool:
    names = {one.name.strip().casefold() for one in found}
    return len(names) > 1 or any((one.reach or {}).get("kind") == CALLED for one in found)
