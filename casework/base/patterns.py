"""Patterns in data files, and their faults: what is none, and what a long text would make slow without end. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from casework.base.yamlfile import Where

MARKS = re.compile(r"\\.|\(\?(?:[:=!>]|<[=!])|[()]", re.S)
AGAIN = re.compile(r"[*+](?!\+)|\{\d*,\}")
LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
PART = re.compile(r"(?<!\\)\{[a-z_]+\}")
GROUP = re.compile(r"\(\?:(.*)\)", re.S)
# What a space must set apart from what comes again; any number of a letter without one is read in many ways, as "xxx" is.
SPACED = re.compile(r"^ (?![?*{])| $")
ENDLESS = re.compile(r"(?<![\\)+*?}])[*+](?!\+)|(?<!\))\{\d*,\}(?!\+)")
PLAIN = re.compile(r"[\w ]+(?:\?[\w ]*)*")


def with_parts(pattern: str, parts: Mapping[str, str]) -> str:
    """The pattern with each `{name}` replaced; a part may name those after it."""
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern


def compiled(patterns: Sequence[str], parts: Mapping[str, str] | None = None) -> tuple[re.Pattern[str], ...]:
    """Those of a list in a data file."""
    return tuple(re.compile(with_parts(one, parts or {})) for one in patterns)


def faults_in(where: Where, patterns: Sequence[str], parts: Mapping[str, str] | None = None) -> Iterator[tuple[Where, str]]:
    """What is wrong with each pattern of a list that stands at `where` in its file."""
    for place, pattern in enumerate(patterns):
        if fault := pattern_fault(with_parts(pattern, parts or {})):
            yield (*where, place), fault


def pattern_fault(pattern: str) -> str | None:
    try:
        re.compile(pattern)
    except re.error as error:
        return f"is no pattern: {error}"
    if left := PART.search(pattern):
        return f"has {left[0]}, which is no part, or stands before the part that names it"
    return next((fault for body in _repeated(pattern) if (fault := part_fault(body))), None)


def part_fault(body: str) -> str | None:
    """Of alternatives that may come again and again, each text must be readable in one way only."""
    if endless := next(_endless(body), None):
        return f"has {endless!r}, of which any number may be one or many"
    ways = Counter(way for one in _alternatives(body) for way in _ways(one))
    if twice := next((way for way, count in ways.items() if count > 1), None):
        return f"has {twice!r} twice"
    if made := next((way for way in ways if " " in way and _is_made_of(way.split(), ways.keys() - {way})), None):
        return f"has {made!r}, which is made of its other words"
    return None


def _endless(body: str) -> Iterator[str]:
    """Alternatives with any number of a letter, which no space sets apart from what comes again."""
    for one in map(_without_looks, _split(body)):
        inside = GROUP.fullmatch(one)
        if SPACED.search(one):
            continue
        if inside and _is_one_group(one):
            yield from _endless(inside[1])
        elif ENDLESS.search(one):
            yield one


def _without_looks(text: str) -> str:
    """Without what is only looked at, and takes no letter."""
    opened: list[tuple[int, bool]] = []
    for mark in MARKS.finditer(text):
        if mark[0].startswith("("):
            opened.append((mark.start(), mark[0] in LOOKS))
        elif mark[0] == ")" and opened:
            start, looks = opened.pop()
            if looks and not any(one for _, one in opened):
                return text[:start] + _without_looks(text[mark.end() :])
    return text


def _repeated(pattern: str) -> Iterator[str]:
    """What stands in each group that may come any number of times."""
    opened: list[int] = []
    for mark in MARKS.finditer(pattern):
        if mark[0].startswith("("):
            opened.append(mark.start())
        elif mark[0] == ")":
            group = pattern[opened.pop() : mark.end()]
            if AGAIN.match(pattern, mark.end()) and (inside := GROUP.fullmatch(group)):
                yield inside[1]


def _alternatives(body: str) -> Iterator[str]:
    """Also those of a group that is an alternative by itself."""
    for one in _split(body):
        bare = one.strip()
        inside = GROUP.fullmatch(bare)
        if inside and _is_one_group(bare):
            yield from _alternatives(inside[1])
        else:
            yield bare


def _split(body: str) -> list[str]:
    """At each bar that stands in no group."""
    depth, parts = 0, [""]
    for piece in re.findall(r"\\.|\(\?(?:[:=!>]|<[=!])|[()|]|[^\\()|]+", body, re.S):
        depth += piece.startswith("(") - (piece == ")")
        if piece == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _is_one_group(text: str) -> bool:
    depths, depth = [], 0
    for mark in MARKS.finditer(text):
        depth += mark[0].startswith("(") - (mark[0] == ")")
        depths.append(depth)
    return 0 not in depths[:-1]


def _ways(alternative: str) -> set[str]:
    """Every way to write plain words, with and without each letter that may be missing; none of what is no plain words."""
    if not PLAIN.fullmatch(alternative):
        return set()
    pieces = re.findall(r"(.)(\?)?", alternative)
    ways = product(*((letter, "") if maybe else (letter,) for letter, maybe in pieces))
    return {" ".join("".join(way).split()) for way in ways} - {""}


def _is_made_of(words: Sequence[str], ways: set[str]) -> bool:
    """Whether the words can be cut into some of these ways."""
    if not words:
        return True
    heads = range(1, len(words) + 1)
    return any(" ".join(words[:n]) in ways and _is_made_of(words[n:], ways) for n in heads)
