"""Words about check-ins, or trouble on the way to work, that were taken for something else."""

from rasa_sdk.executor import CollectingDispatcher

from actions.checkins import BESIDE, say_heard, say_outcome, speaker
from actions.coming import on_the_day
from actions.door import Turn
from casework import checkins, texts
from casework.base.clock import now
from casework.checkins import reporting, tasks, told
from casework.claimants import Claimant
from casework.council import say_when

ON_THE_WAY, AT_RISK, LEFT, GOOD = "getting_there", "job_at_risk", "left", "good"
ASKED_ANYWHERE = frozenset({"secret", "sick_pay", "p45"})
RISKS = frozenset({AT_RISK, "pregnancy", "bereaved", "temporary", "conflict"})
# Owed by work, or spent for it: told in the words of debts, and none of theirs.
COSTS, OWED = "work_costs", frozenset({"pay_short", "not_paid"})
RIGHTS, FOOD, DEBT = "need_work_rights", "need_food_fuel", "need_debt"
UNSURE = frozenset({"nlu_fallback", "out_of_scope"})
# Fewer words of joy are a thank you.
FEWEST = 4


async def about_checkins(turn: Turn, say: CollectingDispatcher) -> bool:
    """How often they are asked, when next, and that nobody at work is told, is answered; False where the words say nothing of it, or of nobody known."""
    if (asked := checkins.asks_back(turn.text)) in ASKED_ANYWHERE:
        say.utter_message(response=f"utter_checkin_{asked}")
        return True
    order = texts.order_of(turn.text, quiet=False)
    if order not in (texts.OFTEN, texts.NEXT):
        return False
    claimant = await speaker(turn)
    if claimant is None and await reporting.report_of(turn.session, turn.conversation) is None:
        return False
    if order == texts.NEXT:
        name, values = await texts.next_one(turn.session, claimant)
    else:
        name, values = await texts.changed(turn.session, turn.conversation, claimant, turn.text)
    say.utter_message(response=name, **values)
    return True


async def about_the_answer(turn: Turn, say: CollectingDispatcher) -> bool:
    """One of the answers that were offered: taken where a question waits still, and known already where it was answered."""
    claimant = await speaker(turn)
    waits = await checkins.waiting(turn.session, claimant.id) if claimant else None
    outcome = checkins.read(waits, turn.text) if waits and checkins.is_choice(waits, turn.text) else None
    if claimant and waits and outcome:
        await say_heard(turn, await checkins.hear(turn.session, claimant, waits, outcome, turn.conversation, said=turn.text), say)
        return True
    answered = await checkins.closed(turn.session, claimant.id) if claimant and waits is None else None
    if answered is None or not checkins.is_offered(answered, turn.text):
        return False
    say.utter_message(response="utter_checkin_have_it")
    return True


async def about_the_way(turn: Turn, say: CollectingDispatcher) -> bool:
    """Late for work, or no bus: the answer to what was asked, or a kind word. False where it is something else.

    Late for the meeting they have that day, they are late for that.
    """
    if await on_the_day(turn, say):
        return True
    if turn.intent not in BESIDE | UNSURE or checkins.news(turn.text) != ON_THE_WAY:
        return False
    claimant = await speaker(turn)
    waits = await checkins.waiting(turn.session, claimant.id) if claimant else None
    if claimant and waits:
        heard = await checkins.hear(turn.session, claimant, waits, ON_THE_WAY, turn.conversation, said=turn.text)
        await say_outcome(turn, heard, say)
    else:
        say.utter_message(response="utter_late_for_work")
    return True


async def answers_of_the_way(turn: Turn, say: CollectingDispatcher) -> bool:
    """Whether who has a job cannot get there, or has nobody for the children, asks for help with it: a person is promised, whatever place there is."""
    if checkins.news(turn.text) != ON_THE_WAY:
        return False
    claimant = await speaker(turn)
    waits = await checkins.waiting(turn.session, claimant.id) if claimant else None
    if claimant is None or (waits is None and await checkins.followed_job(turn.session, claimant.id) is None):
        return False
    await say_heard(turn, await checkins.note(turn.session, claimant, ON_THE_WAY, turn.conversation, said=turn.text), say)
    return True


