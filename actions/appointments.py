"""Booking, moving, cancelling and checking a meeting."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.asked_plainly import asked_plainly
from actions.began import began_in_own_words, began_with
from actions.booked_asked import say_of_booked
from actions.booked_before import NAME, lacks_name
from actions.booking_asides import answer_first
from actions.booking_for_another import say_changes_with_others, say_for_another, say_with_others
from actions.booking_noted import briefly, say_noted
from actions.booking_ringing import about_ringing
from actions.booking_services import see_beside
from actions.booking_times import about_join, about_under_way, possible
from actions.booking_waiting import about_list
from actions.booking_which import ask_which, begin_to_move
from actions.booking_whom import about_own, ask_who, say_kept
from actions.booking_words import said_of, who_speaks
from actions.checkins import hear_beside
from actions.coming import known, say_late, theirs
from actions.door import DoorAction, Event, Turn
from actions.handoff import say_in_line
from actions.how_to_ring import say_if_closed_then
from actions.questionnaire import ABOUT, begin
from actions.work_words import about_checkins, about_the_way
from casework import appointments, handoff, identity, messaging
from casework.appointments import Appointment, BookingTalk, Step
from casework.base.words import choice_texts
from casework.claimants import Claimant

# What is told of these is for the worker they are going to meet.
NEEDS = frozenset({"accessibility_need"})
# What they would do once it is known who they are.
MOVE, CANCEL = "appointment_move", "appointment_cancel"
SHOULD_IT_BE = frozenset({"change_late", "miss"})
# What a bare time is taken for.
OF_A_TIME = frozenset({"reschedule_appointment", "running_late"})
Named = Callable[[Sequence[Appointment], str], list[Appointment]]


class Offered(DoorAction):
    """A time that came free went out as a text: the next words are likely to be yes or no to it."""

    action = "action_booking_offered"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        return begin(turn, "booking") if await appointments.talk_of(turn.session, turn.conversation) else []


class Book(DoorAction):
    """The words may say how and when already."""

    action = "action_book_appointment"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if say_for_another(turn, say) or say_with_others(turn, say):
            return []
        if await appointments.says_sorry(turn.session, turn.text, turn.message):
            say.utter_message(response="utter_booking_missed_kindly")
            return []
        said, who = await appointments.in_own_words(turn.session, turn.text, turn.message), await who_speaks(turn)
        await hear_beside(replace(turn, text=said), say)
        if await appointments.begin_again(turn.session, turn.conversation, said, who):
            return begin(turn, "booking")
        talk = await _gone_on_with(turn) or await appointments.begin_talk(turn.session, turn.conversation)
        needs = talk.needs
        if not await appointments.one_more(turn.session, talk, said, who):
            await appointments.listen(turn.session, talk, possible(said, say), who)
        if talk.needs != needs:
            await say_kept(turn, said, needs, say)
        await answer_first(turn, talk, said, say)
        if await about_own(turn, talk, said):
            return await ask_who(turn, talk, say)
        return begin(turn, "booking")


async def _gone_on_with(turn: Turn) -> BookingTalk | None:
    """The meeting being found now, of which something is known: to wish for a meeting once more is no reason to begin afresh."""
    talk = await appointments.talk_of(turn.session, turn.conversation)
    asked = turn.tracker.active_loop.get("name") and turn.tracker.get_slot(ABOUT) == "booking"
    return talk if talk and asked and appointments.finding(talk) and (talk.format or talk.wish) and not talk.moving_id else None


class Move(DoorAction):
    action = "action_reschedule_appointment"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if say_changes_with_others(turn, say) or await _asks_if_it_could_change(turn, say):
            return []
        found, open_ = await theirs(turn), await appointments.talk_of(turn.session, turn.conversation)
        if open_ and not found and appointments.wish_in(turn.text):
            await appointments.hear(turn.session, open_, turn.text, await who_speaks(turn))
            return begin(turn, "booking")
        if not found:
            return await _unknown(turn, say, MOVE)
        own = await appointments.told_own_words(turn.session, turn.text, turn.message)
        own = await appointments.by_place_in_own_words(turn.session, own, turn.message)
        return await _move(turn, found, own, say)


async def _asks_if_it_could_change(turn: Turn, say: CollectingDispatcher) -> bool:
    """Should something come up: that is told, and nothing is moved or called off."""
    return appointments.plainly_asked(turn.text) in SHOULD_IT_BE and appointments.wish_in(turn.text) is None and await asked_plainly(turn, say)


async def _move(turn: Turn, found: Sequence[Appointment], text: str, say: CollectingDispatcher) -> list[Event]:
    """The one they name, or the only one; else they are asked which."""
    meant = await _meant(turn, found, text, appointments.moved_from)
    if len(meant) > 1:
        return await ask_which(turn, Step.WHICH_MOVE, meant)
    talk = await appointments.begin_talk(turn.session, turn.conversation, meant[0])
    told, text = appointments.way_beside(text) or ("", text)
    if told:
        await appointments.note_need(turn.session, meant[0], await known(turn), told)
        say.utter_message(response="utter_booking_need_kept")
    elif appointments.taken_back(text):
        await appointments.note_or_take_back(turn.session, meant[0], await known(turn), text)
    elif appointments.tells_need(text):
        await appointments.note_need(turn.session, meant[0], await known(turn), text)
        say.utter_message(response="utter_booking_need_kept")
    say.utter_message(response="utter_booking_moving", **await said_of(turn, meant[0]))
    await begin_to_move(turn, talk, text, say)
    return begin(turn, "booking")


async def _meant(turn: Turn, found: Sequence[Appointment], text: str, named: Named) -> list[Appointment]:
    """Those the words name, and the one that our last words to them were about where they name none."""
    placed = appointments.place_named(text) is not None
    meant = appointments.at_place(found, text) if placed else named(found, text)
    about = await appointments.told_of(turn.session, turn.conversation, meant) if len(meant) > 1 and not placed else None
    return [about] if about else meant


class Cancel(DoorAction):
    """Asked once more before it is done."""

    action = "action_cancel_appointment"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if say_changes_with_others(turn, say) or await _asks_if_it_could_change(turn, say):
            return []
        if appointments.is_school_run(turn.text) and appointments.wish_in(turn.text):
            return await Move().act(turn, say)
        found = await theirs(turn)
        off = await appointments.says_off_the_list(turn.session, turn.text, turn.message)
        if (off or not found) and await appointments.leave_waiting_list(turn.session, turn.conversation, await known(turn)):
            say.utter_message(response="utter_waiting_left")
            return []
        own = await appointments.by_place_in_own_words(turn.session, turn.text, turn.message)
        if not found and appointments.place_named(own) is not None and await about_under_way(turn, say):
            return begin(turn, "booking")
        if not found and await _drops(turn, say):
            return []
        if not found:
            return await _unknown(turn, say, CANCEL)
        return await _cancel(turn, found, await appointments.off_in_own_words(turn.session, own, turn.message))


async def _cancel(turn: Turn, found: Sequence[Appointment], text: str) -> list[Event]:
    if len(found) > 1 and appointments.all_of_them(text):
        talk = await appointments.begin_which(turn.session, turn.conversation, Step.WHICH_CANCEL, found)
        await appointments.listen(turn.session, talk, text, await who_speaks(turn))
        return begin(turn, "booking")
    meant = await _meant(turn, found, text, appointments.spoken_of)
    if len(meant) > 1:
        return await ask_which(turn, Step.WHICH_CANCEL, meant)
    await appointments.begin_cancelling(turn.session, turn.conversation, meant[0])
    return begin(turn, "booking")


class Check(DoorAction):
    """What they have coming; the button of a reminder keeps it."""

    action = "action_check_appointment"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if await about_checkins(turn, say) or say_with_others(turn, say):
            return []
        own = await appointments.told_own_words(turn.session, turn.text, turn.message)
        if await about_list(turn, own, say):
            return []
        found = await theirs(turn)
        if not found:
            return await _unknown(turn, say, "appointment_check")
        if await say_of_booked(turn, await appointments.own_words_of_booked(turn.session, own, turn.message), found[0], say):
            return []
        if await say_noted(turn, own, found, say):
            return []
        if await about_ringing(turn, own, found[0], say) or (_asks_which_rings(own) and await asked_plainly(replace(turn, text=own), say)):
            return []
        asked = appointments.asks_of_theirs(own) if len(found) == 1 else None
        asked = about_join(asked, found[0]) if asked else asked
        if asked not in (None, "when", "how"):
            say.utter_message(response=f"utter_booking_about_{asked}", **await said_of(turn, found[0]))
            return []
        if turn.text.strip().casefold() == choice_texts("utter_reminder")[0].casefold():
            await appointments.takes_back_late(turn.session, found[0], UUID(turn.message))
            say.utter_message(response="utter_booking_kept", **await said_of(turn, found[0]))
            return []
        for one in found:
            say.utter_message(response="utter_booking_yours", **await said_of(turn, one))
        return []


def _asks_which_rings(text: str) -> bool:
    return appointments.plainly_asked(text) == "number"


class Late(DoorAction):
    """Said in advance, on the day: the time is kept."""

    action = "action_running_late"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if await about_the_way(turn, say):
            return []
        found = await theirs(turn)
        if not found:
            return await _unknown(turn, say, "appointment_check")
        meant = appointments.late_for(found, turn.text)
        if await appointments.told_late(turn.session, meant, turn.text):
            await say_late(turn, meant, say)
        else:
            say.utter_message(response="utter_booking_late_other_day", **await said_of(turn, meant))
        return []


async def about_theirs(turn: Turn, say: CollectingDispatcher) -> bool:
    """What sort of meeting, what to bring, who comes along, of the meeting they have; False where they have none.

    What the worker should know of it is noted.
    """
    talk = await appointments.talk_of(turn.session, turn.conversation)
    if talk and appointments.finding(talk) and not appointments.of_their_meeting(turn.text):
        return False
    found, text = await theirs(turn), await appointments.told_own_words(turn.session, turn.text, turn.message)
    if await say_noted(turn, text, found, say):
        return True
    if not found or (turn.intent in NEEDS and appointments.asks_us(text)):
        return False
    if services := appointments.beside_it(text, turn.area):
        await see_beside(turn, found[0], services, say)
        return True
    said = await said_of(turn, found[0])
    if appointments.tells_of_adjustments(text) or appointments.brings_somebody(text) or _is_to_note(turn, text):
        await appointments.note_or_take_back(turn.session, found[0], await known(turn), text)
        if appointments.asks_for_interpreter(text):
            say.utter_message(response="utter_booking_noted_is", noted=briefly(text))
        else:
            asks = appointments.asks_us(text) or appointments.brings_somebody(text) or appointments.is_for_worker(text) or appointments.taken_back(text)
            say.utter_message(response="utter_booking_noted_for" if asks else "utter_booking_noted_need", **said)
        await asked_plainly(replace(turn, text=text), say)
    else:
        say.utter_message(response="utter_booking_about", **said)
    return True


def _is_to_note(turn: Turn, text: str) -> bool:
    if appointments.is_for_worker(text):
        return True
    if appointments.declines(text):
        return False
    return turn.intent in NEEDS or appointments.taken_back(text) is not None


async def needs_at_theirs(turn: Turn, say: CollectingDispatcher) -> bool:
    """"By the way I use a wheelchair", "my mum comes too", of the meeting they have; False where it is no such thing, or none."""
    tells = appointments.tells_need(turn.text) or appointments.comes_along(turn.text)
    return tells and await about_theirs(turn, say)


async def will_not_come(turn: Turn, say: CollectingDispatcher) -> list[Event] | None:
    """"Can't make it", whatever else it was taken for: asked whether to call off what they have coming. None: not said."""
    if turn.tracker.active_loop.get("name") or not appointments.cannot_come(turn.text) or not await theirs(turn):
        return None
    return [FollowupAction(Cancel.action)]


async def go_on_with(turn: Turn, purpose: str, found: Sequence[Appointment], say: CollectingDispatcher) -> list[Event]:
    """What they would have done with a meeting, once it is known that it is theirs, though we have not saved who they are."""
    if purpose == MOVE:
        return await _move(turn, found, await began_in_own_words(turn, Move.action), say)
    if purpose == CANCEL:
        return await _cancel(turn, found, began_with(turn, Cancel.action))
    return await _tell(turn, found, say)


async def check(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    """What they have coming, once it is known who they are."""
    found = await appointments.coming(turn.session, turn.conversation, claimant.id)
    if not found:
        say.utter_message(response="utter_booking_none")
    return await _tell(turn, found, say)


async def _tell(turn: Turn, found: Sequence[Appointment], say: CollectingDispatcher) -> list[Event]:
    for one in found:
        say.utter_message(response="utter_booking_yours", **await said_of(turn, one))
    return []


async def wish_before_danger(turn: Turn) -> list[Event]:
    """The meeting they asked for in the words that raised an alarm is found now; nothing where they asked for none."""
    conversation = await messaging.get(turn.session, turn.conversation)
    wished = await appointments.wished_in_danger(turn.session, conversation)
    if wished is None:
        return []
    talk = await appointments.begin_talk(turn.session, turn.conversation)
    await appointments.listen(turn.session, talk, wished, await who_speaks(turn))
    return begin(turn, "booking")


async def move_on(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    """Once it is known who they are, the move goes on in the words that began it; with nothing to move, a wish is booked."""
    began, found = await began_in_own_words(turn, Move.action), await appointments.coming(turn.session, turn.conversation, claimant.id)
    if not found and appointments.wish_in(began) is None:
        return await check(turn, claimant, say)
    if found:
        return await _move(turn, found, began, say)
    talk = await appointments.begin_talk(turn.session, turn.conversation)
    await appointments.listen(turn.session, talk, began, await who_speaks(turn))
    return begin(turn, "booking")


async def cancel_on(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    """Once it is known who they are, calling it off goes on."""
    found = await appointments.coming(turn.session, turn.conversation, claimant.id)
    if not found:
        return await check(turn, claimant, say)
    return await _cancel(turn, found, began_with(turn, Cancel.action))


async def _drops(turn: Turn, say: CollectingDispatcher) -> bool:
    """To call off a meeting that is only being found is to leave it there."""
    talk = await appointments.talk_of(turn.session, turn.conversation)
    if talk is None or not appointments.finding(talk) or talk.moving_id:
        return False
    await appointments.end_talk(turn.session, talk)
    say.utter_message(response="utter_booking_stopped")
    return True


async def _unknown(turn: Turn, say: CollectingDispatcher, purpose: str) -> list[Event]:
    """Nothing is told or changed before the person has proved who they are; what is being found is theirs to ask of.

    When to get in touch, said by who waits for a person, is for that person to see; other words of theirs are of that too,
    unless a meeting is named.
    """
    if await about_under_way(turn, say):
        return begin(turn, "booking")
    if turn.intent in OF_A_TIME and appointments.wish_in(turn.text) and await handoff.open_handoff(turn.session, turn.conversation):
        say.utter_message(response="utter_handoff_said_when")
        say_if_closed_then(turn, say)
        return []
    if not appointments.names_what_is_booked(turn.text) and await say_in_line(turn, say):
        return []
    if await identity.proved(turn.session, turn.conversation):
        say.utter_message(response="utter_booking_none")
        return []
    under_way = await identity.begin(turn.session, turn.conversation, purpose)
    if await lacks_name(turn, under_way):
        under_way.step = NAME
    say.utter_message(response="utter_identity_start")
    return begin(turn, "identity")


ACTIONS = (Offered, Book, Move, Cancel, Check, Late)
