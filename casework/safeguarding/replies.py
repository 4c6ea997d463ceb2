"""What each reply pack shows and asks, from `data/safeguarding/replies.yml`."""

from dataclasses import dataclass
from functools import cache

from casework.safeguarding.data import load


@dataclass(frozen=True)
class Reply:
    """`contacts` are ids of national services, best first; `asks` names the question that is put, if any.

    `near` is a need whose services in the person's own area come before them.
    """

    contacts: tuple[str, ...]
    asks: str | None
    near: str | None = None


@cache
def _replies() -> dict[str, Reply]:
    rows = load("replies.yml")["replies"]
    return {pack: Reply(tuple(row["contacts"]), row.get("asks"), row.get("near")) for pack, row in rows.items()}


def reply(pack: str) -> Reply:
    return _replies()[pack.upper()]
