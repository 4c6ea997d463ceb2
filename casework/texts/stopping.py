"""STOP: no more texts, at once."""

from casework import appointments, claimants, outbox
from casework.outbox import ENDS
from casework.texts.control import names_calling_off
from casework.texts.given import Given, Said, agree
from casework.texts.holding import HELD


async def stop(given: Given) -> Said:
    """A number that nobody gave us, and that booked nothing, can have no appointments: for it everything ends; so it does where all texts waited."""
    await outbox.quiet(given.session, given.phone, "stopped")
    booked = await _has_booked(given)
    known = bool(given.conversation.claimant_id or given.people or booked)
    if not known:
        await outbox.no_appointments(given.session, given.phone)
    await agree(given, False)
    if await _rather_email(given):
        return "utter_text_stopped_email", {}
    waited = given.known is not None and given.known.why == HELD
    if given.known and given.known.why in ENDS and not waited:
        return None
    if booked and not waited and names_calling_off(given.text):
        return "utter_text_stopped_meeting", {}
    return ("utter_text_stopped_known" if known and not waited else "utter_text_stopped"), {}


async def _has_booked(given: Given) -> bool:
    return bool(await appointments.coming(given.session, given.conversation.id, given.conversation.claimant_id, given.phone))


async def _rather_email(given: Given) -> bool:
    """Whether they asked for e-mails in the same breath, and have an address that they proved."""
    if claimants.wished_channel(given.message.text) != "email":
        return False
    chosen = [await claimants.prefer(given.session, one, "email") for one in given.people]
    return any(chosen)