async def answers_beside_need(turn: Turn, say: CollectingDispatcher) -> None:
    """A number of trouble before a need is the answer: a person is promised, whatever services are shown, and no more is asked."""
    claimant = await speaker(turn)
    waits = await checkins.waiting(turn.session, claimant.id) if claimant else None
    outcome = checkins.trouble_beside_need(waits, turn.text, turn.intent) if waits else None
    if claimant and waits and outcome:
        heard = await checkins.hear(turn.session, claimant, waits, outcome, turn.conversation, said=turn.text)
        checkins.leave_it(waits)
        await say_outcome(turn, heard, say)


async def about_the_risk(turn: Turn, say: CollectingDispatcher) -> bool:
    """Somebody with a job tells, unasked and beside another need, that they may lose it: a person has it to do.

    That it is over counts where nothing else is said.
    """
    found = checkins.news(turn.text)
    if found in OWED | {COSTS} and turn.intent == FOOD:
        return False
    if found not in RISKS | OWED | {COSTS} and (found != LEFT or not checkins.is_plain(turn.text)):
        return False
    claimant = await speaker(turn)
    if claimant is None or (found != LEFT and await checkins.followed_job(turn.session, claimant.id) is None):
        return False
    await say_heard(turn, await checkins.note(turn.session, claimant, found, turn.conversation, said=turn.text), say)
    return True


async def about_the_end(turn: Turn, say: CollectingDispatcher) -> bool:
    """A job that is gone before it began: they are rung about what comes next. In the web chat we know of no way to."""
    if not told.is_gone(turn.text):
        return False
    claimant = await speaker(turn)
    if claimant is None and turn.channel != "sms":
        say.utter_message(response="utter_checkin_lost_job")
    else:
        await say_it_is_over(turn, claimant, say)
    return True


async def say_it_is_over(turn: Turn, claimant: Claimant | None, say: CollectingDispatcher) -> None:
    if claimant and await checkins.followed_job(turn.session, claimant.id):
        await say_heard(turn, await checkins.note(turn.session, claimant, LEFT, turn.conversation, said=turn.text), say)
        return
    due = await tasks.give_of_unknown(turn.session, turn.conversation, turn.area, LEFT)
    say.utter_message(response=f"utter_checkin_done_{LEFT}", when=say_when(due, now()))


async def about_good_news(turn: Turn, say: CollectingDispatcher) -> bool:
    """More hours, a better post, kept on: of the job that we follow, told unasked and taken for something else."""
    if len(turn.text.split()) < FEWEST or checkins.news(turn.text) != GOOD:
        return False
    claimant = await speaker(turn)
    if claimant is None or await checkins.followed_job(turn.session, claimant.id) is None:
        return False
    await say_heard(turn, await checkins.note(turn.session, claimant, GOOD, turn.conversation, said=turn.text), say)
    return True


def about_costs(turn: Turn, say: CollectingDispatcher) -> bool:
    """The same of what a job costs them, of somebody whose job we do not know."""
    if turn.intent == FOOD or checkins.news(turn.text) != COSTS:
        return False
    say.utter_message(response="utter_work_costs")
    return True


async def about_what_is_owed(turn: Turn, say: CollectingDispatcher) -> bool:
    """Whether a job owes them, or costs them, and it is no new one that they tell of."""
    return checkins.news(turn.text) in OWED | {COSTS} and (await about_the_risk(turn, say) or about_costs(turn, say))


def need_in(turn: Turn) -> str:
    """The need that was named; who is owed by their work has no debt."""
    return RIGHTS if turn.intent == DEBT and checkins.news(turn.text) in OWED else turn.intent
