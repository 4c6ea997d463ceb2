"""What is said of the phone itself, weighed beside the danger that was read in it. Pure.

Who cannot write where they are is obeyed and told nothing. Whose family reads along, or who rules out hours, is in no
danger for that: the phone is shared, or has its times. With a partner who reads it, or fear, it is watched; so it is with
anything beside it that we do not know.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from casework import claimants
from casework.base.once import once
from casework.base.patterns import compiled, faults_in
from casework.base.plain import plain
from casework.base.yamlfile import DataModel, Known, Where, load_yaml
from casework.council import council
from casework.safeguarding import Finding, read_by_patterns

WATCHED, MONITORED = "R10", "abuse_monitored"
LEVEL, GRAVEST = "P1", "P0"
# Whoever writes more than this has more to tell.
LONGEST = 160


class Said(DataModel):
    parts: dict[str, str]
    offered: tuple[str, ...]
    cannot: tuple[str, ...]
    busy: tuple[str, ...]
    way: tuple[str, ...]
    no_way: tuple[str, ...]
    ring: tuple[str, ...]
    rings: tuple[str, ...]
    ways_beside: tuple[str, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        for name in ("offered", "cannot", "busy", "way", "no_way", "ring", "rings", "ways_beside"):
            yield from faults_in((name,), getattr(self, name), self.parts)


def weighed(text: str, finding: Finding | None, *, phone: bool, in_danger: bool = False) -> Finding | None:
    """The finding, as what is said of the phone makes it; None where there is no danger in it.

    `phone`: there is one that can be kept as shared. `in_danger`: danger was spoken of and is open still.
    """
    if finding and (finding.class_ != MONITORED or finding.also or finding.under_18):
        return finding
    if cannot_write(text, in_danger=in_danger or finding is not None):
        return replace(finding, priority=LEVEL) if finding else Finding(MONITORED, LEVEL, "self", WATCHED, text)
    if finding and finding.priority != GRAVEST and _finds("offered", plain(text)):
        return None
    if finding and phone and finding.priority != GRAVEST and claimants.is_shared(text):
        return None
    return _at_times(text, finding) if finding else None


def cannot_write(text: str, *, in_danger: bool) -> bool:
    """Whether they say that they cannot write or speak where they are, and nothing else."""
    said = plain(text)
    if len(said) > LONGEST:
        return False
    known = [*_patterns("cannot"), *(_patterns("busy") if in_danger else ())]
    return any(one.search(said) for one in known)


def tells_a_way(text: str) -> bool:
    """Whether it is told how or when they may be reached, whatever else is."""
    said = plain(text)
    return len(said) <= LONGEST and _finds("way", said) and not _finds("no_way", said)


def wants_ringing(text: str) -> bool:
    """Whether they would be rung, and say no hours for it."""
    return _finds("ring", plain(text))


def speaks_of_ringing(text: str) -> bool:
    return _finds("rings", plain(text))


def is_only_a_way(text: str, finding: Finding) -> bool:
    """Whether how to reach them is all they say, and no reviewed pattern finds more in it than a phone that is watched.

    What the second layer makes of "when he's at work" alone is no news: it was asked for.
    """
    if not tells_only_a_way(text):
        return False
    return finding.pack == WATCHED or read_by_patterns(text) is None


def tells_only_a_way(text: str) -> bool:
    """Whether that is all they say."""
    left = plain(text)
    for one in (*_patterns("way"), *_patterns("ways_beside")):
        left = " ".join(one.sub(" ", left).split())
    return tells_a_way(text) and not left


def _at_times(text: str, finding: Finding) -> Finding | None:
    """ "Dont text after 5, hubby home" are hours; where those cannot be read it is as grave as a phone that is watched."""
    if claimants.speaks_of_fear(text) or claimants.is_watched_by(text) or not claimants.is_of_texts(text):
        return finding
    if claimants.leaves_times(text, council().texting):
        return None
    return replace(finding, priority=LEVEL) if claimants.is_of_others(text) else finding


def _finds(kind: str, said: str) -> bool:
    return any(one.search(said) for one in _patterns(kind))


@once
def _said() -> Said:
    return load_yaml(Path(__file__).with_name("phone_said.yml"), Said)


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return compiled(getattr(_said(), kind), _said().parts)
