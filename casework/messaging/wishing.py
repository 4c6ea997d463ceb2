"""A plain wish about a meeting, told while danger is spoken of, and the room that tells a person. The reading is pure."""

import re
from collections.abc import Awaitable, Callable, Iterator
from functools import cache
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.once import once
from casework.base.patterns import compiled, faults_in
from casework.base.plain import plain
from casework.base.yamlfile import DataModel, Known, Where, load_yaml
from casework.messaging.models import Conversation

LONGEST = 160
Keeps = Callable[[AsyncSession, Conversation], Awaitable[None]]
KEPT_BY: list[Keeps] = []


class Wishing(DataModel):
    parts: dict[str, str]
    said: tuple[str, ...]
    unless: tuple[str, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        for kind in ("said", "unless"):
            yield from faults_in((kind,), getattr(self, kind), self.parts)


def wishes_kept_by(keeps: Keeps) -> None:
    """The room that a person works from takes what waits for one."""
    KEPT_BY.append(keeps)


async def keep_wish(session: AsyncSession, conversation: Conversation) -> None:
    for keeps in KEPT_BY:
        await keeps(session, conversation)


def is_of_a_meeting(text: str) -> bool:
    """Whether they would move, call off, keep or know of a meeting of theirs, or come late to it."""
    said = plain(text)
    if len(said) > LONGEST:
        return False
    return any(one.search(said) for one in _patterns("said")) and not any(one.search(said) for one in _patterns("unless"))


@once
def _wishing() -> Wishing:
    return load_yaml(Path(__file__).with_name("wishing.yml"), Wishing)


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return compiled(getattr(_wishing(), kind), _wishing().parts)
