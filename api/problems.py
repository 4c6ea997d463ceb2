"""Errors as RFC 9457 problem details: one plain sentence, never a traceback."""

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from psycopg import OperationalError as DriverDown
from sqlalchemy.exc import DataError, DBAPIError
from starlette.exceptions import HTTPException

from api.desk.back import way_back
from api.desk.session import SignInNeeded
from api.pages import render
from casework import audit, directory
from casework.base.errors import HandrailError, NotAllowed, NotFound
from casework.council import council

SUBJECT = 200
DESK = "/desk"
NOT_THERE = "There is no such page: the address cannot be right."
UNREAD = "Something that was sent cannot be read: {fields}. Nothing was changed."
HEADERS = {401: {"WWW-Authenticate": "Bearer"}, 503: {"Retry-After": "5"}}


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> JSONResponse:
    return JSONResponse(
        {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail},
        status_code=status,
        media_type="application/problem+json",
        headers=HEADERS.get(status, {}) | (headers or {}),
    )


def install(app: FastAPI) -> None:
    app.add_exception_handler(HandrailError, _known)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(DataError, _unkeepable)
    app.add_exception_handler(DBAPIError, _database)
    app.add_exception_handler(DriverDown, _database)
    app.add_exception_handler(Exception, _unknown)


async def _known(request: Request, error: Exception) -> Response:
    if isinstance(error, SignInNeeded):
        return _to_sign_in(request)
    if isinstance(error, NotFound | NotAllowed):
        await _note(request)
    if _at_desk(request):
        return _page(request, getattr(error, "status", 400), str(error))
    return problem(getattr(error, "status", 400), str(error), getattr(error, "headers", None))


def _at_desk(request: Request) -> bool:
    """Whether a person at the desk reads the answer in a browser."""
    return request.url.path == DESK or request.url.path.startswith(f"{DESK}/")


def _page(request: Request, status: int, detail: str) -> Response:
    place, address = way_back(request.url.path, status)
    return render(request, "desk/problem.html", status, detail=detail, place=place, address=address)


async def _note(request: Request) -> None:
    """Somebody asked for what is not theirs, or is not there; which of the two, they are not told."""
    route = request.scope.get("route")
    act = f"{request.method} {getattr(route, 'path', request.url.path)}"
    ids = ", ".join(str(value) for value in request.path_params.values())
    actor = "staff" if request.url.path.startswith("/desk") else "visitor"
    staff_id = getattr(request.state, "staff_id", None)
    await audit.refused(actor, act, staff_id=staff_id, subject=ids[:SUBJECT] or None)


def _to_sign_in(request: Request) -> Response:
    """A page goes there; a part of a page that htmx asked for takes the whole page there."""
    if "hx-request" in request.headers:
        return Response(status_code=204, headers={"HX-Redirect": f"{DESK}/sign-in"})
    return RedirectResponse(f"{DESK}/sign-in", status_code=303)


async def _http(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 500)
    if _at_desk(request):
        return _page(request, status, NOT_THERE if status in (404, 405) else str(getattr(error, "detail", "")))
    return problem(status, str(getattr(error, "detail", "")))


async def _invalid(request: Request, error: Exception) -> Response:
    parts = error.errors() if isinstance(error, RequestValidationError) else []
    if _at_desk(request):
        in_address = any(part["loc"][0] == "path" for part in parts)
        fields = ", ".join(dict.fromkeys(str(part["loc"][-1]) for part in parts))
        return _page(request, 404, NOT_THERE) if in_address else _page(request, 422, UNREAD.format(fields=fields))
    return problem(422, "; ".join(f"{'.'.join(map(str, part['loc'][1:]))}: {part['msg']}" for part in parts))


async def _unkeepable(request: Request, error: Exception) -> Response:
    """The records run, and cannot hold this: a NUL in a text, or a number beyond all counting."""
    detail = "Something in that cannot be kept: a sign that is no letter, or a number that is too long."
    if _at_desk(request):
        return _page(request, 422, detail)
    return problem(422, detail)


async def _database(request: Request, error: Exception) -> Response:
    return _ours(request, 503, "We cannot reach our records just now. Please send it again in a moment.")


async def _unknown(request: Request, error: Exception) -> Response:
    return _ours(request, 500, "Something went wrong on our side. Please try again.")


def _ours(request: Request, status: int, detail: str) -> Response:
    """Our fault, told to whoever meets it; somebody in danger may be the one."""
    if request.url.path.startswith(("/chat", "/desk")):
        detail += f" If you or someone else is in danger, call {directory.emergency()} now."
    if request.url.path.startswith("/chat/page"):
        exit_url = council().area(None).exit_url
        return render(request, "chat/problem.html", status, detail=detail, exit_url=exit_url)
    if _at_desk(request):
        return _page(request, status, detail)
    return problem(status, detail)
