"""Server-Sent Events: what is new in the database, each time someone says there is something new."""

import asyncio
import json
from collections.abc import AsyncIterator
from uuid import UUID

from fastapi.responses import StreamingResponse

from api.shapes import shown
from casework import messaging
from casework.base.db import transaction
from casework.base.live import Listener

HEARTBEAT_SECONDS = 15


def response(events: AsyncIterator[str]) -> StreamingResponse:
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(events, media_type="text/event-stream", headers=headers)


async def messages(listener: Listener, conversation: UUID, after: int) -> AsyncIterator[str]:
    """Every message after `after`, then each new one as it comes, until the conversation is finished."""
    async with listener.wakes(f"conversation:{conversation}") as wake:
        while True:
            wake.clear()
            async with transaction() as session:
                news = await messaging.history(session, conversation, after)
            for message in news:
                yield f"event: message\nid: {message.n}\ndata: {json.dumps(shown(message))}\n\n"
                after = message.n
            if not await _woken(wake):
                yield ": still here\n\n"


async def nudges(listener: Listener, *topics: str) -> AsyncIterator[str]:
    """`event: changed` each time one of the topics changes; the page then asks for what it shows."""
    async with listener.wakes(*topics) as wake:
        yield "event: changed\ndata: {}\n\n"
        while True:
            if await _woken(wake):
                wake.clear()
                yield "event: changed\ndata: {}\n\n"
            else:
                yield ": still here\n\n"


async def _woken(wake: asyncio.Event) -> bool:
    try:
        async with asyncio.timeout(HEARTBEAT_SECONDS):
            return await wake.wait()
    except TimeoutError:
        return False
