"""What the desk's forms carry, read and checked. A fault names the words for it in the template."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel

from casework.base.clock import local, now
from casework.base.errors import Unreadable
from casework.identity.rules import read_address

LONGEST_NAME = 60
# No day that anybody means at the desk is outside.
FIRST_YEAR, LAST_YEAR = 2000, 2100
# Where a fault is put that belongs to no field which the page shows.
PAGE = "page"
LONGEST_TEXT = 2000
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def read_channel(written: str) -> tuple[str, str] | None:
    """(kind, address) of a mobile number or an e-mail address, or None."""
    read = read_address(written)
    return (read.kind, read.address) if read else None


def read_day(written: str) -> date | None:
    """The day a date field carries; None for an empty one. Raises Unreadable."""
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise Unreadable("write the day in full, such as 7 12 2026") from error


class SafeHours(BaseModel):
    """When and how a person may be contacted; no day ticked is any day."""

    csrf: str = ""
    days: list[str] = []
    from_: str = ""
    until: str = ""
    neutral: bool = False
    shared: bool = False
    safe_note: str = ""

    def safe_contact(self) -> dict[str, Any] | None:
        given = {
            "days": [day for day in DAYS if day in self.days],
            "from": self.from_,
            "until": self.until,
            "neutral": self.neutral,
            "shared": self.shared,
            "note": self.safe_note.strip()[:LONGEST_TEXT],
        }
        return {name: value for name, value in given.items() if value} or None

    def hour_faults(self) -> dict[str, str]:
        faults = {}
        if (self.from_ and not _is_time(self.from_)) or (self.until and not _is_time(self.until)):
            faults["from_"] = "time"
        elif self.from_ and self.until and self.from_ >= self.until:
            faults["from_"] = "order"
        return faults


class CorrectionForm(SafeHours):
    preferred_name: str = ""
    language: str = "en"
    preferred_channel: Literal["", "sms", "email"] = ""
    adjustments: str = ""

    def faults(self) -> dict[str, str]:
        return _name_faults(self.preferred_name) | self.hour_faults()

    def values(self) -> dict[str, Any]:
        return {
            "preferred_name": self.preferred_name.strip(),
            "language": self.language.strip()[:20] or "en",
            "preferred_channel": self.preferred_channel or None,
            "adjustments": self.adjustments.strip()[:LONGEST_TEXT],
            "safe_contact": self.safe_contact(),
        }


class ClaimantForm(CorrectionForm):
    area: str = ""
    address: str = ""
    referred_on: str = ""
    consent: bool = False

    def faults(self, areas: Sequence[str] = ()) -> dict[str, str]:
        faults = super().faults()
        if self.area not in areas:
            faults["area"] = "area"
        if self.address.strip() and read_channel(self.address) is None:
            faults["address"] = "channel"
        if not _is_day(self.referred_on):
            faults["referred_on"] = "day"
        if not self.consent:
            faults["consent"] = "consent"
        return faults

    def values(self) -> dict[str, Any]:
        read = read_channel(self.address)
        return super().values() | {
            "area": self.area,
            "channels": [(*read, False)] if read else [],
            "consents": [("keep_record", True)],
            "referred_on": date.fromisoformat(self.referred_on) if self.referred_on else local(now()).date(),
        }


def _name_faults(name: str) -> dict[str, str]:
    return {} if 0 < len(name.strip()) <= LONGEST_NAME else {"preferred_name": "name"}


def _is_time(written: str) -> bool:
    try:
        datetime.strptime(written, "%H:%M")
    except ValueError:
        return False
    return True


def _is_day(written: str) -> bool:
    """Empty is today. A referral cannot be in the future."""
    try:
        return not written or date.fromisoformat(written) <= local(now()).date()
    except ValueError:
        return False
