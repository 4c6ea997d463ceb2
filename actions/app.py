"""The action server's one door: Rasa posts a call, the SDK's executor runs it. Private to this machine."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.responses import JSONResponse
from rasa_sdk.executor import ActionExecutor

from actions import (
    appointments,
    checkins,
    fallback,
    handoff,
    identity,
    jobs,
    language,
    opening_hours,
    other_wish,
    questions,
    screening_start,
    smalltalk,
)
from actions import directory as signposting
from casework import directory
from casework.base.db import engine
from casework.base.once import read_all
from casework.base.packs import pack
from casework.base.speaking import ENGLISH
from casework.council import council
from casework.programmes import programmes

log = logging.getLogger(__name__)
executor = ActionExecutor()
TOPICS = (
    appointments,
    checkins,
    signposting,
    fallback,
    handoff,
    identity,
    jobs,
    language,
    other_wish,
    questions,
    screening_start,
    opening_hours,
    smalltalk,
)
for topic in TOPICS:
    for action in topic.ACTIONS:
        executor.register_action(action())



@asynccontextmanager
async def _life(_: FastAPI) -> AsyncIterator[None]:
    """Read what is read once, so that the first turn does not wait for it."""
    read_all()
    directory.book()
    programmes()
    for code in council().languages:
        if code != ENGLISH:
            pack(code)
    yield
    await engine().dispose()


app = FastAPI(openapi_url=None, lifespan=_life)


@app.post("/webhook")
async def webhook(call: dict[str, Any]) -> JSONResponse:
    """Run one action. A fault is a 500: Rasa then gives up the turn, and the message is tried again."""
    try:
        result = await executor.run(call)
    except Exception:
        log.exception("action %s failed", call.get("next_action"))
        return JSONResponse({"error": "the action failed", "action_name": call.get("next_action")}, status_code=500)
    return JSONResponse(result.model_dump() if result else {})


@app.get("/live")
async def live() -> dict[str, str]:
    return {"status": "up"}
