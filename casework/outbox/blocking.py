"""A provider whose library waits for each answer: its calls run in threads, several lanes of texts side by side."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime

from requests import RequestException
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from casework.outbox.carrier import Arrived, Settled, Taken, Told, Unknown
from casework.outbox.models import Outgoing

MOST = 4


class Blocking(ABC):
    """`settle_seconds`: how long what was taken may not be in the provider's list."""

    lists = True

    def __init__(self, settle_seconds: float = 0.0) -> None:
        self._settle_seconds = settle_seconds

    async def send(self, outgoing: Outgoing) -> Settled | Unknown:
        (only,) = await self.send_several([outgoing])
        return only

    async def send_several(self, outgoings: Sequence[Outgoing]) -> Sequence[Settled | Unknown]:
        lanes = [outgoings[n::MOST] for n in range(min(MOST, len(outgoings)))]
        sent = await asyncio.gather(*(asyncio.to_thread(self._send_lane, lane) for lane in lanes))
        outcomes = {
            one.id: outcome
            for lane, said in zip(lanes, sent, strict=True)
            for one, outcome in zip(lane, said, strict=True)
        }
        return [outcomes[one.id] for one in outgoings]

    async def find(self, outgoing: Outgoing) -> Sequence[Taken]:
        await asyncio.sleep(self._settle_seconds)
        return await asyncio.to_thread(self._find, outgoing)

    async def arrived(self, since: datetime) -> Sequence[Arrived]:
        return await asyncio.to_thread(self._arrived, since)

    async def consent(self, number: str, agrees: bool) -> Told:
        return await asyncio.to_thread(self._consent, number, agrees)

    @abstractmethod
    def _send_lane(self, lane: Sequence[Outgoing]) -> list[Settled | Unknown]:
        """Over one connection of its own."""

    @abstractmethod
    def _find(self, outgoing: Outgoing) -> list[Taken]: ...

    @abstractmethod
    def _arrived(self, since: datetime) -> list[Arrived]: ...

    @abstractmethod
    def _consent(self, number: str, agrees: bool) -> Told: ...


def before_sending(error: RequestException) -> bool:
    """Whether the connection was never made, so that nothing can have been taken."""
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(reason, NewConnectionError | ConnectTimeoutError)
