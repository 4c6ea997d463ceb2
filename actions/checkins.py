"""How work goes: answers to what was asked, and news that nobody asked for."""

import re
from dataclasses import dataclass
from datetime import date

from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.benefits import asks_of_them, say_of_them
from actions.coming import called_off
from actions.door import DoorAction, Event, Turn, actions_so_far
from actions.language_offer import is_foreign, language_in, offer
from actions.questionnaire import ABOUT, FORM, begin
from actions.when_closed import say_who_answers_now
from casework import checkins, handoff, identity, messaging, safeguarding, texts
from casework.base.clock import now
from casework.base.speaking import spoken
from casework.checkins import Checkin, Heard, JobReport, Question, helping, reporting, steps, tasks, told, unfinished
from casework.claimants import Claimant
from casework.council import say_full_date, say_when

TOPIC, JOBS, JOB_START, LOST = "checkins", "jobs", "action_job_start", "checkin_lost_job"
AGAIN = frozenset({"repeat_or_clarify", "carry_on"})
# Questions about the asking itself: once they are answered, the one that waits is put again.
BACK = frozenset({"why_do_you_ask", "are_you_human", "privacy_question"})
P45 = "p45"
BACK_WORDS = {"unclear": "utter_checkin_unclear_back"}
SURE = 0.6
SENTENCE = re.compile(r"[.!?;]+(?=\s)")
# What trouble at work is taken for by its first words, or by one of them: a bus that did not stop, a late answer.
BESIDE = frozenset({"running_late", "complaint", "greet", "goodbye", "thanks", "stop_this", "repeat_or_clarify"})


@dataclass
class Talk:
    """Whose work it is about, and what waits for their answer, if anything does; `let_be`: not to be asked again now."""

    claimant: Claimant
    checkin: Checkin | None
    let_be: bool = False


class CheckinQuestions:
    async def open(self, turn: Turn) -> Talk | None:
        claimant = await speaker(turn)
        if claimant is None:
            return None
        checkin = await checkins.waiting(turn.session, claimant.id)
        under_way = turn.tracker.active_loop_name == FORM and turn.tracker.get_slot(ABOUT) == TOPIC
        return Talk(claimant, checkin) if checkin or under_way else None

    def asked(self, state: Talk) -> bool:
        return True

    def is_choice(self, turn: Turn, state: Talk) -> bool:
        if state.checkin is None:
            return False
        if checkins.asks_back(turn.text) or asks_of_them(turn) or checkins.is_choice(state.checkin, turn.text) or checkins.is_plain(turn.text, turn.intent in BESIDE):
            return True
        return checkins.tells_of_more(turn.text) or is_foreign(turn)

    def would_answer(self, turn: Turn, state: Talk) -> bool:
        return _outcome(turn, state.checkin) is not None

    async def take(self, turn: Turn, state: Talk, say: CollectingDispatcher) -> None:
        """An answer is taken; what cannot be read is asked again once, and then a person reads it.

        Who spoke of danger is not pressed about work.
        """
        if state.checkin and (asked := checkins.asks_back(turn.text)):
            say.utter_message(response=BACK_WORDS.get(asked, f"utter_checkin_{asked}"), council=turn.area.name)
            return
        if asks_of_them(turn):
            say_of_them(turn, say)
            await _take_number(turn, state, say)
            return
        outcome = _outcome(turn, state.checkin)
        heard: Heard | None
        if state.checkin and _in_another_language(turn, state.checkin, outcome):
            await take_in_another_language(turn, state, say)
            return
        if outcome is not None:
            heard = await _hear(turn, state, outcome)
        elif state.checkin and await safeguarding.any_open(turn.session, [turn.conversation]):
            state.let_be = True
            say.utter_message(response="utter_checkin_stopped")
            return
        elif state.checkin is not None:
            heard = await checkins.not_read(turn.session, state.claimant, state.checkin, turn.conversation)
        else:
            say.utter_message(response="utter_rephrase")
            return
        if heard and not heard.follow_up:
            await say_outcome(turn, heard, say)
        if state.checkin and checkins.answer_keeps_from_work(turn.text):
            say.utter_message(response="utter_checkin_secret")

    def more(self, turn: Turn, state: Talk) -> bool:
        return state.checkin is not None and not state.let_be and checkins.is_open(state.checkin)

    async def ask(self, turn: Turn, state: Talk, say: CollectingDispatcher) -> None:
        """After something else was asked or said in between it is not put again: that would be a nuisance."""
        again = turn.intent in AGAIN | BACK or checkins.asks_back(turn.text) is not None or asks_of_them(turn)
        if state.checkin is None or (actions_so_far(turn.tracker) - {FORM} and not again):
            return
        misread = state.checkin.misses > 0 and not again
        say_question("utter_checkin_unclear" if misread else "utter_checkin_question", state.checkin, say)

    async def done(self, turn: Turn, state: Talk, say: CollectingDispatcher) -> list[Event]:
        return []

    async def why(self, turn: Turn, state: Talk, say: CollectingDispatcher) -> None:
        say.utter_message(response="utter_checkin_why")

    async def stopped(self, turn: Turn, state: Talk, say: CollectingDispatcher) -> None:
        say.utter_message(response="utter_checkin_stopped")

    async def drop(self, turn: Turn, state: Talk) -> None:
        """What was asked may still be answered; nothing else hangs on it."""


