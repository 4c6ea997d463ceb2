"""Reminders by e-mail for who is new to us: which address, and the code that came there."""

from uuid import UUID

from rasa_sdk.executor import CollectingDispatcher

from actions.booking_words import who_speaks
from actions.door import Turn
from casework import appointments, identity, messaging
from casework.appointments import Appointment, BookingTalk, Step
from casework.reading import email_in, read_answer

MOST_MISSES = 3
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
    elif read_answer("yes_no", turn.text)["value"] in NO:
        await _leave(turn, state, say)
    else:
        state.misses += 1
        if state.misses >= MOST_MISSES:
            await _leave(turn, state, say)
    return True


def ask_email(state: BookingTalk, meeting: Appointment, say: CollectingDispatcher) -> None:
    address = appointments.to_prove(meeting)
    say.utter_message(response="utter_booking_email_code" if address else "utter_booking_email_ask", address=address)


async def _send(turn: Turn, state: BookingTalk, address: str, say: CollectingDispatcher) -> None:
    state.misses = 0
    if not await identity.send_email_code(turn.session, turn.conversation, address):
        say.utter_message(response="utter_identity_too_many")
        appointments.leave_email(state, await who_speaks(turn))


async def _leave(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    say.utter_message(response="utter_booking_email_left")
    appointments.leave_email(state, await who_speaks(turn))
