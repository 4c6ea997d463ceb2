"""One door to every reader: the type of question, the words, and what came of them."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from casework.base.clock import local, now
from casework.reading.answers.age import read_age
from casework.reading.answers.benefits import read_benefits
from casework.reading.answers.child import read_child_age
from casework.reading.answers.common import Answer
from casework.reading.answers.count import read_count
from casework.reading.answers.duration import read_duration
from casework.reading.answers.phone import read_mobile
from casework.reading.answers.postcode import read_postcode
from casework.reading.answers.yes_no import read_yes_no

Reader = Callable[[str, str, date], Answer]
READERS: dict[str, Reader] = {
    "yes_no": lambda text, question, today: read_yes_no(text, question),
    "age_years": lambda text, question, today: read_age(text, today),
    "youngest_child_age": lambda text, question, today: read_child_age(text, today),
    "duration_months": lambda text, question, today: read_duration(text, today),
    "benefits": lambda text, question, today: read_benefits(text),
    "uk_mobile": lambda text, question, today: read_mobile(text),
    "postcode": lambda text, question, today: read_postcode(text),
    "count": lambda text, question, today: read_count(text),
}
LONGEST = 1000


def read_answer(
    question_type: str, text: str, question: str | None = None, reference: datetime | None = None
) -> Answer:
    """`value`, with `status`, `min`, `max` and the like where there is no single one.

    Raises KeyError for a type nobody reads. `reference` is local time; now, if not given."""
    today = (reference or local(now())).date()
    return READERS[question_type](text[:LONGEST], question or "", today)


def is_answer(
    question_type: str, text: str, question: str | None = None, reference: datetime | None = None
) -> bool:
    """Whether the words answer the question at all, if only in part; otherwise they are about something else."""
    read = read_answer(question_type, text, question, reference)
    if read["value"] == "unclear":
        return "hedged" in read
    return read["value"] is not None or read.get("status", "") != "unclear" or bool({"min", "max"} & read.keys())


def read_answer_line(line: Mapping[str, object]) -> Answer:
    """{"question_type", "text", "question"?, "reference"?} to the answer.

    `reference` like "2026-11-24T10:00 Europe/London".
    """
    question = line.get("question")
    at = datetime.fromisoformat(str(line["reference"]).split()[0]) if line.get("reference") else None
    reference = local(at) if at and at.tzinfo else at
    return read_answer(str(line["question_type"]), str(line["text"]), str(question) if question else None, reference)
