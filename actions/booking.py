"""The questions of a booking, put and answered."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from rasa_sdk.executor import CollectingDispatcher

from actions.booking_asides import answered_beside, what_for, without_question
from actions.booking_asking import put
from actions.booking_email import begin_email, email_given, heard_email, say_email_kept
from actions.booking_for_another import ANOTHER, about_whose, tell_how_another_books
from actions.booking_heard import WHEN_ASKED, is_for_booking
from actions.booking_name import heard_no_name
from actions.booking_needs import answered
from actions.booking_noted import briefly
from actions.booking_times import possible
from actions.booking_waiting import about_waiting, prove
from actions.booking_which import go_on_moving, moved_beside
from actions.booking_whom import about_own, ask_who, say_kept
from actions.booking_words import in_a_row, said_of, who_speaks
from actions.coming import theirs
from actions.door import Event, Turn
from casework import appointments, messaging
from casework.appointments import Appointment, BookingTalk, Step
from casework.base.words import words
from casework.council import say_week_briefly

# Why other times were shown than those wished for: of that wish, and not of the next.
OF_A_DAY = ("past", "too_soon", "too_far", "closed", "outside")
# Once a time is taken, or waited for.
GOES_ON = (Step.NAME, Step.NUMBER, Step.ADDRESS, Step.DONE, Step.WAITING, Step.EMAIL, Step.ADJUSTMENTS, Step.INTERPRETER)
NEEDED = (Step.EMAIL, Step.ADJUSTMENTS, Step.INTERPRETER)


class BookingQuestions:
    async def open(self, turn: Turn) -> BookingTalk | None:
        return await appointments.talk_of(turn.session, turn.conversation)

    def asked(self, state: BookingTalk) -> bool:
        return state.step not in appointments.OVER

    def is_choice(self, turn: Turn, state: BookingTalk) -> bool:
        return is_for_booking(turn, state)

    def would_answer(self, turn: Turn, state: BookingTalk) -> bool:
        return appointments.understands(state, turn.text)

    async def take(self, turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
        before, turn = state.step, replace(turn, text=appointments.corrected(state, turn.text) or turn.text)
        if await heard_email(turn, state, say):
            return
        if before == Step.ADDRESS:
            await messaging.keep_private(turn.session, UUID(turn.message))
        if heard_no_name(turn, state):
            return
        turn = await _told_and_asked(turn, state, say)
        if not turn.text:
            return
        if await about_whose(turn, state):
            return
        if await about_own(turn, state, turn.text):
            return
        if await about_waiting(turn, state, say) or await answered_beside(turn, state, say):
            return
        if await moved_beside(turn, state, say) or (state.step == Step.ADJUSTMENTS and await answered(turn, state, say)):
            return
        text = possible(turn.text, say) if state.step in WHEN_ASKED else turn.text
        if text != turn.text and not (appointments.wish_in(text) or appointments.says_format(state, text)):
            state.misses = 0
            if state.why in OF_A_DAY:
                state.why = None
            return
        wish = state.wish
        email = await email_given(turn, state)
        services, needs, kept, retimes = state.services, state.needs, state.holding_id, appointments.retimes(state, text)
        await appointments.hear(turn.session, state, text, await who_speaks(turn))
        if state.services != services and state.format in (None, "in_person") and state.why != "no_service":
            say.utter_message(response="utter_booking_services_too", services=in_a_row(state.services, words("utter_and").text))
        if before == Step.WHICH_MOVE and state.step == Step.WHEN:
            await go_on_moving(turn, state, say)
        if retimes and (state.step, state.holding_id) == (before, kept):
            await _say_it_stands(turn, kept, say)
        if state.step in (Step.FORMAT, Step.WHEN) and (named := _newly_with(wish, state)):
            say.utter_message(response="utter_booking_with_own", worker=named)
        elif state.step == before == Step.FORMAT and state.wish not in (None, wish):
            _say_when_heard(turn, state, say)
        if state.needs != needs:
            await say_kept(turn, text, needs, say)
        await say_email_kept(turn, state, email, say)
        of_before = appointments.refers_back(text) and state.step != before
        if of_before or (before in appointments.SOUGHT and state.step in GOES_ON):
            _say_told(state, say)
        if (before, state.step) == (Step.ADJUSTMENTS, Step.NOTED) and (told := appointments.to_be_told(text)):
            say.utter_message(response="utter_booking_told", told=briefly(told))
        if state.step in NEEDED and before not in NEEDED:
            await _say_booked(turn, state, say)
        if state.step == Step.EMAIL:
            await begin_email(turn, state, say)

    def more(self, turn: Turn, state: BookingTalk) -> bool:
        return state.step not in appointments.OVER

    async def ask(self, turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
        await put(turn, state, say)

    async def done(self, turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> list[Event]:
        if state.step == Step.PROVE:
            return await prove(turn, state, say)
        if state.step == Step.OWN:
            return await ask_who(turn, state, say)
        about = state.moving_id or state.holding_id
        meeting = await turn.session.get(Appointment, about) if about else None
        if meeting is None and state.step == Step.LEFT and state.why != ANOTHER:
            meeting = next(iter(await theirs(turn)), None)
        name = _ending(state, meeting)
        await appointments.end_talk(turn.session, state)
        if state.why == ANOTHER:
            tell_how_another_books(turn, say)
            return []
        say.utter_message(response=name, **(await said_of(turn, meeting) if meeting else {}))
        return []

    async def why(self, turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
        say.utter_message(response=await what_for(turn, state))

    async def stopped(self, turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
        about = state.moving_id or state.holding_id
        stays = await turn.session.get(Appointment, about) if about else None
        await appointments.end_talk(turn.session, state)
        if stays and stays.state == "booked":
            say.utter_message(response="utter_booking_kept", **await said_of(turn, stays))
        else:
            say.utter_message(response="utter_booking_stopped")

    async def drop(self, turn: Turn, state: BookingTalk) -> None:
        await appointments.end_talk(turn.session, state)


async def _told_and_asked(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> Turn:
    """A question beside the answer is answered; a name and a number told before they are asked for are kept. What is left is the answer."""
    rest = appointments.without_told(state, turn.text)
    if not rest:
        state.misses = 0
    return await without_question(replace(turn, text=rest), state, say)


def _say_told(state: BookingTalk, say: CollectingDispatcher) -> None:
    """What is not asked, because they told it, is read back."""
    if told := appointments.told(state):
        say.utter_message(response="utter_booking_told", told=told)


def _newly_with(before: dict[str, Any] | None, state: BookingTalk) -> str | None:
    """Whom they said now that they would meet."""
    named: str | None = (state.wish or {}).get("worker")
    return named if named != (before or {}).get("worker") else None


def _say_when_heard(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    """Before it is known how to meet: that the wish is kept, or why nothing is free then."""
    why = appointments.read_never(turn.area, state.wish)
    say.utter_message(response=f"utter_booking_why_{why}" if why else "utter_booking_when_kept", services="")
    if why in appointments.OUT_OF_HOURS and appointments.is_outside_hours(turn.area, state.wish):
        say.utter_message(response="utter_booking_open", hours=say_week_briefly(turn.area.opening))
    if why in appointments.GONE:
        state.wish = None


async def _say_it_stands(turn: Turn, kept: UUID | None, say: CollectingDispatcher) -> None:
    """The time that is kept, where they only said when else they cannot."""
    held = await turn.session.get(Appointment, kept) if kept else None
    if held:
        say.utter_message(response="utter_booking_time_stands", when=(await said_of(turn, held))["when"])


async def _say_booked(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    meeting = await turn.session.get_one(Appointment, state.holding_id)
    say.utter_message(response="utter_booking_moved" if state.moving_id else "utter_booking_done", **await said_of(turn, meeting))


def _ending(state: BookingTalk, meeting: Appointment | None) -> str:
    if state.step == Step.WAITING:
        return "utter_booking_waiting_to_move" if state.moving_id else "utter_booking_waiting"
    if state.step == Step.OFF_LIST:
        return "utter_waiting_left"
    if state.step == Step.GAVE_UP:
        return "utter_booking_gave_up"
    if meeting is None:
        return "utter_booking_stopped"
    if state.step == Step.DONE:
        return "utter_booking_moved" if state.moving_id else "utter_booking_done"
    if state.step == Step.NOTED:
        return "utter_booking_noted" if meeting.note else "utter_booking_all_set"
    if len(state.offered) > 1 and state.step in (Step.CANCELLED, Step.KEPT):
        return f"utter_booking_{state.step}_all"
    if state.step == Step.LEFT:
        return "utter_booking_kept" if meeting.state == "booked" else "utter_booking_stopped"
    return "utter_booking_kept" if state.step == Step.KEPT else "utter_booking_cancelled"
