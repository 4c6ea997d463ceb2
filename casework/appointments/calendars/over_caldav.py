"""Calendars on a CalDAV server (RFC 4791), by the library `caldav`."""

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any
from urllib.parse import urljoin

from caldav.collection import Calendar
from caldav.davclient import DAVClient
from caldav.lib.error import DAVError, NotFoundError
from icalendar import InvalidCalendar
from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict
from requests import RequestException

from casework.appointments.calendars.calendar import Entry, calendar
from casework.appointments.calendars.outside import Event, Unreachable
from casework.appointments.times.diary import instant
from casework.base.clock import LONDON

log = logging.getLogger(__name__)

class CalDavSettings(BaseSettings):
    """`HANDRAIL_CALDAV_…`: the council's server and one account there that may read and write workers' calendars."""

    model_config = SettingsConfigDict(env_prefix="HANDRAIL_CALDAV_")

    url: str = ""
    user: str = ""
    password: SecretStr = SecretStr("")
    timeout_seconds: int = 20


@cache
def caldav_settings() -> CalDavSettings:
    return CalDavSettings()


class OverCalDav:
    """The calendar at a path below the server's address."""

    def __init__(self, own: CalDavSettings, path: str) -> None:
        self._own = own
        self._url = urljoin(own.url.rstrip("/") + "/", path.strip("/") + "/")

    async def events(self, start: datetime, end: datetime) -> Sequence[Event]:
        def found(at: Calendar) -> list[Event]:
            there: Any = at.search(start=start, end=end, event=True, expand=True)
            return [event for one in there if (event := _event(one))]

        return await self._asked(found)

    async def find(self, uid: str) -> Event | None:
        def found(at: Calendar) -> Event | None:
            there = _of_uid(at, uid)
            return _event(there) if there else None

        return await self._asked(found)

    async def put(self, entry: Entry) -> None:
        written = calendar([entry], method=None).decode()

        def done(at: Calendar) -> None:
            there = _of_uid(at, entry.uid)
            if there is None:
                at.add_event(written, increase_seqno=False)
            else:
                there.data = written
                there.save(increase_seqno=False)

        await self._asked(done)

    async def remove(self, uid: str) -> None:
        def done(at: Calendar) -> None:
            there = _of_uid(at, uid)
            if there is not None:
                there.delete()

        await self._asked(done)

    async def _asked[T](self, ask: Callable[[Calendar], T]) -> T:
        """The library waits for the network, so it does so on a thread."""
        return await asyncio.to_thread(self._ask, ask)

    def _ask[T](self, ask: Callable[[Calendar], T]) -> T:
        with _plainly(), self._client() as client:
            return ask(Calendar(client=client, url=self._url))

    def _client(self) -> DAVClient:
        own = self._own
        return DAVClient(
            url=own.url, username=own.user or None, password=own.password.get_secret_value() or None,
            timeout=own.timeout_seconds, enable_rfc6764=False, require_tls=False,
        )


@contextmanager
def _plainly() -> Iterator[None]:
    try:
        yield
    except (DAVError, RequestException) as error:
        raise Unreachable(type(error).__name__) from error


def _of_uid(at: Calendar, uid: str) -> Any:
    try:
        return at.get_event_by_uid(uid)
    except NotFoundError:
        return None


def _event(found: Any) -> Event | None:
    """Other programs write what they should not: where it cannot be told when something is, it is left out."""
    one = found.icalendar_component
    uid = str(one.get("uid", ""))
    try:
        start, end = _times(one)
    except (ValueError, TypeError, AttributeError) as error:
        log.warning("an event in a calendar outside cannot be read: %s", type(error).__name__)
        return None
    busy = one.get("transp", "OPAQUE") != "TRANSPARENT" and one.get("status", "CONFIRMED") != "CANCELLED"
    return Event(uid, start, end, busy)


def _times(one: Any) -> tuple[datetime, datetime]:
    """Against its rules, an event may have an end and a duration, or a whole day to begin with and an hour to end: all of it is taken."""
    try:
        return _instant(one.start), _instant(one.end)
    except InvalidCalendar:
        start = one.DTSTART
        ends = [_instant(one.DTEND)] if one.DTEND else []
        if one.DURATION:
            ends.append(_instant(start) + one.DURATION)
        return _instant(start), max(ends)


def _instant(at: date | datetime) -> datetime:
    """A whole day begins at local midnight; a time with no zone is local."""
    if not isinstance(at, datetime):
        return instant(at, time.min)
    return (at if at.tzinfo else at.replace(tzinfo=LONDON)).astimezone(UTC)
