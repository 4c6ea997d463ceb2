"""What each reply pack shows and asks, from `data/safeguarding/replies.yml`."""

from dataclasses import dataclass

from casework.base.once import once
from casework.safeguarding.classes import Finding
from casework.safeguarding.data import load
from casework.safeguarding.rules import UNDER_18, reader


@dataclass(frozen=True)
class Reply:
    """`contacts` are ids of national services, best first; `asks` names the question that is put, if any.

    `besides` are for something else that was said too; the first of them is shown.
    `near` is a need whose services in the person's own area come before them.
    """

    contacts: tuple[str, ...]
    asks: str | None
    near: str | None = None
    besides: tuple[str, ...] = ()


@once
def _replies() -> dict[str, Reply]:
    rows = load("replies.yml")["replies"]
    return {pack: Reply(tuple(row["contacts"]), row.get("asks"), row.get("near")) for pack, row in rows.items()}


def reply(pack: str) -> Reply:
    return _replies()[pack.upper()]


def beside(finding: Finding) -> tuple[str, ...]:
    """The best contacts for all else the message says, each class's own."""
    classes = reader().classes
    packs = (classes.pack(class_, classes.usual_voice(class_)) for class_ in finding.also)
    return tuple(dict.fromkeys(one for pack in packs for one in reply(pack).contacts[:1] if one != "emergency"))


def is_young(text: str) -> bool:
    """Whether somebody says that they are under 18."""
    return UNDER_18 in reader().notice(text).marks
