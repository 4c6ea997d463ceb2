"""The meetings somebody has coming: whose they are, and what is said on the day."""

from rasa_sdk.executor import CollectingDispatcher

from actions.booked_before import of_proved
from actions.booking_words import said_of
from actions.door import Event, Turn
from actions.questionnaire import begin
from casework import appointments, identity, messaging
from casework.appointments import Appointment
from casework.base.clock import now
from casework.claimants import Claimant


async def theirs(turn: Turn) -> list[Appointment]:
    """Those made in this conversation or reminded of on this phone; the person's own once they proved who they are."""
    person = await known(turn)
    phone = (await messaging.get(turn.session, turn.conversation)).phone
    found = list(await appointments.coming(turn.session, turn.conversation, person.id if person else None, phone))
    return found if found or person else await of_proved(turn)


async def known(turn: Turn) -> Claimant | None:
    return await identity.proved(turn.session, turn.conversation)


async def on_the_day(turn: Turn, say: CollectingDispatcher) -> bool:
    """They are late for the meeting that is near, or there for it; False where they say neither, or have none near."""
    late, there = appointments.says_late(turn.text), appointments.says_there(turn.text)
    if not (late or there) or appointments.is_of_work(turn.text):
        return False
    meeting = next(iter(await theirs(turn)), None)
    if meeting is None or not appointments.is_near(meeting.starts_at, now()):
        return False
    if late:
        await appointments.told_late(turn.session, meeting, turn.text)
        await say_late(turn, meeting, say)
    elif meeting.format != "in_person":
        say.utter_message(response="utter_booking_about_where", **await said_of(turn, meeting))
    else:
        say.utter_message(response="utter_booking_there", phone=turn.area.phones.office, **await said_of(turn, meeting))
    return True


async def say_late(turn: Turn, meeting: Appointment, say: CollectingDispatcher) -> None:
    """The minutes as they were kept, where any were told."""
    name = "utter_booking_late_by" if meeting.late_minutes else "utter_booking_late"
    say.utter_message(response=name, late=meeting.late_minutes, **await said_of(turn, meeting))


async def keeps_theirs(turn: Turn, say: CollectingDispatcher) -> bool:
    """"Yep, I'll be there", of the meeting they have; False where they say nothing of it, or have none."""
    meeting = next(iter(await theirs(turn)), None) if appointments.says_coming(turn.text) else None
    if meeting is None:
        return False
    say.utter_message(response="utter_booking_kept", **await said_of(turn, meeting))
    return True


async def called_off(turn: Turn) -> list[Event] | None:
    """"Can't make it, my kid is sick", said of no work: asked whether to call off the meeting. None: not said."""
    if not appointments.cannot_come(turn.text) or appointments.is_of_work(turn.text):
        return None
    found = await theirs(turn)
    if not found:
        return None
    await appointments.begin_cancelling(turn.session, turn.conversation, found[0])
    return begin(turn, "booking")
