"""Conversations and their messages: the way in, the way out, and the only speech with the assistant.

No message is lost: it is a row, with the job that will answer it, before anyone thinks about it.
"""

from casework.messaging.answering import Busy, answer, is_waiting, tell_kept
from casework.messaging.assistant import AssistantUnavailable, forget
from casework.messaging.choosing import LastSaid, asked_by, asks, language_asked_by, last_said, names, said_together
from casework.messaging.conversations import (
    finish,
    get,
    history,
    join,
    keep_private,
    of_claimant,
    of_claimants,
    opened,
    replies,
    start,
    start_desk,
    thread,
    whose,
)
from casework.messaging.discreet import Phone, is_discreet, own_words, phone_of
from casework.messaging.languages import GO_ON
from casework.messaging.models import Conversation, Message
from casework.messaging.phones import move_texts, number_of, of_phone, one_at_a_time, start_texts, threads_with
from casework.messaging.receiving import Received, Seen, known, receive, seen_of
from casework.messaging.record import Saying, locked, record, record_several, recorded
from casework.messaging.texting import as_text, part_ref, unreached
from casework.messaging.wishing import wishes_kept_by

__all__ = [
    "GO_ON",
    "AssistantUnavailable",
    "Busy",
    "Conversation",
    "LastSaid",
    "Message",
    "Phone",
    "Received",
    "Saying",
    "Seen",
    "answer",
    "as_text",
    "asked_by",
    "asks",
    "finish",
    "forget",
    "get",
    "history",
    "is_discreet",
    "is_waiting",
    "join",
    "keep_private",
    "known",
    "language_asked_by",
    "last_said",
    "locked",
    "move_texts",
    "names",
    "number_of",
    "of_claimant",
    "of_claimants",
    "of_phone",
    "one_at_a_time",
    "opened",
    "own_words",
    "part_ref",
    "phone_of",
    "receive",
    "record",
    "record_several",
    "recorded",
    "replies",
    "said_together",
    "seen_of",
    "start",
    "start_desk",
    "start_texts",
    "tell_kept",
    "thread",
    "threads_with",
    "unreached",
    "whose",
    "wishes_kept_by",
]
