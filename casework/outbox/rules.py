"""What follows from a provider's answer or receipt. Pure."""

import re
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType

from casework.outbox.carrier import NotTaken, Refused, Settled, Taken, Unclear

MAX_TRIES = 12
MAX_TRIES_UNDELIVERED = 4
LONGEST_WAIT_SECONDS = 3600

NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")
UK = 44
REFUSALS = {
    PhoneNumberType.MOBILE: None,
    PhoneNumberType.FIXED_LINE_OR_MOBILE: None,
    PhoneNumberType.FIXED_LINE: "a landline",
    PhoneNumberType.VOIP: "a landline",
    PhoneNumberType.PREMIUM_RATE: "a premium number",
    PhoneNumberType.SHARED_COST: "a premium number",
}
DEMONSTRATION = re.compile(r"\+447700900\d{3}")

# Twilio's statuses of an outbound message, and ours.
RECEIPTS = {
    "accepted": "sent",
    "scheduled": "sent",
    "queued": "sent",
    "sending": "sent",
    "sent": "sent",
    "partially_delivered": "sent",
    "delivered": "delivered",
    "read": "delivered",
    "undelivered": "failed",
    "failed": "failed",
    "canceled": "failed",
}

# GOV.UK Notify's, and what follows from those that say it failed: a phone that is off may be on again later.
NOTIFY_RECEIPTS = {
    "created": "sent",
    "sending": "sent",
    "pending": "sent",
    "sent": "sent",
    "delivered": "delivered",
    "permanent-failure": "failed",
    "temporary-failure": "failed",
    "technical-failure": "failed",
}
NOTIFY_KINDS = {
    "permanent-failure": "unreachable",
    "temporary-failure": "temporary",
    "technical-failure": "temporary",
}

# Receipts come in any order: a status is reached only from these.
REACHED_FROM = {"sent": (), "failed": ("sent",), "delivered": ("sent", "failed")}


def is_number(to: str) -> bool:
    """Whether it is a phone number as the providers want it: E.164."""
    return NUMBER.fullmatch(to) is not None


def one_number(number: str) -> str:
    """The lock of all jobs that have to do with a number; nobody can read the number from it."""
    return sha256(number.encode()).hexdigest()


def sender_for(to: str, pool: Sequence[str], wrote_to: str | None = None) -> str:
    """Of our numbers the one that a person wrote to; else one that they always hear from.

    Where one is taken out, only its people move.
    """
    if wrote_to is not None and wrote_to in pool:
        return wrote_to
    return max(pool, key=lambda one: sha256(f"{one} {to}".encode()).digest())


def refusal(number: str) -> str | None:
    """Why we text no such number: it is no number, not a UK one, a landline, or one that costs more."""
    if is_demonstration(number):
        return None
    if not is_number(number):
        return "not a phone number"
    try:
        read = phonenumbers.parse(number)
    except NumberParseException:
        return "not a phone number"
    if read.country_code != UK:
        return "not a UK number"
    return REFUSALS.get(phonenumbers.number_type(read), "not a mobile number")


def is_demonstration(to: str) -> bool:
    """Whether it is one of Ofcom's mobile numbers for drama, which nothing is ever really sent to."""
    return DEMONSTRATION.fullmatch(to) is not None


def wait_seconds(tries: int) -> int:
    """30 seconds after the first try, then twice as long each time, up to an hour."""
    return int(min(30 * 2 ** (tries - 1), LONGEST_WAIT_SECONDS))


def recorded(outcome: Settled, tries: int, at: datetime) -> dict[str, Any]:
    """The columns that change with an outcome."""
    return {"status_at": at} | _columns(outcome, tries, at)


def _columns(outcome: Settled, tries: int, at: datetime) -> dict[str, Any]:
    match outcome:
        case Taken(ref, "failed"):
            return {"status": "failed", "provider_ref": ref, "error": "taken, not delivered"}
        case Taken(ref, status):
            return {"status": status, "provider_ref": ref, "sent_at": at, "error": None}
        case NotTaken(why) if tries < MAX_TRIES:
            return {"status": "queued", "error": why}
        case NotTaken(why) | Refused(why=why):
            return {"status": "failed", "error": why}
        case Unclear(why):
            return {"status": "held", "error": why}
