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
    of_claimants,
    of_phone,
    of_phones,
    opened,
    replies,
    start,
    start_desk,
    start_texts,
    thread,
    whose,
)
from casework.messaging.models import Conversation, Message
from casework.messaging.receiving import Received, known, receive
from casework.messaging.record import Saying, free_numbers, locked, one_at_a_time, record, record_several
from casework.messaging.texting import as_text, part_ref, unreached

__all__ = [
    "AssistantUnavailable",
    "Busy",
    "Conversation",
    "Message",
    "Received",
    "Saying",
    "answer",
    "as_text",
    "finish",
    "forget",
    "free_numbers",
    "get",
    "history",
    "is_waiting",
    "join",
    "keep_private",
    "known",
    "locked",
    "move_texts",
    "of_claimant",
    "of_claimants",
    "of_phone",
    "of_phones",
    "one_at_a_time",
    "opened",
    "part_ref",
    "receive",
    "record",
    "record_several",
    "replies",
    "start",
    "start_desk",
    "start_texts",
    "tell_kept",
    "thread",
    "unreached",
    "whose",
]
