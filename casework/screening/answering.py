"""From what a person wrote to what is stored, and from stored answers to facts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from casework.programmes import Answer, Programme, Question
from casework.programmes.benefits import benefits
from casework.reading.answers import read_answer

Stored = str | int
UNKNOWN = {"not_sure": "not_sure", "prefer_not_to_say": "prefer_not"}
# On a phone these two numbers mean the same in every yes or no question, whatever its list.
ALWAYS = {"9": "not_sure", "0": "prefer_not"}


@dataclass(frozen=True)
class Heard:
    """`stored` is None where the words are no clear answer; `leaning` then says which way a hedge goes."""

    stored: Stored | None
    leaning: str | None = None


def hear(question: Question, text: str, reference: datetime | None = None) -> Heard:
    """The answer in a title, its number in the list, or a person's own words."""
    if chosen := _chosen(question, text):
        return Heard(chosen.store)
    if question.reads[0] == "yes_no" and (always := ALWAYS.get(text.strip())):
        return Heard(always)
    if "benefits" in question.reads and (benefit := _benefit(question, text)):
        return benefit
    leaning = None
    unsure: Stored | None = None
    for kind in (one for one in question.reads if one != "benefits"):
        read = read_answer(kind, text, question.text, reference)
        stored = _stored(question, read)
        if stored is not None and stored not in UNKNOWN.values():
            return Heard(stored)
        unsure = unsure or stored
        leaning = leaning or read.get("leaning")
    return Heard(unsure, leaning)


def _chosen(question: Question, text: str) -> Answer | None:
    said = text.strip().rstrip(".!").casefold()
    numbered = {str(place): answer for place, answer in enumerate(question.answers, 1)}
    titles = {answer.say.casefold(): answer for answer in question.answers}
    return titles.get(said) or (numbered.get(said) if question.reads[0] == "yes_no" else None)


def _stored(question: Question, read: Mapping[str, Any]) -> Stored | None:
    value = read.get("value")
    unknown = UNKNOWN.get(value if isinstance(value, str) else read.get("status") or "")
    if unknown:
        return unknown
    if read.get("starts_soon") and any(answer.store == "starts_soon" for answer in question.answers):
        return "starts_soon"
    if isinstance(value, str):
        return next((one.store for one in question.answers if value == (one.hears or one.store)), None)
    if isinstance(value, int):
        return value
    return _band(read)


def _benefit(question: Question, text: str) -> Heard | None:
    """A benefit named in place of a yes or no; one that tells nothing is no answer, unless a yes or no leads."""
    read = read_answer("benefits", text)
    if not read.get("value") or read.get("clarify"):
        return None
    told = benefits().tell(question.fact, read["value"])
    leads = read_answer("yes_no", text.split()[0])["value"] in ("yes", "no")
    return None if told is None and leads else Heard(told)


def _band(read: Mapping[str, Any]) -> Stored | None:
    low, high = read.get("min"), read.get("max")
    if low is None and high is None:
        return None
    return f"{low or 0}-{high}" if high is not None else f"{low}+"


def facts_of(packs: Iterable[Programme], answers: Mapping[str, Stored], settle: bool = True) -> dict[str, object]:
    """Stored answers by question id as facts; to `settle` is to count those that cannot both be right as not known."""
    packs = list(packs)
    facts: dict[str, object] = {}
    bank = {one.question.id: one.question for programme in packs for one in programme.questions}
    for question_id, stored in answers.items():
        question = bank.get(question_id)
        if question is None:
            continue
        facts[question.fact] = stored
        if stored not in UNKNOWN.values():
            facts.update(question.also)
    apart = packs[0].contradictory(facts) if packs and settle else set()
    return facts | dict.fromkeys(apart)
