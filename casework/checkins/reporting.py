"""The few questions about a new job: when it starts, when it first pays, how often to ask. Read back before it counts.

What cannot be read back is kept for a person; who wants no texts has none, and a person hears of it.
"""

import re
from datetime import date, datetime, timedelta
from math import inf
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging
from casework.base.clock import local, now
from casework.base.words import choice_texts, words
from casework.checkins import days, early, looking, rereading, service, tasks, telling, told
from casework.checkins.choosing import NUMBER
from casework.checkins.hearing import waiting
from casework.checkins.models import Job, JobReport
from casework.checkins.often import CADENCES
from casework.checkins.outcomes import TROUBLE, outcomes
from casework.checkins.past_days import NAMES_MONTH
from casework.checkins.steps import CONFIRM, DONE, NONE, STEPS, is_not_known_yet, puts_right
from casework.messaging import Conversation, Message

GIVE_UP_AFTER, FEW = 2, 14
PERSON, LATER, UNPAID, GONE, DECLINED = "person", "later", "unpaid", "gone", "declined"
MONEY, WANTS_CALL = "money", "wants_call"
SENTENCE = re.compile(r"[.!?;,\n]+")
# What goes on behind the number of an answer, and counts nothing: not "2 jobs".
REMARK = re.compile(r"(?:its?|it'?s|i|i'?m|i'?ve|but|and|so|yes|yeah|that|that'?s|this|my|we|they|they'?re|just|only|please|pls|thanks|ta|tho|though|although|ok|okay|because|cos|sorry|there)\b", re.I)
RECENT, SAME_TALK = 12, timedelta(hours=1)
WHEN_SAFE = "utter_identity_ask_safe"


async def report_of(session: AsyncSession, conversation_id: UUID) -> JobReport | None:
    return await session.get(JobReport, conversation_id)


async def report(session: AsyncSession, conversation_id: UUID, claimant_id: UUID) -> JobReport:
    """Begin to tell of a new job, afresh where that was begun before."""
    known = await session.get(JobReport, conversation_id)
    if known is not None:
        await session.delete(known)
        await session.flush()
    made = JobReport(conversation_id=conversation_id, claimant_id=claimant_id, step="starts_on", misses=0)
    session.add(made)
    await session.flush()
    return made


async def _asks(session: AsyncSession, conversation: Conversation) -> bool:
    person = conversation.claimant_id
    waits = person is not None and await waiting(session, person) is not None
    return waits or await report_of(session, conversation.id) is not None


messaging.asked_by(_asks)


def understands(step: str, text: str) -> bool:
    """Whether the words answer the question of a step, or put right what was told before it."""
    made = JobReport(step=step, starts_on=local(now()).date())
    if step in STEPS and numbered(step, text):
        return True
    return step in STEPS and (puts_right(made, text) or STEPS[step].read(made, text) or is_not_known_yet(step, text))


def numbered(step: str, text: str) -> str | None:
    """The answer whose number stands before a remark that answers nothing: "1 its only till christmas"."""
    found = NUMBER.fullmatch(text.strip())
    if found is None or not found[2] or len(text.split()) > FEW or step not in STEPS or NAMES_MONTH.search(text):
        return None
    offered, rest = choice_texts(f"utter_job_ask_{step}"), days.ONLY_UNTIL.sub(" ", found[2])
    more = len(rest.split()) > 1 and understands(step, rest)
    if not 0 < int(found[1]) <= len(offered) or more or not REMARK.match(found[2]):
        return None
    return offered[int(found[1]) - 1]


def days_of(made: JobReport) -> tuple[date | None, date | None, str | None]:
    """All that is read back, and how often to ask."""
    return made.starts_on, made.first_payday, made.cadence


def says_plainly(step: str, text: str) -> bool:
    """Whether the words can be nothing but an answer, however many they are."""
    if step in STEPS and (numbered(step, text) or puts_right(JobReport(step=step, starts_on=local(now()).date()), text)):
        return True
    if step == "first_payday" and rereading.is_payday_unknown(text) and not any(True for _ in telling.of_words(text)):
        return True
    return (days.is_plain(early.LEADING_IN.sub("", text), step) or _names_day(step, text)) and understands(step, text)


