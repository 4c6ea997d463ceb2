"""How a message goes out as texts: its choices numbered below it, long ones split where a sentence ends."""

import re
from collections.abc import Collection, Iterator, Sequence
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import outbox
from casework.base.speaking import ENGLISH, speaking
from casework.base.words import Words, words
from casework.messaging.models import Message
from casework.outbox import Outgoing

MOST_PARTS = 3
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
A_NUMBER = re.compile(r"\d|^(?:none|one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
TIME = re.compile(r"\b\d{1,2}(?::\d\d)?[ap]m\b|\b\d{1,2}(?= [A-Z][a-z]+ (?:\d{4} )?(?:(?:at|am) |\d{1,2}(?::\d\d)?[ap]m|midday|midnight|hanner))|\b\d{4}(?= (?:at|am) )")


def numbered(choices: Sequence[dict[str, str]]) -> bool:
    """Whether a number chooses. Where titles hold numbers, such as ages, a number is an answer of its own.

    Times are no such numbers: they are chosen from a numbered list, and read back.
    """
    return not any(A_NUMBER.search(TIME.sub("", one["title"])) for one in choices)


def as_text(text: str, choices: Sequence[dict[str, str]], language: str = ENGLISH) -> str:
    """The message as one text, however long. Welsh goes without the roofs on its vowels, which would double its cost."""
    return outbox.cheapest(_as_text(text, choices, language))


def _as_text(text: str, choices: Sequence[dict[str, str]], language: str) -> str:
    plainer = outbox.plainer if language == ENGLISH else outbox.without_accents
    plain = plainer(text)
    if not choices:
        return plain
    titles = [plainer(one["title"]) for one in choices]
    if not numbered(choices):
        with speaking(language):
            return f"{plain}\n{plainer(words('utter_text_choices', 'sms', choices=', '.join(titles)).text)}"
    return "\n".join([plain, *(f"{n} {title}" for n, title in enumerate(titles, 1))])


def split(text: str) -> list[str]:
    """The text in as few as are needed, none longer than a phone joins well."""
    if outbox.length(text).parts <= MOST_PARTS:
        return [text]
    texts = [""]
    for piece, gap in _pieces(text):
        longer = texts[-1] + gap + piece if texts[-1] else piece
        if outbox.length(longer).parts <= MOST_PARTS:
            texts[-1] = longer
        else:
            texts.append(piece)
    return [one for one in texts if one]


def joined(replies: Sequence[Words]) -> list[Words]:
    """The replies to one message in as few texts as each stays one of: nobody wants four buzzes for one word of theirs.

    A question goes with what was said before it; anything else stays as it is, for later words are read by what was said last.
    """
    found: list[Words] = []
    for one in replies:
        both = _both(found[-1], one) if found else None
        found = [*found[:-1], both] if both else [*found, one]
    return found


def _both(first: Words, then: Words) -> Words | None:
    if first.choices or "?" in first.text or first.language != then.language or not (then.choices or "?" in then.text):
        return None
    text = f"{first.text} {then.text}"
    fits = outbox.length(as_text(text, then.choices, then.language)).parts == 1
    return Words(text, then.choices, then.language) if fits else None


async def send(session: AsyncSession, number: str, message: Message, about: str) -> None:
    """Post a message to a phone. What cannot be texted stays at the desk."""
    if outbox.refusal(number):
        return
    for n, text in enumerate(split(as_text(message.text, message.choices, message.language))):
        await outbox.post(session, "sms", number, text, ref=part_ref(message.id, n), about=about)


async def send_several(session: AsyncSession, messages: Sequence[tuple[str, Message]], about: str) -> None:
    """Post a message to each of many phones, all together."""
    texts = [
        (number, text, part_ref(message.id, n))
        for number, message in messages
        if not outbox.refusal(number)
        for n, text in enumerate(split(as_text(message.text, message.choices, message.language)))
    ]
    await outbox.post_several(session, texts, about)


async def unreached(session: AsyncSession, message_ids: Collection[UUID]) -> set[UUID]:
    """Of these messages in danger, those whose answer by text did not get to the phone."""
    query = (
        select(Message.reply_to)
        .join(Outgoing, Outgoing.ref == Message.id)
        .where(Message.reply_to.in_(message_ids), Outgoing.about == "safety", Outgoing.status.in_(("failed", "held")))
    )
    return {one for one in (await session.execute(query)).scalars() if one}


def part_ref(message_id: UUID, n: int) -> UUID:
    """The outbox's own id of the n-th text of a message."""
    return uuid5(message_id, str(n)) if n else message_id


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Sentences, words where a sentence is too long, and what stood before each."""
    gap, at = "", 0
    for end in [*SENTENCE_END.finditer(text), None]:
        sentence = text[at : end.start() if end else None]
        yield from _short(sentence, gap)
        if end:
            gap, at = end[0], end.end()


def _short(sentence: str, gap: str) -> Iterator[tuple[str, str]]:
    if outbox.length(sentence).parts <= MOST_PARTS:
        yield sentence, gap
        return
    for n, word in enumerate(sentence.split()):
        yield word, " " if n else gap
