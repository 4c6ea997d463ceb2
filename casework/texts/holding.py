"""Numbers that wait: texts were forbidden there at times we could not read, so none go until a person has asked."""

from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, claimants, outbox
from casework.claimants import Claimant
from casework.staff import Staff

HELD = "held"


async def hold(session: AsyncSession, number: str) -> None:
    """Nothing goes there but words about the texts and answers to danger, until they START or a worker lets them go again.

    A STOP that was said stays one, and so does one that is said later.
    """
    await outbox.quiet(session, number, HELD)
    await outbox.no_appointments(session, number)


async def held(session: AsyncSession, claimant: Claimant) -> list[str]:
    """Of the numbers that they proved, those that wait so."""
    proved = [one.address for one in claimant.channels if one.kind == "sms" and one.proved_at and not one.closed_at]
    quiet = await outbox.quietnesses(session, proved)
    return [one for one in proved if one in quiet and quiet[one].why == HELD]


async def may_release(session: AsyncSession, claimant: Claimant) -> bool:
    """Whether it is known when they may be texted, and they have not said no to texts since."""
    known = claimants.WHEN & (claimant.safe_contact or {}).keys()
    return bool(known) and await claimants.agreed(session, claimant.id, "texts")


async def release(session: AsyncSession, claimant: Claimant, staff: Staff) -> None:
    """They were asked: texts go there again, at the times on their record."""
    if not await may_release(session, claimant):
        return
    for number in await held(session, claimant):
        if await outbox.lift(session, number, HELD):
            await audit.note(session, "staff", "texts.release", staff_id=staff.id, claimant_id=claimant.id)
