"""The time, in one place: instants are aware and UTC, people's days are Europe/London."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    return datetime.now(UTC)


def local(at: datetime) -> datetime:
    return at.astimezone(LONDON)
