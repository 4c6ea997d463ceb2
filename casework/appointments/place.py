"""Where or how a meeting is held, in words."""

from casework.appointments.models import Appointment
from casework.base.words import words
from casework.council import Venue, council


def where(one: Appointment) -> str:
    """ "at the Work Hub, 12 Market Street", "by phone: we ring you"."""
    venue = _venue(one)
    return words(f"utter_booking_where_{one.format}", place=f"{venue.name}, {venue.address}" if venue else "").text


def briefly(one: Appointment) -> str:
    """ "at the Work Hub", "by video"."""
    venue = _venue(one)
    return words(f"utter_booking_at_{one.format}", place=venue.name if venue else "").text


def _venue(one: Appointment) -> Venue | None:
    return next((venue for venue in council().area(one.area).venues if venue.id == one.venue), None)
