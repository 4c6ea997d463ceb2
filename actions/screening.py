"""The questions as a form of one slot: it stays empty while there is something to ask. State is in casework."""

from uuid import UUID

from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.door import DoorAction, Event, Turn, actions_so_far
from casework import directory, messaging, screening
from casework.base.clock import now
from casework.screening import Question, Screening

FORM, SLOT = "screening_form", "screening_answer"
ANSWERS = frozenset({"affirm", "deny", "not_sure", "prefer_not_to_say", "nlu_fallback"})
AGAIN = frozenset({"repeat_or_clarify", "carry_on", "start_screening"})
ASK_MORE, DONE = SlotSet(SLOT, None), SlotSet(SLOT, "done")
SURE = 0.6
SHORT = 4


class Start(DoorAction):
    action = "action_start_screening"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        await screening.start(turn.session, turn.conversation, turn.area)
        say.utter_message(response="utter_screening_start")
        return [ASK_MORE]


class Validate(DoorAction):
    """Reads an answer. Nothing returned means that it was something else, and a rule answers that."""

    action = f"validate_{FORM}"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        under_way = await screening.current(turn.session, turn.conversation)
        if under_way is None:
            return [DONE]
        if under_way.asking is None or actions_so_far(turn.tracker) - {FORM}:
            return [ASK_MORE]
        if turn.intent in AGAIN and not _would_answer(turn, under_way):
            return [ASK_MORE]
        if _is_something_else(turn, under_way):
            return []
        await _take(turn, under_way)
        return [ASK_MORE if _more(under_way) else DONE]


class Ask(DoorAction):
    """Puts the open question, with help where the last words were not understood."""

    action = f"action_ask_{SLOT}"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        under_way = await screening.current(turn.session, turn.conversation)
        if under_way is None:
            return []
        if under_way.asking == screening.WHICH:
            say.utter_message(response="utter_screening_change_which", buttons=_changes(turn, under_way))
            return []
        question = screening.ask(under_way)
        if question:
            _put(turn, say, question, under_way.misses)
        return []


class Outcomes(DoorAction):
    """What came of it, in the words for each outcome, with its reasons."""

    action = "action_screening_outcome"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        under_way = await screening.current(turn.session, turn.conversation)
        if under_way is None:
            return [ASK_MORE]
        if screening.is_under_16(under_way):
            await turn.session.delete(under_way)
            lines = directory.render(directory.contacts(["childline", "shout"], turn.area.nation, now()), turn.channel)
            say.utter_message(response="utter_screening_under_16", services="\n".join(lines))
            return [ASK_MORE]
        for name, outcome in screening.finish(under_way).items():
            say.utter_message(response=f"utter_screening_{outcome.kind}", programme=name)
            if outcome.reasons:
                say.utter_message(response="utter_screening_reasons", reasons=" ".join(outcome.reasons))
        say.utter_message(response="utter_screening_next")
        return [ASK_MORE]


class Why(DoorAction):
    action = "action_why_do_you_ask"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        under_way = await screening.current(turn.session, turn.conversation)
        question = screening.open_question(under_way) if under_way else None
        if question is None:
            say.utter_message(response="utter_why_do_you_ask")
        else:
            say.utter_message(response="utter_screening_why", why=question.why, who_sees=question.who_sees)
        return []


class Change(DoorAction):
    """Lets the person choose which answer to change; in the middle of the questions or after the outcome."""

    action = "action_change_answer"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        last = await screening.latest(turn.session, turn.conversation)
        if last is None or not screening.answered(last):
            say.utter_message(response="utter_screening_nothing_to_change")
            return []
        screening.offer_change(last)
        return [ASK_MORE, *_go_on(turn)]


class Stop(DoorAction):
    action = "action_stop_screening"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        say.utter_message(response="utter_screening_stopped")
        return [ActiveLoop(None)]


class StartAgain(DoorAction):
    action = "action_start_again"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        under_way = await screening.current(turn.session, turn.conversation)
        if under_way:
            under_way.finished_at = now()
        say.utter_message(response="utter_start_again")
        return [ActiveLoop(None)]


class CarryOn(DoorAction):
    action = "action_carry_on"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if await screening.current(turn.session, turn.conversation):
            return [ASK_MORE, *_go_on(turn)]
        say.utter_message(response="utter_screening_nothing_open")
        return []


class Pause(DoorAction):
    """A person was here: the questions wait until they are asked for again."""

    action = "action_pause_screening"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        return [ActiveLoop(None)]


def _is_something_else(turn: Turn, under_way: Screening) -> bool:
    """Whether the words are for another rule: the understanding is sure of it and they are no plain answer."""
    if turn.intent in ANSWERS or (len(turn.text.split()) <= SHORT and _would_answer(turn, under_way)):
        return False
    return turn.confidence >= SURE or not _would_answer(turn, under_way)


def _would_answer(turn: Turn, under_way: Screening) -> bool:
    question = screening.open_question(under_way)
    return question is None or screening.understands(question, turn.text)


async def _take(turn: Turn, under_way: Screening) -> None:
    if under_way.asking == screening.WHICH:
        screening.choose_change(under_way, turn.text, turn.area.name)
        return
    question = screening.open_question(under_way)
    if question and question.sensitive:
        await messaging.keep_private(turn.session, UUID(turn.message))
    screening.answer(under_way, turn.text)


def _more(under_way: Screening) -> bool:
    return under_way.asking is not None or screening.ask(under_way) is not None


def _put(turn: Turn, say: CollectingDispatcher, question: Question, misses: int) -> None:
    helps = misses or turn.intent == "repeat_or_clarify"
    name = "utter_screening_reask" if misses else f"utter_screening_question{'_help' if helps else ''}"
    text = "\n".join([question.text.format(area=turn.area.name), *(f"- {line}" for line in question.list)])
    buttons = [{"title": answer.say, "payload": answer.say} for answer in question.answers]
    say.utter_message(response=name, question=text, help=question.help, buttons=buttons)


def _changes(turn: Turn, under_way: Screening) -> list[dict[str, str]]:
    lines = (screening.headline(question, turn.area.name) for question in screening.answered(under_way))
    return [{"title": line, "payload": line} for line in lines]


def _go_on(turn: Turn) -> list[Event]:
    """Open the form, unless it is open and its rule does so by itself."""
    return [] if turn.tracker.active_loop_name == FORM else [FollowupAction(FORM)]


ACTIONS = (Start, Validate, Ask, Outcomes, Why, Change, Stop, StartAgain, CarryOn, Pause)