def _names_day(step: str, text: str) -> bool:
    """Whether the day that is asked for stands in the words, which are of nothing else and tell of no trouble with it."""
    if step not in ("starts_on", "first_payday") or not rereading.is_of_nothing_else(text):
        return False
    today = local(now()).date()
    if step == "starts_on":
        return not rereading.is_of_another_start(text) and days.first_day(text, today) is not None and not any(outcomes().outcomes[one].score == TROUBLE for one in telling.of_words(text))
    if not set(telling.of_words(text)) <= {MONEY} or days.TROUBLE.search(rereading.NOT_TILL.sub(" ", text)):
        return False
    return days.payday(text, today, today) is not None or days.is_about_when(text)


def answer_before(step: str, text: str) -> str:
    """The answer that stands before a question which is no part of it: "Tomorrow. Is it ok if I bring my lunch?"."""
    first, *rest = [one for one in SENTENCE.split(text, maxsplit=1) if one.strip()] or [""]
    asks = bool(rest) and "?" in rest[0] and not rereading.names_a_day(rest[0])
    return first.strip() if asks and says_plainly(step, first.strip()) else ""


def take(made: JobReport, text: str) -> None:
    """Read the answer to the open question. After two that cannot be read the usual stands: no job is lost for a detail.

    The reading back itself needs a yes: else a person goes through it with them. What is put right meanwhile changes
    that alone, and the open question is put again.
    """
    beside = rereading.without_start(text, local(now()).date()) if made.step == "first_payday" else ""
    if puts_right(made, text):
        made.misses = 0
        if made.starts_on and days.payday(beside, made.starts_on, local(now()).date()) and STEPS[made.step].read(made, beside):
            made.step = _next(made)
        return
    step, text = STEPS[made.step], numbered(made.step, text) or text
    if step.read(made, text):
        made.misses, made.step = 0, _next(made) if made.starts_on else "starts_on"
        return
    if is_not_known_yet(made.step, text):
        made.step = LATER
        return
    made.misses += 1
    if made.misses >= GIVE_UP_AFTER:
        made.starts_on = made.starts_on or local(now()).date()
        made.misses, made.step = 0, PERSON if made.step == CONFIRM else step.next


def _next(made: JobReport) -> str:
    """Who answered no to "how often?" is asked once whether they want none."""
    return NONE if made.step == "cadence" and made.cadence == NONE else STEPS[made.step].next


def over(text: str) -> str | None:
    """That there is nothing to ask more of: it is no job that pays, they said no to it, or it is gone before it began."""
    if told.is_declined(text):
        return DECLINED
    return UNPAID if told.is_unpaid(text) else GONE if told.is_gone(text) else None


async def take_what_is_said(session: AsyncSession, made: JobReport, text: str) -> None:
    """What the very first words say of the first day, and of the first payday, is not asked for again."""
    if understands(made.step, text):
        await hear(session, made, text)


def take_both(made: JobReport, text: str) -> None:
    """Read the answer to the open question, and the first payday where that is said in the same breath."""
    asked = made.step
    take(made, text)
    if asked != "starts_on":
        return
    if made.step == "first_payday" and days.speaks_of_pay(text) and STEPS[made.step].read(made, text):
        take(made, text)


async def hear(session: AsyncSession, made: JobReport, text: str) -> None:
    """The same; where others may read the phone the first payday is not asked for."""
    take_both(made, text)
    await _note_end(session, made, text)
    if made.step == "first_payday" and await messaging.is_discreet(session, await messaging.get(session, made.conversation_id)):
        made.step = STEPS[made.step].next


async def take_what_was_said(session: AsyncSession, made: JobReport) -> None:
    """What was said of the first day, and then of the payday, before somebody proved who they are is not asked for again."""
    query = select(Message).where(Message.conversation_id == made.conversation_id, Message.sender == "claimant")
    latest = (await session.execute(query.order_by(Message.n.desc()).limit(RECENT))).scalars().all()
    of_texts = await _asked_when_safe(session, made)
    lately = [one.text for one in latest if one.at > latest[0].at - SAME_TALK and (one.n < of_texts or early.is_said_early(early.SAFE, one.text))]
    await _note_end(session, made, *lately)
    for step, says in (("starts_on", _says_first_day), ("first_payday", early.is_payday)):
        said = next((one for one in lately if says(one)), None)
        if said and made.step == step:
            await hear(session, made, early.without_aside(said))


