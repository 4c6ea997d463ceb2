"""Who can be turned to at once for what an answer came to, from the directory, until a person is in touch."""

from datetime import datetime

from casework import directory, outbox
from casework.checkins.outcomes import outcomes
from casework.council import Area

MOST, SMS, NOW = 2, "sms", "P1"
# Letters that the words before them take.
ROOM = 45


def lines(outcome: str, area: Area, channel: str, at: datetime) -> list[str]:
    """A line each, best first; by text as many as one text holds with the words before them. None for what was not read."""
    known = outcomes().outcomes.get(outcome)
    if known is None:
        return []
    near = directory.signpost(known.near, area.id, area.nation, at) if known.near else []
    named = directory.contacts(known.helps, area.nation, at, no_web=channel == SMS)
    every = {one.id: one for one in (*near, *named)}.values()
    # A line without its name helps nobody beside one that has it.
    told = [one for one in every if channel != SMS or not one.discreet] or every
    open_first = sorted(told, key=lambda one: one.open_now is False)
    found = directory.render(open_first, channel)[:MOST]
    if channel != SMS:
        return found
    found = found or [f"{one.name}: {one.what}" for one in open_first[:1]]
    return found if outbox.length(f"{'-' * ROOM}{chr(10).join(found)}").parts == 1 else found[:1]


def is_for_today(outcome: str) -> bool:
    """Whether it is food or heat, which come before anything else."""
    known = outcomes().outcomes.get(outcome)
    return known is not None and known.near is not None and known.level == NOW
