"""A number, or a title, answers the last question that was asked."""

import re
from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.plain import bare_words
from casework.base.speaking import ENGLISH, WELSH
from casework.messaging.models import Conversation, Message
from casework.messaging.texting import numbered
from casework.reading import in_english, reads_as_welsh, tells_of_a_job

# More messages than any one answer of ours has.
MOST_AT_ONCE = 12
# Beside a title, these make it no other; nor does an article more or less.
POLITE = frozenset({"please", "pls", "plz", "plse", "a", "an", "the"})
YES = re.compile(r"(?:yes|yeah|yep|yup|yh|ye|yea|aye)(?: (?:please|pls|plz|ta|go on|i would|that one))?")
NUMBER = re.compile(r"(?:(?:no|number|option|answer)\.? )?\(?(\d{1,2})[.):,]?(?: (.+))?", re.IGNORECASE)


class LastSaid(NamedTuple):
    """Words of ours and the choices that stood with them."""

    text: str
    choices: Sequence[dict[str, str]]


Together = Sequence[LastSaid]
# What words name that was not offered, such as a session of the council's own, as the assistant knows it; told with what
# was said to them last.
Names = Callable[[AsyncSession, Conversation, str, LastSaid | None], Awaitable[str | None]]
NAMED_BY: list[Names] = []
# Those of them who read the English of short words in another language as well.
TRANSLATED: list[Names] = []
# Whether the room has questions under way with somebody.
Asks = Callable[[AsyncSession, Conversation], Awaitable[bool]]
ASKED_BY: list[Asks] = []
# Whether it asks which language somebody speaks, where the name of one is an answer and no wish.
LANGUAGE_ASKED_BY: list[Asks] = []


def names(reads: Names, *, translated: bool = False) -> None:
    """The room whose data holds names of its own reads them in English words, where nothing graver is spoken of."""
    NAMED_BY.append(reads)
    if translated:
        TRANSLATED.append(reads)


def asked_by(is_open: Asks) -> None:
    """The room that asks says so, that words meant for its question are not taken for something else."""
    ASKED_BY.append(is_open)


def language_asked_by(is_open: Asks) -> None:
    """The room that asks for a language says so: the answer is for that room, in the words it was given in."""
    LANGUAGE_ASKED_BY.append(is_open)


async def meant(session: AsyncSession, conversation: Conversation, said: Together, text: str) -> str | None:
    """The text of the choice that these words name, or of what they name else; None where they are the person's own.

    `said` is what was said together last.
    """
    choice, last = _choice(conversation, said, text), next(iter(said), None)
    if choice is None:
        return await _named(session, conversation, text, last, NAMED_BY) if conversation.language in (None, ENGLISH) else None
    english = choice == _in_english(conversation, text)
    return (await _named(session, conversation, choice, last, TRANSLATED) if english else None) or choice


async def _named(
    session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None, by: Sequence[Names]
) -> str | None:
    if conversation.safety is not None:
        return None
    for reads in by:
        if one := await reads(session, conversation, text, last):
            return one
    return None


def _choice(conversation: Conversation, said: Together, text: str) -> str | None:
    shown = _shown(said)
    latest = shown[0] if shown else ()
    if conversation.channel == "sms":
        agreed = _agreed(said, text) if conversation.safety is None else None
        return chosen(latest, text) or _titled_in(shown, text) or agreed or _in_english(conversation, text)
    by_number, foreign = _may_choose_by_number(conversation, text), conversation.language not in (None, ENGLISH)
    if by_number and len(latest) > 1 and (one := chosen(latest, text)):
        return one
    if conversation.safety is not None and not foreign:
        return None
    return _titled_in(shown, text) or _in_english(conversation, text)


def _agreed(said: Together, text: str) -> str | None:
    """The one thing that was offered, where nothing was asked, to a plain yes; "ok" and "thanks" only take note."""
    offered = [one["text"] for _, choices in said for one in choices]
    if len(offered) != 1 or any("?" in words for words, _ in said):
        return None
    return offered[0] if YES.fullmatch(_words(text)) else None


def _titled_in(shown: Sequence[Sequence[dict[str, str]]], said: str) -> str | None:
    """The text of a choice by its title, of all that was said together: the latest that has it."""
    return next((one for choices in shown if (one := titled(choices, said))), None)


