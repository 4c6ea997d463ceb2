"""The questions of a booking, put and answered."""

from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.booking_asides import answered_beside, asks_beside
from actions.booking_for_another import say_for_another
from actions.booking_needs import answered, is_asked
from actions.booking_own import not_theirs
from actions.booking_times import either, possible
from actions.booking_waiting import about_waiting, prove, wants_to_wait
from actions.booking_which import ask_cancel, go_on_moving, put_which
from actions.booking_words import in_a_row, said_of, who_speaks
from actions.door import Event, Turn
from casework import appointments
from casework.appointments import Appointment, BookingTalk, Step
from casework.appointments.picking import slots
from casework.base.clock import local
from casework.base.words import responses, words
from casework.council import say_full_date

# Wanting one of these is no word about when.
ASIDE = frozenset({"stop_this", "request_human", "cancel_appointment"})
# Said while times are shown, these are another wish for the same meeting.
ABOUT_A_TIME = frozenset({"reschedule_appointment", "book_appointment", "appointment_format"})
WHEN_ASKED = (Step.FORMAT, Step.WHEN, Step.CHOOSE, Step.CONFIRM, Step.NAME)
NEEDED = (Step.ADJUSTMENTS, Step.INTERPRETER)
FULL = ("full", "filled")
EXAMPLES = {
    "format": "utter_booking_format_example",
    "choose": "utter_booking_choose_example",
    "name": "utter_booking_name_example",
    "adjustments": "utter_booking_adjustments_example",
}


