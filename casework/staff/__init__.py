"""Who works here: accounts, roles, areas, and sessions that only a hash of a cookie opens."""

from casework.staff.models import SignInFailure, Staff, StaffSession
from casework.staff.service import (
    TooManyTries,
    WeakPassword,
    add,
    anyone,
    check_password,
    open_session,
    set_password,
    sign_out,
    signed_in,
)

__all__ = [
    "SignInFailure",
    "Staff",
    "StaffSession",
    "TooManyTries",
    "WeakPassword",
    "add",
    "anyone",
    "check_password",
    "open_session",
    "set_password",
    "sign_out",
    "signed_in",
]
