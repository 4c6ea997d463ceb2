"""An appointment as a calendar entry (RFC 5545), and many of them as one calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from icalendar import Calendar, Event

PRODUCT = "-//Handrail//Appointments//EN"
PUBLISH, CANCEL = "PUBLISH", "CANCEL"


@dataclass(frozen=True)
class Entry:
    """`sequence` grows with each change, so that calendars keep the latest. `organizer` is an e-mail address."""

    uid: str
    sequence: int
    start: datetime
    end: datetime
    title: str
    place: str
    cancelled: bool
    changed: datetime
    organizer: str
    link: str = ""


def calendar(entries: Iterable[Entry], method: str | None = PUBLISH) -> bytes:
    """An .ics file; times in UTC. A calendar server takes one with no method."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    if method:
        made.add("method", method)
    for one in entries:
        made.add_component(_event(one))
    return bytes(made.to_ical())


def alone(entry: Entry) -> bytes:
    """One entry to add or change, or to take out where it is cancelled."""
    return calendar([entry], CANCEL if entry.cancelled else PUBLISH)


def _event(one: Entry) -> Event:
    event = Event()
    event.add("uid", one.uid)
    event.add("sequence", one.sequence)
    event.add("dtstamp", one.changed)
    event.add("organizer", f"mailto:{one.organizer}")
    event.add("dtstart", one.start)
    event.add("dtend", one.end)
    event.add("summary", one.title)
    event.add("location", one.place)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    if one.link:
        event.add("url", one.link)
    return event
