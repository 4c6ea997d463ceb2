"""What each order does to the number, the record and the queue; and the name of the words that answer it."""

from collections.abc import Awaitable, Callable
from datetime import datetime, time, timedelta

from casework import appointments, checkins, claimants, handoff, messaging, outbox
from casework.base.clock import LONDON, local, now
from casework.council import say_date, say_full_date, say_when
from casework.outbox import ENDS
from casework.texts import answering_often as often
from casework.texts import asked, at_work, job_moved, lately, safe
from casework.texts.calling import call, no_call, ring_told, text_instead, who_rings
from casework.texts.control import OFF, is_right_number, order_of
from casework.texts.given import Given, Said, agree
from casework.texts.pausing import day_named, first_day, pause_until
from casework.texts.stopping import stop

OFF_LIST, WRONG_BACK, BACK_WHEN, AT_WORK_HOURS = "off_list", "wrong_back", "back_when", "at_work_hours"
RING_TOLD, TEXT_INSTEAD, WHO_RINGS = "ring_told", "text_instead", "who_rings"
# Later than that a number may have gone to somebody else.
TAKEN_BACK_IN = timedelta(days=1)


async def _wrong(given: Given) -> Said:
    """The number is nobody's that we know: it leaves every record, and this thread is nobody's."""
    await outbox.quiet(given.session, given.phone, "wrong")
    for person in given.people:
        for channel in person.channels:
            if channel.address == given.phone and not channel.closed_at:
                await claimants.close_channel(given.session, person, channel.id)
    if given.conversation.claimant_id:
        await handoff.request(given.session, given.conversation.id, given.area, "wrong_number")
    given.conversation.finished_at = now()
    return "utter_text_wrong", {}


async def _wrong_back(given: Given) -> Said:
    """Whoever has the number now is told the way back, and nothing of anybody."""
    return "utter_text_wrong_back", {}


async def _keep_none(given: Given) -> Said:
    await outbox.no_appointments(given.session, given.phone)
    return "utter_text_no_appointments", {}


async def _often(given: Given) -> Said:
    """Asked about work more or less often, in their own words or by one of the answers we offered."""
    person = await messaging.whose(given.session, given.conversation.id)
    text = given.message.text
    if often.is_choice(given.message.meant):
        text = given.message.meant or text
    return await often.changed(given.session, given.conversation.id, person, text)


async def _next(given: Given) -> Said:
    person = await messaging.whose(given.session, given.conversation.id)
    return await often.next_one(given.session, person, given.known)


async def _news(given: Given) -> Said:
    """News is for those who ask for it, and for nobody else."""
    if not given.people:
        return "utter_text_news_unknown", {}
    await agree(given, True, "news")
    return "utter_text_news", {}


async def _no_news(given: Given) -> Said:
    await agree(given, False, "news")
    return "utter_text_no_news", {}


async def _start(given: Given) -> Said:
    """A number that was nobody's stays nobody's: whoever has it now proves by a code who they are.

    Of a watched phone it may be somebody else who starts them: nothing sent there says what it is about, and a person looks.
    """
    wrong_since = given.known.at if given.known and given.known.why == "wrong" else None
    await outbox.lift(given.session, given.phone)
    if given.known and given.known.why == "watched":
        for person in given.people:
            person.safe_contact = (person.safe_contact or {}) | claimants.CAREFUL
        await handoff.request(given.session, given.conversation.id, given.area, "safe_contact")
    if wrong_since is None:
        await agree(given, True)
        return "utter_text_started", {}
    if is_right_number(given.text) and wrong_since > now() - TAKEN_BACK_IN:
        await claimants.open_again(given.session, "sms", given.phone, wrong_since)
    return "utter_text_started_new", {}


async def _pause(given: Given) -> Said:
    if given.known and given.known.why in ENDS:
        return "utter_text_paused_stopped", {}
    asked, longest = pause_until(given.text, local(now())), local(now()) + checkins.LONGEST_PAUSE
    until = asked if asked.date() <= longest.date() else datetime.combine(longest.date(), time.max, LONDON)
    first = first_day(given.text, local(now()))
    await outbox.quiet(given.session, given.phone, "paused", until, datetime.combine(first, time.min, LONDON) if first else None)
    if first and until == asked:
        return "utter_text_paused_from", {"first": say_date(first), "day": say_date(until.date())}
    return ("utter_text_paused" if until == asked else "utter_text_paused_longest"), {"day": say_date(until.date())}


async def _back_when(given: Given) -> Said:
    """Who wants no texts meanwhile has a pause at once, which the day they name makes shorter or longer."""
    if order_of(given.text, quiet=False) != OFF:
        return lately.BACK_WHEN, {}
    paused = await _pause(given)
    return paused if given.known and given.known.why in ENDS else (lately.BACK_WHEN, {})


