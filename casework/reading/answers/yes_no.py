"""Yes, no, not sure, rather not say, or unclear, in people's own words and in the light of the question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from casework.base.once import once
from casework.reading.answers.choices import numbered_choice
from casework.reading.answers.echo import asks_past, echoes, of_auxiliary, of_question, opening, starts_soon
from casework.reading.answers.phrases import Found, Phrases
from casework.reading.answers.text import STOP, bare, load, near, words

LABELS = (
    "prefer_not", "alone_prefer", "not_sure", "hedge", "lean_no", "lean_yes", "no", "yes", "start_yes", "start_no"
)  # fmt: skip
SAME = {"start_yes": "yes", "start_no": "no", "alone_prefer": "prefer_not"}
OPPOSITE = {"yes": "no", "no": "yes"}
SHORT = 4
MISTYPED_YES = re.compile(r"y(?!ou|et|uk|uc)[a-z]{1,3}")
Answer = dict[str, Any]
UNCLEAR: Answer = {"value": "unclear"}


@once
def lexicon() -> Phrases:
    data = load("yes_no.yml")
    return Phrases({label: data[label] for label in LABELS})


@once
def turns() -> Phrases:
    return Phrases({"turn": load("yes_no.yml")["turns"]})


def read_yes_no(text: str, question: str = "") -> Answer:
    """`value` is yes, no, not_sure, prefer_not_to_say or unclear; unclear may have a `leaning`."""
    if choice := numbered_choice(text, question):
        return {"value": choice}
    tokens = words(text)
    answer = _after_turn(tokens, question) or _read(_Reply(tokens, question))
    if answer["value"] in OPPOSITE and starts_soon(tokens, question):
        return {**answer, "starts_soon": True}
    return answer


def _after_turn(tokens: list[str], question: str) -> Answer | None:
    """What is said after "no wait" or "I mean", if that is an answer by itself."""
    found = turns().find(tokens)
    if not found or found[-1].end == len(tokens):
        return None
    answer = _read(_Reply(tokens[found[-1].end :], question))
    return None if answer["value"] == "unclear" else answer


@dataclass
class _Reply:
    tokens: list[str]
    question: str

    def __post_init__(self) -> None:
        known = lexicon().words
        kept = [near(token, known) for token in self.tokens if token in known or bare([token]) or token == STOP]
        self.plain = [token for token in kept if token != STOP]
        self.said = [token for token in self.tokens if token != STOP]
        self.starts = _clause_starts(kept)
        self.found = self._find()
        if not self.found:
            self.plain, self.starts = bare(kept), {0}
            self.found = self._find()

    def _find(self) -> list[Found]:
        if len(self.plain) == 1 and MISTYPED_YES.fullmatch(self.plain[0]) and self.plain[0] not in lexicon().words:
            return [Found("yes", 0, 1)]
        found = [self._one_of_two(one) for one in lexicon().find(self.plain)]
        return [self._turned(one) for one in found if self._counts(one)]

    def _one_of_two(self, one: Found) -> Found:
        """"Yeah no" is a no, but "yes no buses" is a yes."""
        both = self.plain[one.start : one.end] == ["yes", "no"]
        thing = both and self._next(one) not in ("", *load("yes_no.yml")["subjects"])
        return Found("yes", one.start, one.start + 1) if thing else one

    def _turned(self, one: Found) -> Found:
        """"Definitely not" and "please don't" are a no."""
        words_of = " ".join(self.plain[one.start : one.end])
        following = self.plain[one.end : one.end + 2]
        negated = words_of in load("yes_no.yml")["firm"] and (following[:1] == ["not"] or following == ["do", "not"])
        return one._replace(label="no") if negated else one

    def _counts(self, one: Found) -> bool:
        """A bare "no" is an answer where a clause starts or ends; "ok" and the like only at the very start."""
        if one.label == "lean_yes" and self.plain[one.end - 1] in ("bit", "little") and self._next(one) == "of":
            return False
        if one.label == "alone_prefer":
            return len(self.plain) - (one.end - one.start) < 2
        if self.plain[one.start : one.end][-2:] == ["used", "to"] and asks_past(self.question):
            return False
        if one.label in ("start_yes", "start_no"):
            return one.start == 0 and (len(self.plain) <= SHORT or one.end in self.starts)
        if self.plain[one.start : one.end] == ["no"]:
            return self._is_answer_no(one)
        return True

    def _next(self, one: Found) -> str:
        return self.plain[one.end] if one.end < len(self.plain) else ""

    def _is_answer_no(self, one: Found) -> bool:
        following, data = self._next(one), load("yes_no.yml")
        thing = self.plain[one.start - 1 : one.start] == ["yes"] and following not in ("", *data["subjects"])
        elsewhere = following in data["elsewhere"] and following not in words(self.question)
        return not thing and not elsewhere and (one.start in self.starts or not following)

    def is_soft(self, one: Found) -> bool:
        return " ".join(self.plain[one.start : one.end]) in load("yes_no.yml")["soft"]

    def plain_found(self) -> list[Found]:
        """Yes and no, without the soft ones where a firm one is there too."""
        plain = [one for one in self.found if SAME.get(one.label, one.label) in OPPOSITE]
        return [one for one in plain if not self.is_soft(one)] or plain

    def labels(self) -> list[str]:
        return [SAME.get(one.label, one.label) for one in self.found]


def _clause_starts(tokens: Sequence[str]) -> set[int]:
    """Places, not counting stops, where something new is said."""
    starts, place, fresh = set(), 0, True
    for token in tokens:
        if token == STOP:
            fresh = True
            continue
        if fresh:
            starts.add(place)
        fresh = token in ("but", "so", "because", "and", "yes", "well", "sorry")
        place += 1
    return starts


def _read(reply: _Reply) -> Answer:
    labels = reply.labels()
    found = reply.plain_found()
    plain = [SAME.get(one.label, one.label) for one in found]
    if "prefer_not" in labels:
        return {"value": "no"} if _is_offer(reply.question) else {"value": "prefer_not_to_say"}
    if "not_sure" in labels:
        return _unsure(labels, plain, "but" in reply.said)
    if len(set(plain)) == 2:
        return _both(reply, plain)
    if found and all(map(reply.is_soft, found)) and (known := of_question(reply.said, reply.question)):
        return {"value": known}
    if plain:
        return _one(reply, plain[0], labels)
    return _without_word(reply, labels)


def _unsure(labels: list[str], plain: list[str], but: bool) -> Answer:
    """Not sure, unless the person goes on: "don't know what it's called but yes" is a yes."""
    after = labels[labels.index("not_sure") + 1 :]
    said = next((label for label in reversed(after) if label in OPPOSITE), None)
    if said and but and len(set(plain)) == 1:
        return {"value": said}
    leaning = _leaning(after) or said
    return _hedged(leaning) if leaning else {"value": "not_sure"}


def _both(reply: _Reply, plain: list[str]) -> Answer:
    """Yes and no together: what the question's own facts say, else ask again, leaning to the last."""
    known = of_question(reply.said, reply.question)
    first_word = reply.found[0]
    if known and plain[0] == known and first_word.start == 0:
        return {"value": known}
    return _hedged(plain[-1])


