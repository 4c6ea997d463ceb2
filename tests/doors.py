"""The doors of the api, served inside this process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from fastapi import APIRouter, FastAPI

from api import problems


@asynccontextmanager
async def visiting(*routers: APIRouter, base_url: str = "http://inside") -> AsyncIterator[httpx.AsyncClient]:
    """A visitor to these doors alone, with the api's answers to what goes wrong."""
    app = FastAPI()
    problems.install(app)
    for router in routers:
        app.include_router(router)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=base_url) as client:
        yield client