async def _not_now(given: Given) -> Said:
    """What was asked of work is asked again on the day they name, or tomorrow."""
    person = await messaging.whose(given.session, given.conversation.id)
    waits = await checkins.waiting(given.session, person.id) if person else None
    day = day_named(given.text, local(now()))
    if waits is None or not checkins.put_off(waits, day):
        return "utter_text_no_rush", {}
    return "utter_text_asked_again", {"day": say_full_date(day)}


async def _unheard(given: Given) -> Said:
    """Texts are all they get, and they say so: no more words of ours, but a person. The texts are theirs to end."""
    asked = await handoff.request(given.session, given.conversation.id, given.area, "unheard")
    return "utter_text_unheard", {"when": say_when(asked.promised_by, now())}


async def _late(given: Given) -> Said:
    """The next meeting is kept, if it is near; one on another day is named. Where there is none a person looks at it.

    Of a check-in that waits only the answer is late: it is asked again.
    """
    coming = await appointments.coming(given.session, given.conversation.id, phone=given.phone)
    meant = appointments.late_for(coming, given.message.text) if coming else None
    if meant and await appointments.told_late(given.session, meant, given.message.text):
        return "utter_text_late_kept", {}
    if meant:
        worker = await appointments.worker_of(given.session, meant)
        return "utter_booking_late_other_day", {"when": say_when(meant.starts_at, now()), "worker": worker}
    if (asked := await lately.asked_of_work(given.session, given.conversation)) is not None:
        again = asked.as_said()
        return "utter_checkin_question", {"question": again.text, "choices": again.offered}
    await handoff.request(given.session, given.conversation.id, given.area, "late")
    return "utter_text_late", {}


async def note_late(given: Given) -> None:
    """Beside danger nothing is said of it, but the worker of a near meeting sees it."""
    coming = await appointments.coming(given.session, given.conversation.id, phone=given.phone)
    if coming:
        await appointments.told_late(given.session, appointments.late_for(coming, given.message.text), given.message.text)


async def _left(given: Given) -> Said:
    """The job is over: a person rings, and nothing more is asked about it."""
    person = await messaging.whose(given.session, given.conversation.id)
    if person is None:
        return await call(given)
    heard = await checkins.note(given.session, person, "left", given.conversation.id)
    return "utter_checkin_done_left", {"when": say_when(heard.promised_by or now(), now())}


async def _off_list(given: Given) -> Said:
    """They wait for no time any more; texts go on, and where they had ended nothing is said."""
    await leave_list(given)
    return None if given.known and given.known.why in ENDS else ("utter_waiting_left", {})


async def leave_list(given: Given) -> None:
    person = await messaging.whose(given.session, given.conversation.id)
    await appointments.leave_waiting_list(given.session, given.conversation.id, person)


async def _help(given: Given) -> Said:
    return "utter_text_help", {}


async def _no_rush(given: Given) -> Said:
    """Their answer came late, or comes later: it counts all the same."""
    return "utter_text_no_rush", {}


async def _no_credit(given: Given) -> Said:
    return "utter_text_no_credit", {}


async def _who(given: Given) -> Said:
    return "utter_text_hello", {}


async def _is_safe(given: Given) -> Said:
    """They are safe, they say, where no danger is open."""
    return "utter_text_is_safe", {}


ORDERS: dict[str, Callable[[Given], Awaitable[Said]]] = {
    "stop": stop,
    "wrong": _wrong,
    WRONG_BACK: _wrong_back,
    "keep_no_appointments": _keep_none,
    often.OFTEN: _often,
    often.NEXT: _next,
    "news": _news,
    "no_news": _no_news,
    "start": _start,
    "start_again": _start,
    "pause": _pause,
    "pause_until": _pause,
    BACK_WHEN: _back_when,
    "not_now": _not_now,
    "at_work": at_work.told,
    AT_WORK_HOURS: at_work.hours,
    "call": call,
    "no_call": no_call,
    RING_TOLD: ring_told,
    TEXT_INSTEAD: text_instead,
    WHO_RINGS: who_rings,
    "slow": _no_rush,
    "busy": _no_rush,
    "no_credit": _no_credit,
    "who": _who,
    "is_safe": _is_safe,
    **asked.ORDERS,
    "unheard": _unheard,
    "late": _late,
    "left": _left,
    job_moved.JOB_MOVED: job_moved.moved,
    "safe": safe.told,
    "safe_times": safe.told,
    "go_on": safe.go_on,
    safe.ASK_AGAIN: safe.ask_again,
    "help": _help,
    OFF_LIST: _off_list,
}
