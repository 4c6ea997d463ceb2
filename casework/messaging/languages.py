"""The language a person chose to be spoken to in: heard in their words, kept with the conversation and their record."""

import re
import unicodedata
from pathlib import Path
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants
from casework.base.once import once
from casework.base.speaking import ENGLISH, WELSH, spoken
from casework.base.words import words
from casework.base.yamlfile import DataModel, load_yaml
from casework.council import council
from casework.messaging.choosing import asks_language, was_offered
from casework.messaging.models import Conversation, Message
from casework.messaging.record import record
from casework.reading import is_english, language_of, reads_as_welsh, tells_of_a_job

LONGEST_WISH, LATELY, FEWEST = 10, 20, 2
# What the assistant hears after a language was chosen: it puts again what was open, or says what can be done.
GO_ON = "Carry on"


class Wishes(DataModel):
    names: dict[str, tuple[str, ...]]
    around: tuple[str, ...]


@once
def _wishes() -> Wishes:
    return load_yaml(Path(__file__).with_name("languages.yml"), Wishes)


def wish_in(text: str) -> str | None:
    """The language that these words ask for, and ask for nothing else."""
    plain = "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
    said = re.findall(r"[^\W\d_]+", plain.casefold())
    named = {code for code, names in _wishes().names.items() if set(said) & set(names)}
    known = {*_wishes().around, *(name for names in _wishes().names.values() for name in names)}
    return named.pop() if len(named) == 1 and len(said) <= LONGEST_WISH and set(said) <= known else None


def was_chosen(message: Message) -> bool:
    """Whether this message is what chose the language spoken since."""
    return message.meant == GO_ON and wish_in(message.text) is not None


async def heed(session: AsyncSession, conversation: Conversation, message: Message) -> str:
    """The language of the answer: the one chosen now, else the one the message is plainly in, else the one chosen before.

    Who tells of a job in Welsh is asked about it in Welsh.
    """
    wish = council().language(wish_in(message.text))
    if wish and not await asks_language(session, conversation):
        if wish != (conversation.language or ENGLISH):
            await choose(session, conversation, wish)
        message.meant = GO_ON
    elif conversation.language is None and await _turns_to_welsh(session, conversation, message):
        await choose(session, conversation, WELSH)
    elif conversation.language and (written := await _written_in(session, conversation, message)):
        conversation.language = written
    return conversation.language or council().language(language_of(message.text)) or ENGLISH


async def _written_in(session: AsyncSession, conversation: Conversation, message: Message) -> str | None:
    """The language of words of their own, where those are plainly of one that we have; theirs elsewhere stays as it is."""
    if message.meant or await was_offered(session, conversation, message.text):
        return None
    return ENGLISH if is_english(message.text) else council().language(_not_english(message.text))


def _not_english(text: str) -> str | None:
    found = language_of(text)
    return None if found == ENGLISH else found


async def _turns_to_welsh(session: AsyncSession, conversation: Conversation, message: Message) -> bool:
    if council().language(WELSH) is None:
        return False
    return bool(tells_of_a_job(message.text)) or await _begins_in_welsh(session, conversation, message)


async def _begins_in_welsh(session: AsyncSession, conversation: Conversation, message: Message) -> bool:
    """Whether their first words are Welsh, and more than a word that everybody in Wales says."""
    if len(message.text.split()) < FEWEST:
        return False
    welsh = language_of(message.text) == WELSH or (message.meant is not None and reads_as_welsh(message.text) == message.meant)
    theirs = select(Message.id).where(Message.conversation_id == conversation.id, Message.sender == "claimant", Message.n < message.n)
    return welsh and (await session.execute(theirs.limit(1))).first() is None


async def choose(session: AsyncSession, conversation: Conversation, language: str) -> None:
    """From now on; later texts and reminders too, where we know who it is."""
    conversation.language = language
    if conversation.claimant_id:
        await _everywhere(session, conversation.claimant_id, language)


async def keep(session: AsyncSession, conversation: Conversation) -> None:
    """Danger told in a language we have is talked about in that language until they choose another."""
    if spoken() not in (ENGLISH, conversation.language):
        await choose(session, conversation, spoken())


async def confirm(session: AsyncSession, conversation: Conversation, message: Message, *, began: bool) -> None:
    """Says which language it is from now on, where the message chose one, or `began` in one that is not English."""
    if was_chosen(message) or began:
        said = words("utter_language_chosen", conversation.channel)
        await record(session, conversation, "assistant", said.text, reply_to=message.id, language=said.language)


async def agree(session: AsyncSession, conversation: Conversation, claimant_id: UUID) -> None:
    """It turned out whose conversation it is: what they chose here holds, else what they chose before."""
    if conversation.language:
        await _everywhere(session, claimant_id, conversation.language)
    elif not await _writes_english(session, conversation):
        before = council().language((await claimants.get(session, claimant_id)).language)
        conversation.language = None if before == ENGLISH else before


async def _writes_english(session: AsyncSession, conversation: Conversation) -> bool:
    """Whether the last words of their own that were plainly of one language were English."""
    query = select(Message.text).where(Message.conversation_id == conversation.id, Message.sender == "claimant")
    said = (await session.execute(query.order_by(Message.n.desc()).limit(LATELY))).scalars() if conversation.id else ()
    return next((is_english(one) for one in said if is_english(one) or _not_english(one)), False)


async def _everywhere(session: AsyncSession, claimant_id: UUID, language: str) -> None:
    """On the person's record, and in all their open threads."""
    (await claimants.get(session, claimant_id)).language = language
    theirs = update(Conversation).where(Conversation.claimant_id == claimant_id, Conversation.finished_at.is_(None))
    await session.execute(theirs.values(language=language))
