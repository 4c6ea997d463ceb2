"""Finds known phrases in a reply: at each word the longest phrase that starts there."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from casework.reading.answers.text import STOP, words


class Found(NamedTuple):
    label: str
    start: int
    end: int


class Phrases:
    """`lists` are phrases by label; where one phrase is in two lists the first list has it."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self.labels: dict[tuple[str, ...], str] = {}
        for label, lines in lists.items():
            for line in lines:
                self.labels.setdefault(tuple(word for word in words(str(line)) if word != STOP), label)
        self.longest = max(map(len, self.labels), default=0)
        self.words = frozenset(word for phrase in self.labels for word in phrase)

    def find(self, tokens: Sequence[str]) -> list[Found]:
        found: list[Found] = []
        at = 0
        while at < len(tokens):
            one = self._at(tokens, at)
            if one:
                found.append(one)
            at = one.end if one else at + 1
        return found

    def _at(self, tokens: Sequence[str], at: int) -> Found | None:
        for size in range(min(self.longest, len(tokens) - at), 0, -1):
            if label := self.labels.get(tuple(tokens[at : at + size])):
                return Found(label, at, at + size)
        return None
