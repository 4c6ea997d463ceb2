"""The web application: chat, desk and operations in one process, as many processes as a council needs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.staticfiles import StaticFiles

from api import (
    answers_page,
    calendar,
    chat,
    chat_page,
    desk,
    notify,
    offer,
    ops,
    outbox,
    pages,
    phone,
    problems,
    programmes_page,
    referrals,
    secure_list,
    sms,
)
from api.guarding import Guarded
from casework import directory, safeguarding
from casework.base.db import address, engine
from casework.base.live import Listener
from casework.base.once import read_all
from casework.base.packs import pack
from casework.base.settings import ROOT, settings
from casework.base.speaking import ENGLISH
from casework.base.words import responses
from casework.council import council
from casework.programmes import programmes

WEB = ROOT / "api" / "web"


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    _warm()
    app.state.listener = Listener(address())
    listening = asyncio.create_task(app.state.listener.run())
    yield
    listening.cancel()
    with suppress(asyncio.CancelledError):
        await listening
    await engine().dispose()


def _warm() -> None:
    """Read what is read once: the first person does not wait for it, and a fault in a data file stops the start."""
    council()
    directory.book()
    programmes()
    responses()
    for language in council().languages:
        pages.chat_words(language)
        if language != ENGLISH:
            pack(language)
    read_all()
    safeguarding.read("hello")


app = FastAPI(title="Handrail", lifespan=_life)
problems.install(app)
app.add_middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_methods=["GET", "POST", "DELETE"],
    allow_headers=["*"],
    max_age=600,
)
app.add_middleware(Guarded)
for door in (chat_page, chat, sms, notify, pages, programmes_page, secure_list, answers_page, calendar, offer, outbox, phone, desk, referrals, ops):
    app.include_router(door.router)
app.mount("/static", StaticFiles(directory=WEB / "static"), name="static")
app.mount("/assets", StaticFiles(directory=settings().home / "assets", check_dir=False), name="assets")
