"""What every answer says to the browser about itself: plain ASGI, so that nothing stands between a stream and its reader."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import problem

POLICY = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
KEPT = ("/static", "/assets", "/widget")
"""Paths that hold nothing of anybody, and that a browser may keep."""
NUL, LONGEST = "\0", 2000
"""No name of ours has the one, or is as long as the other."""


class Guarded:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _guard(MutableHeaders(scope=message), scope["path"])
            await send(message)

        app = self._app if _may_be_ours(scope["path"]) else problem(404, "There is nothing here.")
        return await app(scope, receive, guarded)


def _may_be_ours(path: str) -> bool:
    """Whether it can be looked up at all."""
    return NUL not in path and len(path) <= LONGEST


def _guard(headers: MutableHeaders, path: str) -> None:
    headers.setdefault("Content-Security-Policy", POLICY)
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "no-referrer")
    if not path.startswith(KEPT):
        headers.setdefault("Cache-Control", "no-store")
