"""The classes of danger: how grave each is, and which reviewed reply answers it."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from typing import Any

from casework.safeguarding.data import load

PRIORITIES = ("P0", "P1", "P2", "P3")


@dataclass(frozen=True)
class Finding:
    """What a message says is wrong. `clause` is the person's own words; `also` names the other classes in it."""

    class_: str
    priority: str
    voice: str
    pack: str
    clause: str
    also: tuple[str, ...] = ()
    under_18: bool = False


class Classes:
    def __init__(self) -> None:
        data: dict[str, Any] = load("packs.yml")
        self.table: Mapping[str, Mapping[str, Any]] = data["classes"]
        self.together: list[Mapping[str, Any]] = data["together"]
        self.happening_now: Mapping[str, str] = data["happening_now"]
        self.never_now = frozenset(data["never_now"])
        self.graver: list[Mapping[str, str]] = data["graver"]
        self.hints = frozenset(data["hints"])
        self.stays_first = frozenset(data["stays_first"])
        self.order = list(self.table)

    def priority(self, class_: str) -> str:
        return str(self.table[class_]["priority"])

    def pack(self, class_: str, voice: str) -> str:
        packs = self.table[class_]["packs"]
        return str(packs.get(voice) or packs["self"])

    def now(self, finding: Finding) -> Finding:
        """The same, happening now: life is at risk. Some classes are never that by themselves."""
        if finding.class_ in self.never_now:
            return finding
        class_ = self.happening_now.get(finding.class_, finding.class_) if finding.voice == "self" else finding.class_
        pack = finding.pack if class_ == finding.class_ else self.pack(class_, finding.voice)
        return replace(finding, class_=class_, priority="P0", pack=pack)

    def weighed(self, finding: Finding, marks: Container[str]) -> Finding:
        """As grave as it is beside what else the message says."""
        priorities = (row["priority"] for row in self.graver if row["class"] == finding.class_ and row["with"] in marks)
        return replace(finding, priority=min([finding.priority, *priorities]))

    def usual_voice(self, class_: str) -> str:
        """Who speaks, where only the class is known: worried about another, doing harm, or at risk."""
        if class_.endswith("_other"):
            return "other"
        return "doer" if class_.endswith("_doing") else "self"

    def gravity(self, class_: str, priority: str) -> tuple[int, int]:
        """Smaller is graver."""
        return PRIORITIES.index(priority), self.order.index(class_)


def raised(priority: str) -> str:
    return PRIORITIES[max(0, PRIORITIES.index(priority) - 1)]
