"""Somebody would rather be asked on another day: the question waits until then, and is weighed anew. Pure."""

from datetime import date

from casework.checkins.models import UNASKED, Checkin
from casework.checkins.planning import at_clock
from casework.checkins.schedule import schedule

OWN = "own"


def put_off(checkin: Checkin, day: date) -> bool:
    """False where it stays open instead: what is asked after an answer, and the worker's own words, go only once."""
    if checkin.following or checkin.job_id is None or checkin.question in (OWN, UNASKED):
        return False
    sending = schedule().sending
    checkin.state, checkin.why, checkin.sent_at, checkin.message_id = "due", "put_off", None, None
    checkin.due_at = checkin.look_at = at_clock(day, sending.usual_at)
    checkin.too_late_at = max(checkin.too_late_at, at_clock(day, sending.latest))
    return True
