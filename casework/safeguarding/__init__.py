"""Reads every message for danger before anything else does, and puts what it read in front of a person."""

from casework.safeguarding.classes import Finding
from casework.safeguarding.languages import spoken
from casework.safeguarding.layers import read, read_by_patterns
from casework.safeguarding.models import Alert
from casework.safeguarding.replies import Reply, beside, is_young, reply
from casework.safeguarding.service import (
    acknowledge,
    any_open,
    beside_frailty,
    close,
    in_hand,
    is_watched,
    of_conversation,
    of_somebody_young,
    open_alerts,
    open_in,
    raise_alert,
    review,
    unacknowledged,
)

__all__ = [
    "Alert",
    "Finding",
    "Reply",
    "acknowledge",
    "any_open",
    "beside",
    "beside_frailty",
    "close",
    "in_hand",
    "is_watched",
    "is_young",
    "of_conversation",
    "of_somebody_young",
    "open_alerts",
    "open_in",
    "raise_alert",
    "read",
    "read_by_patterns",
    "reply",
    "review",
    "spoken",
    "unacknowledged",
]
