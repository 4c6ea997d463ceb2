"""Finds every reviewed pattern in a message's words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from casework.safeguarding import notation
from casework.safeguarding.data import load, pattern_files
from casework.safeguarding.normalise import Token
from casework.safeguarding.notation import Groups, Sequence


@dataclass(frozen=True)
class Rule:
    """One block of a pattern file. `covers`: what it matches is not read a second time in another way."""

    mark: str
    kind: str
    voice: str = "self"
    priority: str = ""
    pack: str = ""
    covers: bool = False
    unless: tuple[str, ...] = ()
    anyway: bool = False


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
        said = [(rule, way) for file in files for rule, text in _said(file)
                for way in notation.expand(text, groups)]
        self.words = {word for _, way in said for atom in way for word in notation.words(atom)}
        self.rules: list[Rule] = list(dict.fromkeys(rule for rule, _ in said))
        self.vocab = Vocab()
        self.by_word = self._index(said)

    def _index(self, said: list[tuple[Rule, Sequence]]) -> dict[str, list[Matcher]]:
        common = Counter(word for _, way in said for atom in set(way) for word in notation.words(atom))
        by_key: dict[str, dict[str, list[list[dict[str, Any]]]]] = defaultdict(lambda: defaultdict(list))
        names = {rule: str(number) for number, rule in enumerate(self.rules)}
        for rule, way in said:
            key = min(filter(notation.required, way), key=lambda atom: sum(common[w] for w in notation.words(atom)))
            by_key[key][names[rule]].append([notation.token_pattern(atom) for atom in way])
        by_word: dict[str, list[Matcher]] = defaultdict(list)
        for key, patterns in by_key.items():
            matcher = Matcher(self.vocab, validate=False)
            for name, ways in patterns.items():
                matcher.add(name, ways)
            for word in notation.words(key):
                by_word[word].append(matcher)
        return dict(by_word)

    def find(self, tokens: list[Token]) -> Iterator[Match]:
        words = [token.word for token in tokens]
        tags = ["end" if token.closes else "on" for token in tokens]
        matchers = {id(matcher): matcher for word in words for matcher in self.by_word.get(word, ())}
        if not matchers:
            return
        doc = Doc(self.vocab, words=words, tags=tags)
        for matcher in matchers.values():
            for name, start, end in matcher(doc):
                yield Match(self.rules[int(self.vocab.strings[name])], start, end)


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
        rule = Rule(mark=block[kind], kind=kind, voice=block.get("voice", "self"),
                    priority=block.get("priority", ""), pack=block.get("pack", ""),
                    covers=block.get("covers", kind == "ordinary"),
                    unless=tuple(block.get("unless", ())), anyway=block.get("anyway", False))
        for text in block["say"]:
            yield rule, text
