"""Which of several meetings somebody speaks of. No database."""

import re
from collections.abc import Sequence

from casework.appointments.models import Appointment
from casework.appointments.wishing import wish_in
from casework.base.clock import local

NUMBER = re.compile(r"\d")
# "The one on 8 December" is no number.
ONE = re.compile(r"\b(?:the )?one\b", re.IGNORECASE)


def spoken_of(meetings: Sequence[Appointment], text: str) -> list[Appointment]:
    """Those on the day they name, at the hour too where they name one; "Tuesday" alone is every Tuesday. None named: all."""
    wish = wish_in(ONE.sub("", text))
    if wish is None:
        return list(meetings)
    day = local(wish.first).date()
    if wish.last_day == day and not NUMBER.search(text):
        return [one for one in meetings if local(one.starts_at).weekday() == day.weekday()] or list(meetings)
    at = [one for one in meetings if one.starts_at == wish.first]
    on = [one for one in meetings if day <= local(one.starts_at).date() <= wish.last_day]
    return (at if wish.exact else []) or on or list(meetings)
