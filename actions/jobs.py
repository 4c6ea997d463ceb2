"""Somebody tells of a new job."""

from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.benefits import asked_of_benefits, asks_aside, say_aside
from actions.checkins import JOB_START, JOBS, ask_about_job, say_day_put_right, speaker, tells_of_a_job
from actions.door import DoorAction, Event, Turn, actions_so_far, last_said
from actions.handoff import say_in_line
from actions.identity import after_proof
from actions.questionnaire import begin
from actions.work_words import COSTS, about_good_news, about_the_end, about_what_is_owed, say_it_is_over
from casework import checkins, claimants, texts
from casework.base.clock import local, now
from casework.base.words import choice_texts, words
from casework.checkins import JobReport, days, reporting, steps, told
from casework.claimants import Claimant
from casework.council import say_full_date, say_when
from casework.reading import read_answer, read_when

REQUEST, A_PERSON = "action_request_human", "I want to talk to a person"


class JobQuestions:
    async def open(self, turn: Turn) -> JobReport | None:
        return await reporting.report_of(turn.session, turn.conversation)

    def asked(self, state: JobReport) -> bool:
        return reporting.goes_on(state)

    def is_choice(self, turn: Turn, state: JobReport) -> bool:
        if asks_aside(turn) or reporting.over(turn.text):
            return True
        offered = map(str.casefold, choice_texts(f"utter_job_ask_{state.step}"))
        return turn.text.strip().casefold() in offered or reporting.says_plainly(state.step, turn.text) or bool(reporting.answer_before(state.step, turn.text))

    def would_answer(self, turn: Turn, state: JobReport) -> bool:
        return reporting.understands(state.step, turn.text)

    async def take(self, turn: Turn, state: JobReport, say: CollectingDispatcher) -> None:
        if asks_aside(turn):
            say_aside(turn, say)
            if (answer := told.before_but(turn.text)) and reporting.understands(state.step, answer):
                await reporting.hear(turn.session, state, answer)
            return
        if over := reporting.over(turn.text):
            state.step = over
            return
        asked, known = state.step, reporting.days_of(state)
        answer = reporting.answer_before(asked, turn.text)
        read = reporting.understands(asked, turn.text)
        await reporting.hear(turn.session, state, answer or turn.text)
        if read and (trouble := await reporting.trouble_beside(turn.session, state, turn.text)):
            say.utter_message(response=f"utter_checkin_done_{trouble[0]}", when=say_when(trouble[1], now()))
        elif answer:
            say.utter_message(response="utter_job_aside")
        if reporting.numbered(asked, turn.text) and reporting.tells_of_its_end(turn.text):
            say.utter_message(response="utter_job_noted")
        if asked != steps.CONFIRM:
            say_day_put_right(known[0], state, say)
        if state.misses:
            say.utter_message(response="utter_job_unclear")
        elif state.step == asked == steps.CONFIRM and reporting.days_of(state) == known:
            say.utter_message(response="utter_job_only_days")
        elif not read and state.step != reporting.PERSON:
            say.utter_message(response=f"utter_job_usual_{asked}")

    def more(self, turn: Turn, state: JobReport) -> bool:
        return reporting.goes_on(state)

    async def ask(self, turn: Turn, state: JobReport, say: CollectingDispatcher) -> None:
        day = say_full_date(state.starts_on) if state.starts_on else ""
        say.utter_message(response=f"utter_job_ask_{state.step}", day=day, payday=_payday(state))

    async def done(self, turn: Turn, state: JobReport, say: CollectingDispatcher) -> list[Event]:
        claimant = await claimants.get(turn.session, state.claimant_id)
        wants_none, later, over = state.cadence == steps.NONE, state.step == reporting.LATER, state.step
        job = await reporting.finish(turn.session, state)
        if job and wants_none:
            say.utter_message(response="utter_job_done_none", name=claimant.preferred_name)
        elif job:
            how = texts.how_often(job.cadence)
            say.utter_message(response="utter_job_done", name=claimant.preferred_name, often=how)
        elif over == reporting.UNPAID:
            say.utter_message(response="utter_job_of_volunteering")
        elif over == reporting.DECLINED:
            say.utter_message(response="utter_job_declined")
        elif over == reporting.GONE:
            await say_it_is_over(turn, claimant, say)
        else:
            say.utter_message(response="utter_job_later" if later else "utter_job_gave_up")
        return []

    async def why(self, turn: Turn, state: JobReport, say: CollectingDispatcher) -> None:
        say.utter_message(response="utter_job_why")

    async def stopped(self, turn: Turn, state: JobReport, say: CollectingDispatcher) -> None:
        await self.drop(turn, state)
        say.utter_message(response="utter_job_stopped")

    async def drop(self, turn: Turn, state: JobReport) -> None:
        await turn.session.delete(state)
        await turn.session.flush()


