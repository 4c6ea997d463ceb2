"""The safety conversation goes on: an answer to its question, a choice to leave, or anything else."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, safeguarding
from casework.base.queue import SOMEBODY_WAITS, defer
from casework.base.words import responses, words
from casework.messaging import languages
from casework.messaging.jobs import answer_conversation
from casework.messaging.models import Conversation, Message
from casework.messaging.phone_said import WATCHED, tells_a_way, wants_ringing
from casework.messaging.safety_saying import LIFE_AT_RISK, YOUNG, alert, say, told_where
from casework.messaging.safety_taking_back import SAFE_NOW, take_back
from casework.messaging.wanting import to_person, wants_person
from casework.messaging.wishing import is_of_a_meeting, keep_wish
from casework.reading import read_answer
from casework.safeguarding import Reply

DETAILS, UNCLEAR = "details", "unclear"
STILL_HERE, STILL_NOW, QUIET = "utter_safety_still_here", "utter_safety_still_now", "utter_safety_still_quiet"
BUT = re.compile(r"\b(?:but|ond)\b", re.IGNORECASE)
GRAVER = "utter_safety_details_graver"
WAY_KEPT = "utter_safety_way_kept"
WISH_KEPT = "utter_safety_wish_kept"


async def answer(session: AsyncSession, conversation: Conversation, message: Message) -> bool:
    """An answer to the safety question, a choice to leave, or anything else: the door is kept open.

    Once they leave, what was kept from before is answered.
    """
    state = conversation.safety or {}
    said = (message.meant or message.text).casefold()
    _, to_leave = (choice["text"].casefold() for choice in words("utter_safety_safe_yes").choices)
    reply = safeguarding.reply(state["pack"])
    if wants_person(said):
        if _is_at_risk(state) and said != to_person().casefold():
            await _still(session, conversation, message, reply)
        message.meant = to_person()
        return False
    if said == languages.GO_ON.casefold() and languages.was_chosen(message):
        await say(session, conversation, message, f"utter_safety_{state['pack'].lower()}", reply)
        return True
    if said == to_leave:
        conversation.safety = None
        await say(session, conversation, message, "utter_safety_carry_on", reply)
        await defer(session, answer_conversation, priority=SOMEBODY_WAITS, conversation=str(conversation.id))
        return True
    if is_asked_for_a_way(conversation) and (tells_a_way(message.text) or wants_ringing(message.text)):
        return await _told_a_way(session, conversation, message, reply)
    taken = await take_back(session, conversation, message, reply)
    if taken is not None:
        return taken
    if is_of_a_meeting(message.meant or message.text):
        await _kept_wish(session, conversation, message, reply)
        return True
    value = read_answer("yes_no", message.meant or message.text)["value"]
    name = f"utter_safety_{state['asks']}_{value}"
    if name in responses():
        conversation.safety = state | {"asks": None, "safe": name == SAFE_NOW}
        await say(session, conversation, message, name, reply)
    elif state["asks"] == DETAILS:
        await _told_details(session, conversation, message, reply)
    elif state.get("where") and value == UNCLEAR:
        await told_where(session, conversation, message)
    else:
        await _still(session, conversation, message, reply)
    return True


def is_asked_for_a_way(conversation: Conversation) -> bool:
    """Whether they were asked how and when it is safe to reach them."""
    return (conversation.safety or {}).get("pack") == WATCHED


async def _told_a_way(session: AsyncSession, conversation: Conversation, message: Message, reply: Reply) -> bool:
    """On the record of whoever it is, for who tries to reach them; of somebody unknown it stands beside the alert.

    Who would be rung gets a person, as whoever asks for one does.
    """
    if conversation.claimant_id:
        person = await claimants.get(session, conversation.claimant_id)
        before = person.safe_contact or {}
        person.safe_contact = before | {"note": claimants.noted(before.get("note"), message.text)}
    if wants_ringing(message.text):
        message.meant = to_person()
        return False
    await say(session, conversation, message, WAY_KEPT, reply)
    return True


async def _kept_wish(session: AsyncSession, conversation: Conversation, message: Message, reply: Reply) -> None:
    """A meeting is not gone on with here, but a person sees to it. Help comes first while life is at risk, and a watched phone is told nothing of it."""
    state = conversation.safety or {}
    await keep_wish(session, conversation)
    if state["pack"] == WATCHED or _is_at_risk(state):
        await _still(session, conversation, message, reply)
    else:
        await say(session, conversation, message, WISH_KEPT, reply)


async def _still(session: AsyncSession, conversation: Conversation, message: Message, reply: Reply) -> None:
    """The door is kept open. While life is at risk, and nobody said that they are safe, help comes before talk."""
    state = conversation.safety or {}
    name = QUIET if state["pack"] == WATCHED else STILL_NOW if _is_at_risk(state) else STILL_HERE
    await say(session, conversation, message, name, reply)


def _is_at_risk(state: Mapping[str, Any]) -> bool:
    """Life is at risk, and nobody said that they are safe."""
    return state["priority"] == LIFE_AT_RISK and not state.get("safe")


async def _told_details(session: AsyncSession, conversation: Conversation, message: Message, reply: Reply) -> None:
    """What was asked about children, age and illness; who is young hears of their own line, and is told of again."""
    young = safeguarding.is_young(message.text)
    graver = await _graver(session, conversation, message, young)
    conversation.safety = (conversation.safety or {}) | {"asks": None}
    name = "utter_safety_details_young" if young else GRAVER if graver else "utter_safety_details_told"
    await say(session, conversation, message, name, replace(reply, contacts=YOUNG, near=None) if young else reply)


async def _graver(session: AsyncSession, conversation: Conversation, message: Message, young: bool) -> bool:
    """Whether what they told makes it graver than was thought: they are under 18, children are there, or somebody is ill."""
    last = (await safeguarding.of_conversation(session, conversation.id))[-1]
    answer = read_answer("yes_no", message.meant or message.text)["value"]
    said = BUT.split(message.text, maxsplit=1)[-1] if BUT.search(message.text) else message.text if answer != "no" else ""
    finding = safeguarding.of_somebody_young(last) if young else safeguarding.beside_frailty(last, said, told=answer == "yes")
    if finding is None or conversation.safety is None:
        return False
    await alert(session, conversation, message, finding)
    conversation.safety = conversation.safety | {"priority": min(finding.priority, conversation.safety["priority"])}
    return True
