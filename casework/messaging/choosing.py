"""A number, or a title, answers the last question that was sent as a text."""

import re
import unicodedata
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.speaking import ENGLISH, WELSH
from casework.messaging.models import Conversation, Message
from casework.messaging.texting import numbered
from casework.reading import in_english

NUMBER = re.compile(r"(?:(?:no|number|option|answer)\.? )?\(?(\d{1,2})[.):,]?(?: (.+))?", re.IGNORECASE)


async def meant(session: AsyncSession, conversation: Conversation, message: Message) -> str | None:
    """The text of the choice that these words name; None where they are the person's own."""
    if conversation.channel == "sms":
        return chosen(await _offered(session, message), message.text) or _in_english(conversation, message.text)
    if conversation.language in (None, ENGLISH):
        return None
    return titled(await _offered(session, message), message.text) or _in_english(conversation, message.text)


def _in_english(conversation: Conversation, text: str) -> str | None:
    """Short words of the language that was chosen, as the assistant knows them."""
    return in_english(text) if conversation.language == WELSH else None


def titled(choices: Sequence[dict[str, str]], said: str) -> str | None:
    """The text of the choice whose title these words are."""
    return {_words(one["title"]): one["text"] for one in choices}.get(_words(said))


def chosen(choices: Sequence[dict[str, str]], said: str) -> str | None:
    """The number alone, the title alone, or both where they agree. "3 I cannot go on" is not just a 3."""
    if named := titled(choices, said):
        return named
    read = NUMBER.fullmatch(" ".join(said.split()))
    if read is None or not numbered(choices) or not 0 < int(read[1]) <= len(choices):
        return None
    one = choices[int(read[1]) - 1]
    return one["text"] if read[2] is None or _words(read[2]) == _words(one["title"]) else None


async def _offered(session: AsyncSession, message: Message) -> Sequence[dict[str, str]]:
    """The choices of the last thing said before the message, which may have been several messages."""
    before = select(Message).where(
        Message.conversation_id == message.conversation_id, Message.n < message.n, Message.sender != "claimant"
    )
    last = (await session.execute(before.order_by(Message.n.desc()).limit(1))).scalar_one_or_none()
    if last is None or last.choices or last.reply_to is None:
        return last.choices if last else ()
    same = before.where(Message.reply_to == last.reply_to).order_by(Message.n.desc())
    return next((one.choices for one in (await session.execute(same)).scalars() if one.choices), ())


def _words(text: str) -> str:
    plain = "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
    return " ".join(re.findall(r"[^\W_]+", plain.replace("\u2019", "'").replace("'", "").casefold()))
