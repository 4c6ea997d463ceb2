"""Whom of ours they would see, would not see, or that it is their own, in the middle of other words. Pure."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from casework.appointments.words.wording import has
from casework.base.once import once
from casework.base.patterns import faults_in
from casework.base.plain import folded
from casework.base.yamlfile import DataModel, Known, Where, load_yaml

MOST_LETTERS = 200


class Whom(DataModel):
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    own: tuple[str, ...]
    told: tuple[str, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever writes to us may write anything: no pattern may take for ever over it."""
        for name in ("wanted", "unwanted", "own", "told"):
            yield from faults_in((name,), [one.replace("{name}", "x") for one in getattr(self, name)])


def unwanted(text: str, names: Sequence[str]) -> list[str]:
    """Of these full names those whom they would not see."""
    return [one for one in names if _said(text, whom().unwanted, one)]


def wanted(text: str, names: Sequence[str]) -> str | None:
    """The one of these full names whom they would see."""
    refused = unwanted(text, names)
    return next((one for one in names if one not in refused and _said(text, whom().wanted, one)), None)


def without_told(text: str) -> str:
    """The rest of the words than that their worker has this name."""
    return re.sub("|".join(whom().told), " ", folded(text)[:MOST_LETTERS])


def speaks_of_own(text: str) -> bool:
    """Whether they would see their own worker."""
    return len(text) <= MOST_LETTERS and has(text, whom().own)


def _said(text: str, patterns: Sequence[str], name: str) -> bool:
    first, said = re.escape(name.casefold().split()[0]), folded(text)[:MOST_LETTERS]
    return any(re.search(one.replace("{name}", first), said) for one in patterns)


@once
def whom() -> Whom:
    return load_yaml(Path(__file__).with_name("whom.yml"), Whom)