async def asks(session: AsyncSession, conversation: Conversation, last: LastSaid | None) -> bool:
    """Whether a question of some room is open, and was put in what was said to them last."""
    return await _asks(session, conversation, last, ASKED_BY)


async def asks_language(session: AsyncSession, conversation: Conversation) -> bool:
    """The same of a question for a language."""
    last = next(iter(await said_together(session, conversation)), None)
    return await _asks(session, conversation, last, LANGUAGE_ASKED_BY)


async def _asks(session: AsyncSession, conversation: Conversation, last: LastSaid | None, rooms: Sequence[Asks]) -> bool:
    if conversation.last_n <= 1 or last is None or not (last.choices or "?" in last.text):
        return False
    for is_open in rooms:
        if await is_open(session, conversation):
            return True
    return False


async def last_said(session: AsyncSession, conversation_id: UUID) -> Message | None:
    """What was said to them last."""
    query = select(Message).where(Message.conversation_id == conversation_id, Message.sender != "claimant")
    return (await session.execute(query.order_by(Message.n.desc()).limit(1))).scalar_one_or_none()


def _may_choose_by_number(conversation: Conversation, text: str) -> bool:
    """A page shows no numbers beside its choices: in danger none is taken for one of them, nor for a lone way out."""
    return conversation.safety is None and NUMBER.fullmatch(" ".join(text.split())) is not None


def _in_english(conversation: Conversation, text: str) -> str | None:
    """Short words of the language that was chosen, or that can be no other, as the assistant knows them."""
    return tells_of_a_job(text) or (in_english(text) if conversation.language == WELSH else reads_as_welsh(text))


def titled(choices: Sequence[dict[str, str]], said: str) -> str | None:
    """The text of the choice whose title these words are, "please" and a last "it" apart; none where they are of two."""
    words = _words(said)
    exact = {_words(one["title"]): one["text"] for one in choices}
    if words in exact:
        return exact[words]
    core = _core(words)
    alike = {one["text"] for one in choices if core and _core(_words(one["title"])) == core}
    return alike.pop() if len(alike) == 1 else None


def _core(words: str) -> str:
    kept = [one for one in words.split() if one not in POLITE]
    return " ".join(kept[:-1] if len(kept) > 1 and kept[-1] == "it" else kept)


def chosen(choices: Sequence[dict[str, str]], said: str) -> str | None:
    """The number alone, the title alone, or both where they agree. "3 I cannot go on" is not just a 3."""
    if named := titled(choices, said):
        return named
    read = NUMBER.fullmatch(" ".join(said.split()))
    if read is None or not numbered(choices) or not 0 < int(read[1]) <= len(choices):
        return None
    one = choices[int(read[1]) - 1]
    return one["text"] if read[2] is None or _words(read[2]) == _words(one["title"]) else None


def begins_with(choices: Sequence[dict[str, str]], said: str) -> str | None:
    """The one whose number comes first, whatever is said behind it."""
    read = NUMBER.fullmatch(" ".join(said.split()))
    return choices[int(read[1]) - 1]["text"] if read and 0 < int(read[1]) <= len(choices) else None


async def was_offered(session: AsyncSession, conversation: Conversation, text: str) -> bool:
    """Whether it is one of the choices as we heard it of a button: those are no words of their own."""
    return any(one["text"] == text for choices in _shown(await said_together(session, conversation)) for one in choices)


def _shown(said: Together) -> list[Sequence[dict[str, str]]]:
    return [choices for _, choices in said if choices]


async def said_together(session: AsyncSession, conversation: Conversation) -> Together:
    """The last thing said in the conversation, which may have been several messages, the latest first."""
    if conversation.last_n == 0:
        return ()
    query = select(Message.text, Message.choices, Message.reply_to).where(
        Message.conversation_id == conversation.id, Message.sender != "claimant"
    )
    said = (await session.execute(query.order_by(Message.n.desc()).limit(MOST_AT_ONCE))).all()
    last = said[0].reply_to if said else None
    together = [one for one in said if one.reply_to == last] if last else said[:1]
    return [LastSaid(one.text, one.choices) for one in together]


def _words(text: str) -> str:
    return " ".join(bare_words(text))
