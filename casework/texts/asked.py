"""Questions about the texts that are answered at once, and a phone that is only lent."""

from collections.abc import Awaitable, Callable

from casework import checkins, handoff, messaging
from casework.base.clock import now
from casework.council import say_date, say_when
from casework.texts.calling import call
from casework.texts.given import Given, Said
from casework.texts.holding import hold

BORROWED = "borrowed"


async def _cost(given: Given) -> Said:
    return "utter_text_cost", {}


async def _number_from(given: Given) -> Said:
    """Of a number that nobody gave us there is nothing to tell but who we are."""
    return ("utter_text_number_from" if given.people else "utter_text_hello"), {}


async def _days_told(given: Given) -> Said:
    """The days of their job as we hold them; on a phone that others read, and where there are none, a person tells them."""
    person = await messaging.whose(given.session, given.conversation.id)
    job = await checkins.followed_job(given.session, person.id) if person and person in given.proved else None
    if job is None or await messaging.is_discreet(given.session, given.conversation):
        return await call(given)
    if job.first_payday is None:
        return "utter_text_first_day_told", {"first": say_date(job.starts_on)}
    return "utter_text_days_told", {"first": say_date(job.starts_on), "day": say_date(job.first_payday)}


async def _greeting(given: Given) -> Said:
    return "utter_text_greeting", {}


async def _some_only(given: Given) -> Said:
    """One kind alone cannot be left out by itself: nothing is stopped, and a person sees to it."""
    asked = await handoff.request(given.session, given.conversation.id, given.area, "some_texts_only")
    return "utter_text_some_only", {"when": say_when(asked.promised_by, now())}


async def _wrong_name(given: Given) -> Said:
    """A name helps to prove who somebody is, so that a person puts it right."""
    asked = await handoff.request(given.session, given.conversation.id, given.area, "wrong_name")
    return "utter_text_wrong_name", {"when": say_when(asked.promised_by, now())}


async def _number_ends(given: Given) -> Said:
    return "utter_text_number_ends", {}


async def _borrowed(given: Given) -> Said:
    """Nothing goes to it by itself, and a person finds another way."""
    await hold(given.session, given.phone)
    await handoff.request(given.session, given.conversation.id, given.area, "safe_contact")
    return "utter_text_borrowed", {}


ORDERS: dict[str, Callable[[Given], Awaitable[Said]]] = {
    "text_cost": _cost,
    "number_from": _number_from,
    "days_told": _days_told,
    "greeting": _greeting,
    "some_only": _some_only,
    "wrong_name": _wrong_name,
    "number_ends": _number_ends,
    BORROWED: _borrowed,
}
NAMES = frozenset(ORDERS)
