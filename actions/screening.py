"""The questions that show which programme could fit."""

import re
from uuid import UUID

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.door import DoorAction, Event, Turn
from actions.questionnaire import ABOUT, ASK_MORE, begin
from casework import directory, messaging, screening
from casework.base.clock import now
from casework.base.words import choice_texts, words
from casework.screening import Question, Screening

FROM_WORKER = re.compile(r"\b(?:keep|hide|don'?t (?:tell|show)|not (?:tell|show))\b.*\b(?:key )?worker\b")


class ScreeningQuestions:
    async def open(self, turn: Turn) -> Screening | None:
        return await screening.current(turn.session, turn.conversation)

    def asked(self, state: Screening) -> bool:
        return state.asking is not None

    def is_choice(self, turn: Turn, state: Screening) -> bool:
        said = turn.text.strip().casefold()
        if state.asking == screening.WHICH:
            return any(said == one["payload"].casefold() for one in _changes(turn, state))
        if _wants_privacy(turn, state):
            return True
        question = screening.open_question(state)
        return question is not None and said in [answer.say.casefold() for answer in question.answers]

    def would_answer(self, turn: Turn, state: Screening) -> bool:
        question = screening.open_question(state)
        return question is None or screening.understands(question, turn.text)

    async def take(self, turn: Turn, state: Screening, say: CollectingDispatcher) -> None:
        if state.asking == screening.WHICH:
            screening.choose_change(state, turn.text, turn.area.name)
            return
        if _wants_privacy(turn, state):
            screening.keep_from_worker(state)
            say.utter_message(response="utter_screening_private")
            return
        if screening.is_private(state):
            await messaging.keep_private(turn.session, UUID(turn.message))
        screening.answer(state, turn.text)

    def more(self, turn: Turn, state: Screening) -> bool:
        return state.asking is not None or screening.ask(state, discreet=_by_text(turn)) is not None

    async def ask(self, turn: Turn, state: Screening, say: CollectingDispatcher) -> None:
        """Puts the open question, with help where the last words were not understood."""
        if state.asking == screening.WHICH:
            say.utter_message(response="utter_screening_change_which", buttons=_changes(turn, state))
            return
        question = screening.ask(state, discreet=_by_text(turn))
        if question:
            _put(turn, say, state, question)

    async def done(self, turn: Turn, state: Screening, say: CollectingDispatcher) -> list[Event]:
        """What came of it, in the words for each outcome, with its reasons."""
        if screening.is_under_16(state):
            await turn.session.delete(state)
            await turn.session.flush()
            lines = directory.render(directory.contacts(["childline", "shout"], turn.area.nation, now()), turn.channel)
            say.utter_message(response="utter_screening_under_16", services="\n".join(lines))
            return []
        for name, outcome in screening.finish(state).items():
            say.utter_message(response=f"utter_screening_{outcome.kind}", programme=name)
            if outcome.reasons and not _by_text(turn):
                say.utter_message(response="utter_screening_reasons", reasons=" ".join(outcome.reasons))
        await turn.session.flush()
        say.utter_message(response="utter_screening_next")
        return []

    async def why(self, turn: Turn, state: Screening, say: CollectingDispatcher) -> None:
        question = screening.open_question(state)
        if question is None:
            say.utter_message(response="utter_why_do_you_ask")
        else:
            say.utter_message(response="utter_screening_why", why=question.why, who_sees=question.who_sees)

    async def drop(self, turn: Turn, state: Screening) -> None:
        state.finished_at = now()


class Start(DoorAction):
    action = "action_start_screening"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        await screening.start(turn.session, turn.conversation, turn.area)
        say.utter_message(response="utter_screening_start")
        return [ASK_MORE, SlotSet(ABOUT, "screening")]


class Change(DoorAction):
    """Lets the person choose which answer to change; in the middle of the questions or after the outcome."""

    action = "action_change_answer"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        last = await screening.latest(turn.session, turn.conversation)
        if last is None or not screening.answered(last):
            say.utter_message(response="utter_screening_nothing_to_change")
            return []
        screening.offer_change(last)
        return begin(turn, "screening")


def _by_text(turn: Turn) -> bool:
    """Others may read a text over somebody's shoulder: nothing in it tells of health, hurt or money."""
    return turn.channel == "sms"


def _put(turn: Turn, say: CollectingDispatcher, state: Screening, question: Question) -> None:
    misses = state.misses
    helps = misses or turn.intent == "repeat_or_clarify"
    name = "utter_screening_reask" if misses else f"utter_screening_question{'_help' if helps else ''}"
    text = "\n".join([question.text.format(area=turn.area.name), *(f"- {line}" for line in question.list)])
    buttons = [{"title": answer.say, "payload": answer.say} for answer in question.answers]
    if question.sensitive and not screening.is_private(state):
        text = f"{text}\n{words('utter_screening_who_sees').text}"
        buttons += [{"title": one["title"], "payload": one["text"]} for one in words("utter_screening_who_sees").choices]
    say.utter_message(response=name, question=text, help=question.help, buttons=buttons)


def _wants_privacy(turn: Turn, state: Screening) -> bool:
    """Whether the words ask to keep the answer from the key worker."""
    question = screening.open_question(state)
    if question is None or not question.sensitive:
        return False
    said = turn.text.strip().casefold()
    return said in map(str.casefold, choice_texts("utter_screening_who_sees")) or bool(FROM_WORKER.search(said))


def _changes(turn: Turn, state: Screening) -> list[dict[str, str]]:
    lines = (screening.headline(question, turn.area.name) for question in screening.answered(state))
    return [{"title": line, "payload": line} for line in lines]


ACTIONS = (Start, Change)
