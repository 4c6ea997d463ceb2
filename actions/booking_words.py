"""What is told of a meeting, to whom, and how much of it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from actions.door import Turn
from casework import appointments, claimants, messaging
from casework.appointments import Appointment, Who
from casework.base.clock import now
from casework.base.settings import settings
from casework.base.words import capital, words
from casework.council import council, say_when_dated, say_when_in_full

MINUTE = timedelta(minutes=1)


async def who_speaks(turn: Turn) -> Who:
    conversation = await messaging.get(turn.session, turn.conversation)
    known = await claimants.get(turn.session, conversation.claimant_id) if conversation.claimant_id else None
    return Who(turn.area, known, conversation.phone)


async def said_of(turn: Turn, one: Appointment) -> dict[str, Any]:
    """What is told of a meeting: when, with whom, where or how, and its calendar entry."""
    worker = await appointments.worker_of(turn.session, one)
    title = await appointments.group_title(turn.session, one)
    bring = council().appointments.kinds[one.kind].bring  # type: ignore[index]
    told = (say_when_in_full if turn.channel == "sms" else say_when_dated)(one.starts_at, now())
    when = f"{title}, {told}" if title else told
    also = words("utter_booking_also", services=in_a_row(one.services, words("utter_and").text)).text if one.services else ""
    also += words("utter_booking_home_wished").text if one.format == "phone" and appointments.AT_HOME in one.features else ""
    return {
        "when": when,
        "When": capital(when),
        "worker": f"{worker} and {one.partner}" if one.partner else worker,
        "where": appointments.where(one) + also,
        "bring": words("utter_booking_bring" if bring else "utter_booking_bring_nothing", bring=bring).text,
        "minutes": (one.ends_at - one.starts_at) // MINUTE,
        "link": f"{settings().public_address}/calendar/{one.id}.ics",
    }


def in_a_row(names: Sequence[str], joined: str) -> str:
    """ "Jo", "Jo or Mo", "Jo, Mo or Ann", `joined` by a word such as "or"; each once."""
    *others, last = dict.fromkeys(names)
    return f"{', '.join(others)} {joined} {last}" if others else last
