"""The questions that show which programme could fit."""

import re
from uuid import UUID

from rasa_sdk.executor import CollectingDispatcher

from actions.door import Event, Turn
from actions.screening_outcome import say_outcome, say_trial, say_under_16
from casework import messaging, screening
from casework.base.clock import now
from casework.base.words import choice_texts, phrase, words
from casework.reading import read_answer
from casework.reading.language import ENGLISH, language_of
from casework.screening import Screening, Step

# Wanting one of these is no answer, though the words may sound like "not sure" or "rather not say".
ASIDE = frozenset({"stop_this", "repeat_or_clarify", "why_do_you_ask"})
SURE = 0.5
AGAIN = 2
FROM_WORKER = re.compile(r"\b(?:keep|hide|don'?t (?:tell|show)|not (?:tell|show))\b.*\b(?:key )?worker\b")


class ScreeningQuestions:
    async def open(self, turn: Turn) -> Screening | None:
        return await screening.current(turn.session, turn.conversation)

    def asked(self, state: Screening) -> bool:
        return state.asking is not None or state.step != Step.ASKING

    def is_choice(self, turn: Turn, state: Screening) -> bool:
        said = turn.text.strip().casefold()
        if said in (title.casefold() for title in _titles(state)):
            return True
        return state.step == Step.ASKING and _wants_privacy(turn, state)

    def would_answer(self, turn: Turn, state: Screening) -> bool:
        if language_of(turn.text) != ENGLISH:
            return False
        question = screening.open_question(state)
        if question is None or state.step == Step.CHECKING:
            return screening.is_change(state, turn.text) or _yes_or_no(turn.text)
        told = screening.hears(question, turn.text)
        return told is not None and not (_is_aside(turn) and (not told or len(turn.text.split()) == 1))

    async def take(self, turn: Turn, state: Screening, say: CollectingDispatcher) -> None:
        match state.step:
            case Step.CHECKING:
                screening.check(state, turn.text)
            case Step.CHANGING:
                screening.choose_change(state, turn.text)
            case Step.TRYING if state.asking is None:
                screening.choose_trial(state, turn.text)
                if state.step == Step.TRIED:
                    say.utter_message(response="utter_screening_left")
            case Step.TRYING:
                say_trial(state, turn, say)
            case _:
                await _answered(turn, state, say)

    def more(self, turn: Turn, state: Screening) -> bool:
        return screening.go_on(state, discreet=_by_text(turn))

    async def ask(self, turn: Turn, state: Screening, say: CollectingDispatcher) -> None:
        """Puts what is open, with help where the last words were not understood."""
        screening.go_on(state, discreet=_by_text(turn))
        if state.step == Step.CHECKING:
            _check(state, turn, say)
        elif state.step == Step.CHANGING:
            say.utter_message(response="utter_screening_change_which", buttons=_buttons(_titles(state)))
        elif state.step == Step.TRYING and state.asking is None:
            say.utter_message(response="utter_screening_try_which", buttons=_buttons(_titles(state)))
        else:
            _put(turn, say, state)

    async def done(self, turn: Turn, state: Screening, say: CollectingDispatcher) -> list[Event]:
        """What came of it. Under 16 nothing is kept; a trial leaves the outcome as it was."""
        if screening.is_under_16(state):
            await turn.session.delete(state)
            await turn.session.flush()
            say_under_16(turn, say)
            return []
        tried = state.step == Step.TRIED
        found = screening.finish(state)
        if not tried:
            await say_outcome(state, found, turn, say)
        await turn.session.flush()
        return []

    async def why(self, turn: Turn, state: Screening, say: CollectingDispatcher) -> None:
        question = screening.open_question(state)
        if question is None:
            say.utter_message(response="utter_why_do_you_ask")
        else:
            say.utter_message(response="utter_screening_why", why=phrase(question.why), who_sees=phrase(question.who_sees))

    async def stopped(self, turn: Turn, state: Screening, say: CollectingDispatcher) -> None:
        say.utter_message(response="utter_screening_stopped")

    async def drop(self, turn: Turn, state: Screening) -> None:
        state.finished_at = now()


