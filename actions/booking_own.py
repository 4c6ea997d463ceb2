"""Why others are offered than one's own worker."""

from datetime import date, timedelta

from actions.booking_words import who_speaks
from actions.door import Turn
from casework import appointments
from casework.appointments import Appointment, BookingTalk, Wish
from casework.appointments.words.picking import slots
from casework.base.clock import local, now
from casework.base.words import words
from casework.council import say_day, say_full_date
from casework.staff import Staff

A_WEEK = timedelta(days=7)


async def not_theirs(turn: Turn, state: BookingTalk) -> str:
    """That their own worker, or the one they asked for, is away or has no time then, where others are offered; else ""."""
    own, offered = await _own(turn, state), {one.worker for one in slots(state)} - {""}
    if not own or not offered or not state.wish or offered & {one.name for one in own}:
        return ""
    back = await appointments.away_until(turn.session, turn.area, own[0], Wish.read(state.wish))
    if back:
        return words("utter_booking_own_away", own=own[0].name, day=_day(back)).text + " "
    return words("utter_booking_not_theirs", own=own[0].name).text + " "


async def _own(turn: Turn, state: BookingTalk) -> list[Staff]:
    """Whom they asked for; else their own; else whose meeting is moved, or whom they met last."""
    if (state.wish or {}).get("without"):
        return []
    if asked_for := (state.wish or {}).get("worker"):
        named = await appointments.worker_named(turn.session, turn.area, asked_for)
        return [named] if named else []
    who = await who_speaks(turn)
    if own := await appointments.own_workers(turn.session, who.claimant):
        return own
    if state.moving_id:
        before = await turn.session.get(Appointment, state.moving_id)
    else:
        before = await appointments.met_last(turn.session, turn.conversation, who.claimant.id if who.claimant else None, who.phone)
    return await appointments.workers_of(turn.session, before.diary_id if before else None)


def _day(day: date) -> str:
    """The weekday alone, of the coming week."""
    return say_day(day.weekday()) if day < local(now()).date() + A_WEEK else say_full_date(day)