def _one(reply: _Reply, said: str, labels: list[str]) -> Answer:
    leaning = _leaning(labels)
    if said == "yes" and of_auxiliary([token for token in reply.plain if token != "yes"], reply.question) == "no":
        return _hedged("no")
    if leaning and leaning != said:
        return _hedged(leaning if labels[0] != said else said)
    weak_words = set(load("yes_no.yml")["weak"])
    leans = [one for one in reply.found if one.label.startswith("lean")]
    weak = any(weak_words & set(reply.plain[one.start : one.end]) for one in leans)
    hedged = "hedge" in labels or (leaning and not weak)
    return _hedged(said) if hedged else {"value": said}


def _without_word(reply: _Reply, labels: list[str]) -> Answer:
    if value := of_auxiliary(reply.plain, reply.question):
        return {"value": value} if not _leaning(labels) else _hedged(_leaning(labels))
    leaning = _leaning(labels)
    known = of_question(reply.said, reply.question)
    if known:
        return _hedged(known) if leaning or "hedge" in labels else {"value": known}
    if leaning or "hedge" in labels:
        return _hedged(leaning)
    value = echoes(reply.plain, reply.question) or opening(reply.said, reply.question)
    if value:
        return {"value": value}
    return dict(UNCLEAR)


def _leaning(labels: list[str]) -> str | None:
    leans = [label.removeprefix("lean_") for label in labels if label.startswith("lean_")]
    return leans[-1] if leans else None


def _hedged(leaning: str | None) -> Answer:
    return {"value": "unclear", "hedged": True} | ({"leaning": leaning} if leaning else {})


def _is_offer(question: str) -> bool:
    asked = " ".join(words(question))
    return any(asked.startswith(" ".join(words(offer))) for offer in load("yes_no.yml")["offers"])