class BookingQuestions:
    async def open(self, turn: Turn) -> BookingTalk | None:
        return await appointments.talk_of(turn.session, turn.conversation)

    def asked(self, state: BookingTalk) -> bool:
        return state.step not in appointments.OVER

    def is_choice(self, turn: Turn, state: BookingTalk) -> bool:
        said = turn.text.strip().casefold()
        if said in [one["title"].casefold() for one in state.offered]:
            return True
        if state.step in (Step.WHEN, Step.CHOOSE) and turn.intent not in ASIDE and appointments.busy_in(said):
            return True
        if turn.intent not in ASIDE and appointments.picks(state, turn.text):
            return True
        if state.step in appointments.FINDING and appointments.is_for_another(turn.text):
            return True
        if state.step in WHEN_ASKED and turn.intent not in ASIDE and appointments.impossible_in(turn.text):
            return True
        if asks_beside(turn, state) or wants_to_wait(state, turn.text):
            return True
        if turn.intent not in ASIDE and appointments.would_rather_meet(state, turn.text):
            return True
        if turn.intent == "request_human" and appointments.says_who_meets(state, turn.text):
            return True
        if turn.intent not in ASIDE and appointments.says_how(state, turn.text):
            return True
        if turn.intent == "appointment_format" and appointments.says_format(state, turn.text):
            return True
        if turn.intent in ABOUT_A_TIME and appointments.corrects(state, turn.text):
            return True
        if appointments.finding(state) and turn.intent not in ASIDE and appointments.tells_need(turn.text):
            return True
        if state.step in appointments.WHICH and appointments.understands(state, turn.text):
            return True
        if state.step == Step.INTERPRETER and appointments.names_language(turn.text):
            return True
        if appointments.finding(state) and appointments.adds_service(turn.text, turn.area, state.services):
            return True
        if state.step == Step.NUMBER and appointments.is_about_number(state, turn.text):
            return True
        if state.step == Step.NAME and appointments.speaks_of_time(turn.text):
            return True
        if state.step == Step.ADJUSTMENTS and is_asked(turn.text):
            return True
        tells = state.step == Step.ADJUSTMENTS and "?" not in said
        names_one = state.step == Step.FORMAT and turn.intent == "appointment_format"
        return (tells or names_one) and appointments.understands(state, turn.text)

    def would_answer(self, turn: Turn, state: BookingTalk) -> bool:
        return appointments.understands(state, turn.text)

    async def take(self, turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
        before = state.step
        if state.step in appointments.FINDING and appointments.is_for_another(turn.text):
            state.step, state.why = Step.LEFT, "another"
            return
        if await about_waiting(turn, state, say) or await answered_beside(turn, state, say):
            return
        if state.step == Step.ADJUSTMENTS and await answered(turn, state, say):
            return
        text = possible(turn.text, say) if state.step in WHEN_ASKED else turn.text
        if text != turn.text and not (appointments.wish_in(text) or appointments.says_format(state, text)):
            state.misses = 0
            return
        services, needs = state.services, state.needs
        await appointments.hear(turn.session, state, text, await who_speaks(turn))
        if state.services != services and state.format in (None, "in_person"):
            say.utter_message(response="utter_booking_services_too", services=in_a_row(state.services, words("utter_and").text))
        if before == Step.WHICH_MOVE and state.step == Step.WHEN:
            await go_on_moving(turn, state, say)
        if state.needs != needs:
            say.utter_message(response="utter_booking_need_kept")
        if state.step in NEEDED and before not in NEEDED:
            await _say_booked(turn, state, say)

    def more(self, turn: Turn, state: BookingTalk) -> bool:
        return state.step not in appointments.OVER

    async def ask(self, turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
        if state.misses:
            say.utter_message(response=await _example(turn, state))
        match state.step:
            case Step.FORMAT:
                await _ask_format(turn, state, say)
            case Step.WHEN:
                await _ask_when(turn, state, say)
            case Step.CHOOSE:
                await _offer(turn, state, say)
            case Step.CONFIRM:
                held = await turn.session.get_one(Appointment, state.holding_id)
                say.utter_message(response="utter_booking_confirm", **await _read_back(turn, state, held))
            case Step.WHICH_CANCEL | Step.WHICH_MOVE:
                put_which(state, say)
            case Step.CANCEL:
                await ask_cancel(turn, state, say)
            case Step.ADJUSTMENTS:
                say.utter_message(response="utter_booking_adjustments")
            case Step.INTERPRETER:
                say.utter_message(response="utter_booking_interpreter")
            case Step.NAME:
                say.utter_message(response="utter_booking_name")
            case Step.NUMBER:
                held = await turn.session.get_one(Appointment, state.holding_id)
                say.utter_message(response=f"utter_booking_number_{held.format}")

    async def done(self, turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> list[Event]:
        if state.step == Step.PROVE:
            return await prove(turn, state, say)
        about = state.moving_id or state.holding_id
        meeting = await turn.session.get(Appointment, about) if about else None
        name = _ending(state, meeting)
        await appointments.end_talk(turn.session, state)
        if state.why == "another" and say_for_another(turn, say):
            return []
        say.utter_message(response=name, **(await said_of(turn, meeting) if meeting else {}))
        return []

    async def why(self, turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
        say.utter_message(response="utter_booking_why")

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


async def _example(turn: Turn, state: BookingTalk) -> str:
    """Where we ring, why a number is needed, and that there is another way."""
    if state.step != Step.NUMBER:
        return EXAMPLES.get(state.step, "utter_booking_example")
    held = await turn.session.get_one(Appointment, state.holding_id)
    return f"utter_booking_number_example_{held.format}"


async def _read_back(turn: Turn, state: BookingTalk, held: Appointment) -> dict[str, Any]:
    """With whom it is "this time", where a meeting that is moved goes to another worker."""
    said = await said_of(turn, held)
    moving = await turn.session.get(Appointment, state.moving_id) if state.moving_id else None
    if moving is None or moving.diary_id == held.diary_id:
        return said
    return said | {"worker": words("utter_booking_this_time", worker=said["worker"]).text}


async def _with(turn: Turn, state: BookingTalk) -> str:
    """Of whom to speak with the times: each who is offered, and that it is another where a move needs one."""
    workers = sorted({one.worker for one in slots(state)} - {""})
    moving = await turn.session.get(Appointment, state.moving_id) if state.moving_id else None
    if moving and any(one.diary != moving.diary_id for one in slots(state)):
        return words("utter_booking_this_time", worker=either(workers)).text if workers else ""
    return either(workers) if workers else ""


async def _say_booked(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    meeting = await turn.session.get_one(Appointment, state.holding_id)
    say.utter_message(response="utter_booking_done", **await said_of(turn, meeting))


async def _ask_format(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    if state.why in ("no_group", "no_other_group", "none_planned"):
        wait = words("utter_booking_wait").text, responses()["utter_booking_wait"][0]["text"]
        buttons = [{"title": wait[0], "payload": wait[1]}] if state.full_group_id else []
        say.utter_message(response=f"utter_booking_{state.why}", buttons=buttons)
        return
    groups = await appointments.groups_to_come(turn.session, [turn.area.id])
    say.utter_message(response="utter_booking_format_groups" if any(one.left for one in groups) else "utter_booking_format")


async def _ask_when(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    if state.why in (None, "home"):
        say.utter_message(response="utter_booking_when_home" if state.why else "utter_booking_when")
        return
    if state.why == "two_dates":
        wish = appointments.Wish.read(state.wish or {})
        first, last = (say_full_date(one) for one in (local(wish.first).date(), wish.last_day))
        buttons = [{"title": one, "payload": one} for one in (first, last)]
        say.utter_message(response="utter_booking_two_dates", first=first, last=last, buttons=buttons)
        return
    say.utter_message(response="utter_booking_no_time" if state.moving_id else "utter_booking_no_time_wait")


def _ending(state: BookingTalk, meeting: Appointment | None) -> str:
    if state.step == Step.WAITING:
        return "utter_booking_waiting"
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


async def _offer(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    # What stands is not said again to words that were not understood.
    why = words(f"utter_booking_why_{state.why}").text + " " if state.why and not state.misses else ""
    why += "" if state.misses else await not_theirs(turn, state)
    alone, worker = len(state.offered) == 1, await _with(turn, state)
    named = ["utter_booking_other_times"]
    if state.moving_id is None and ((state.why == "taken" and state.wish) or state.full_group_id):
        named.append("utter_booking_wait")
    if state.why in FULL:
        named.append("utter_meaning_request_human")
    buttons = [{"title": appointments.title_said(one), "payload": one["title"]} for one in state.offered]
    buttons += [{"title": words(name).text, "payload": responses()[name][0]["text"]} for name in named]
    name = "utter_booking_offer" + ("_one" if alone else "") + ("_with" if worker else "")
    say.utter_message(response=name, why=why, worker=worker, buttons=buttons)
