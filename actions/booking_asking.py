"""The question that is open in a booking, and the times that are offered."""

from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.booking_asides import number_for, spoken_of
from actions.booking_email import ask_email
from actions.booking_for_another import WHOSE
from actions.booking_name import ask_any_name, refuses_name
from actions.booking_own import not_theirs
from actions.booking_times import either
from actions.booking_which import ask_cancel, put_which
from actions.booking_words import in_a_row, said_of
from actions.door import Turn
from casework import appointments
from casework.appointments import Appointment, BookingTalk, Step
from casework.appointments.steps import DECLINED
from casework.appointments.times.wishes import Wish, gone_too
from casework.appointments.words.picking import slots
from casework.base.clock import local, now
from casework.base.words import button, words
from casework.council import say_full_date, say_week_briefly

NOT_SO = ("not_in_person", "not_phone", "not_video")
# Why times are shown that are not as wished for, which may come free; and where a person may find what is wished for.
NOT_SO_FREE = ("taken", "no_service")
TO_A_PERSON = ("full", "filled", "no_service")
EXAMPLES = {
    "format": "utter_booking_format_example",
    "choose": "utter_booking_choose_example",
    "name": "utter_booking_name_example",
    "email": "utter_booking_email_example",
    "address": "utter_booking_address_example",
    "adjustments": "utter_booking_adjustments_example",
    "interpreter": "utter_booking_interpreter_example",
}


async def put(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    """After words that were not understood, with an example."""
    if state.misses and refuses_name(turn, state):
        ask_any_name(state, say)
        return
    if state.misses:
        say.utter_message(response=await _example(turn, state))
    if state.why == WHOSE:
        say.utter_message(response="utter_booking_whose")
        return
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
            say.utter_message(response="utter_booking_all_set" if state.why == DECLINED else "utter_booking_adjustments")
        case Step.INTERPRETER:
            say.utter_message(response="utter_booking_interpreter")
        case Step.NAME:
            say.utter_message(response="utter_booking_name")
        case Step.EMAIL:
            ask_email(state, await turn.session.get_one(Appointment, state.holding_id), say)
        case Step.ADDRESS:
            say.utter_message(response="utter_booking_address")
        case Step.NUMBER:
            say.utter_message(response=f"utter_booking_number_{await number_for(turn, state)}")


async def _example(turn: Turn, state: BookingTalk) -> str:
    """Where we ring, why a number is needed, and that there is another way."""
    if state.step != Step.NUMBER:
        return EXAMPLES.get(state.step, "utter_booking_example")
    return f"utter_booking_number_example_{spoken_of(await number_for(turn, state))}"


async def _ask_format(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    if state.why in ("no_group", "no_other_group", "none_planned"):
        buttons = [button("utter_booking_wait")] if state.full_group_id else []
        say.utter_message(response=f"utter_booking_{state.why}", buttons=buttons)
        return
    if state.why in NOT_SO:
        say.utter_message(response=f"utter_booking_{state.why}")
        return
    groups = await appointments.groups_to_come(turn.session, [turn.area.id])
    say.utter_message(response="utter_booking_format_groups" if any(one.left for one in groups) else "utter_booking_format")


async def _ask_when(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    if state.why == appointments.AGAIN and state.moving_id is None:
        say.utter_message(response="utter_booking_when_again")
        return
    if state.why in (None, "home", appointments.AGAIN):
        say.utter_message(response="utter_booking_when_home" if state.why == "home" else "utter_booking_when")
        return
    if state.why == "two_dates":
        wish = appointments.Wish.read(state.wish or {})
        first, last = (say_full_date(one) for one in (local(wish.first).date(), wish.last_day))
        buttons = [{"title": one, "payload": one} for one in (first, last)]
        say.utter_message(response="utter_booking_two_dates", first=first, last=last, buttons=buttons)
        return
    if state.why in appointments.OUT_OF_HOURS and appointments.is_outside_hours(turn.area, state.wish):
        named = ["utter_booking_ring_me"] if state.format not in ("phone", appointments.GROUP) else []
        buttons = [button(name) for name in (*named, "utter_meaning_request_human")]
        say.utter_message(response="utter_booking_not_open_then", hours=say_week_briefly(turn.area.opening), buttons=buttons)
        return
    say.utter_message(response="utter_booking_no_time_wait")


async def _offer(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    # What stands is not said again to words that were not understood.
    why = await _why(turn, state) if not state.misses else ""
    alone, worker = len(state.offered) == 1, await _with(turn, state)
    named = ["utter_booking_other_times"]
    if (state.why in NOT_SO_FREE and state.wish) or state.full_group_id:
        named.append("utter_booking_wait")
    if state.why in appointments.OUT_OF_HOURS:
        named += ["utter_booking_ring_me"] if state.format not in ("phone", appointments.GROUP) else []
        named += ["utter_meaning_request_human"] if turn.channel != "sms" else []
    if state.why in TO_A_PERSON:
        named.append("utter_meaning_request_human")
    buttons = [{"title": appointments.title_said(one, turn.channel), "payload": one["title"]} for one in state.offered]
    buttons += [button(name) for name in named]
    name = "utter_booking_offer" + ("_one" if alone else "") + ("_with" if worker else "")
    say.utter_message(response=name, why=why, worker=worker, buttons=buttons)


async def _why(turn: Turn, state: BookingTalk) -> str:
    """Why these are shown and not what was wished for, and why not with their own worker, unless they asked for another."""
    services = in_a_row(state.services, words("utter_and").text) if state.services else ""
    why = words(f"utter_booking_why_{state.why}", services=services).text + " " if state.why else ""
    if state.why in appointments.OUT_OF_HOURS and appointments.is_outside_hours(turn.area, state.wish):
        why += words("utter_booking_open", hours=say_week_briefly(turn.area.opening)).text + " "
    if state.why in appointments.OUT_OF_HOURS and state.wish and gone_too(Wish.read(state.wish), now()):
        why += words("utter_booking_why_gone_too").text + " "
    return why + ("" if state.why == appointments.ANOTHER_WORKER else await not_theirs(turn, state))


async def _with(turn: Turn, state: BookingTalk) -> str:
    """Of whom to speak with the times: each who is offered, and that it is another where a move needs one."""
    workers = sorted({one.worker for one in slots(state)} - {""})
    moving = await turn.session.get(Appointment, state.moving_id) if state.moving_id else None
    if moving and any(one.diary != moving.diary_id for one in slots(state)):
        return words("utter_booking_this_time", worker=either(workers)).text if workers else ""
    return either(workers) if workers else ""


async def _read_back(turn: Turn, state: BookingTalk, held: Appointment) -> dict[str, Any]:
    """With whom it is "this time", where a meeting that is moved goes to another worker."""
    said = await said_of(turn, held)
    moving = await turn.session.get(Appointment, state.moving_id) if state.moving_id else None
    if moving is None or moving.diary_id == held.diary_id:
        return said
    return said | {"worker": words("utter_booking_this_time", worker=said["worker"]).text}
