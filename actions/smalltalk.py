"""Answers that need nothing but words, and saying the last ones again."""

from dataclasses import replace
from uuid import UUID

from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import NEEDS, about_theirs, needs_at_theirs, will_not_come
from actions.asked_plainly import about_who, asked_plainly
from actions.booked_asked import say_unknown
from actions.booking_begun import by_that_way, would_meet, would_see_someone, would_wait
from actions.booking_for_another import said_of_another
from actions.booking_other_way import not_that_way
from actions.checkins import JOB_START, begins_a_job, speaker, tells_of_a_job
from actions.door import DoorAction, Event, Turn, last_said
from actions.identity import wishes_channel
from actions.questionnaire import ABOUT
from actions.work_words import about_checkins, about_the_risk, about_the_way
from casework import texts
from casework.checkins import told

OUT_OF_SCOPE = "out_of_scope"
NO_ANSWER = frozenset({"deny", "not_sure", "out_of_scope"})
# What news of a job that ends, or may end, is taken for.
UNSURE = NO_ANSWER | {"stop_this", "what_if"}
ABOUT_TEXTS = frozenset({"sms_stop", "sms_start", "sms_help"})
ORDERS = {"sms_stop": "stop", "sms_help": "help"}
ABOUT_MEETINGS = NEEDS | {"appointment_format"}
GREETS = frozenset({"greet", "out_of_scope"})
SURE = 0.6
# What makes a reply's words those of a response, whose language may be another.
NAMED = frozenset({"utter_action", "values", "own_buttons"})


def _open(turn: Turn) -> str:
    """What sort of meeting, asked while one is being found: another is not offered."""
    booking = turn.tracker.active_loop.get("name") and turn.tracker.get_slot(ABOUT) == "booking"
    return "_open" if booking and turn.intent == "appointment_format" else ""


class Reply(DoorAction):
    """Says the words named after the intent. By text, what sounds like an order about the texts is obeyed.

    Who would rather have e-mails than texts, or texts than e-mails, gets them.
    """

    action = "action_reply"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        chosen = await wishes_channel(turn, say) if turn.intent in ABOUT_TEXTS else None
        if chosen is not None:
            return chosen
        if said_of_another(turn, say) or await about_checkins(turn, say) or await about_the_way(turn, say) or await asked_plainly(turn, say):
            return []
        if turn.intent in UNSURE and await about_the_risk(turn, say):
            return []
        if turn.intent in NO_ANSWER and await begins_a_job(turn, await speaker(turn)):
            return [FollowupAction(JOB_START)]
        if turn.intent == "sms_start" and await tells_of_a_job(turn, await speaker(turn)):
            return [FollowupAction(JOB_START)]
        if turn.intent == "sms_stop" and told.wants_few(turn.text):
            return await _wants_few(turn, say)
        if turn.intent in GREETS and (booking := would_see_someone(turn) or would_wait(turn, say)) is not None:
            return booking
        if turn.intent == "privacy_question" and await about_who(turn, say):
            return []
        if turn.intent in ABOUT_MEETINGS and (moving := await not_that_way(turn, say)) is not None:
            return moving
        if turn.intent in ABOUT_MEETINGS and await about_theirs(turn, say):
            return []
        if await needs_at_theirs(turn, say):
            return []
        if turn.intent == "appointment_format" and (booking := would_meet(turn) or by_that_way(turn)) is not None:
            return booking
        if turn.intent in NO_ANSWER and (called_off := await will_not_come(turn, say)) is not None:
            return called_off
        if turn.intent == OUT_OF_SCOPE and await say_unknown(turn, say):
            return []
        order = ORDERS.get(turn.intent) if turn.channel == "sms" and turn.confidence >= SURE else None
        if order and not texts.is_not(order, turn.text):
            await texts.carry_out(turn.session, turn.conversation, UUID(turn.message), order)
        else:
            welcome = turn.intent == "sms_stop" and texts.welcomes_texts(turn.text)
            name = "deny" if welcome else f"{turn.intent}{_open(turn)}"
            say.utter_message(response=f"utter_{name}")
        return []


async def _wants_few(turn: Turn, say: CollectingDispatcher) -> list[Event]:
    """How few is asked: once the job is told of that it may stand beside, or at once."""
    claimant = await speaker(turn)
    if told.begins(told.before_but(turn.text)) and (claimant is None or await tells_of_a_job(replace(turn, text=told.before_but(turn.text)), claimant)):
        return [FollowupAction(JOB_START)]
    name, values = await texts.changed(turn.session, turn.conversation, claimant, turn.text)
    say.utter_message(response=name, **values)
    return []


class Repeat(DoorAction):
    """Says again what the assistant said last."""

    action = "action_repeat"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        last = last_said(turn)
        if last is None:
            say.utter_message(response="utter_what_can_you_do")
        else:
            buttons = (last.get("data") or {}).get("buttons") or []
            named = {name: value for name, value in (last.get("metadata") or {}).items() if name in NAMED}
            say.utter_message(text=last["text"], buttons=buttons, **named)
        return []


ACTIONS = (Reply, Repeat)
