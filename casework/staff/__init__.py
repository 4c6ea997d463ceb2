"""Who works here: accounts, roles, areas, and sessions that only a hash of a cookie opens."""

from casework.staff.models import SignInFailure, Staff, StaffSession
from casework.staff.service import (
    TooManyTries,
    Unusable,
    WeakPassword,
    add,
    anyone,
    by_email,
    check_password,
    close,
    open_session,
    set_absence,
    set_password,
    sign_out,
    signed_in,
)

__all__ = [
    "SignInFailure",
    "Staff",
    "StaffSession",
    "TooManyTries",
    "Unusable",
    "WeakPassword",
    "add",
    "anyone",
    "by_email",
    "check_password",
    "close",
    "open_session",
    "set_absence",
    "set_password",
    "sign_out",
    "signed_in",
]
