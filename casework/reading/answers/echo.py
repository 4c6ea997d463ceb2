"""Answers without a yes or a no: "I do", "got two kids", "nobody works" - heard against the question."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from casework.base.once import once
from casework.reading.answers.phrases import Phrases
from casework.reading.answers.text import STOP, bare, load, words

LONGEST = 14


class Known(NamedTuple):
    about: tuple[tuple[str, ...], ...]
    phrases: Phrases


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("yes_no.yml")[name])


@once
def _known() -> list[Known]:
    return [
        Known(
            tuple(tuple(_spaced(part) for part in line) for line in entry["about"]),
            Phrases({"starts": entry.get("starts", []), "no": entry["no"], "yes": entry["yes"]}),
        )
        for entry in load("yes_no_questions.yml")
    ]


def _entry(question: str) -> Known | None:
    asked = _spaced(question)
    fits = (one for one in _known() if any(all(part in asked for part in line) for line in one.about))
    return next(fits, None)


def _spaced(text: str) -> str:
    return f" {' '.join(word for word in words(text) if word != STOP)}"


def of_question(tokens: Sequence[str], question: str) -> str | None:
    """What replies of this content mean to this very question; a "not" before them turns them round."""
    entry = _entry(question)
    if not entry or _asks_back(tokens):
        return None
    found = entry.phrases.find(tokens)
    values = {_turned("no" if one.label == "starts" else one.label, tokens[max(0, one.start - 3) : one.start])
              for one in found}
    return values.pop() if len(values) == 1 else None


def starts_soon(tokens: Sequence[str], question: str) -> bool:
    """Whether a job is said to start later on, where the question is about having one."""
    entry = _entry(question)
    return entry is not None and any(one.label == "starts" for one in entry.phrases.find(bare(tokens)))


def _turned(label: str, before: Iterable[str]) -> str:
    """"Not safe" turns a no round, and so does "no anxiety" a yes; "never had one" stays a no."""
    near = list(before)
    if label == "no":
        return "yes" if near[-1:] == ["not"] else "no"
    return "no" if sum(token in _words("negators") for token in near) % 2 else "yes"


def of_auxiliary(tokens: Sequence[str], question: str) -> str | None:
    """"I do", "we have not", "it is": nothing but who, a helping verb and small words."""
    core = [token for token in bare(tokens) if token not in _words("trailing") and token not in ("yes", "and")]
    verbs = [token for token in core if token in _words("auxiliaries")]
    negated = sum(token in _words("negators") for token in core) % 2
    rest = [token for token in core if token not in (_words("auxiliaries") | _words("subjects") | _words("negators"))]
    if not verbs or rest or (core[0] in _words("auxiliaries") and not negated and len(core) > 1):
        return None
    if core == verbs and not negated:
        return None
    if negated:
        return "no"
    return "no" if _is_over(verbs, question) else "yes"


def opening(tokens: Sequence[str], question: str) -> str | None:
    """How a longer reply begins: "not in my name", "haven't since May", "I was but", "got one but"."""
    said = bare(tokens)
    if not said or len(said) > LONGEST or _asks_back(tokens):
        return None
    before_but = said[: said.index("but")] if "but" in said else said
    if value := of_auxiliary(before_but, question):
        return value
    first = [token for token in before_but[:3] if token not in _words("subjects")]
    if not first:
        return None
    if first[0] == "not" or (first[1:2] in (["not"], ["never"]) and first[0] in _helping(question)):
        return "no"
    has = first[0] in ("got", "have") and not set(said) & (_words("wanting") | _words("past"))
    return "yes" if has and any(_spaced(start) in _spaced(question) for start in load("yes_no.yml")["having"]) else None


def _helping(question: str) -> set[str]:
    """The helping verbs that answer the question's own."""
    answers: dict[str, list[str]] = load("yes_no.yml")["answers_to"]
    first = next((word for word in words(question) if word in answers), "")
    return set(answers.get(first, ()))


def _is_over(verbs: Iterable[str], question: str) -> bool:
    """"I did", "I was", to a question about now."""
    return bool(question) and not asks_past(question) and bool(set(verbs) & _words("past"))


def asks_past(question: str) -> bool:
    """Whether it is enough that a thing was so once."""
    return bool(set(words(question)) & _words("once"))


def echoes(tokens: Sequence[str], question: str) -> str | None:
    """A short statement that takes up the question's own words, or others that mean the same."""
    said = bare(tokens)
    asked = _content(words(question))
    if not said or len(said) > LONGEST or _asks_back(tokens) or not (_content(said) & asked):
        return None
    if sum(token in _words("negators") for token in said) % 2:
        return "no"
    if set(said) & (_words("wanting") | _words("past") | _words("others") - set(words(question))):
        return None
    return "yes"


def _asks_back(tokens: Sequence[str]) -> bool:
    """"what is", "can you": a question or a request, and no answer."""
    said = bare(tokens)
    return bool(said) and (said[0] in _words("opens") or (len(said) > 2 and said[0] in _words("asking")))


def _content(tokens: Iterable[str]) -> set[str]:
    same = load("yes_no.yml")["same"]
    meant = {word: name for name, group in same.items() for word in group}
    return {meant.get(token, token) for token in tokens if token not in _words("common") or token in meant}
