"""Which words of an appointment go into calendars: few, since calendars are read over shoulders and synced to phones."""

from uuid import UUID

from casework.appointments.calendars.calendar import Entry
from casework.appointments.models import Appointment
from casework.base.clock import now
from casework.base.settings import settings
from casework.base.words import words
from casework.council import council

OURS = "@handrail"


def entry_of(one: Appointment) -> Entry:
    """For the person it is with: a dull title, when and where."""
    return _entry(one, words("utter_calendar_title").text, words(f"utter_calendar_at_{one.format}").text)


def workers_entry_of(one: Appointment) -> Entry:
    """For the worker: what kind of meeting; who it is with is at the desk, where the link goes."""
    kind = council().appointments.kinds[one.kind].name.capitalize()  # type: ignore[index]
    where = words("utter_calendar_at_their_home" if one.format == "home_visit" else f"utter_calendar_at_{one.format}").text
    return _entry(one, kind, where, f"{settings().public_address}/desk/diary?week={one.starts_at:%Y-%m-%d}")


def uid_of(appointment_id: UUID) -> str:
    return f"{appointment_id}{OURS}"


def id_of(uid: str) -> UUID | None:
    """Whose entry it is; None for one that is not ours."""
    if not uid.endswith(OURS):
        return None
    try:
        return UUID(uid.removesuffix(OURS))
    except ValueError:
        return None


def _entry(one: Appointment, title: str, way: str, link: str = "") -> Entry:
    """`way`: where it is, unless it is at a venue."""
    area = council().area(one.area)
    venue = next((venue for venue in area.venues if venue.id == one.venue), None)
    return Entry(
        uid=uid_of(one.id), sequence=one.sequence, start=one.starts_at, end=one.ends_at, title=title,
        place=f"{venue.name}, {venue.address}" if venue else way, cancelled=one.state == "cancelled", changed=now(),
        organizer=area.email, link=link,
    )
