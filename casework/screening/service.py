"""One person's way through the questions: started, answered, changed, finished."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import local, now
from casework.council import Area
from casework.screening.answering import facts_of, hear
from casework.screening.asking import next_question, under_16
from casework.screening.models import Screening
from casework.screening.packs import Question
from casework.screening.programmes import Programme, programmes
from casework.screening.rules import Outcome, outcome

WHICH = "which answer to change"


async def start(session: AsyncSession, conversation_id: UUID, area: Area) -> Screening:
    """A fresh screening for the programmes really open in the area; one under way is closed."""
    under_way = await current(session, conversation_id)
    if under_way:
        under_way.finished_at = now()
        await session.flush()
    packs = [one.id for one in programmes().values() if _open_here(one, area, now())]
    screening = Screening(conversation_id=conversation_id, packs=packs, answers={}, private=[], misses=0)
    session.add(screening)
    await session.flush()
    return screening


async def current(session: AsyncSession, conversation_id: UUID) -> Screening | None:
    """The screening under way, held until the transaction ends."""
    query = select(Screening).where(Screening.conversation_id == conversation_id, Screening.finished_at.is_(None))
    return (await session.execute(query.with_for_update())).scalar_one_or_none()


async def latest(session: AsyncSession, conversation_id: UUID) -> Screening | None:
    query = select(Screening).where(Screening.conversation_id == conversation_id)
    return (await session.execute(query.order_by(Screening.started_at.desc()).limit(1))).scalar_one_or_none()


def ask(screening: Screening, *, discreet: bool = False) -> Question | None:
    """The question to put now, kept as the open one; None when there is nothing more to ask.

    `discreet`: nothing sensitive, since others may read it.
    """
    if screening.asking in (None, *screening.answers):
        question = next_question(_packs(screening), facts(screening), list(screening.answers), discreet=discreet)
        screening.asking = question.id if question else None
    return open_question(screening)


def open_question(screening: Screening) -> Question | None:
    return next((one for one in _bank(screening) if one.id == screening.asking), None)


def answer(screening: Screening, text: str) -> bool:
    """Take the person's words as the answer to the open question; False where they are no clear answer."""
    question = open_question(screening)
    heard = hear(question, text, local(now())) if question else None
    if question is None or heard is None or heard.stored is None:
        screening.misses += 1
        return False
    screening.answers = {**screening.answers, question.id: heard.stored}
    screening.asking, screening.misses = None, 0
    return True


def keep_from_worker(screening: Screening) -> None:
    """The answer to the open question is for the outcome only; the key worker does not see it."""
    if screening.asking and screening.asking not in screening.private:
        screening.private = [*screening.private, screening.asking]


def is_private(screening: Screening) -> bool:
    return screening.asking in screening.private


def understands(question: Question, text: str) -> bool:
    return hear(question, text, local(now())).stored is not None


def offer_change(screening: Screening) -> list[Question]:
    """Open the choice of which answer to change; the questions answered so far, in order."""
    screening.asking, screening.finished_at = WHICH, None
    return answered(screening)


def answered(screening: Screening) -> list[Question]:
    return [one for one in _bank(screening) if one.id in screening.answers]


def choose_change(screening: Screening, text: str, area_name: str) -> bool:
    """Reopen the question named by its words or its number in the list; what hung on it is asked again."""
    said = text.strip().casefold()
    for number, question in enumerate(answered(screening), 1):
        if said in (str(number), headline(question, area_name).casefold()):
            screening.answers = {id_: value for id_, value in screening.answers.items() if id_ != question.id}
            screening.asking, screening.misses = question.id, 0
            return True
    screening.misses += 1
    return False


def headline(question: Question, area_name: str) -> str:
    """The question in one line."""
    return question.text.format(area=area_name).strip().split("\n")[0]


def in_words(screening: Screening) -> list[tuple[str, str, object]]:
    """What was asked and answered, in order: question id, its words in one line, the value kept."""
    asked = {one.id: one for one in _bank(screening)}
    lines = ((id_, asked[id_].text.strip().split("\n")[0], value) for id_, value in screening.answers.items() if id_ in asked)
    return list(lines)


def outcomes(screening: Screening) -> dict[str, Outcome]:
    """What the answers come to so far, by programme name."""
    return {one.pack.name: outcome(one, facts(screening)) for one in _packs(screening)}


def finish(screening: Screening) -> dict[str, Outcome]:
    """Close it; the outcome by programme name."""
    screening.finished_at, screening.asking = now(), None
    return outcomes(screening)


def is_under_16(screening: Screening) -> bool:
    return under_16(_packs(screening), facts(screening))


def facts(screening: Screening) -> Mapping[str, object]:
    return facts_of(_packs(screening), screening.answers)


def _packs(screening: Screening) -> list[Programme]:
    return [programmes()[id_] for id_ in screening.packs]


def _bank(screening: Screening) -> Sequence[Question]:
    questions = {asking.place: asking.question for one in _packs(screening) for asking in one.questions}
    return [questions[place] for place in sorted(questions)]


def _open_here(programme: Programme, area: Area, at: datetime) -> bool:
    wanted = programme.id in area.programmes and programme.pack.status == "live"
    return wanted and programme.pack.runs(area.id, area.nation, local(at).date())
