"""What is open in a screening, and what the person's words do to it. No database."""

from collections.abc import Mapping, Sequence

from casework.base.clock import local, now
from casework.programmes import Outcome, Programme, Question, outcome, programmes
from casework.reading import read_answer
from casework.screening.answering import Stored, facts_of, hear
from casework.screening.asking import had_enough, next_question, under_16
from casework.screening.models import Screening, Step
from casework.screening.naming import chosen, named

MISSES = 3


def packs_of(screening: Screening) -> list[Programme]:
    """Those it was begun with, as far as they are still there."""
    return [programmes()[id_] for id_ in screening.packs if id_ in programmes()]


def bank(screening: Screening) -> Sequence[Question]:
    questions = {asking.place: asking.question for one in packs_of(screening) for asking in one.questions}
    return [questions[place] for place in sorted(questions)]


def facts(screening: Screening) -> Mapping[str, object]:
    return facts_of(packs_of(screening), screening.answers)


def answered(screening: Screening) -> list[Question]:
    return [one for one in bank(screening) if one.id in screening.answers]


def open_question(screening: Screening) -> Question | None:
    return next((one for one in bank(screening) if one.id == screening.asking), None)


def go_on(screening: Screening, *, discreet: bool = False) -> bool:
    """Opens the next question, and then the summary; False once everything is said and checked.

    `discreet`: nothing sensitive, since others may read it.
    """
    if screening.step != Step.ASKING:
        return screening.step not in (Step.DONE, Step.TRIED)
    if screening.asking in (None, *screening.answers):
        question = next_question(packs_of(screening), facts(screening), list(screening.answers), discreet=discreet)
        screening.asking = question.id if question else None
    if screening.asking is None:
        checked = bool(screening.results) or is_under_16(screening)
        screening.step = Step.DONE if checked else Step.CHECKING
    return screening.step != Step.DONE


def answer(screening: Screening, text: str) -> bool:
    """Take the person's words as the answer to the open question; False where they are no clear answer."""
    question = open_question(screening)
    stored = hear(question, text, local(now())).stored if question else None
    if question is None or stored is None:
        screening.misses += 1
        return False
    screening.answers = {**screening.answers, question.id: stored}
    screening.asking, screening.misses = None, 0
    return True


def check(screening: Screening, text: str) -> None:
    """The summary is right, or an answer is to be changed. Who would rather not check, or cannot, has their outcome."""
    if is_change(screening, text):
        choose_change(screening, text)
        return
    said = read_answer("yes_no", text)["value"]
    screening.misses += said == "unclear"
    if said == "no":
        screening.step, screening.misses = Step.CHANGING, 0
    elif said != "unclear" or screening.misses >= MISSES:
        screening.step, screening.misses = Step.DONE, 0


def is_change(screening: Screening, text: str) -> bool:
    """Whether the words name an answer given before."""
    return named(answered(screening), text, screening.area) is not None


def choose_change(screening: Screening, text: str) -> bool:
    """Reopen the question the words name, or answer it with them where they say a number too."""
    question = chosen(answered(screening), text, screening.area)
    if question is None:
        _miss(screening, text, Step.ASKING, "yes", "no")
        return False
    _remember(screening, question)
    screening.answers = {id_: value for id_, value in screening.answers.items() if id_ != question.id}
    screening.step, screening.asking, screening.misses = Step.ASKING, question.id, 0
    if question.reads[0] != "yes_no" and _is_plain(hear(question, text, local(now())).stored):
        answer(screening, text)
    return True


def choose_trial(screening: Screening, text: str) -> bool:
    question = chosen(answered(screening), text, screening.area)
    if question is None:
        _miss(screening, text, Step.TRIED, "no")
        return False
    screening.asking, screening.misses = question.id, 0
    return True


def try_answer(screening: Screening, text: str) -> dict[str, tuple[Outcome, Outcome]] | None:
    """Which programmes would come out differently with another answer, as (now, then); None where it is unclear."""
    question = open_question(screening)
    stored = hear(question, text, local(now())).stored if question else None
    if question is None or stored is None:
        screening.misses += 1
        return None
    then = outcomes(screening, {**screening.answers, question.id: stored})
    screening.step, screening.asking, screening.misses = Step.TRIED, None, 0
    return {id_: (one, then[id_]) for id_, one in outcomes(screening).items() if one.kind != then[id_].kind}


def outcomes(screening: Screening, answers: Mapping[str, Stored] | None = None) -> dict[str, Outcome]:
    """What the answers come to so far, by pack id."""
    packs = packs_of(screening)
    told = facts_of(packs, screening.answers if answers is None else answers)
    return {one.id: outcome(one, told) for one in packs}


def is_under_16(screening: Screening) -> bool:
    return under_16(packs_of(screening), facts(screening))


def is_tired(screening: Screening) -> bool:
    """Whether the person would rather not say three times in a row."""
    return had_enough(packs_of(screening), facts(screening), list(screening.answers))


def keep_from_worker(screening: Screening) -> None:
    """The answer to the open question is for the outcome only; the key worker does not see it."""
    if screening.asking and screening.asking not in screening.private:
        screening.private = [*screening.private, screening.asking]


def is_private(screening: Screening) -> bool:
    return screening.asking in screening.private


def hears(question: Question, text: str) -> bool | None:
    """Whether the words are a plain answer; False for "not sure" and "rather not say", None where they are none."""
    stored = hear(question, text, local(now())).stored
    return None if stored is None else _is_plain(stored)


def _miss(screening: Screening, text: str, way_out: Step, *leaving: str) -> None:
    """None of the answers on the list: a plain word that leaves it, or the third miss, keeps them all as they are."""
    screening.misses += 1
    if screening.misses >= MISSES or read_answer("yes_no", text)["value"] in leaving:
        screening.step, screening.misses = way_out, 0


def _is_plain(stored: Stored | None) -> bool:
    return stored not in (None, "not_sure", "prefer_not")


def _remember(screening: Screening, question: Question) -> None:
    """The trail of an answer that was kept for someone."""
    if screening.claimant_id:
        was = {"question": question.id, "was": screening.answers[question.id], "at": now().isoformat(timespec="seconds")}
        screening.changed = [*screening.changed, was]
