"""What was just done, said once on the page that comes next and not again when that is loaded anew."""

from uuid import UUID

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from casework.base.settings import settings

COOKIE, PATH, SECONDS = "handrail_done", "/desk", 60


def go(to: str, done: str, *about: UUID) -> RedirectResponse:
    """To a page that says what was done; `done` is a name in desk/notices.html, or one that the page itself knows.

    `about`: what it was done to, then whatever else the page is to name.
    """
    response = RedirectResponse(to, status_code=303)
    said = " ".join([done, *(one.hex for one in about)])
    response.set_cookie(
        COOKIE, said, max_age=SECONDS, httponly=True, samesite="strict", secure=settings().secure_cookies, path=PATH
    )
    return response


def noticed(request: Request) -> str:
    """Only whole pages say it: what htmx puts into one leaves it for the next."""
    return _said(request)[0]


def noticed_about(request: Request) -> list[UUID]:
    """What it was done to, where that was told, and what else was."""
    try:
        return [UUID(one) for one in _said(request)[1].split()]
    except ValueError:
        return []


def forget(response: Response) -> None:
    response.delete_cookie(COOKIE, path=PATH)


def _said(request: Request) -> tuple[str, str]:
    said = "" if "hx-request" in request.headers else request.cookies.get(COOKIE, "")
    done, _, about = said.partition(" ")
    return done, about