def _is_aside(turn: Turn) -> bool:
    return turn.intent in ASIDE and turn.share(ASIDE) >= SURE


def _yes_or_no(text: str) -> bool:
    return read_answer("yes_no", text)["value"] in ("yes", "no")


async def _answered(turn: Turn, state: Screening, say: CollectingDispatcher) -> None:
    if _wants_privacy(turn, state):
        screening.keep_from_worker(state)
        say.utter_message(response="utter_screening_private")
        return
    if screening.is_private(state):
        await messaging.keep_private(turn.session, UUID(turn.message))
    tired = screening.is_tired(state)
    screening.answer(state, turn.text)
    if screening.is_tired(state) and not tired:
        say.utter_message(response="utter_screening_enough")


def _check(state: Screening, turn: Turn, say: CollectingDispatcher) -> None:
    """The summary; where two answers do not go together, which of them to change."""
    hidden = words("utter_screening_hidden").text
    shown = [line for line in screening.lines(state) if not (line.sensitive and _by_text(turn))]
    said = "\n".join(f"- {phrase(line.label)}: {hidden if line.private else phrase(line.said)}" for line in shown)
    doubtful = [screening.label(one, state.area) for one in screening.apart(state)]
    if doubtful:
        both = words("utter_screening_both_right")
        buttons = [*_buttons(doubtful), *({"title": one["title"], "payload": one["text"]} for one in both.choices)]
        say.utter_message(response="utter_screening_apart", answers=said, buttons=buttons)
    else:
        say.utter_message(response="utter_screening_check", answers=said)


def _by_text(turn: Turn) -> bool:
    """Others may read a text over somebody's shoulder: nothing in it tells of health, hurt or money."""
    return turn.channel == "sms"


def _put(turn: Turn, say: CollectingDispatcher, state: Screening) -> None:
    question = screening.open_question(state)
    if question is None:
        return
    name = "utter_screening_reask" if state.misses else "utter_screening_question"
    if turn.intent == "repeat_or_clarify":
        name = "utter_screening_question_help"
    asked = phrase(question.text).format(area=turn.area.name)
    text = "\n".join([asked, *(f"- {phrase(line)}" for line in question.list)])
    buttons = _buttons([answer.say for answer in question.answers])
    if question.sensitive and state.step == Step.ASKING and not screening.is_private(state):
        text = f"{text}\n{words('utter_screening_who_sees').text}"
        buttons += _offered("utter_screening_who_sees")
    if state.misses >= AGAIN:
        text = f"{text}\n{words('utter_screening_reask_person').text}"
        buttons += _offered("utter_screening_reask_person")
    say.utter_message(response=name, question=text, help=phrase(question.help), buttons=buttons)


def _titles(state: Screening) -> list[str]:
    """What is offered to choose from now."""
    if state.step == Step.CHECKING:
        return [*choice_texts("utter_screening_check"), *_labels(state)]
    question = screening.open_question(state)
    return [answer.say for answer in question.answers] if question else _labels(state)


def _labels(state: Screening) -> list[str]:
    return [screening.label(question, state.area) for question in screening.answered(state)]


def _offered(name: str) -> list[dict[str, str]]:
    return [{"title": one["title"], "payload": one["text"]} for one in words(name).choices]


def _buttons(titles: list[str]) -> list[dict[str, str]]:
    return [{"title": phrase(title), "payload": title} for title in titles]


def _wants_privacy(turn: Turn, state: Screening) -> bool:
    """Whether the words ask to keep the answer from the key worker."""
    question = screening.open_question(state)
    if question is None or not question.sensitive:
        return False
    said = turn.text.strip().casefold()
    return said in map(str.casefold, choice_texts("utter_screening_who_sees")) or bool(FROM_WORKER.search(said))
