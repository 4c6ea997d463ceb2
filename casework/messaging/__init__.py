"""Conversations and their messages: the way in, the way out, and the only speech with the assistant.

No message is lost: it is a row, with the job that will answer it, before anyone thinks about it.
"""

from casework.messaging.answering import Busy, answer, is_waiting, tell_kept
from casework.messaging.assistant import AssistantUnavailable, forget
from casework.messaging.conversations import (
    finish,
    get,
    history,
    join,
    keep_private,
    move_texts,
    of_claimant,
    of_phone,
    opened,
    replies,
    start,
    start_texts,
    thread,
)
from casework.messaging.models import Conversation, Message
from casework.messaging.receiving import Received, receive
from casework.messaging.record import locked, record
from casework.messaging.texting import as_text, part_ref

__all__ = [
    "AssistantUnavailable",
    "Busy",
    "Conversation",
    "Message",
    "Received",
    "answer",
    "as_text",
    "finish",
    "forget",
    "get",
    "history",
    "is_waiting",
    "join",
    "keep_private",
    "locked",
    "move_texts",
    "of_claimant",
    "of_phone",
    "opened",
    "part_ref",
    "receive",
    "record",
    "replies",
    "start",
    "start_texts",
    "tell_kept",
    "thread",
]
