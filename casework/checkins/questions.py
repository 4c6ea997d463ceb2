"""The bank of questions, as data: `questions.yml`. Each is proved to be one text whatever names are filled in."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from casework import outbox
from casework.base.once import once
from casework.base.speaking import spoken
from casework.base.words import phrase
from casework.base.yamlfile import DataModel, Known, Where, load_yaml
from casework.checkins.outcomes import TROUBLE, outcomes
from casework.messaging import as_text

FILE = Path(__file__).with_name("questions.yml")
Amount = Literal["none", "bit", "lot"]
LONG_NAME, LONG_COUNCIL = "Bartholomew", "Southwark and Kensington"


class Choice(DataModel):
    """`shown` is the title in the language spoken, where that is another."""

    title: str
    shown: str | None = None
    means: str
    answer: Literal["yes", "no", "not_sure"] | None = None
    amount: Amount | None = None
    topic: str | None = None


class Question(DataModel):
    """`but`: what its good answer comes to with "but" and words behind it that nothing is read from; else the usual.

    `later`: what it comes to that this is not due yet; `empty`: that there is nothing in at home; `unsure`: what "i think so" comes to, else "not sure" or the usual; `part`: that only some of it came.
    """

    text: str
    choices: tuple[Choice, ...] = ()
    but: str | None = None
    later: str | None = None
    empty: str | None = None
    unsure: str | None = None
    part: str | None = None

    @property
    def whole(self) -> str:
        return " ".join([self.text, *(one.title for one in self.choices)])

    @property
    def offered(self) -> list[dict[str, str]]:
        return [{"title": one.shown or one.title, "text": one.title} for one in self.choices]

    def as_said(self) -> "Question":
        """In the language spoken now; what the answers stand for stays."""
        if phrase(self.text) == self.text:
            return self
        choices = [one.model_copy(update={"shown": phrase(one.title)}) for one in self.choices]
        return self.model_copy(update={"text": phrase(self.text), "choices": tuple(choices)})


class Neutral(DataModel):
    opening: str
    nameless: str
    asks: str
    follow_up: str
    never: tuple[str, ...]

    def tells(self, text: str) -> list[str]:
        """The words of a text that tell what it is about."""
        return [one for one in re.findall(r"\w+", text.casefold()) if one.startswith(self.never)]


class Bank(DataModel):
    opening: str
    nameless: str
    neutral: Neutral
    never: tuple[str, ...]
    questions: Annotated[dict[str, Question], Field(min_length=1)]
    follow_ups: dict[str, Question]

    def asked(self, name: str) -> Question:
        return self.questions.get(name) or self.follow_ups[name]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        if self.neutral.asks not in self.questions:
            yield ("neutral", "asks"), f"there is no question {self.neutral.asks}"
        if self.neutral.follow_up not in self.follow_ups:
            yield ("neutral", "follow_up"), f"there is no follow-up {self.neutral.follow_up}"
        for question in (self.questions.get(self.neutral.asks), self.follow_ups.get(self.neutral.follow_up)):
            if question and (told := self.neutral.tells(question.whole)):
                yield ("neutral",), f"must not say {told[0]}"
        for name in known["follow_ups"]:
            if name not in self.follow_ups:
                yield ("follow_ups",), f"there is no {name}, which an outcome asks"
        for name, question in self.questions.items():
            for where, what in self._of(question, f"{self.opening} {question.text}", known):
                yield ("questions", name, *where), what
            if question.choices[:1] and question.choices[0].means in known["troubles"]:
                yield ("questions", name, "choices"), "the best answer comes first"
        for name, question in self.follow_ups.items():
            for where, what in self._of(question, question.text, known):
                yield ("follow_ups", name, *where), what

    def _of(self, question: Question, whole: str, known: Known) -> Iterator[tuple[Where, str]]:
        if question.text.count("?") != 1:
            yield ("text",), "must ask one question"
        filled = filled_in(whole, LONG_NAME, LONG_COUNCIL)
        if not fits(filled, question):
            yield ("text",), f"is more than one text once it is filled in: {as_text(filled, question.offered)}"
        yield from ((("text",), f"must not say {word}") for word in self.never if word in question.whole.casefold())
        for name, told in (("but", question.but), ("later", question.later), ("unsure", question.unsure)):
            if told and told not in known["outcomes"]:
                yield (name,), f"there is no outcome {told}"
        for place, choice in enumerate(question.choices):
            if choice.means not in known["outcomes"]:
                yield ("choices", place, "means"), f"there is no outcome {choice.means}"


def filled_in(text: str, name: str, council: str) -> str:
    return text.replace("{name}", name).replace("{council}", council)


def fits(text: str, question: Question) -> bool:
    """Whether it goes as one text of plain letters."""
    found = outbox.length(as_text(text, question.offered, spoken()))
    return found.encoding == "GSM-7" and found.parts == 1


def load(path: Path) -> Bank:
    """Raises DataError with every fault, by line."""
    all_of_them = outcomes().outcomes
    known = {
        "outcomes": all_of_them.keys(),
        "troubles": [name for name, one in all_of_them.items() if one.score == TROUBLE],
        "follow_ups": [one.asks for one in all_of_them.values() if one.asks],
    }
    return load_yaml(path, Bank, known)


@once
def bank() -> Bank:
    return load(FILE)
