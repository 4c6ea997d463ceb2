"""What people come with: the needs, and the assistant's intents that stand for them."""

from collections.abc import Collection, Iterator
from typing import Annotated

from pydantic import Field

from casework.base.yamlfile import DataModel, Known, Where
from casework.council.models import Id


class Need(DataModel):
    """A plain title, and the national services for it, best first."""

    title: str
    national: tuple[Id, ...]
    crisis: bool = False


class Intent(DataModel):
    needs: Annotated[tuple[Id, ...], Field(min_length=1)]
    title: str | None = None


class NeedsFile(DataModel):
    """`last_resort` is for a crisis that no listed service answers; `known` names the national services."""

    needs: dict[Id, Need]
    intents: dict[str, Intent]
    last_resort: Annotated[tuple[Id, ...], Field(min_length=1)]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        yield from _strangers(("last_resort",), self.last_resort, known["national"])
        for name, need in self.needs.items():
            yield from _strangers(("needs", name, "national"), need.national, known["national"])
        for name, intent in self.intents.items():
            yield from _strangers(("intents", name, "needs"), intent.needs, self.needs)


def _strangers(where: Where, named: tuple[str, ...], there: Collection[str]) -> Iterator[tuple[Where, str]]:
    for place, name in enumerate(named):
        if name not in there:
            yield (*where, place), f"there is no {name}"
