"""Replies in own words to what we wrote by ourselves: a reminder, a meeting that was missed, "how late"."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging
from casework.appointments.booking.lateness import is_near, is_on_day_named, late_by, late_for
from casework.appointments.booking.rebooking import called_off
from casework.appointments.meetings import service
from casework.appointments.meetings.missing import MISSED
from casework.appointments.words.asking import MOST_LATE, is_of_work, says_late
from casework.appointments.words.beginning import of_a_wish, says_no_more
from casework.appointments.words.having import is_apology, wants_back, would_again, would_another
from casework.appointments.words.not_coming import cannot_come
from casework.appointments.words.wishing import wish_in
from casework.appointments.words.wording import has, wording
from casework.base.clock import local, now
from casework.base.once import once
from casework.base.patterns import faults_in, pattern_fault
from casework.base.plain import folded
from casework.base.words import choice_texts, words
from casework.base.yamlfile import DataModel, Known, Where, load_yaml
from casework.messaging import Conversation, LastSaid, Message
from casework.reading import read_answer

MOST_WORDS, MOST_LETTERS = 8, 120


class Replying(DataModel):
    coming: tuple[str, ...]
    unless: tuple[str, ...]
    later_still: str
    beside_time: str
    news: tuple[str, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever texts us may write anything: no pattern may take for ever over it."""
        for name in ("coming", "unless", "news"):
            yield from faults_in((name,), getattr(self, name))
        if fault := pattern_fault(self.later_still):
            yield ("later_still",), fault


def is_coming(text: str) -> bool:
    """Whether they say that they will be there, or yes, and no more."""
    return says_coming(text) or (_is_short(text) and _says(text) == "yes")


def says_coming(text: str) -> bool:
    return _is_short(text) and has(text, replying().coming)


def _is_short(text: str) -> bool:
    return _is_few(text) and "?" not in text and not has(text, replying().unless)


def _is_few(text: str) -> bool:
    return len(text) <= MOST_LETTERS and len(text.split()) <= MOST_WORDS


def takes_up(text: str) -> bool:
    """Whether they would have another time: a yes, or when, and no more. Whatever else they tell, the assistant reads."""
    said = " ".join(text.split())
    if not _is_few(said) or cannot_come(said) or has(said, replying().news):
        return False
    if not says_no_more(said, frozenset(replying().beside_time.split())):
        return False
    return _says(said) == "yes" or (wish_in(said) is not None and _says(said) != "no")


def minutes_now(text: str) -> int | None:
    """How late it is now that was told before; a bare number is none, it may choose something."""
    said = folded(text).strip(" .!")
    found = re.fullmatch(replying().later_still, said) if _is_few(said) else None
    if found is None or found[0].isdecimal():
        return None
    return min(int(found["minutes"]), MOST_LATE)


def would_another_time(text: str) -> bool:
    """ "I forgot sorry can i have another", with nothing graver beside it."""
    return would_again(text) or would_another(text, frozenset(replying().beside_time.split()) | of_a_wish())


async def replied(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """What the assistant hears where it answers the last thing we wrote about a meeting; None: it does not."""
    if not _is_few(" ".join(text.split())):
        return None
    first = last.choices[0]["text"] if last and last.choices else None
    keep, move, book = *choice_texts("utter_reminder")[:2], choice_texts("utter_booking_missed")[0]
    if last is None or first not in (keep, move, book):
        return None
    if first == keep:
        asked = "?" in last.text
        return keep if is_coming(text) else move if asked and _is_few(text) and _says(text) == "no" else None
    if first == book and await _books_again(session, conversation, last, text):
        return book
    return first if "?" in last.text and takes_up(text) else None


async def _books_again(session: AsyncSession, conversation: Conversation, last: LastSaid, text: str) -> bool:
    """After a meeting that was called off or missed. That they are sorry is answered once."""
    if would_another_time(text):
        return True
    off = await called_off(session, conversation.id, conversation.claimant_id, conversation.phone)
    if off is None:
        return False
    if is_apology(text):
        return off.state == MISSED and "?" in last.text and last.text != words("utter_booking_missed_kindly").text
    return (off.state == "cancelled" and wants_back(text)) or (wish_in(text) is not None and takes_up(text))


async def says_sorry(session: AsyncSession, text: str, message_id: str) -> bool:
    """Whether what is heard as a wish for another meeting was that they are sorry, or were ill, and no more."""
    return text == choice_texts("utter_booking_missed")[0] and is_apology((await session.get_one(Message, UUID(message_id))).text)


async def later_still(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """ "Make that 20", of minutes told before for the meeting that is near."""
    minutes = minutes_now(text)
    if minutes is None:
        return None
    found = await service.coming_in(session, conversation)
    told = any(one.told_late_at and is_near(one.starts_at, now()) for one in found[:1])
    return wording().running_late.format(minutes=minutes) if told and not await messaging.asks(session, conversation, last) else None


async def late_on_a_day(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """ "My meeting with Amina friday, i will be 15 minutes late": of the one that stands that day, whatever else could be meant."""
    found = await service.coming_in(session, conversation) if says_late(text) and not is_of_work(text) else ()
    meeting = late_for(found, text) if found else None
    if meeting is None or not is_on_day_named(meeting, text) or await messaging.asks(session, conversation, last):
        return None
    minutes = late_by(text, local(meeting.starts_at))
    return wording().late_then.format(minutes=minutes, day=f"{local(meeting.starts_at):%-d %B}") if minutes else None


def _says(text: str) -> str:
    return str(read_answer("yes_no", text)["value"])


@once
def replying() -> Replying:
    return load_yaml(Path(__file__).with_name("replying.yml"), Replying)


messaging.names(replied)
messaging.names(later_still)
messaging.names(late_on_a_day)
