"""Who the programme is for: one record for each person, with how and when they may be reached."""

from casework.claimants.consenting import consent, consents
from casework.claimants.models import Claimant, Consent, ContactChannel, KeyWorkerChange, Merge
from casework.claimants.service import (
    add_channel,
    by_address,
    close_channel,
    create,
    get,
    prove_channel,
    search,
    update,
)
from casework.claimants.workers import KeyWorker, assign, at_work, colleagues, key_worker

__all__ = [
    "Claimant",
    "Consent",
    "ContactChannel",
    "KeyWorker",
    "KeyWorkerChange",
    "Merge",
    "add_channel",
    "assign",
    "at_work",
    "by_address",
    "close_channel",
    "colleagues",
    "consent",
    "consents",
    "create",
    "get",
    "key_worker",
    "prove_channel",
    "search",
    "update",
]
