"""When it is safe to ring, said on a phone that somebody else reads: it is kept for whoever rings, and said so in words that tell nothing."""

from casework.base.clock import now
from casework.base.words import words
from casework.messaging import phone_said, record
from casework.messaging.safety_saying import said_before
from casework.texts.calling import PHONE_NUMBER, ask, keep_time, wished
from casework.texts.given import Given

KEPT = "utter_safety_way_kept"


async def keep_way(given: Given, *, silently: bool) -> bool:
    """False where they tell no way to ring them, or the phone is not watched. `silently`: safety has spoken to it."""
    if given.known is None or given.known.why != "watched":
        return False
    if not (phone_said.speaks_of_ringing(given.text) and phone_said.tells_a_way(given.text)):
        return False
    keep_time(given)
    await ask(given, wished(PHONE_NUMBER.sub(" ", given.message.text), given.area, now()))
    said = words(KEPT, "sms")
    if not silently and said.text not in await said_before(given.session, given.conversation):
        await record(given.session, given.conversation, "assistant", said.text, reply_to=given.message.id, about="neutral", language=said.language)
    return True
