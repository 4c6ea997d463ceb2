"""The one form: it stays open while a set of questions has something to ask."""

import re

from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import wish_before_danger
from actions.booking import BookingQuestions
from actions.checkins import JOBS, CheckinQuestions
from actions.coming import keeps_theirs
from actions.door import DoorAction, Event, Turn, actions_so_far, last_said, name_of
from actions.identity import IdentityQuestions, say_what_that_is, tells_for_later
from actions.jobs import JobQuestions
from actions.other_wish import SLOT as OTHER_WISHES
from actions.questionnaire import ABOUT, ANSWER, ASK_MORE, DONE, FORM, LISTEN, Questionnaire, UnderWay, begin
from actions.screening import ScreeningQuestions
from actions.screening_keeping import carried
from casework import appointments
from casework.checkins import reporting
from casework.reading import read_answer

ALL: dict[str, Questionnaire] = {
    "screening": ScreeningQuestions(),
    "booking": BookingQuestions(),
    "identity": IdentityQuestions(),
    "checkins": CheckinQuestions(),
    "jobs": JobQuestions(),
}
ANSWERS = frozenset({"affirm", "deny", "not_sure", "prefer_not_to_say", "nlu_fallback", "out_of_scope"})
AGAIN = frozenset({"repeat_or_clarify", "carry_on"})
OFFERS = {
    "utter_appointment_format": "action_book_appointment",
    "utter_booking_none": "action_book_appointment",
    "utter_screening_nothing_to_change": "action_start_screening",
    "utter_screening_code_unknown": "action_start_screening",
    "utter_screening_next_warned": "action_request_human",
}
STOP = "stop_this"
SURE = 0.75
SHORT = 4
NUMBER = re.compile(r"\W*\d{1,2}\W*")


class Validate(DoorAction):
    """Reads an answer. Nothing returned means that it was something else, and a rule answers that."""

    action = f"validate_{FORM}"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        now = await _under_way(turn)
        if now is None:
            return _after_closing(turn, say)
        if actions_so_far(turn.tracker) - {FORM} or not now.questionnaire.asked(now.state):
            return [ASK_MORE if now.questionnaire.more(turn, now.state) else DONE]
        if say_what_that_is(turn, say) or (now.about != "booking" and await tells_for_later(turn, say)):
            return [ASK_MORE]
        if not now.questionnaire.is_choice(turn, now.state):
            if now.about != "booking" and turn.intent == "appointment_format" and appointments.of_their_meeting(turn.text):
                return []
            answers = now.questionnaire.would_answer(turn, now.state)
            if _asks_again(turn, now) and not answers:
                return [ASK_MORE]
            if _is_something_else(turn, answers):
                return [ASK_MORE] if _asks_again(turn, now) else []
        await now.questionnaire.take(turn, now.state, say)
        return [ASK_MORE if now.questionnaire.more(turn, now.state) else DONE]


class Ask(DoorAction):
    action = f"action_ask_{ANSWER}"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        now = await _under_way(turn)
        if now:
            await now.questionnaire.ask(turn, now.state, say)
        return []


class Done(DoorAction):
    """What came of the questions. What follows from that begins at once, or what they interrupted is offered again."""

    action = "action_questions_done"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        now = await _under_way(turn)
        events = await now.questionnaire.done(turn, now.state, say) if now else []
        if events:
            return events
        waits = await _waiting(turn, turn.tracker.get_slot(ABOUT))
        if waits:
            say.utter_message(response="utter_questions_go_on")
        return [ASK_MORE, SlotSet(ABOUT, waits.about if waits else None), LISTEN]


class Why(DoorAction):
    action = "action_why_do_you_ask"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        now = await _under_way(turn)
        if now is None:
            say.utter_message(response="utter_why_do_you_ask")
        else:
            await now.questionnaire.why(turn, now.state, say)
        return []


class Stop(DoorAction):
    action = "action_stop_questions"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        now = await _under_way(turn)
        if now is None:
            say.utter_message(response="utter_questions_stopped")
        else:
            await now.questionnaire.stopped(turn, now.state, say)
        return [ActiveLoop(None)]


class StartAgain(DoorAction):
    action = "action_start_again"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        for questionnaire in ALL.values():
            state = await questionnaire.open(turn)
            if state is not None:
                await questionnaire.drop(turn, state)
        say.utter_message(response="utter_start_again")
        return [SlotSet(ABOUT, None), SlotSet(OTHER_WISHES, None), ActiveLoop(None)]


class CarryOn(DoorAction):
    action = "action_carry_on"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        opened = await carried(turn, say)
        if opened is False:
            return []
        now = None if opened else await _under_way(turn)
        now = now or await _waiting(turn, None)
        if now:
            return begin(turn, now.about)
        if wished := await wish_before_danger(turn):
            return wished
        nothing_open = "utter_language_what_next" if turn.chose_language else "utter_questions_nothing_open"
        say.utter_message(response=nothing_open)
        return []


class Affirm(DoorAction):
    """A yes when no question is open: said to an offer to go on, to start or to find a time, that is done."""

    action = "action_affirm"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        said = last_said(turn)
        waits = await _under_way(turn) if name_of(said) == "utter_questions_go_on" else None
        if waits:
            return begin(turn, waits.about)
        if offered := OFFERS.get(name_of(said) or ""):
            return [FollowupAction(offered)]
        if await keeps_theirs(turn, say):
            return []
        say.utter_message(response="utter_affirm")
        return []


class Pause(DoorAction):
    """A person was here: the questions wait until they are asked for again."""

    action = "action_pause_questions"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        return [ActiveLoop(None)]


async def _under_way(turn: Turn) -> UnderWay | None:
    about = turn.tracker.get_slot(ABOUT)
    if about not in ALL:
        return None
    state = await ALL[about].open(turn)
    return None if state is None else UnderWay(about, ALL[about], state)


def _after_closing(turn: Turn, say: CollectingDispatcher) -> list[Event]:
    """The questions are over: an answer about a new job that comes later is for the person who goes through it now."""
    if turn.tracker.get_slot(ABOUT) != JOBS or actions_so_far(turn.tracker) - {FORM}:
        return [DONE]
    if turn.intent not in ANSWERS and not any(reporting.understands(step, turn.text) for step in ("starts_on", "first_payday")):
        return []
    say.utter_message(response="utter_job_closed")
    return [DONE]


async def _waiting(turn: Turn, besides: str | None) -> UnderWay | None:
    """Another set of questions that was begun and is not done."""
    for about, questionnaire in ALL.items():
        state = await questionnaire.open(turn) if about != besides else None
        if state is not None:
            return UnderWay(about, questionnaire, state)
    return None


def _asks_again(turn: Turn, now: UnderWay) -> bool:
    """Wanting what is under way already is answered by the open question."""
    return turn.intent in AGAIN or (turn.intent == "start_screening" and now.about == "screening")


def _is_something_else(turn: Turn, answers: bool) -> bool:
    """Whether the words are for another rule: the understanding is sure of it and they are no plain answer.

    A number alone is always for the open question, which puts it again where it fits nothing.
    """
    words = turn.text.split()
    if NUMBER.fullmatch(turn.text):
        return False
    if turn.intent == STOP and turn.confidence >= SURE:
        return True
    if turn.intent in ANSWERS or (answers and (len(words) <= SHORT or _is_yes_or_no(words[0]))):
        return False
    return turn.confidence >= SURE or not answers


def _is_yes_or_no(word: str) -> bool:
    return read_answer("yes_no", word)["value"] in ("yes", "no")


ACTIONS = (Validate, Ask, Done, Why, Stop, StartAgain, CarryOn, Affirm, Pause)
