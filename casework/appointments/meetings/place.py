"""Where or how a meeting is held, in words."""

from casework.appointments.models import Appointment
from casework.base.words import words
from casework.council import Venue, council


def where(one: Appointment) -> str:
    """ "at the Work Hub, 12 Market Street", "by phone: we ring you"."""
    return where_in(one.area, one.format, one.venue)


def where_in(area: str, format: str, venue_id: str | None) -> str:
    """The same of a time that is only offered."""
    venue = _venue(area, venue_id)
    return words(f"utter_booking_where_{format}", place=f"{venue.name}, {venue.address}" if venue else "").text


def briefly(one: Appointment) -> str:
    """ "at the Work Hub", "by video"."""
    venue = _venue(one.area, one.venue)
    return words(f"utter_booking_at_{one.format}", place=venue.name if venue else "").text


def with_partner(said: str, one: Appointment) -> str:
    """And who comes of another service."""
    return words("utter_booking_where_partner", where=said, partner=one.partner).text if one.partner else said


def _venue(area: str, venue_id: str | None) -> Venue | None:
    return next((venue for venue in council().area(area).venues if venue.id == venue_id), None)
