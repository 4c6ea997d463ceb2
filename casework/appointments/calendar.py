"""An appointment as a calendar entry (RFC 5545), and a worker's whole feed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from icalendar import Calendar, Event

PRODUCT = "-//Handrail//Appointments//EN"


@dataclass(frozen=True)
class Entry:
    uid: str
    sequence: int
    start: datetime
    end: datetime
    title: str
    place: str
    cancelled: bool
    changed: datetime


def calendar(entries: Iterable[Entry], method: str = "PUBLISH") -> bytes:
    """An .ics file; times in UTC."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", method)
    for one in entries:
        made.add_component(_event(one))
    return bytes(made.to_ical())


def _event(one: Entry) -> Event:
    event = Event()
    event.add("uid", one.uid)
    event.add("sequence", one.sequence)
    event.add("dtstamp", one.changed)
    event.add("dtstart", one.start)
    event.add("dtend", one.end)
    event.add("summary", one.title)
    event.add("location", one.place)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    return event
