"""When a person who asks for a person is told somebody will be there."""

from collections.abc import Sequence
from datetime import datetime

from casework.council import Area, add_working_minutes


def promise(area: Area, asked_at: datetime) -> datetime:
    """The instant promised: the area's own standard, counted in its opening hours only."""
    return add_working_minutes(area, asked_at, area.chat_answer_minutes)


def told_by_now(area: Area, raised_at: datetime, minutes: int, people: int, at: datetime) -> int:
    """The place in the list of whom an unacknowledged alert has come to: the first at once, the next after so many
    minutes of opening hours, and so on to the last.
    """
    place, due = 0, raised_at
    while place + 1 < people:
        due = add_working_minutes(area, due, minutes)
        if due > at:
            break
        place += 1
    return place


def graver(level: str | None, due: datetime, than: str | None, than_due: datetime) -> bool:
    """P1 is graver than P2, any level than none, and of one level what is due first."""
    return level is not None and (than is None or (level, due) < (than, than_due))


def also(before: Sequence[str], other: str, reason: str) -> list[str]:
    """All that it is for but the gravest, which is its `reason`: once each, in the order it came."""
    return [one for one in dict.fromkeys((*before, other)) if one != reason]
