"""What was read as danger is taken back: the talk goes on with what they want. The alert stays for a person."""

from sqlalchemy.ext.asyncio import AsyncSession

from casework import safeguarding
from casework.messaging import languages
from casework.messaging.models import Conversation, Message
from casework.messaging.phone_said import WATCHED
from casework.messaging.safety_saying import LIFE_AT_RISK, say
from casework.messaging.taken_back import gone_on_with
from casework.safeguarding import Reply

SAFE_NOW, TAKEN_BACK = "utter_safety_safe_yes", "utter_safety_taken_back"
SAFE_GO_ON, SAFE_AFTER_ALL = "utter_safety_safe_go_on", "utter_safety_safe_after_all"
GRAVE = (LIFE_AT_RISK, "P1")
ASKED = ("safe", "suicidal")
# Who feels well after tablets may not be.
BODY = "R7"


async def take_back(session: AsyncSession, conversation: Conversation, message: Message, reply: Reply) -> bool | None:
    """True: it was spoken to, and help stays. False: danger is left, and the assistant goes on. None: nothing of the kind.

    What they told plainly was not read wrongly: where life was at risk they leave by their own choice alone.
    """
    state, rest = conversation.safety or {}, gone_on_with(message.meant or message.text)
    told = await _was_told(session, conversation) if rest is not None else False
    if rest is None or state["pack"] == WATCHED or (told and reply.asks not in ASKED):
        return None
    if state["pack"] == BODY or (told and (not rest or state["priority"] == LIFE_AT_RISK)):
        conversation.safety = state | {"asks": None, "safe": True}
        name = SAFE_AFTER_ALL if state["priority"] == LIFE_AT_RISK else SAFE_NOW
        await say(session, conversation, message, name, reply)
        return True
    await say(session, conversation, message, SAFE_GO_ON if told else TAKEN_BACK, reply)
    conversation.safety, message.meant = None, rest or languages.GO_ON
    return False


async def _was_told(session: AsyncSession, conversation: Conversation) -> bool:
    """Whether a reviewed pattern finds grave danger in words that nobody has seen to the end of."""
    alerts = await safeguarding.of_conversation(session, conversation.id)
    found = (safeguarding.read_by_patterns(one.words) for one in alerts if one.closed_at is None)
    return any(one is not None and one.priority in GRAVE for one in found)
