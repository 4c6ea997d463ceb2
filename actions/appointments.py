"""Booking, moving, cancelling and checking a meeting."""

from datetime import timedelta
from typing import Any

from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.booking_times import about_times, either
from actions.door import DoorAction, Event, Turn
from actions.questionnaire import begin
from actions.work_words import about_checkins, about_the_way
from casework import appointments, claimants, identity, messaging
from casework.appointments import Appointment, BookingTalk, Step, Who
from casework.appointments.hearing import slots
from casework.base.clock import now
from casework.base.settings import settings
from casework.base.words import choice_texts, responses, words
from casework.claimants import Claimant
from casework.claimants.rules import neutral
from casework.council import council, say_when, say_when_in_full

MINUTE = timedelta(minutes=1)
# Wanting one of these is no word about when.
ASIDE = frozenset({"stop_this", "request_human", "cancel_appointment"})
# Said while times are shown, these are another wish for the same meeting.
ABOUT_A_TIME = frozenset({"reschedule_appointment", "book_appointment", "appointment_format"})
FULL = ("full", "filled")
EXAMPLES = {
    "format": "utter_booking_format_example",
    "choose": "utter_booking_choose_example",
    "name": "utter_booking_name_example",
    "number": "utter_booking_number_example",
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
        if appointments.asked_of_times(state, turn.text):
            return True
        if turn.intent in ABOUT_A_TIME and appointments.corrects(state, turn.text):
            return True
        tells = state.step == Step.ADJUSTMENTS and "?" not in said
        names_one = state.step == Step.FORMAT and turn.intent == "appointment_format"
        return (tells or names_one) and appointments.understands(state, turn.text)

    def would_answer(self, turn: Turn, state: BookingTalk) -> bool:
        return appointments.understands(state, turn.text)

    async def take(self, turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
        before, asked = state.step, appointments.asked_of_times(state, turn.text)
        if asked:
            await about_times(turn, state, asked, say)
            return
        await appointments.hear(turn.session, state, turn.text, await _who(turn))
        if state.step == Step.ADJUSTMENTS != before:
            await _say_booked(turn, state, say)

    def more(self, turn: Turn, state: BookingTalk) -> bool:
        return state.step not in appointments.OVER

    async def ask(self, turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
        if state.misses:
            say.utter_message(response=EXAMPLES.get(state.step, "utter_booking_example"))
        match state.step:
            case Step.FORMAT:
                await _ask_format(turn, state, say)
            case Step.WHEN:
                await _ask_when(turn, state, say)
            case Step.CHOOSE:
                await _offer(turn, state, say)
            case Step.CONFIRM:
                held = await turn.session.get_one(Appointment, state.holding_id)
                say.utter_message(response=await _guarded(turn, "utter_booking_confirm"), **await _read_back(turn, state, held))
            case Step.CANCEL:
                moving = await turn.session.get_one(Appointment, state.moving_id)
                say.utter_message(response="utter_booking_cancel_ask", **await _said(turn, moving))
            case Step.ADJUSTMENTS:
                say.utter_message(response="utter_booking_adjustments")
            case Step.NAME:
                say.utter_message(response="utter_booking_name")
            case Step.NUMBER:
                held = await turn.session.get_one(Appointment, state.holding_id)
                say.utter_message(response=f"utter_booking_number_{held.format}")

    async def done(self, turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> list[Event]:
        about = state.moving_id or state.holding_id
        meeting = await turn.session.get(Appointment, about) if about else None
        name = _ending(state, meeting)
        await appointments.end_talk(turn.session, state)
        say.utter_message(response=await _guarded(turn, name), **(await _said(turn, meeting) if meeting else {}))
        return []

    async def why(self, turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
        say.utter_message(response="utter_booking_why")

    async def stopped(self, turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
        about = state.moving_id or state.holding_id
        stays = await turn.session.get(Appointment, about) if about else None
        await appointments.end_talk(turn.session, state)
        if stays and stays.state == "booked":
            say.utter_message(response="utter_booking_kept", **await _said(turn, stays))
        else:
            say.utter_message(response="utter_booking_stopped")

    async def drop(self, turn: Turn, state: BookingTalk) -> None:
        await appointments.end_talk(turn.session, state)


class Offered(DoorAction):
    """A time that came free went out as a text: the next words are likely to be yes or no to it."""

    action = "action_booking_offered"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        return begin(turn, "booking") if await appointments.talk_of(turn.session, turn.conversation) else []


class Book(DoorAction):
    """The words may say how and when already."""

    action = "action_book_appointment"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        talk = await appointments.begin_talk(turn.session, turn.conversation)
        said = await appointments.in_own_words(turn.session, turn.text, turn.message)
        await appointments.listen(turn.session, talk, said, await _who(turn))
        return begin(turn, "booking")


class Move(DoorAction):
    action = "action_reschedule_appointment"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        found, open_ = await _theirs(turn), await appointments.talk_of(turn.session, turn.conversation)
        if open_ and not found and appointments.wish_in(turn.text):
            await appointments.hear(turn.session, open_, turn.text, await _who(turn))
            return begin(turn, "booking")
        if not found:
            return await _unknown(turn, say, "appointment_move")
        talk = await appointments.begin_talk(turn.session, turn.conversation, found[0])
        say.utter_message(response="utter_booking_moving", **await _said(turn, found[0]))
        await appointments.listen(turn.session, talk, turn.text, await _who(turn))
        return begin(turn, "booking")


class Cancel(DoorAction):
    """Asked once more before it is done."""

    action = "action_cancel_appointment"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        found = await _theirs(turn)
        if not found and await appointments.leave_waiting_list(turn.session, turn.conversation, await _known(turn)):
            say.utter_message(response="utter_waiting_left")
            return []
        if not found:
            return await _unknown(turn, say, "appointment_cancel")
        await appointments.begin_cancelling(turn.session, turn.conversation, found[0])
        return begin(turn, "booking")


class Check(DoorAction):
    """What they have coming; the button of a reminder keeps it."""

    action = "action_check_appointment"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if await about_checkins(turn, say):
            return []
        found = await _theirs(turn)
        if not found and await appointments.is_waiting(turn.session, turn.conversation, await _known(turn)):
            say.utter_message(response="utter_booking_waiting")
            return []
        if not found:
            return await _unknown(turn, say, "appointment_check")
        if turn.text.strip().casefold() == choice_texts("utter_reminder")[0].casefold():
            say.utter_message(response="utter_booking_kept", **await _said(turn, found[0]))
            return []
        for one in found:
            say.utter_message(response=await _guarded(turn, "utter_booking_yours"), **await _said(turn, one))
        return []


class Late(DoorAction):
    """Said in advance, on the day: the time is kept."""

    action = "action_running_late"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if await about_the_way(turn, say):
            return []
        found = await _theirs(turn)
        if not found:
            return await _unknown(turn, say, "appointment_check")
        near = await appointments.told_late(turn.session, found[0], turn.text)
        name = "utter_booking_late" if near else "utter_booking_late_other_day"
        say.utter_message(response=name, **await _said(turn, found[0]))
        return []


async def about_theirs(turn: Turn, say: CollectingDispatcher) -> bool:
    """What sort of meeting, what to bring, who comes along, of the meeting they have; False where they have none.

    What the worker should know of it is noted.
    """
    if await appointments.talk_of(turn.session, turn.conversation) and not appointments.of_their_meeting(turn.text):
        return False
    found = await _theirs(turn)
    if not found:
        return False
    said = await _said(turn, found[0])
    if appointments.tells_of_adjustments(turn.text):
        await appointments.note_need(turn.session, found[0], await _known(turn), turn.text)
        say.utter_message(response="utter_booking_noted_for", **said)
    else:
        say.utter_message(response=await _guarded(turn, "utter_booking_about"), **said)
    return True


async def will_not_come(turn: Turn, say: CollectingDispatcher) -> list[Event] | None:
    """"Can't make it", whatever else it was taken for: asked whether to call off what they have coming. None: not said."""
    if turn.tracker.active_loop.get("name") or not appointments.cannot_come(turn.text) or not await _theirs(turn):
        return None
    return [FollowupAction(Cancel.action)]


def would_be_visited(turn: Turn) -> list[Event] | None:
    """"Can you come to my house" begins a booking. None: not said."""
    if turn.tracker.active_loop.get("name") or not appointments.asks_home_visit(turn.text):
        return None
    return [FollowupAction(Book.action)]


def in_one_visit(turn: Turn) -> list[Event] | None:
    """A meeting and other services on one day begin a booking. None: not said."""
    if turn.tracker.active_loop.get("name") or not appointments.asks_one_visit(turn.text, turn.area):
        return None
    return [FollowupAction(Book.action)]


async def check(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    """What they have coming, once it is known who they are."""
    found = await appointments.coming(turn.session, turn.conversation, claimant.id)
    if not found:
        say.utter_message(response="utter_booking_none")
    for one in found:
        say.utter_message(response=await _guarded(turn, "utter_booking_yours"), **await _said(turn, one))
    return []


async def move_on(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    """Once it is known who they are, the move goes on in the words that began it; with nothing to move, a wish is booked."""
    began, found = _began_with(turn, Move.action), await appointments.coming(turn.session, turn.conversation, claimant.id)
    if not found and appointments.wish_in(began) is None:
        return await check(turn, claimant, say)
    talk = await appointments.begin_talk(turn.session, turn.conversation, found[0] if found else None)
    if found:
        say.utter_message(response="utter_booking_moving", **await _said(turn, found[0]))
    await appointments.listen(turn.session, talk, began, await _who(turn))
    return begin(turn, "booking")


async def cancel_on(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    """Once it is known who they are, calling it off goes on."""
    found = await appointments.coming(turn.session, turn.conversation, claimant.id)
    if not found:
        return await check(turn, claimant, say)
    await appointments.begin_cancelling(turn.session, turn.conversation, found[0])
    return begin(turn, "booking")


def _began_with(turn: Turn, action: str) -> str:
    """What was said when the action last ran."""
    said = found = ""
    for event in turn.tracker.events:
        if event.get("event") == "user":
            said = event.get("text") or ""
        elif event.get("event") == "action" and event.get("name") == action:
            found = said
    return found


async def _theirs(turn: Turn) -> list[Appointment]:
    """Those made in this conversation or reminded of on this phone; the person's own once they proved who they are."""
    known = await _known(turn)
    phone = (await messaging.get(turn.session, turn.conversation)).phone
    return list(await appointments.coming(turn.session, turn.conversation, known.id if known else None, phone))


async def _known(turn: Turn) -> Claimant | None:
    return await identity.proved(turn.session, turn.conversation)


async def _unknown(turn: Turn, say: CollectingDispatcher, purpose: str) -> list[Event]:
    """Nothing is told or changed before the person has proved who they are."""
    if await identity.proved(turn.session, turn.conversation):
        say.utter_message(response="utter_booking_none")
        return []
    await identity.begin(turn.session, turn.conversation, purpose)
    say.utter_message(response="utter_identity_start")
    return begin(turn, "identity")


async def _who(turn: Turn) -> Who:
    conversation = await messaging.get(turn.session, turn.conversation)
    known = await claimants.get(turn.session, conversation.claimant_id) if conversation.claimant_id else None
    return Who(turn.area, known, conversation.phone)


async def _guarded(turn: Turn, name: str) -> str:
    """By text to a phone that somebody else may read, the words that name no place."""
    known = (await _who(turn)).claimant
    kept_short = turn.channel == "sms" and known is not None and neutral(known.safe_contact)
    return f"{name}_neutral" if kept_short and f"{name}_neutral" in responses() else name


async def _said(turn: Turn, one: Appointment) -> dict[str, Any]:
    """What is told of a meeting: when, with whom, where or how, and its calendar entry."""
    worker = await appointments.worker_of(turn.session, one)
    title = await appointments.group_title(turn.session, one)
    bring = council().appointments.kinds[one.kind].bring  # type: ignore[index]
    told = (say_when_in_full if turn.channel == "sms" else say_when)(one.starts_at, now())
    also = words("utter_booking_also", service=one.service).text if one.service else ""
    return {
        "when": f"{title}, {told}" if title else told,
        "worker": f"{worker} and {one.partner}" if one.partner else worker,
        "where": appointments.where(one) + also,
        "bring": words("utter_booking_bring" if bring else "utter_booking_bring_nothing", bring=bring).text,
        "minutes": (one.ends_at - one.starts_at) // MINUTE,
        "link": f"{settings().public_address}/calendar/{one.id}.ics",
    }


async def _say_booked(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    meeting = await turn.session.get_one(Appointment, state.holding_id)
    say.utter_message(response=await _guarded(turn, "utter_booking_done"), **await _said(turn, meeting))


async def _ask_format(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    if state.why in ("no_group", "no_other_group", "none_planned"):
        say.utter_message(response=f"utter_booking_{state.why}")
        return
    groups = await appointments.groups_to_come(turn.session, [turn.area.id])
    say.utter_message(response="utter_booking_format_groups" if any(one.left for one in groups) else "utter_booking_format")


async def _ask_when(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    if state.why in (None, "home"):
        say.utter_message(response="utter_booking_when_home" if state.why else "utter_booking_when")
        return
    waits = appointments.can_wait(state, await _who(turn))
    say.utter_message(response="utter_booking_no_time_wait" if waits else "utter_booking_no_time")


def _ending(state: BookingTalk, meeting: Appointment | None) -> str:
    if state.step == Step.WAITING:
        return "utter_booking_waiting"
    if state.step == Step.GAVE_UP:
        return "utter_booking_gave_up"
    if meeting is None:
        return "utter_booking_stopped"
    if state.step == Step.DONE:
        return "utter_booking_moved" if state.moving_id else "utter_booking_done"
    if state.step == Step.NOTED:
        return "utter_booking_noted" if meeting.note else "utter_booking_all_set"
    if state.step == Step.LEFT:
        return "utter_booking_kept" if meeting.state == "booked" else "utter_booking_stopped"
    return "utter_booking_kept" if state.step == Step.KEPT else "utter_booking_cancelled"


async def _read_back(turn: Turn, state: BookingTalk, held: Appointment) -> dict[str, Any]:
    """With whom it is "this time", where a meeting that is moved goes to another worker."""
    said = await _said(turn, held)
    moving = await turn.session.get(Appointment, state.moving_id) if state.moving_id else None
    if moving is None or moving.diary_id == held.diary_id:
        return said
    return said | {"worker": words("utter_booking_this_time", worker=said["worker"]).text}


async def _with(turn: Turn, state: BookingTalk) -> str:
    """Of whom to speak with the times: the one worker of all of them, or whoever it is where a move needs another."""
    workers = sorted({one.worker for one in slots(state)} - {""})
    moving = await turn.session.get(Appointment, state.moving_id) if state.moving_id else None
    if moving and any(one.diary != moving.diary_id for one in slots(state)):
        return words("utter_booking_this_time", worker=either(workers)).text if workers else ""
    return workers[0] if len(workers) == 1 else ""


async def _offer(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    who = await _who(turn)
    # What stands is not said again to words that were not understood.
    why = words(f"utter_booking_why_{state.why}").text + " " if state.why and not state.misses else ""
    alone, worker = len(state.offered) == 1, await _with(turn, state)
    named = ["utter_booking_other_times"]
    if state.why == "taken" and state.wish and appointments.can_wait(state, who):
        named.append("utter_booking_wait")
    if state.why in FULL:
        named.append("utter_meaning_request_human")
    buttons = [{"title": appointments.title_said(one), "payload": one["title"]} for one in state.offered]
    buttons += [{"title": words(name).text, "payload": responses()[name][0]["text"]} for name in named]
    name = "utter_booking_offer" + ("_one" if alone else "") + ("_with" if worker and (state.moving_id or not alone) else "")
    say.utter_message(response=name, why=why, worker=worker, buttons=buttons)


ACTIONS = (Offered, Book, Move, Cancel, Check, Late)
