"""For those who run it: is the process alive, can it serve, what does it count."""

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text

from casework.base.db import transaction
from casework.messaging import assistant

router = APIRouter(tags=["operations"])


@router.get("/live")
async def live() -> dict[str, str]:
    return {"status": "up"}


@router.get("/ready")
async def ready() -> JSONResponse:
    """200 when the database and the assistant both answer; the body says which does not."""
    parts = {"database": await _database(), "assistant": await assistant.ready()}
    return JSONResponse({"ready": all(parts.values())} | parts, status_code=200 if all(parts.values()) else 503)


@router.get("/metrics")
async def metrics() -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


async def _database() -> bool:
    async with transaction() as session:
        return bool((await session.execute(text("SELECT 1"))).scalar_one())
