"""Conversations and their messages: the way in, the way out, and the only speech with the assistant.

No message is lost: it is a row, with the job that will answer it, before anyone thinks about it.
"""

from casework.messaging.answering import Busy, answer, is_waiting, tell_kept
from casework.messaging.assistant import AssistantUnavailable, forget
from casework.messaging.conversations import finish, history, keep_private, opened, replies, start
from casework.messaging.models import Conversation, Message
from casework.messaging.receiving import Received, receive
from casework.messaging.record import locked, record

__all__ = [
    "AssistantUnavailable",
    "Busy",
    "Conversation",
    "Message",
    "Received",
    "answer",
    "finish",
    "forget",
    "history",
    "is_waiting",
    "keep_private",
    "locked",
    "opened",
    "receive",
    "record",
    "replies",
    "start",
    "tell_kept",
]
