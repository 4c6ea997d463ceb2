"""The way out for texts and e-mails: each is posted once, sent at most once, and shown to a person where that is unsure."""

from casework.outbox.carrier import Arrived, CannotLookUp
from casework.outbox.delivery import NotYet, deliver
from casework.outbox.length import Length, cheapest, length, plainer, without_accents
from casework.outbox.lines import Line, wrote_to
from casework.outbox.models import Outgoing
from casework.outbox.quiet import (
    ENDS,
    QuietNumber,
    is_over,
    kept_back,
    lift,
    no_appointments,
    pause_to_come,
    quiet,
    quietness,
    quietnesses,
)
from casework.outbox.receipts import receipt
from casework.outbox.rules import is_demonstration, is_number, refusal
from casework.outbox.service import last_to, of_refs, post, post_several, purge, read, to_phone
from casework.outbox.sms import arrived
from casework.outbox.stop_list import keep_in_step
from casework.outbox.undelivered import when_undelivered
from casework.outbox.weighing import Weighed, weighs

__all__ = [
    "ENDS",
    "Arrived",
    "CannotLookUp",
    "Length",
    "Line",
    "NotYet",
    "Outgoing",
    "QuietNumber",
    "Weighed",
    "arrived",
    "cheapest",
    "deliver",
    "is_demonstration",
    "is_number",
    "is_over",
    "keep_in_step",
    "kept_back",
    "last_to",
    "length",
    "lift",
    "no_appointments",
    "of_refs",
    "pause_to_come",
    "plainer",
    "post",
    "post_several",
    "purge",
    "quiet",
    "quietness",
    "quietnesses",
    "read",
    "receipt",
    "refusal",
    "to_phone",
    "weighs",
    "when_undelivered",
    "without_accents",
    "wrote_to",
]
