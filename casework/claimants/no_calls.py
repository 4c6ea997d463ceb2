"""Who would be written to and not rung: it stands on the record, for whoever would ring."""

from casework.claimants.models import Claimant
from casework.claimants.safe import noted
from casework.claimants.safe_words import wording


def want_no_calls(claimant: Claimant) -> None:
    """Never in their own words, which others may share a phone with."""
    before = claimant.safe_contact or {}
    if not wants_no_calls(claimant):
        claimant.safe_contact = before | {"note": noted(before.get("note"), wording().no_calls)}


def wants_no_calls(claimant: Claimant) -> bool:
    return wording().no_calls in ((claimant.safe_contact or {}).get("note") or "")