class Asked(DoorAction):
    """A question went out as a text: the next words are likely to be its answer."""

    action = "action_checkin_asked"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        return begin(turn, TOPIC)


class WorkNews(DoorAction):
    """How work goes, in answer to a check-in or unasked. Of somebody we do not know nothing is kept."""

    action = "action_work_news"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if checkins.asks_back(turn.text) == P45:
            say.utter_message(response="utter_checkin_p45")
            return []
        if about_somebody_elses(turn, say):
            return []
        under_way = await reporting.report_of(turn.session, turn.conversation)
        known = under_way.starts_on if under_way else None
        if await reporting.answered(turn.session, turn.conversation, turn.text):
            say_day_put_right(known, under_way, say)
            return begin(turn, JOBS)
        claimant, told_of = await speaker(turn), checkins.news(turn.text, turn.intent)
        early = checkins.is_no_trouble(told_of) and await _is_ahead(turn, claimant)
        if (not told_of or early) and await reporting.taken(turn.session, turn.conversation, turn.text):
            return begin(turn, JOBS)
        if told_of and not early:
            await reporting.take_payday_beside(turn.session, turn.conversation, turn.text)
        if await begins_a_job(turn, claimant):
            return [FollowupAction(JOB_START)]
        if claimant is None:
            if (cancelling := await called_off(turn)) is not None:
                return cancelling
            if told_of in (tasks.LEFT, tasks.TEMPORARY, tasks.BEREAVED) and turn.channel == "sms":
                due = await tasks.give_of_unknown(turn.session, turn.conversation, turn.area, told_of)
                say.utter_message(response=f"utter_checkin_done_{told_of}", when=say_when(due, now()))
                return []
            trouble = not checkins.is_no_trouble(told_of) and told_of != tasks.WANTS_CALL
            if trouble and await handoff.note_told(turn.session, turn.conversation, " ".join(turn.text.split())):
                say.utter_message(response="utter_handoff_told")
                return []
            say.utter_message(response=_kind_words(turn))
            return []
        talk = Talk(claimant, await checkins.waiting(turn.session, claimant.id))
        if talk.checkin is None and (cancelling := await called_off(turn)) is not None:
            return cancelling
        outcome = _outcome(turn, talk.checkin) or checkins.news(turn.text, turn.intent)
        if outcome is None or (early and talk.checkin is None):
            say.utter_message(response=_kind_words(turn))
            return []
        heard = await _hear(turn, talk, outcome)
        if heard.follow_up is None or _asked_about_more(turn):
            if talk.checkin:
                checkins.leave_it(talk.checkin)
            await say_outcome(turn, heard, say)
            return []
        say.utter_message(response="utter_checkin_question", **_filled(heard.follow_up))
        return begin(turn, TOPIC)


