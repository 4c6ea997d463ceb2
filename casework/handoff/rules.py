"""When a person who asks for a person is told somebody will be there."""

from datetime import datetime

from casework.council import Area, add_working_minutes


def promise(area: Area, asked_at: datetime) -> datetime:
    """The instant promised: the area's own standard, counted in its opening hours only."""
    return add_working_minutes(area, asked_at, area.chat_answer_minutes)
