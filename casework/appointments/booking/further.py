"""A second meeting beside the one they have: "another one the week after too, same time"."""

import re

from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging
from casework.appointments.booking.calling_off import ASIDE
from casework.appointments.booking.offering import Who, offer
from casework.appointments.meetings import service
from casework.appointments.models import Appointment, BookingTalk
from casework.appointments.steps import Step
from casework.appointments.times.wishes import Wish
from casework.appointments.words.meeting_ways import format_of
from casework.appointments.words.saying import as_before, without_as_before
from casework.appointments.words.shifting import shifted
from casework.appointments.words.wishing import wish_in
from casework.base.plain import folded
from casework.base.words import choice_texts
from casework.messaging import Conversation, LastSaid

MOST_WORDS = 18
NOUN = r"(?:one|meeting|appointment|appt|apt|slot|session|call|visit)\b"
ONE_MORE = rf"(?:another|(?:a|the) second|a 2nd|one more|a further|an extra|a new)(?: (?!worker|person|coach|day|time|way)\w+)? ?(?:{NOUN})?"
BESIDE_IT = r"(?:as well|too\b(?! (?:early|late|soon|far|long|much|many|hard))|also\b|on top(?: of)?|in addition|besides|along ?side)"
BOOKS = r"(?:book|make|get|have|arrange|sort|want|need|like)(?: (?:me|us|in|to))*+"
FURTHER = re.compile(rf"\b(?:another|second|2nd|one more|further|extra)(?: \w+)? {NOUN}.*\b{BESIDE_IT}|\b{BESIDE_IT}.*\b(?:another|one more|a second|extra)\b|\b(?:book|make|arrange)(?: (?:me|us))? (?:another|one more|a second|a 2nd|an extra)(?: {NOUN}|$)(?! (?:time|day))")
SAME_TOO = re.compile(rf"\b(?:same time|weeks?|fortnight|(?:mon|tue|wed|thu|fri|sat|sun)\w*)\b.*\b{BESIDE_IT}")
UNLESS = re.compile(r"\b(?:instead|move|change|cancel|swap|rebook|reschedule|not|don'?t|dont|can'?t|cant|cannot|no|(?:my|our) \w+|worker|coach|job|shift|busy|free|both|bring|come|coming|bad|hard|sick|ill|poorly|off|rent|college|school|course|(?<!can )(?<!could )(?<!may )(?<!shall )(?:i|we|im|i'm|ive|i've)(?: am| are)? (?:am|are|have|got|at|off|in|on|away|working))\b")
BESIDE = re.compile(rf"\b(?:{BESIDE_IT}(?: as| of)?(?: that one| this one| that| it| mine)?|{BOOKS} {ONE_MORE}|{ONE_MORE})")


def would_further(text: str) -> bool:
    """Whether they would have one more, and keep what they have."""
    said = folded(text)
    if len(said.split()) > MOST_WORDS or UNLESS.search(said):
        return False
    return FURTHER.search(said) is not None or SAME_TOO.search(said) is not None


def when_further(text: str, counted_from: Appointment) -> Wish | None:
    """When, weeks counted from the one they have."""
    rest = " ".join(BESIDE.sub(" ", folded(text)).split()).strip(" ,.!?")
    on = shifted(without_as_before(rest).strip(" ,"), counted_from.starts_at)
    return on or wish_in(rest if as_before(text) else without_as_before(rest), counted_from.starts_at)


async def wished_further(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """What the assistant hears where they have one; what we ask once a meeting is booked may wait."""
    if not would_further(text) or not await _made_last(session, conversation):
        return None
    talk = await session.get(BookingTalk, conversation.id)
    aside = talk is not None and talk.step in ASIDE
    return None if not aside and await messaging.asks(session, conversation, last) else choice_texts("utter_booking_none")[0]


async def _made_last(session: AsyncSession, conversation: Conversation) -> Appointment | None:
    found = await service.coming_in(session, conversation)
    return max(found, key=lambda one: one.made_at, default=None)


async def one_more(session: AsyncSession, talk: BookingTalk, text: str, who: Who) -> bool:
    """In the way of the one they have, counted from it. False where it is nothing of that."""
    if not would_further(text):
        return False
    last = await _made_last(session, await messaging.get(session, talk.conversation_id))
    if last is None or last.group_id or format_of(text) not in (None, last.format):
        return False
    talk.format, talk.step, talk.features = last.format, Step.WHEN, last.features
    if wish := when_further(text, last):
        await offer(session, talk, wish, who)
    await session.flush()
    return True


messaging.names(wished_further)
