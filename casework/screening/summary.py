"""What was answered, in words: to check before the outcome, to bring along, and for the key worker."""

from dataclasses import dataclass
from typing import Any

from casework.base.words import phrase
from casework.programmes import Question
from casework.screening.answering import UNKNOWN, Stored, facts_of
from casework.screening.models import Screening
from casework.screening.naming import label
from casework.screening.steps import answered, outcomes, packs_of

MANY_THINGS = 2


@dataclass(frozen=True)
class Line:
    """`said` is the choice or number given; for staff both unknown kinds are alike, and `private` ones are not shown."""

    id: str
    label: str
    said: str
    known: bool
    private: bool
    sensitive: bool


def lines(screening: Screening) -> list[Line]:
    """In the order of the questions."""
    return [_line(screening, question) for question in answered(screening)]


def to_bring(screening: Screening) -> list[str]:
    """What would settle each "not sure"."""
    unsure = (one for one in answered(screening) if screening.answers[one.id] == "not_sure")
    return list(dict.fromkeys(one.bring for one in unsure if one.bring))


def apart(screening: Screening) -> list[Question]:
    """Questions whose answers cannot both be right."""
    packs = packs_of(screening)
    told = facts_of(packs, screening.answers, settle=False)
    names = packs[0].contradictory(told) if packs else set()
    return [one for one in answered(screening) if one.fact in names]


def has_many_things(screening: Screening) -> bool:
    """Whether two things or more on the list of things in the way are true."""
    stored = screening.answers.get("q_markers")
    return stored == "2+" or (isinstance(stored, int) and stored >= MANY_THINGS)


def tells_nothing(screening: Screening) -> bool:
    """Whether no question has a plain answer."""
    return not any(stored not in UNKNOWN.values() for stored in screening.answers.values())


def plain(screening: Screening) -> dict[str, Any]:
    """All there is of it, in the language spoken now, as values that a person can read and a machine too."""
    names = {one.id: one.pack.name for one in packs_of(screening)}
    return {
        "answers": {phrase(one.label): {"answer": phrase(one.said), "kept_from_key_worker": one.private} for one in lines(screening)},
        "changes": screening.changed,
        "outcomes": {names[id_]: came.kind for id_, came in outcomes(screening).items()},
        "reasons": {names[id_]: [phrase(one) for one in came.reasons] for id_, came in outcomes(screening).items()},
        "rules": {names[id_]: result["version"] for id_, result in (screening.results or {}).items() if id_ in names},
    }


def _line(screening: Screening, question: Question) -> Line:
    stored: Stored = screening.answers[question.id]
    said = next((one.say for one in question.answers if one.store == stored), None)
    return Line(
        id=question.id,
        label=label(question, screening.area),
        said=said or f"{stored} {question.unit or ''}".strip(),
        known=stored not in UNKNOWN.values(),
        private=question.id in screening.private,
        sensitive=question.sensitive,
    )
