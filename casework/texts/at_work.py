"""Texts that come while somebody works: which hours those are is asked once, and nothing is asked in them."""

from collections.abc import Mapping

from casework import checkins, handoff, messaging, outbox
from casework.base.errors import NotFound, Unreadable
from casework.claimants import Claimant
from casework.council.hours import WEEKDAYS
from casework.council.say import say_days, say_from_to, say_time
from casework.reading import Weekly, read_weekly
from casework.texts import lately
from casework.texts.control import runs_overnight
from casework.texts.given import Given, Said
from casework.texts.holding import HELD

SAFE_CONTACT = "safe_contact"
DAY_BEGINS, DAY_ENDS = "00:00", "23:59"


async def is_known(given: Given) -> bool:
    """Whether it is one person's phone, whose job we follow."""
    person = await _person(given)
    return person is not None and await checkins.followed_job(given.session, person.id) is not None


async def told(given: Given) -> Said:
    """Until they say when they work nothing goes out by itself; where they never do, a person asks."""
    person = await _person(given)
    job = await checkins.followed_job(given.session, person.id) if person else None
    if job and job.shifts:
        return "utter_text_at_work_known", {}
    await outbox.quiet(given.session, given.phone, HELD)
    await handoff.request(given.session, given.conversation.id, given.area, SAFE_CONTACT)
    return lately.AT_WORK, {}


async def hours(given: Given) -> Said:
    person, read = await _person(given), _read(given.text)
    if person is None or read is None or not await _keeps(given, person, read):
        return "utter_text_safe_unread_again", {}
    await outbox.lift(given.session, given.phone, HELD)
    await handoff.not_needed(given.session, given.conversation.id, SAFE_CONTACT)
    return "utter_text_at_work_kept", {"window": _said(read)}


async def _keeps(given: Given, person: Claimant, read: Weekly) -> bool:
    """False where they leave no time to ask anything, or no job is followed any more."""
    try:
        await checkins.change_shifts(given.session, person, [_shift(read)])
    except (Unreadable, NotFound):
        return False
    return True


def answers(given: Given) -> bool:
    """Whether hours are told where they were just asked for."""
    return lately.was_at_work(given.last) and read_weekly(given.text) is not None


async def _person(given: Given) -> Claimant | None:
    proved = given.proved
    return await messaging.whose(given.session, given.conversation.id) if len(proved) == 1 else None


def _read(text: str) -> Weekly | None:
    """One stretch of the day, on some days; None where a night may be meant, or several."""
    read = read_weekly(text)
    if read is None or read.several or runs_overnight(text) or len(read.hours + read.no_hours) > 1:
        return None
    return read if _hours(read) or _days(read) else None


def _days(read: Weekly) -> list[int]:
    return sorted(read.days or read.no_days)


def _hours(read: Weekly) -> Mapping[str, str]:
    found = next(iter(read.hours + read.no_hours), None)
    return {"from": f"{found.start:%H:%M}", "until": f"{found.end:%H:%M}"} if found else {}


def _shift(read: Weekly) -> dict[str, str]:
    named = [WEEKDAYS[day] for day in _days(read)] or WEEKDAYS
    return {"days": " ".join(named), "from": DAY_BEGINS, "until": DAY_ENDS} | dict(_hours(read))


def _said(read: Weekly) -> str:
    found = next(iter(read.hours + read.no_hours), None)
    days = say_days(_days(read) or range(len(WEEKDAYS)))
    return f"{days}, {say_from_to(say_time(found.start), say_time(found.end))}" if found else days
