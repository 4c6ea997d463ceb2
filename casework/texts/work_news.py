"""How work goes, told on a watched phone that was started again: it is taken as anywhere else."""

from casework import checkins, messaging
from casework.base.clock import now
from casework.checkins import told
from casework.council import say_when
from casework.texts.given import Given, Said

# So few words, with all that trouble with pay is told with, are of nothing else; the assistant is not asked here.
FEW, PAY = 6, "checkin_pay_hours_problem"


async def take(given: Given) -> Said:
    """What is said of it; None where it is of something else. Who spoke of danger is asked no more about work."""
    person = await messaging.whose(given.session, given.conversation.id)
    if person is None:
        return None
    waits = await checkins.waiting(given.session, person.id)
    outcome = (checkins.read(waits, given.text) if waits else None) or checkins.news(given.text, _meaning(given.text))
    if outcome is None:
        return None
    heard = await checkins.note(given.session, person, outcome, given.conversation.id, said=given.text)
    if heard.follow_up and (asked := await checkins.waiting(given.session, person.id)):
        checkins.leave_it(asked)
    return f"utter_checkin_done_{heard.outcome}", {"when": say_when(heard.promised_by or now(), now())}


def begins(given: Given) -> bool:
    """Whether a new job is told of, or they ask how to; the assistant hears it in words that it knows, and answers in words that tell nothing."""
    if told.asks_how(given.text):
        given.message.meant = told.news()
    return told.begins(given.text) or told.asks_how(given.text)


def _meaning(text: str) -> str:
    return PAY if len(text.split()) <= FEW else ""