async def _asked_when_safe(session: AsyncSession, made: JobReport) -> float:
    """From which message on they were asked when it is safe to write: "Sunday" is no first day then."""
    query = select(Message).where(Message.conversation_id == made.conversation_id, Message.sender != "claimant")
    latest = (await session.execute(query.order_by(Message.n.desc()).limit(RECENT))).scalars().all()
    return min((one.n for one in latest if words(WHEN_SAFE).text in one.text), default=inf)


def tells_of_its_end(text: str) -> bool:
    """Whether the job is for a time only."""
    return telling.TEMPORARY in telling.of_words(text)


async def _note_end(session: AsyncSession, made: JobReport, *said: str) -> None:
    """A job that is for a time only, told with its first day: somebody has it to do before it ends."""
    task = outcomes().outcomes[telling.TEMPORARY].task
    if task and any(map(tells_of_its_end, said)):
        await tasks.give(session, await claimants.get(session, made.claimant_id), made.conversation_id, telling.TEMPORARY, task)


def _says_first_day(text: str) -> bool:
    weekly = early.is_payday(text) and not days.START.search(text)
    return early.is_first_day(text) or (not weekly and says_plainly("starts_on", text))


async def answered(session: AsyncSession, conversation_id: UUID, text: str) -> bool:
    """Takes words that can be nothing but the answer about a new job, where one is being told of."""
    made = await report_of(session, conversation_id)
    plainly = made is not None and says_plainly(made.step, text)
    if made and plainly:
        await hear(session, made, text)
    return plainly


async def taken(session: AsyncSession, conversation_id: UUID, text: str) -> bool:
    """Takes words that tell of no trouble for the answer about a new job, read or not, where one is being told of."""
    made = await report_of(session, conversation_id)
    if made is None or not goes_on(made):
        return False
    await hear(session, made, text)
    return True


async def take_payday_beside(session: AsyncSession, conversation_id: UUID, text: str) -> None:
    """The payday that is told beside trouble with it, where that is asked: the trouble is seen to, and the day is kept."""
    made = await report_of(session, conversation_id)
    if made and made.step == "first_payday" and made.starts_on and days.payday(text, made.starts_on, local(now()).date()):
        await hear(session, made, text)


async def trouble_beside(session: AsyncSession, made: JobReport, text: str) -> tuple[str, datetime] | None:
    """Trouble told beside an answer: a person has it to do, and by when; None where none is told."""
    found = telling.gravest([one for one in telling.of_words(text) if outcomes().outcomes[one].score == TROUBLE or one == WANTS_CALL])
    task = outcomes().outcomes[found].task if found else None
    if found is None or task is None:
        return None
    return found, await tasks.give(session, await claimants.get(session, made.claimant_id), made.conversation_id, found, task)


async def is_ahead(session: AsyncSession, conversation_id: UUID, claimant_id: UUID | None) -> bool:
    """Whether the job that is told of here, or that we follow, has not begun yet."""
    made = await report_of(session, conversation_id)
    job = await looking.followed_job(session, claimant_id) if claimant_id and made is None else None
    day = made.starts_on if made else job.starts_on if job else None
    return day is not None and day > local(now()).date()


def goes_on(made: JobReport) -> bool:
    return made.step in STEPS


async def finish(session: AsyncSession, made: JobReport) -> Job | None:
    """The job is followed from now on. None where a person goes through it with them first."""
    job, claimant = None, await claimants.get(session, made.claimant_id)
    if made.step == PERSON:
        await tasks.give(session, claimant, made.conversation_id, "job_unsure", outcomes().job_unsure)
    elif made.step == DONE and made.starts_on:
        job = await service.job_started(
            session,
            claimant,
            made.starts_on,
            reported_by="person",
            first_payday=made.first_payday,
            cadence=next((one for one in CADENCES if one == made.cadence), None),
        )
        if made.cadence == NONE:
            await service.ask_nothing(session, claimant)
            await tasks.give(session, claimant, made.conversation_id, "no_texts", outcomes().no_texts)
    await session.delete(made)
    await session.flush()
    return job
