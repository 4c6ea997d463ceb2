"""Numbers that wait: texts were forbidden there at times we could not read, so none go until a person has asked."""

from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, claimants, outbox
from casework.claimants import Claimant
from casework.staff import Staff


async def hold(session: AsyncSession, number: str) -> None:
    """Nothing goes there but words about the texts and answers to danger, until they START or a worker lets them go again."""
    await outbox.quiet(session, number, "stopped")
    await outbox.no_appointments(session, number)


async def held(session: AsyncSession, claimant: Claimant) -> list[str]:
    """Of their numbers, those that wait so. Whoever said STOP said no to texts: that is theirs alone to undo."""
    if not await claimants.agreed(session, claimant.id, "texts"):
        return []
    numbers = [one.address for one in claimant.channels if one.kind == "sms" and not one.closed_at]
    quiet = await outbox.quietnesses(session, numbers)
    return [one for one in numbers if one in quiet and quiet[one].why == "stopped" and not quiet[one].appointments]


async def release(session: AsyncSession, claimant: Claimant, staff: Staff) -> None:
    """They were asked: texts go there again, at the times on their record."""
    for number in await held(session, claimant):
        await outbox.lift(session, number)
        await audit.note(session, "staff", "texts.release", staff_id=staff.id, claimant_id=claimant.id)
