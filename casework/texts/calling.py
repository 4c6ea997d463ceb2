"""Who wants to be rung, from when; and who would rather not be rung."""

import re
from datetime import datetime
from typing import Any

from casework import claimants, handoff, messaging
from casework.base.clock import LONDON, local, now
from casework.council import Area, add_working_minutes, is_open, next_open, say_when
from casework.handoff import Handoff
from casework.reading import read_when
from casework.texts.given import Given, Said

CALL = "call"
NOT_BEFORE = re.compile(r"\b(?:but |just |only )*(?:not|never|don['\u2019]?t (?:call|ring|phone) (?:me )?) *(?:before|until|till?)\b", re.IGNORECASE)
# A time of their own, which we know nothing of: "after my shift".
SOME_TIME = re.compile(r"\b(?:after|before|until|till?|when(?! (?:is|are|r|will|do|does|can) )|once|between|by|at (?=\d))\b", re.IGNORECASE)
PHONE_NUMBER = re.compile(r"(?:\+44|\b0)\d[\d ]{7,12}\d\b")

# The end of what is theirs alone, which no hour of the clock stands for.
THEIR_TIME = re.compile(
    r"\b(?:after|when|once|before|till?|until) (?:(?:i|im|i['\u2019]m|ive|my|the|get|got|finish|finished|finishing|done|have|been|at|from|home|in|out|off|of) )*"
    r"(?:work|shift|college|uni|school|nursery|school run|finish|home|break|class|the kids)\b",
    re.IGNORECASE,
)


async def call(given: Given) -> tuple[str, dict[str, Any]]:
    """Soon, or soon after the time that suits them; where we cannot read it a person does, and is held to none of ours."""
    at, text = now(), PHONE_NUMBER.sub(" ", given.message.text)
    after = wished(text, given.area, at)
    asked, promise = await ask(given, after)
    stands = after is not None and asked.promised_by == promise
    if await _is_watched(given) and (after or SOME_TIME.search(text)):
        keep_time(given)
        stands = stands and named(text, at) == after
    if after and stands:
        return "utter_text_call_later", {"when": say_when(after, at)}
    if after or SOME_TIME.search(text):
        return "utter_text_call_some_time", {}
    return "utter_text_call", {"when": say_when(asked.promised_by, at)}


async def ask(given: Given, after: datetime | None) -> tuple[Handoff, datetime | None]:
    """The case of the call, and until when we would ring after the time that suits them."""
    promise = add_working_minutes(given.area, after, given.area.chat_answer_minutes) if after else None
    return await handoff.request(given.session, given.conversation.id, given.area, CALL, promised_by=promise), promise


async def _is_watched(given: Given) -> bool:
    return await messaging.is_discreet(given.session, given.conversation)


def keep_time(given: Given) -> None:
    """When a call is safe stands on the record in their words, for whoever rings."""
    for person in given.people:
        before = person.safe_contact or {}
        if given.message.text not in (before.get("note") or ""):
            person.safe_contact = before | {"note": claimants.noted(before.get("note"), given.message.text)}


def wished(text: str, area: Area, at: datetime) -> datetime | None:
    """From when somebody would like to be rung, in hours when we do; None where they name no time or day that is to come."""
    after = named(text, at)
    return after if after is None or is_open(area, after) else next_open(area, after)


def named(text: str, at: datetime) -> datetime | None:
    """The moment itself, whether or not we ring then. "After work" is when only they know."""
    left = THEIR_TIME.sub(" ", text)
    read = read_when(NOT_BEFORE.sub("after", left), local(at).replace(tzinfo=None))
    if read["kind"] not in ("date", "datetime", "window") or not read["start"]:
        return None
    if left != text and read["kind"] != "datetime":
        return None
    found = datetime.fromisoformat(read["start"]).replace(tzinfo=LONDON)
    return found if found > at else None


async def ring_told(given: Given) -> Said:
    """Of the call that they wait for: whoever rings reads it, and what was promised stands."""
    waits = await handoff.open_handoff(given.session, given.conversation.id)
    if waits is None:
        return None
    await handoff.note_told(given.session, given.conversation.id, " ".join(given.message.text.split()))
    return "utter_text_ring_told", {"when": say_when(waits.promised_by, now())}


async def who_rings(given: Given) -> Said:
    waits = await handoff.open_handoff(given.session, given.conversation.id)
    return ("utter_text_who_rings", {"when": say_when(waits.promised_by, now())}) if waits else None


async def no_call(given: Given) -> Said:
    """The call they waited for is not needed, and whoever would ring them reads so on their record."""
    await handoff.not_needed(given.session, given.conversation.id, CALL)
    await keep_no_calls(given)
    return "utter_text_no_call", {}


async def text_instead(given: Given) -> Said:
    """Whoever would ring them writes, by when they were to be rung."""
    waits = await handoff.open_handoff(given.session, given.conversation.id)
    await keep_no_calls(given)
    if waits is None:
        return "utter_text_no_call", {}
    await handoff.note_told(given.session, given.conversation.id, " ".join(given.message.text.split()))
    return "utter_text_instead", {"when": say_when(waits.promised_by, now())}


async def keep_no_calls(given: Given) -> None:
    """On a shared phone it is of who writes; where nobody knows who that is, of each, for none of them is to be rung there."""
    writes = await messaging.whose(given.session, given.conversation.id)
    for person in [writes] if writes else given.people:
        claimants.want_no_calls(person)
    await handoff.text_instead(given.session, given.conversation.id)
