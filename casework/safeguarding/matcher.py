"""Finds every reviewed pattern in a message's words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc

from casework.safeguarding import notation
from casework.safeguarding.data import load, pattern_files
from casework.safeguarding.normalise import Token
from casework.safeguarding.notation import Groups, Sequence


@dataclass(frozen=True)
class Rule:
    """One block of a pattern file. `covers`: what it matches is not read a second time in another way.

    `wide`: it matches ordinary talk too, and counts only where the second layer leans the same way. `sure`: it counts
    without that layer, though others of its class do not. `whole`: it counts only where the message says nothing else.
    """

    mark: str
    kind: str
    voice: str = "self"
    priority: str = ""
    pack: str = ""
    covers: bool = False
    unless: tuple[str, ...] = ()
    anyway: bool = False
    wide: bool = False
    sure: bool = False
    whole: bool = False


WIDE = "~ "
Keyed = dict[str, dict[Rule, list[Sequence]]]


@dataclass(frozen=True)
class Match:
    rule: Rule
    start: int
    end: int


class Patterns:
    """All pattern files, kept as one small matcher per key word so that few are tried on a message."""

    def __init__(self) -> None:
        files = [load(name) for name in pattern_files()]
        groups = _groups(files)
        said = [(rule, way) for file in files for rule, text in _said(file) for way in notation.expand(text, groups)]
        self.words = {word for _, way in said for atom in way for word in notation.words(atom)}
        self.rules: list[Rule] = list(dict.fromkeys(rule for rule, _ in said))
        self.names = {rule: str(number) for number, rule in enumerate(self.rules)}
        self.vocab = spacy.blank("en").vocab
        self.keyed, self.by_word = self._index(said)
        self.built: dict[str, Matcher] = {}
        self.needed: dict[str, list[list[tuple[str, ...]]]] = {}

    def _index(self, said: list[tuple[Rule, Sequence]]) -> tuple[Keyed, dict[str, set[str]]]:
        used = Counter(word for _, way in said for atom in set(way) for word in notation.words(atom))
        used.update(dict.fromkeys(load("words.yml")["common"], len(said)))
        cost = cache(lambda atom: sum(used[word] for word in notation.words(atom)))
        keyed: Keyed = defaultdict(lambda: defaultdict(list))
        by_word: dict[str, set[str]] = defaultdict(set)
        for rule, way in said:
            key = min(filter(notation.required, way), key=cost)
            keyed[key][rule].append(way)
            for word in notation.words(key):
                by_word[word].add(key)
        return keyed, by_word

    def _matcher(self, key: str) -> Matcher:
        if key not in self.built:
            matcher = Matcher(self.vocab, validate=False)
            for rule, ways in self.keyed[key].items():
                matcher.add(self.names[rule], [[notation.token_pattern(atom) for atom in way] for way in ways])
            self.built[key] = matcher
        return self.built[key]

    def _may_match(self, key: str, said: set[str]) -> bool:
        """Whether all that one of its ways cannot do without was said: seldom so, and cheaper asked than tried."""
        if key not in self.needed:
            ways = (way for ways in self.keyed[key].values() for way in ways)
            self.needed[key] = [[notation.words(atom) for atom in way if notation.required(atom)] for way in ways]
        return any(not any(map(said.isdisjoint, way)) for way in self.needed[key])

    def find(self, tokens: list[Token]) -> list[Match]:
        """In the order of the text, wider ones first: what is made of them is the same each time."""
        words = [token.word for token in tokens]
        tags = ["end" if token.closes else "on" for token in tokens]
        said = set(words)
        keys = {key for word in said for key in self.by_word.get(word, ()) if self._may_match(key, said)}
        if not keys:
            return []
        doc = Doc(self.vocab, words=words, tags=tags)
        found = ((int(self.vocab.strings[name]), start, end) for key in keys for name, start, end in self._matcher(key)(doc))
        in_order = sorted(found, key=lambda one: (one[1], -one[2], one[0]))
        return [Match(self.rules[number], start, end) for number, start, end in in_order]


def _groups(files: Iterable[dict[str, Any]]) -> Groups:
    groups: dict[str, list[Sequence]] = {}
    for file in files:
        for name, phrases in (file.get("groups") or {}).items():
            if name in groups:
                raise ValueError(f"two groups are called <{name}>")
            groups[name] = notation.expand(f"({'|'.join(phrases)})", groups)
    return groups


def _said(file: dict[str, Any]) -> Iterator[tuple[Rule, str]]:
    for block in file.get("read") or ():
        kind = next(kind for kind in ("class", "signal", "ordinary") if kind in block)
        rule = Rule(
            mark=block[kind],
            kind=kind,
            voice=block.get("voice", "self"),
            priority=block.get("priority", ""),
            pack=block.get("pack", ""),
            covers=block.get("covers", kind == "ordinary"),
            unless=tuple(block.get("unless", ())),
            anyway=block.get("anyway", False),
            sure=block.get("sure", False),
            whole=block.get("whole", False),
        )
        for text in block["say"]:
            yield (replace(rule, wide=True), text[len(WIDE) :]) if text.startswith(WIDE) else (rule, text)
