"""Calls to a provider, several side by side, each lane over one connection of its own."""

import asyncio
from collections.abc import Callable, Sequence

from requests import RequestException
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from casework.outbox.carrier import Settled, Unknown
from casework.outbox.models import Outgoing

MOST = 4


async def side_by_side(
    outgoings: Sequence[Outgoing], send_lane: Callable[[Sequence[Outgoing]], list[Settled | Unknown]]
) -> list[Settled | Unknown]:
    """The outcome of each, in the same order."""
    lanes = [outgoings[n::MOST] for n in range(min(MOST, len(outgoings)))]
    sent = await asyncio.gather(*(asyncio.to_thread(send_lane, lane) for lane in lanes))
    outcomes = {
        one.id: outcome for lane, said in zip(lanes, sent, strict=True) for one, outcome in zip(lane, said, strict=True)
    }
    return [outcomes[one.id] for one in outgoings]


def before_sending(error: RequestException) -> bool:
    """Whether the connection was never made, so that nothing can have been taken."""
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(reason, NewConnectionError | ConnectTimeoutError)
