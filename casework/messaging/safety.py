"""The safety conversation: fixed, reviewed words before and instead of the assistant.

It reads every message first, whoever holds the conversation and whether or not Rasa runs. Once something was read
other tasks wait, and only the person's own choice ends that.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, directory, outbox, safeguarding
from casework.base.clock import now
from casework.base.queue import SOMEBODY_WAITS, defer
from casework.base.speaking import ENGLISH
from casework.base.words import responses, words
from casework.council import council, is_open
from casework.messaging import languages, phone_said, safety_words
from casework.messaging.jobs import answer_conversation
from casework.messaging.models import Conversation, Message
from casework.messaging.phone_said import MONITORED, WATCHED
from casework.messaging.record import record_reply
from casework.messaging.safety_words import Situation
from casework.messaging.wanting import to_person, wants_person
from casework.reading import read_answer
from casework.safeguarding import Finding, Reply

EARLIER = 4
NO_ALERT = "P3"
# Whoever does these to somebody is who reads their phone, where that is said beside it.
BY_SOMEBODY = frozenset({"abuse_now", "abuse", "sexual_violence", "slavery"})
MILD = ("P2", "P3")
LIFE_AT_RISK = "P0"
OUTDOORS = "homeless_tonight"
ASKED_AGAIN = "safe"
DETAILS, UNCLEAR = "details", "unclear"
STILL_HERE, STILL_NOW, QUIET = "utter_safety_still_here", "utter_safety_still_now", "utter_safety_still_quiet"
SAFE_NOW = "utter_safety_safe_yes"
YOUNG = ("childline",)


async def read(session: AsyncSession, conversation: Conversation, message: Message, *, mute: bool = False) -> bool:
    """Whether there was danger in this message, and safety has spoken to it. `mute`: alert only, say nothing.

    An offered choice that was taken in another language is read as the English it stands for.
    """
    said = message.text if conversation.language in (None, ENGLISH) else message.meant or message.text
    finding = phone_said.weighed(said, await asyncio.to_thread(safeguarding.read, said, await _earlier(session, message)))
    if finding is None:
        return False
    await _respond(session, conversation, message, await _for_phone(session, conversation, finding), mute)
    return True


async def go_on(session: AsyncSession, conversation: Conversation, message: Message) -> bool:
    """Whether the safety conversation goes on, so that the assistant need not answer."""
    if conversation.safety and conversation.holder == "assistant":
        return await _go_on(session, conversation, message)
    return False


async def _for_phone(session: AsyncSession, conversation: Conversation, finding: Finding) -> Finding:
    """A phone that somebody else may read gets nothing but neutral words from here on, wherever that was said."""
    if _is_watched(finding):
        for number in await _phones(session, conversation):
            await outbox.quiet(session, number, "watched")
    if conversation.phone is None:
        return finding
    known = await outbox.quietness(session, conversation.phone)
    return replace(finding, pack=WATCHED) if known and known.why == "watched" else finding


def _is_watched(finding: Finding) -> bool:
    return finding.pack == WATCHED or (finding.class_ in BY_SOMEBODY and MONITORED in finding.also)


async def _phones(session: AsyncSession, conversation: Conversation) -> list[str]:
    """The phone of this thread, or those of the person whose thread it is."""
    if conversation.phone or conversation.claimant_id is None:
        return [conversation.phone] if conversation.phone else []
    person = await claimants.get(session, conversation.claimant_id)
    return [one.address for one in person.channels if one.kind == "sms" and not one.closed_at]


async def _respond(
    session: AsyncSession, conversation: Conversation, message: Message, finding: Finding, mute: bool
) -> None:
    if finding.priority != NO_ALERT:
        await _alert(session, conversation, message, finding)
    if mute or _a_person_is_there(conversation) or await _told_enough(session, conversation, finding):
        return
    if _tells_where(conversation, finding):
        await _told_where(session, conversation, message)
        return
    besides = safeguarding.beside(finding)
    finding = _not_milder(conversation, finding)
    reply = safeguarding.reply(finding.pack)
    reply = replace(reply, besides=tuple(one for one in besides if one not in reply.contacts))
    if finding.priority != NO_ALERT:
        conversation.safety = {"pack": finding.pack, "asks": reply.asks, "priority": finding.priority}
    if finding.under_18 and finding.pack != WATCHED:
        reply = replace(reply, contacts=(*YOUNG, *reply.contacts))
    await _say(session, conversation, message, f"utter_safety_{finding.pack.lower()}", reply)
    language = safeguarding.spoken(message.text)
    if language and finding.pack != WATCHED and not await _said_in(session, conversation, language):
        await _say(session, conversation, message, f"utter_language_{language}", reply)
    if finding.priority == LIFE_AT_RISK and finding.pack != WATCHED and await _is_nobody_known(session, conversation):
        await _say(session, conversation, message, "utter_safety_where", reply)
        conversation.safety = (conversation.safety or {}) | {"where": True}


async def _alert(session: AsyncSession, conversation: Conversation, message: Message, finding: Finding) -> None:
    area = council().area(conversation.area)
    await safeguarding.raise_alert(
        session,
        finding,
        area=area.id,
        channel=conversation.channel,
        conversation_id=conversation.id,
        message_id=message.id,
        words=message.text,
        promised_by=safety_words.due(area, finding.priority, now()),
    )


def _tells_where(conversation: Conversation, finding: Finding) -> bool:
    """Somebody whose life is at risk was asked where they are, and says a place where nobody should have to sleep."""
    return bool((conversation.safety or {}).get("where")) and finding.class_ == OUTDOORS


async def _told_where(session: AsyncSession, conversation: Conversation, message: Message) -> None:
    state = conversation.safety or {}
    conversation.safety = state | {"where": False}
    await _say(session, conversation, message, "utter_safety_where_told", safeguarding.reply(state["pack"]))


def _not_milder(conversation: Conversation, finding: Finding) -> Finding:
    """What is only hard to bear is answered by the lines of the graver danger that was read before it.

    While life is at risk, so is whatever else is read.
    """
    open_ = conversation.safety
    graver = open_ and open_["priority"] < finding.priority
    if open_ and graver and (finding.priority in MILD or open_["priority"] == LIFE_AT_RISK) and finding.pack != WATCHED:
        return replace(finding, pack=open_["pack"], priority=open_["priority"])
    return finding


def _a_person_is_there(conversation: Conversation) -> bool:
    """Who holds the conversation sees the alert and speaks for themselves; when nobody is on duty, safety speaks."""
    return conversation.holder == "person" and is_open(council().area(conversation.area), now())


async def _told_enough(session: AsyncSession, conversation: Conversation, finding: Finding) -> bool:
    """A phone that somebody else may read gets each neutral line once, and then nothing."""
    if conversation.phone is None or finding.pack != WATCHED:
        return False
    said = await _said(session, conversation)
    return words(f"utter_safety_{WATCHED.lower()}", conversation.channel, said).text in said


async def _said_in(session: AsyncSession, conversation: Conversation, language: str) -> bool:
    line = words(f"utter_language_{language}", emergency=directory.emergency()).text
    return line in await _said(session, conversation)


async def _is_nobody_known(session: AsyncSession, conversation: Conversation) -> bool:
    """Whether there is no way yet to find the person; asked twice at most."""
    if conversation.phone or conversation.claimant_id or conversation.holder != "assistant":
        return False
    said = await _said(session, conversation)
    return words("utter_safety_where", conversation.channel, said, emergency=directory.emergency()).text not in said


async def _go_on(session: AsyncSession, conversation: Conversation, message: Message) -> bool:
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
        await _say(session, conversation, message, f"utter_safety_{state['pack'].lower()}", reply)
        return True
    if said == to_leave:
        conversation.safety = None
        await _say(session, conversation, message, "utter_safety_carry_on", reply)
        await defer(session, answer_conversation, priority=SOMEBODY_WAITS, conversation=str(conversation.id))
        return True
    value = read_answer("yes_no", message.meant or message.text)["value"]
    name = f"utter_safety_{state['asks']}_{value}"
    if name in responses():
        conversation.safety = state | {"asks": None, "safe": name == SAFE_NOW}
        await _say(session, conversation, message, name, reply)
    elif state["asks"] == DETAILS:
        await _told_details(session, conversation, message, reply)
    elif state.get("where") and value == UNCLEAR:
        await _told_where(session, conversation, message)
    else:
        await _still(session, conversation, message, reply)
    return True


async def _still(session: AsyncSession, conversation: Conversation, message: Message, reply: Reply) -> None:
    """The door is kept open. While life is at risk, and nobody said that they are safe, help comes before talk."""
    state = conversation.safety or {}
    name = QUIET if state["pack"] == WATCHED else STILL_NOW if _is_at_risk(state) else STILL_HERE
    await _say(session, conversation, message, name, reply)


def _is_at_risk(state: Mapping[str, Any]) -> bool:
    """Life is at risk, and nobody said that they are safe."""
    return state["priority"] == LIFE_AT_RISK and not state.get("safe")


async def _told_details(session: AsyncSession, conversation: Conversation, message: Message, reply: Reply) -> None:
    """What was asked about children, age and illness; who is young hears of their own line, and is told of again."""
    young = safeguarding.is_young(message.text)
    if young:
        await _graver(session, conversation, message)
    conversation.safety = (conversation.safety or {}) | {"asks": None}
    name = "utter_safety_details_young" if young else "utter_safety_details_told"
    await _say(session, conversation, message, name, replace(reply, contacts=YOUNG, near=None) if young else reply)


async def _graver(session: AsyncSession, conversation: Conversation, message: Message) -> None:
    """Whoever is at risk turned out to be under 18: one step graver than was thought, unless that was known."""
    last = (await safeguarding.of_conversation(session, conversation.id))[-1]
    finding = safeguarding.of_somebody_young(last)
    if finding and conversation.safety:
        await _alert(session, conversation, message, finding)
        conversation.safety = conversation.safety | {"priority": finding.priority}


async def _say(session: AsyncSession, conversation: Conversation, message: Message, name: str, reply: Reply) -> None:
    area, priority = council().area(conversation.area), (conversation.safety or {}).get("priority", NO_ALERT)
    situation = Situation(area, conversation.channel, priority, now())
    used, said = safety_words.unsaid(name, reply, situation, await _said(session, conversation))
    if used.startswith(safety_words.AGAIN) and conversation.safety:
        conversation.safety = conversation.safety | {"asks": ASKED_AGAIN}
    about = "neutral" if name == f"utter_safety_{WATCHED.lower()}" else "safety"
    await record_reply(session, conversation, said, message.id, about)


async def _earlier(session: AsyncSession, message: Message) -> list[str]:
    """The person's own latest messages before this one, oldest first."""
    if message.n == 1:
        return []
    query = select(Message.text).where(
        Message.conversation_id == message.conversation_id,
        Message.sender == "claimant",
        Message.n < message.n,
    )
    return list((await session.execute(query.order_by(Message.n.desc()).limit(EARLIER))).scalars())[::-1]


async def _said(session: AsyncSession, conversation: Conversation) -> Sequence[str]:
    query = select(Message.text).where(Message.conversation_id == conversation.id, Message.sender == "assistant")
    return (await session.execute(query.order_by(Message.n))).scalars().all()
