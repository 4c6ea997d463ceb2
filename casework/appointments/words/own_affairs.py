"""What else somebody has on at what hour, told beside the time they ask for. Pure."""

import re
from collections.abc import Iterator
from pathlib import Path

from casework.base.once import once
from casework.base.patterns import pattern_fault
from casework.base.plain import folded
from casework.base.yamlfile import DataModel, Known, Where, load_yaml

CLAUSE = re.compile(r"(?<=[,.;?!])\s+|\s+(?=(?:cos|coz|cuz|because|as|but) (?:i|we|my|the|he|she|they)\b)|\s+(?=so (?:any ?(?:time|thing) )?(?:(?:after|from|around|about|at) )?\d)", re.IGNORECASE)
LEADS = r"(?:(?:cos|coz|cuz|because|as|but|and|only|just|sorry|i'?ve|i'?m|i'?ll)[ ,]++)*+"
MOST_LETTERS = 300


class OwnAffairs(DataModel):
    who: str
    does: str
    hour: str
    wishes: str

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever writes to us may write anything: no pattern may take for ever over it."""
        for name in ("who", "does", "hour", "wishes"):
            if fault := pattern_fault(getattr(self, name)):
                yield (name,), fault


def without_own_affairs(text: str) -> str:
    """The rest of the words; all of them where each clause, or none, tells of such a thing."""
    said = [one for one in CLAUSE.split(text) if one.strip()] if len(text) <= MOST_LETTERS else []
    rest = [one for one in said if not _is_affair(one)]
    return " ".join(rest) if 0 < len(rest) < len(said) else text


def _is_affair(clause: str) -> bool:
    said, of = folded(clause), own_affairs()
    told = re.match(rf"{LEADS}{of.who}(?:'?s)? (?:\w+ ){{0,2}}?{of.does}\b.{{0,40}}?\b(?:{of.hour})", said)
    return told is not None and re.search(of.wishes, said) is None


@once
def own_affairs() -> OwnAffairs:
    return load_yaml(Path(__file__).with_name("own_affairs.yml"), OwnAffairs)
