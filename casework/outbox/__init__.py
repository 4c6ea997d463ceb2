"""The way out for texts and e-mails: each is posted once, sent at most once, and shown to a person where that is unsure."""

from casework.outbox.delivery import NotYet, deliver
from casework.outbox.models import Outgoing
from casework.outbox.rules import is_demonstration
from casework.outbox.service import post, purge, read, receipt

__all__ = ["NotYet", "Outgoing", "deliver", "is_demonstration", "post", "purge", "read", "receipt"]
