"""Reminders by e-mail for who is new to us: which address, and the code that came there."""

from uuid import UUID

from rasa_sdk.executor import CollectingDispatcher

from actions.booking_asides import answered_beside
from actions.booking_words import who_speaks
from actions.door import Turn
from casework import appointments, identity, messaging
from casework.appointments import Appointment, BookingTalk, Step
from casework.appointments.words.particulars import number_in
from casework.reading import email_in, read_answer

MOST_MISSES = 3
# How the link comes, asked as how to join.
LINK = "join"
NO = ("no", "prefer_not_to_say")


async def begin_email(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    """A code goes to the address they gave; where none was given, it is asked for."""
    meeting = await turn.session.get_one(Appointment, state.holding_id)
    if address := appointments.to_prove(meeting):
        await _send(turn, state, address, say)


async def heard_email(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> bool:
    """False where something else is asked."""
    if state.step != Step.EMAIL:
        return False
    await messaging.keep_private(turn.session, UUID(turn.message))
    meeting, told = await turn.session.get_one(Appointment, state.holding_id), email_in(turn.text)
    address = appointments.to_prove(meeting)
    if told:
        appointments.give_email(meeting, told)
        await _send(turn, state, told, say)
    elif address and await identity.proves_email(turn.session, turn.conversation, address, turn.text):
        await appointments.prove_email(turn.session, state, meeting, await who_speaks(turn))
        say.utter_message(response="utter_booking_email_done", address=address)
    elif not await _another_way_to_reach(turn, state, meeting, say) and not await _aside(turn, state, say):
        state.misses += 1
        if appointments.skips(turn.text) or read_answer("yes_no", turn.text)["value"] in NO or state.misses >= MOST_MISSES:
            await _leave(turn, state, meeting, say)
    return True


async def _another_way_to_reach(turn: Turn, state: BookingTalk, meeting: Appointment, say: CollectingDispatcher) -> bool:
    """A number to which the link goes, or another way to meet."""
    number = number_in(turn.text) if appointments.lacks_link(meeting) else None
    if number is None:
        return await appointments.meet_otherwise(turn.session, state, meeting, turn.text, await who_speaks(turn))
    appointments.send_link_to(meeting, number)
    say.utter_message(response="utter_booking_email_number")
    appointments.leave_email(state, await who_speaks(turn))
    return True


async def _aside(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> bool:
    """A question, answered; the numbers are asked for again."""
    if appointments.asked_of_times(state, turn.text) != LINK:
        return await answered_beside(turn, state, say)
    state.misses = 0
    say.utter_message(response="utter_booking_email_link")
    return True


def ask_email(state: BookingTalk, meeting: Appointment, say: CollectingDispatcher) -> None:
    if state.why == appointments.NO_LINK:
        say.utter_message(response="utter_booking_email_no_link")
        return
    address = appointments.to_prove(meeting)
    say.utter_message(response="utter_booking_email_code" if address else "utter_booking_email_ask", address=address)


async def _send(turn: Turn, state: BookingTalk, address: str, say: CollectingDispatcher) -> None:
    state.misses = 0
    if not await identity.send_email_code(turn.session, turn.conversation, address):
        say.utter_message(response="utter_identity_too_many")
        appointments.leave_email(state, await who_speaks(turn))


async def _leave(turn: Turn, state: BookingTalk, meeting: Appointment, say: CollectingDispatcher) -> None:
    """Of a meeting by video, how else the link may come is asked first."""
    no_link = appointments.lacks_link(meeting)
    if no_link and state.why != appointments.NO_LINK:
        state.why, state.misses = appointments.NO_LINK, 0
        return
    say.utter_message(response="utter_booking_email_left_link" if no_link else "utter_booking_email_left", phone=turn.area.phones.office)
    appointments.leave_email(state, await who_speaks(turn))
