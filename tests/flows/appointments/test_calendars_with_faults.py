"""What other programs write against the rules of calendars is read as far as it goes, and stops no other worker's calendar."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import icalendar
import pytest
from sqlalchemy import select

from casework import staff
from casework.appointments.calendars import syncing
from casework.appointments.calendars.outside import Event
from casework.appointments.calendars.over_caldav import _event
from casework.appointments.models import CalendarLink
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works

TEN = datetime(2026, 12, 1, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)


def read(*lines: str) -> Event | None:
    written = "\n".join(["BEGIN:VEVENT", "UID:one", *lines, "END:VEVENT"])
    return _event(SimpleNamespace(icalendar_component=icalendar.Event.from_ical(written)))


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        (["DTSTART:20261201T100000Z", "DTEND:20261201T110000Z"], TEN, TEN + HOUR),
        (["DTSTART:20261201T100000Z", "DTEND:20261201T110000Z", "DURATION:PT2H"], TEN, TEN + 2 * HOUR),
        (["DTSTART;VALUE=DATE:20261201", "DTEND:20261201T110000Z"], TEN - 10 * HOUR, TEN + HOUR),
        (["DTSTART;VALUE=DATE:20261201", "DURATION:PT1H"], TEN - 10 * HOUR, TEN - 9 * HOUR),
    ],
)
def test_against_the_rules_it_is_still_busy(lines: list[str], start: datetime, end: datetime) -> None:
    assert read(*lines) == Event("one", start, end, True)


@pytest.mark.parametrize("lines", [["DTEND:20261201T110000Z"], ["DTSTART:rubbish", "DTEND:20261201T110000Z"], ["DTSTART:20261201T100000Z", "DTSTART:20261201T110000Z"], []])
def test_when_it_is_cannot_be_told_and_it_is_left_out(lines: list[str]) -> None:
    assert read(*lines) is None


class Outside:
    """Sam's cannot be read, the others are empty."""

    def __init__(self, path: str) -> None:
        self.path = path

    async def events(self, *_: datetime) -> Sequence[Event]:
        if self.path == "sam":
            raise icalendar.InvalidCalendar
        return []


async def test_the_next_calendar_is_seen_to_and_the_desk_says_which_fails(sam: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    async with transaction() as session:
        kim = await staff.add(session, "kim@example.org", "Kim", "key_worker", ["northbridge"], "a long password")
    for one, path in ((sam, "sam"), (kim, "kim")):
        diary = await works(one)
        async with transaction() as session:
            session.add(CalendarLink(diary_id=diary, path=path))
    monkeypatch.setattr(syncing, "calendar_at", Outside)
    await syncing.sync_calendars()
    async with transaction() as session:
        found = {one.path: one for one in (await session.execute(select(CalendarLink))).scalars()}
    assert (found["sam"].seen_at, bool(found["sam"].failing_since)) == (None, True)
    assert (bool(found["kim"].seen_at), found["kim"].failing_since) == (True, None)
