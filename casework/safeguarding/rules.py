"""Reads one message for danger by reviewed patterns. Pure: words in, finding out; never raises."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from casework.safeguarding.classes import Classes, Finding, raised
from casework.safeguarding.data import load
from casework.safeguarding.languages import Languages
from casework.safeguarding.matcher import Match, Patterns, Rule
from casework.safeguarding.normalise import Token, Words
from casework.safeguarding.notation import BOUNDARY
from casework.safeguarding.spelling import Spelling

LONGEST = 5000
UNDER_18, FRAIL = "under_18", "frail"


@dataclass(frozen=True)
class Noticed:
    """What the patterns see in a message. `marks`: classes with their finding, mere signals without.

    `hints`: the classes that only wide patterns found, which the second layer must bear out. The rest are places in
    the text, from and to: figures of speech, danger that is denied, and danger that counts.
    """

    marks: dict[str, Finding | None]
    hints: frozenset[str] = frozenset()
    figures: tuple[tuple[int, int], ...] = ()
    denials: tuple[tuple[int, int], ...] = ()
    dangers: tuple[tuple[int, int], ...] = ()


class Reader:
    def __init__(self) -> None:
        self.patterns = Patterns()
        self.words = Words(Spelling(self.patterns.words))
        self.classes = Classes()
        self.languages = Languages()
        denial = load("negation.yml")
        self.denies = frozenset(denial["denies"])
        self.between = frozenset(denial["between"])
        self.begins = frozenset(denial["begins"])
        self.no_such = frozenset(denial["no_such"])
        self.worse = frozenset(denial["worse_denied"])

    def read(self, text: str, before: Sequence[str]) -> Finding | None:
        noticed = self.notice(text)
        earlier = self.marks(before)
        found = self.gravest(noticed, earlier, text)
        return self.settled(found, noticed, earlier) if found else None

    def marks(self, texts: Sequence[str]) -> set[str]:
        return {mark for text in texts for mark in self.notice(text).marks}

    def gravest(
        self, noticed: Noticed, earlier: set[str], text: str, hints: bool = True, likely: str | None = None
    ) -> Finding | None:
        """The gravest of what was noticed, beside what was said `earlier`; with or without mere hints.

        Of several hints alike in priority the one whose class is `likely` goes before a first that may stand back.
        """
        found = [finding for mark, finding in noticed.marks.items() if finding and (hints or mark not in noticed.hints)]
        found += self._together(set(noticed.marks), earlier, text)
        if not found:
            return None
        found.sort(key=lambda one: self.classes.gravity(one.class_, one.priority))
        if found[0].class_ in noticed.hints - self.classes.stays_first:
            rivals = noticed.hints & {likely}
            found.sort(key=lambda one: (one.priority, one.class_ not in rivals))
        others = dict.fromkeys(finding.class_ for finding in found[1:] if finding.class_ != found[0].class_)
        return replace(found[0], also=tuple(others))

    def settled(self, finding: Finding, noticed: Noticed, earlier: set[str]) -> Finding:
        """As grave as age and circumstances make it."""
        weighed = self.classes.weighed(finding, noticed.marks)
        return self._young(weighed, UNDER_18 in noticed.marks or UNDER_18 in earlier)

    def notice(self, text: str) -> Noticed:
        text = text[:LONGEST]
        tokens = self.words.read(text)
        matches = [one for one in self.patterns.find(tokens) if not one.rule.whole or _is_all(one, tokens)]
        marks: dict[str, Finding | None] = {}
        kept = self._kept(matches, tokens)
        for match in kept:
            self._add(marks, match.rule.mark, self._finding(match, tokens, text))
        foreign = list(self.languages.find(text))
        for said in foreign:
            self._add(marks, said.class_, self._made(said.class_, said.voice, text.strip()))
        sure = {match.rule.mark for match in kept if not self._hints(match.rule)} | {said.class_ for said in foreign}
        figures = [match for match in matches if match.rule.kind == "ordinary"]
        denials = [match for match in matches if match.rule.kind == "class" and self._is_denied(match, tokens)]
        dangers = [match for match in kept if match.rule.kind == "class"]
        hints = frozenset(marks) - sure
        return Noticed(marks, hints, *(_places(found, tokens) for found in (figures, denials, dangers)))

    def plain(self, text: str) -> list[str]:
        """The words of a text as the patterns see them."""
        return [token.word for token in self.words.read(text) if token.word != BOUNDARY]

    def _hints(self, rule: Rule) -> bool:
        return rule.wide or (rule.mark in self.classes.hints and rule.priority != "P0" and not rule.sure)

    def _kept(self, matches: list[Match], tokens: list[Token]) -> list[Match]:
        covers = [match for match in matches if match.rule.covers]
        signals = {match.rule.mark for match in matches}
        return [
            match
            for match in matches
            if match.rule.kind != "ordinary"
            and not any(_hidden(match, cover) for cover in covers)
            and not signals.intersection(match.rule.unless)
            and not self._is_denied(match, tokens)
        ]

    def _is_denied(self, match: Match, tokens: list[Token]) -> bool:
        return not match.rule.anyway and self._denied(match, tokens)

    def _denied(self, match: Match, tokens: list[Token]) -> bool:
        """`I am not going to` stands before it; in `can't stop`, denial makes it worse."""
        if tokens[match.start].word in self.worse:
            return False
        at = match.start - 1
        if tokens[match.start].word in self.begins and tokens[at].word in self.denies:
            return False
        while at > 0 and tokens[at].word in self.between:
            at -= 1
        return tokens[at].word in self.denies or (tokens[at].word == "no" and tokens[at + 1].word in self.no_such)

    def _finding(self, match: Match, tokens: list[Token], text: str) -> Finding | None:
        if match.rule.kind == "signal":
            return None
        return self._made(match.rule.mark, match.rule.voice, _clause(match, tokens, text), match.rule)

    def _made(self, class_: str, voice: str, clause: str, rule: Rule | None = None) -> Finding:
        priority = (rule and rule.priority) or self.classes.priority(class_)
        pack = (rule and rule.pack) or self.classes.pack(class_, voice)
        return Finding(class_, priority, voice, pack, clause)

    def _add(self, marks: dict[str, Finding | None], mark: str, finding: Finding | None) -> None:
        """Keeps the gravest of each class; somebody else named beats nobody named."""
        known = marks.get(mark)
        if known is None or finding is None or _weight(finding) < _weight(known):
            marks[mark] = finding or known

    def _together(self, here: set[str], earlier: set[str], text: str) -> Iterable[Finding]:
        """Things that are ordinary apart and grave together, in one message or in neighbours."""
        for row in self.classes.together:
            needed = [set(names) for names in row["all"]]
            if any(names & here for names in needed) and all(names & (here | earlier) for names in needed):
                yield self._made(row["then"], row.get("voice", "self"), text.strip()[:LONGEST])

    def _young(self, finding: Finding, young: bool) -> Finding:
        if not young or finding.priority == "P3" or finding.voice != "self":
            return replace(finding, under_18=young)
        return replace(finding, under_18=True, priority=raised(finding.priority))


@cache
def reader() -> Reader:
    return Reader()


def read(text: str, before: Sequence[str] = ()) -> Finding | None:
    """The gravest thing `text` says by the patterns alone, or None. `before`: earlier messages, oldest first."""
    return reader().read(text, before)


def _weight(finding: Finding) -> tuple[str, bool]:
    return finding.priority, finding.voice == "self"


def _hidden(match: Match, cover: Match) -> bool:
    """A wider reading replaces one inside it; a figure of speech also hides what it goes on from (`hit me`, up)."""
    if match.rule is cover.rule or match.rule.kind == "signal":
        return False
    if cover.rule.kind == "ordinary":
        return cover.start < match.end <= cover.end
    wider = (cover.end - cover.start) > (match.end - match.start)
    return wider and cover.start <= match.start and match.end <= cover.end


def _is_all(match: Match, tokens: list[Token]) -> bool:
    return all(one.word == BOUNDARY for one in (*tokens[: match.start], *tokens[match.end :]))


def _places(matches: Iterable[Match], tokens: list[Token]) -> tuple[tuple[int, int], ...]:
    return tuple((tokens[match.start].start, tokens[match.end - 1].end) for match in matches)


def _clause(match: Match, tokens: list[Token], text: str) -> str:
    """The sentence around a match, as typed."""
    first, last = match.start, match.end - 1
    while first > 0 and tokens[first - 1].word != BOUNDARY:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].word != BOUNDARY:
        last += 1
    inside = [token for token in tokens[first : last + 1] if token.word != BOUNDARY]
    return text[min(token.start for token in inside) : max(token.end for token in inside)]