def about_somebody_elses(turn: Turn, say: CollectingDispatcher) -> bool:
    """A job that another has got, or lost before it began: nothing of theirs begins or ends."""
    if (whose := told.is_somebody_elses(turn.text)) is None:
        return False
    say.utter_message(response=f"utter_job_of_{whose}")
    return True


def _kind_words(turn: Turn) -> str:
    """What it was taken for; but who left their phone at home, or school at 16, has lost no job."""
    lost = turn.intent == LOST and checkins.leaves_something_else(turn.text)
    return "utter_left_otherwise" if lost else f"utter_{turn.intent}"


async def ask_what_is_due(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    """Somebody proved who they are while a question is due, or waits for their answer, or a new job was left half told: it is put here too."""
    checkin = await checkins.ask_here(turn.session, claimant, turn.conversation)
    if checkin is None:
        return await _ask_about_half_a_job(turn, claimant, say)
    say_question("utter_checkin_here", checkin, say)
    return begin(turn, TOPIC)


async def _ask_about_half_a_job(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    """A new job that they left half told in another chat is gone on with."""
    if await unfinished.ask_here(turn.session, claimant, turn.conversation) is None:
        return []
    say.utter_message(response="utter_job_again")
    return begin(turn, JOBS)


async def ask_about_job(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    made = await reporting.report(turn.session, turn.conversation, claimant.id)
    await reporting.take_what_was_said(turn.session, made)
    say.utter_message(response="utter_job_start")
    return begin(turn, JOBS)


def say_day_put_right(known: date | None, made: JobReport | None, say: CollectingDispatcher) -> None:
    """The first day said back where it was another one before, and is not read back just then."""
    if made and known and made.starts_on not in (None, known) and made.step != steps.CONFIRM:
        say.utter_message(response="utter_job_day_now", day=say_full_date(made.starts_on))


async def asked_of_work(turn: Turn) -> Talk | None:
    """Who was asked how work goes, and has not answered."""
    claimant = await speaker(turn)
    checkin = await checkins.waiting(turn.session, claimant.id) if claimant else None
    return Talk(claimant, checkin) if claimant and checkin else None


def _in_another_language(turn: Turn, checkin: Checkin, outcome: str | None) -> bool:
    """Whether it is in words of another language that not all was read of; any words answer a worker's own question."""
    if not is_foreign(turn) or outcome == "said":
        return False
    return outcome is None or not checkins.is_read_whole(checkin, turn.text)


async def take_in_another_language(turn: Turn, talk: Talk, say: CollectingDispatcher) -> None:
    """What is read of it is kept, a person reads the rest the same day, and which language to go on in is asked besides."""
    outcome = _outcome(turn, talk.checkin)
    if talk.checkin and _in_another_language(turn, talk.checkin, outcome):
        heard = await checkins.in_another_language(
            turn.session, talk.claimant, talk.checkin, outcome, turn.conversation, said=turn.text
        )
    else:
        heard = await _hear(turn, talk, outcome or "said")
        if talk.checkin:
            checkins.leave_it(talk.checkin)
    talk.let_be = True
    await say_outcome(turn, heard, say)
    if language_in(turn) != spoken():
        offer(language_in(turn), say)


async def speaker(turn: Turn) -> Claimant | None:
    """Who speaks: by text whose phone it is, in the web chat who proved it a short while ago."""
    if turn.channel == "sms":
        return await messaging.whose(turn.session, turn.conversation)
    return await identity.proved(turn.session, turn.conversation)


async def begins_a_job(turn: Turn, claimant: Claimant | None) -> bool:
    """Whether a job that we do not follow yet is told of plainly, whatever the words were taken for."""
    if not told.begins(turn.text):
        return False
    return claimant is None or await checkins.followed_job(turn.session, claimant.id) is None


async def tells_of_a_job(turn: Turn, claimant: Claimant | None) -> bool:
    """The same of one part of the words, beside a wish for our texts."""
    if claimant and await checkins.followed_job(turn.session, claimant.id):
        return False
    return any(told.begins(part) for part in (turn.text, *told.parts_of(turn.text)))


def say_question(response: str, checkin: Checkin, say: CollectingDispatcher) -> None:
    say.utter_message(response=response, **_filled(checkins.question_of(checkin)))


def say_done(heard: Heard, say: CollectingDispatcher) -> None:
    when = say_when(heard.promised_by, now()) if heard.promised_by else ""
    say.utter_message(response=f"utter_checkin_done_{heard.outcome}", when=when)


async def say_outcome(turn: Turn, heard: Heard, say: CollectingDispatcher) -> None:
    """When a person will help, and who can until then, first where it is for today; a phone that others read is told the one alone."""
    helps = helping.lines(heard.outcome, turn.area, turn.channel, now())
    if helps and await messaging.is_discreet(turn.session, await messaging.get(turn.session, turn.conversation)):
        helps = []
    today = helping.is_for_today(heard.outcome)
    if helps and today:
        say.utter_message(response="utter_checkin_help_today", services="\n".join(helps))
    say_done(heard, say)
    if heard.promised_by and texts.rather_texts(turn.text):
        say.utter_message(response="utter_checkin_by_text")
    if today:
        say_who_answers_now(turn.area, now(), say)
    if helps and not today:
        say.utter_message(response="utter_checkin_help", services="\n".join(helps))


async def say_heard(turn: Turn, heard: Heard, say: CollectingDispatcher) -> None:
    """What is asked after it, or what came of it."""
    if heard.follow_up:
        say.utter_message(response="utter_checkin_question", **_filled(heard.follow_up))
    else:
        await say_outcome(turn, heard, say)


def _filled(question: Question) -> dict[str, object]:
    said = question.as_said()
    buttons = [{"title": one["title"], "payload": one["text"]} for one in said.offered]
    return {"question": said.text, "buttons": buttons}


async def _take_number(turn: Turn, state: Talk, say: CollectingDispatcher) -> None:
    """The answer that stands before what they asked counts."""
    answer = told.before_but(turn.text)
    if not state.checkin or not answer or not checkins.is_offered(state.checkin, answer):
        return
    outcome = checkins.read(state.checkin, answer)
    heard = await _hear(turn, state, outcome) if outcome else None
    if heard and not heard.follow_up:
        await say_outcome(turn, heard, say)


def _asked_about_more(turn: Turn) -> bool:
    """Whether questions about another matter are being put, which go on."""
    return turn.tracker.active_loop_name == FORM and turn.tracker.get_slot(ABOUT) not in (None, TOPIC)


def _outcome(turn: Turn, checkin: Checkin | None) -> str | None:
    meaning = turn.intent if turn.confidence >= SURE and not told.is_somebody_elses(turn.text) else ""
    return checkins.read(checkin, turn.text, meaning) if checkin else checkins.news(turn.text, meaning)


async def hear_beside(turn: Turn, say: CollectingDispatcher) -> None:
    """An answer to the check-in that waits, in a sentence before the wish for a meeting: it counts, and what comes of it is said."""
    claimant = await speaker(turn)
    checkin = await checkins.waiting(turn.session, claimant.id) if claimant else None
    if claimant is None or checkin is None:
        return
    for part in SENTENCE.split(turn.text)[:-1]:
        outcome = checkins.read(checkin, part) if checkins.is_choice(checkin, part) else None
        if outcome:
            heard = await checkins.hear(turn.session, claimant, checkin, outcome, turn.conversation, said=part)
            if heard.promised_by:
                await say_outcome(turn, heard, say)
            return


async def _is_ahead(turn: Turn, claimant: Claimant | None) -> bool:
    """Whether their job has not begun: how it goes nobody can say yet."""
    return await reporting.is_ahead(turn.session, turn.conversation, claimant.id if claimant else None)


async def _hear(turn: Turn, talk: Talk, outcome: str) -> Heard:
    if talk.checkin:
        return await checkins.hear(turn.session, talk.claimant, talk.checkin, outcome, turn.conversation, said=turn.text)
    heard = await checkins.tell(turn.session, talk.claimant, outcome, turn.conversation, said=turn.text)
    talk.checkin = await checkins.waiting(turn.session, talk.claimant.id)
    return heard


ACTIONS = (Asked, WorkNews)
