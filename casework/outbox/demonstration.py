"""The provider that lets nothing leave: what it takes is shown on the outbox page."""

from collections.abc import Sequence

from casework.outbox.carrier import Taken
from casework.outbox.models import Outgoing


class Demonstration:
    name = "demonstration"
    lists = True

    async def send(self, outgoing: Outgoing) -> Taken:
        return Taken(None)

    async def send_several(self, outgoings: Sequence[Outgoing]) -> Sequence[Taken]:
        return [Taken(None) for _ in outgoings]

    async def find(self, outgoing: Outgoing) -> Sequence[Taken]:
        return (Taken(None),)

    async def consent(self, number: str, agrees: bool) -> Taken:
        return Taken(None)
