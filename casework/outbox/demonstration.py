"""The provider that lets nothing leave: what it takes is shown on the outbox page."""

from collections.abc import Sequence

from casework.outbox.carrier import Taken
from casework.outbox.models import Outgoing


class Demonstration:
    name = "demonstration"

    async def send(self, outgoing: Outgoing) -> Taken:
        return Taken(None)

    async def find(self, outgoing: Outgoing) -> Sequence[Taken]:
        return (Taken(None),)
