"""The safety conversation: fixed, reviewed words before and instead of the assistant.

It reads every message first, whoever holds the conversation and whether or not Rasa runs. Once something was read
other tasks wait, and only the person's own choice ends that.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, directory, outbox, safeguarding
from casework.base.clock import now
from casework.base.speaking import ENGLISH
from casework.base.words import words
from casework.council import council, is_open
from casework.messaging import phone_said, safety_answering, watched_times
from casework.messaging.models import Conversation, Message
from casework.messaging.phone_said import MONITORED, WATCHED
from casework.messaging.safety_saying import LIFE_AT_RISK, NO_ALERT, YOUNG, alert, said_before, say, told_where
from casework.safeguarding import Finding

EARLIER = 4
# Whoever does these to somebody is who reads their phone, where that is said beside it.
BY_SOMEBODY = frozenset({"abuse_now", "abuse", "sexual_violence", "slavery"})
MILD = ("P2", "P3")
OUTDOORS, NO_FOOD = "homeless_tonight", "no_food_heat"
TOLD = "R17_told"


async def read(
    session: AsyncSession, conversation: Conversation, message: Message, before: Sequence[str], *, mute: bool = False
) -> bool:
    """Whether there was danger in this message, and safety has spoken to it. That somebody reads along is no end of our texts
    where it is said when they are safe. `mute`: alert only, say nothing.

    `before` is what the person wrote before it, the latest first; of that only the last few messages count.
    An offered choice that was taken in another language is read as the English it stands for.
    """
    said = message.text if conversation.language in (None, ENGLISH) else message.meant or message.text
    finding = phone_said.weighed(
        said,
        await asyncio.to_thread(safeguarding.read, said, before[:EARLIER][::-1]),
        phone=bool(await _phones(session, conversation)),
        in_danger=conversation.safety is not None,
    )
    if finding is None or (safety_answering.is_asked_for_a_way(conversation) and phone_said.is_only_a_way(said, finding)):
        return False
    if not mute and await watched_times.goes_on(session, conversation, message, finding):
        await alert(session, conversation, message, finding)
        return False
    await _respond(session, conversation, message, await _for_phone(session, conversation, finding), mute)
    return True


async def go_on(session: AsyncSession, conversation: Conversation, message: Message) -> bool:
    """Whether the safety conversation goes on, so that the assistant need not answer."""
    if conversation.safety and conversation.holder == "assistant":
        return await safety_answering.answer(session, conversation, message)
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
        await alert(session, conversation, message, finding)
    if mute or _a_person_is_there(conversation):
        return
    if await _told_enough(session, conversation, finding):
        _now_as_grave(conversation, finding)
        if conversation.phone is None:
            await say(session, conversation, message, safety_answering.QUIET, safeguarding.reply(WATCHED))
        return
    if _tells_where(conversation, finding):
        await told_where(session, conversation, message)
        return
    besides = safeguarding.beside(finding)
    finding = _not_milder(conversation, _told_of_others(finding))
    reply = safeguarding.reply(finding.pack)
    reply = replace(reply, besides=tuple(one for one in besides if one not in reply.contacts))
    if finding.priority != NO_ALERT:
        conversation.safety = {"pack": finding.pack, "asks": reply.asks, "priority": finding.priority}
    if finding.under_18 and finding.pack != WATCHED:
        reply = replace(reply, contacts=(*YOUNG, *reply.contacts))
    await say(session, conversation, message, f"utter_safety_{finding.pack.lower()}", reply)
    language = safeguarding.spoken(message.text)
    if language and finding.pack != WATCHED and not await _said_in(session, conversation, language):
        await say(session, conversation, message, f"utter_language_{language}", reply)
    if finding.priority == LIFE_AT_RISK and finding.pack != WATCHED and await _is_nobody_known(session, conversation):
        await say(session, conversation, message, "utter_safety_where", reply)
        conversation.safety = (conversation.safety or {}) | {"where": True}


def _tells_where(conversation: Conversation, finding: Finding) -> bool:
    """Somebody whose life is at risk was asked where they are, and says a place where nobody should have to sleep."""
    return bool((conversation.safety or {}).get("where")) and finding.class_ == OUTDOORS


def _not_milder(conversation: Conversation, finding: Finding) -> Finding:
    """What is only hard to bear is answered by the lines of the graver danger that was read before it.

    While life is at risk, so is whatever else is read.
    """
    open_ = conversation.safety
    graver = open_ and open_["priority"] < finding.priority
    if open_ and graver and (finding.priority in MILD or open_["priority"] == LIFE_AT_RISK) and finding.pack != WATCHED:
        return replace(finding, pack=open_["pack"], priority=open_["priority"])
    return finding


def _is_graver(conversation: Conversation, finding: Finding) -> bool:
    open_ = conversation.safety or {"priority": NO_ALERT}
    return finding.priority < str(open_["priority"])


def _now_as_grave(conversation: Conversation, finding: Finding) -> None:
    """What is graver is remembered, though nothing more is said of it."""
    if finding.priority != NO_ALERT and _is_graver(conversation, finding):
        conversation.safety = {"pack": finding.pack, "asks": None} | (conversation.safety or {}) | {"priority": finding.priority}


def _told_of_others(finding: Finding) -> Finding:
    """Where children or illness were told with it, which makes it so grave, they are not asked about."""
    told = finding.class_ == NO_FOOD and finding.priority not in MILD and finding.pack != WATCHED
    return replace(finding, pack=TOLD) if told else finding


def _a_person_is_there(conversation: Conversation) -> bool:
    """Who holds the conversation sees the alert and speaks for themselves; when nobody is on duty, safety speaks."""
    return conversation.holder == "person" and is_open(council().area(conversation.area), now())


async def _told_enough(session: AsyncSession, conversation: Conversation, finding: Finding) -> bool:
    """A phone that somebody else may read gets each neutral line once, and then nothing; a page, that once.

    On a page what is graver than before is answered anew.
    """
    if finding.pack != WATCHED:
        return False
    if conversation.phone is None:
        return safety_answering.is_asked_for_a_way(conversation) and not _is_graver(conversation, finding)
    said = await said_before(session, conversation)
    return words(f"utter_safety_{WATCHED.lower()}", conversation.channel, said).text in said


async def _said_in(session: AsyncSession, conversation: Conversation, language: str) -> bool:
    line = words(f"utter_language_{language}", emergency=directory.emergency()).text
    return line in await said_before(session, conversation)


async def _is_nobody_known(session: AsyncSession, conversation: Conversation) -> bool:
    """Whether there is no way yet to find the person; asked twice at most."""
    if conversation.phone or conversation.claimant_id or conversation.holder != "assistant":
        return False
    said = await said_before(session, conversation)
    return words("utter_safety_where", conversation.channel, said, emergency=directory.emergency()).text not in said
