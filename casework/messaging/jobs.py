"""The safety net: what was not answered at once is answered by a job, tried again until it is."""

from uuid import UUID

from procrastinate import RetryStrategy

from casework.base.queue import queue
from casework.messaging.answering import Busy, answer
from casework.messaging.assistant import AssistantUnavailable

UNTIL_ANSWERED = RetryStrategy(wait=3, retry_exceptions={Busy, AssistantUnavailable})


@queue.task(name="answer_conversation", retry=UNTIL_ANSWERED)
async def answer_conversation(conversation: str) -> None:
    await answer(UUID(conversation))
