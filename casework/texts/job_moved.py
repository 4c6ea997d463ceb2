"""The first day of a job that we follow, put right in their own words: what is asked of it is planned anew."""

import re
from datetime import date, timedelta

from casework import checkins, messaging
from casework.base.clock import local, now
from casework.checkins import reporting, rereading, rules
from casework.claimants import Claimant
from casework.council import say_full_date
from casework.outbox import ENDS
from casework.texts import lately
from casework.texts.given import Given, Said

JOB_MOVED = "job_moved"
# Of a job that has begun a day to come may be of a shift, but where it is said to be other than was told.
BEGUN_LATELY = timedelta(days=7)
OTHERWISE = re.compile(r"\b(?:actuall?y|not|isnt|instead|moved|changed|pushed|put back|delayed|sorry|meant|wrong|now|dont)\b", re.I)


async def is_told(given: Given) -> bool:
    """Whether nothing else that we ask is answered by it."""
    if given.known is not None and given.known.why in ENDS:
        return False
    found = await _found(given)
    if found is None or await reporting.report_of(given.session, given.conversation.id):
        return False
    idle = await lately.is_idle(given.session, given.conversation.id)
    return idle or await lately.asks_how_work_goes(given.session, given.conversation)


async def moved(given: Given) -> Said:
    found = await _found(given)
    if found is None:
        return None
    person, day = found
    await checkins.job_started(given.session, person, day, reported_by="person")
    return "utter_text_job_moved", {"day": say_full_date(day)}


async def _found(given: Given) -> tuple[Claimant, date] | None:
    today = local(now()).date()
    day = rereading.starts_otherwise(given.text, today)
    person = await messaging.whose(given.session, given.conversation.id) if day else None
    job = await checkins.followed_job(given.session, person.id) if person else None
    if day is None or person is None or job is None or day == job.starts_on or rules.unfit(day, None, today):
        return None
    begun = job.starts_on <= today
    if begun and (today - job.starts_on > BEGUN_LATELY or not OTHERWISE.search(given.text)):
        return None
    return person, day
