"""Somebody reads their phone, and they say when it is safe to write there, or that this is another one: texts go on, in words that tell nothing."""

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, outbox
from casework.base.words import words
from casework.council import council
from casework.messaging.choosing import LastSaid, Together, begins_with, said_together
from casework.messaging.models import Conversation, Message
from casework.messaging.phone_said import GRAVEST, MONITORED
from casework.safeguarding import Finding, read_by_patterns

WHEN_SAFE = "utter_identity_ask_safe"


async def goes_on(session: AsyncSession, conversation: Conversation, message: Message, finding: Finding) -> bool:
    """Whether they did so, or chose by its number that others read it. The alert is raised all the same; whose phone it is stands on their record."""
    number = conversation.phone
    if number is None or conversation.safety:
        return False
    asked = _asks_when(await said_together(session, conversation))
    if not _is_no_more(finding, message.text, asked=asked is not None):
        return False
    choice = begins_with(asked.choices, message.text) if asked else None
    if choice and claimants.settle(choice, None, council().texting).kind == "shared":
        message.meant = choice
    elif not (claimants.offered_times(message.text, asked=asked is not None) or claimants.says_unseen(message.text)):
        return False
    kept = await outbox.quietness(session, number)
    if kept and kept.why in outbox.ENDS:
        return False
    for person in await claimants.by_address(session, "sms", number):
        person.safe_contact = (person.safe_contact or {}) | claimants.CAREFUL
    return True


def _is_no_more(finding: Finding, text: str, *, asked: bool) -> bool:
    """Whether nothing graver is told beside it. Where we asked when it is safe, hours beside who may see it answer that, unless
    a reviewed pattern finds it grave, or fear is spoken of, or who reads along is near."""
    if finding.class_ != MONITORED or finding.also or finding.under_18:
        return False
    if finding.priority != GRAVEST:
        return True
    by_patterns = read_by_patterns(text)
    guessed = by_patterns is None or by_patterns.priority != GRAVEST
    return asked and guessed and not claimants.speaks_of_fear(text) and not claimants.is_near(text)


def _asks_when(said: Together) -> LastSaid | None:
    question = words(WHEN_SAFE, "sms").text
    return next((one for one in said if question in one.text), None)
