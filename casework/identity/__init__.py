"""Who is speaking: nobody until they have proved it, by a code to their number or address or by a reference."""

from casework.identity.checking import (
    CHANGE,
    OWN_WORKER,
    WAIT,
    WHO_CHANGES,
    begin,
    current,
    end,
    hear,
    more,
    to_known_phone,
    told_already,
)
from casework.identity.codes import proved_lately
from casework.identity.consent import agrees_beside, consent, fears_boss
from casework.identity.emails import proves_email, send_email_code
from casework.identity.models import IdentityCheck, OneTimeCode, Reference
from casework.identity.names import named
from casework.identity.references import issue as issue_reference
from casework.identity.rules import is_for_later, read_old, still_proved
from casework.identity.service import asks_when_safe, is_open, known, proved, sign_out
from casework.identity.understanding import holds_answer, is_choice, would_answer

__all__ = [
    "CHANGE",
    "OWN_WORKER",
    "WAIT",
    "WHO_CHANGES",
    "IdentityCheck",
    "OneTimeCode",
    "Reference",
    "agrees_beside",
    "asks_when_safe",
    "begin",
    "consent",
    "current",
    "end",
    "fears_boss",
    "hear",
    "holds_answer",
    "is_choice",
    "is_for_later",
    "is_open",
    "issue_reference",
    "known",
    "more",
    "named",
    "proved",
    "proved_lately",
    "proves_email",
    "read_old",
    "send_email_code",
    "sign_out",
    "still_proved",
    "to_known_phone",
    "told_already",
    "would_answer",
]
