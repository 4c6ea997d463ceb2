"""How work goes, told on a watched phone that was started again: it is taken as anywhere else."""

from casework import checkins, messaging
from casework.base.clock import now
from casework.council import say_when
from casework.texts.given import Given, Said


async def take(given: Given) -> Said:
    """What is said of it; None where it is of something else. Who spoke of danger is asked no more about work."""
    person = await messaging.whose(given.session, given.conversation.id)
    if person is None:
        return None
    waits = await checkins.waiting(given.session, person.id)
    outcome = checkins.read(waits, given.text) if waits else checkins.news(given.text)
    if outcome is None:
        return None
    heard = await checkins.note(given.session, person, outcome, given.conversation.id)
    if heard.follow_up and (asked := await checkins.waiting(given.session, person.id)):
        checkins.leave_it(asked)
    return f"utter_checkin_done_{heard.outcome}", {"when": say_when(heard.promised_by or now(), now())}