class JobStart(DoorAction):
    """By text whose phone it is tells it; else who someone is must be proved first, and who is new is taken down.

    A day that is named at once is not asked for again. A job of somebody else's, and one hoped for or only offered, is none
    of theirs yet.
    """

    action = JOB_START

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if _takes_a_person(turn):
            return [FollowupAction(REQUEST)]
        under_way = await reporting.report_of(turn.session, turn.conversation)
        if under_way and reporting.understands(under_way.step, turn.text):
            known = under_way.starts_on
            await reporting.hear(turn.session, under_way, turn.text)
            say_day_put_right(known, under_way, say)
            return begin(turn, JOBS)
        claimant = await speaker(turn)
        if await about_the_end(turn, say) or (asked_of_benefits(turn, say) and not await tells_of_a_job(turn, claimant)):
            return []
        if (other := told.no_job_of_theirs(turn.text)) is not None:
            say.utter_message(response=f"utter_job_of_{other}")
            return []
        if not under_way and await about_good_news(turn, say):
            return []
        if days.is_beside_start(turn.text) and not await tells_of_a_job(turn, claimant):
            say.utter_message(response="utter_thanks")
            return begin(turn, JOBS) if under_way else []
        if not under_way and not await tells_of_a_job(turn, claimant) and await about_what_is_owed(turn, say):
            return []
        if claimant is None:
            return await after_proof(turn, say, "job_start", "utter_job_start_identity")
        if not under_way and await _is_known(turn, claimant) and await say_in_line(turn, say):
            return []
        events = await ask_about_job(turn, claimant, say)
        made = await reporting.report_of(turn.session, turn.conversation)
        if made and made.step == "starts_on":
            await reporting.take_what_is_said(turn.session, made, turn.text)
        if made and checkins.news(turn.text) == COSTS and (costs := await reporting.trouble_beside(turn.session, made, turn.text)):
            say.utter_message(response=f"utter_checkin_done_{costs[0]}", when=say_when(costs[1], now()))
        return events


def _takes_a_person(turn: Turn) -> bool:
    """Whether the news stands behind a yes to a person, who has not been asked for yet."""
    said, parts = last_said(turn), told.parts_of(turn.text)
    buttons = ((said or {}).get("data") or {}).get("buttons") or []
    if REQUEST in actions_so_far(turn.tracker) or len(parts) < 2 or not any(one["payload"] == A_PERSON for one in buttons[:1]):
        return False
    return bool(read_answer("yes_no", parts[0])["value"] == "yes")


async def _is_known(turn: Turn, claimant: Claimant) -> bool:
    """ "But I start tomorrow", of who told us of that job already."""
    job = await checkins.followed_job(turn.session, claimant.id)
    named = read_when(turn.text, local(now()).replace(tzinfo=None))["start"]
    return job is not None and (named or "").startswith(job.starts_on.isoformat())


def _payday(state: JobReport) -> str:
    if state.first_payday is None:
        return words("utter_job_payday_unknown").text
    return words("utter_job_payday", day=say_full_date(state.first_payday)).text


ACTIONS = (JobStart,)
