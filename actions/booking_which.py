"""Of several meetings: which is to be moved or cancelled."""

from collections.abc import Sequence

from rasa_sdk.executor import CollectingDispatcher

from actions.began import began_in_own_words
from actions.booking_times import possible
from actions.booking_words import in_a_row, said_of, who_speaks
from actions.coming import known
from actions.door import Event, Turn
from actions.questionnaire import begin
from casework import appointments
from casework.appointments import Appointment, BookingTalk, Step
from casework.base.clock import now
from casework.base.words import button, capital, words
from casework.council import say_when_in_full

MOVES = "action_reschedule_appointment"


async def ask_which(turn: Turn, step: Step, meetings: Sequence[Appointment]) -> list[Event]:
    await appointments.begin_which(turn.session, turn.conversation, step, meetings)
    return begin(turn, "booking")


def put_which(state: BookingTalk, say: CollectingDispatcher) -> None:
    """Each by its day and hour, and all of them where they are to be cancelled."""
    whens = [say_when_in_full(one.starts_at, now()) for one in appointments.listed(state)]
    buttons = [{"title": capital(when), "payload": one["title"]} for when, one in zip(whens, state.offered, strict=True)]
    if state.step == Step.WHICH_CANCEL:
        buttons.append(button("utter_booking_both" if len(whens) == 2 else "utter_booking_all"))
    say.utter_message(response="utter_booking_which", buttons=buttons)


async def ask_cancel(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    """Asked once more before it is done, of one or of several."""
    if len(state.offered) > 1:
        whens = [say_when_in_full(one.starts_at, now()) for one in appointments.listed(state)]
        say.utter_message(response="utter_booking_cancel_ask_all", whens=in_a_row(whens, words("utter_and").text))
        return
    moving = await turn.session.get_one(Appointment, state.moving_id)
    say.utter_message(response="utter_booking_cancel_ask", **await said_of(turn, moving))


async def go_on_moving(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    """It is known which: when to, they may have said at the beginning."""
    moving = await turn.session.get_one(Appointment, state.moving_id)
    say.utter_message(response="utter_booking_moving", **await said_of(turn, moving))
    await begin_to_move(turn, state, await began_in_own_words(turn, MOVES), say)


async def begin_to_move(turn: Turn, talk: BookingTalk, text: str, say: CollectingDispatcher) -> None:
    """When to, how, where and with whom, as far as it was said already."""
    who = await who_speaks(turn)
    if not await appointments.change(turn.session, talk, text, who):
        await appointments.listen(turn.session, talk, appointments.moved_to(possible(text, say)), who)


async def moved_beside(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> bool:
    """What was booked just now is to be at another time or another way after all, said beside who comes along, say: both are heard."""
    found = (appointments.moves_beside(turn.text) or appointments.way_beside(turn.text)) if state.step == Step.ADJUSTMENTS else None
    if found is None:
        return False
    meeting, (told, when) = await turn.session.get_one(Appointment, state.holding_id), found
    if not appointments.declines(told):
        await appointments.note_or_take_back(turn.session, meeting, await known(turn), told)
        say.utter_message(response="utter_booking_need_kept")
    appointments.begin_moving(state, meeting)
    say.utter_message(response="utter_booking_moving", **await said_of(turn, meeting))
    await begin_to_move(turn, state, when, say)
    return True
